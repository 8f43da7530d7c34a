#include "audit/formula_patterns.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace pledgebook::audit {

namespace {

using formulas::Position;
using formulas::Spreadsheet;
using formulas::Value;

constexpr std::size_t fewest = 4;  // like formulas that make a pattern

bool has_reference(const formulas::Form& form) {
    return std::any_of(form.formula.tokens.begin(), form.formula.tokens.end(),
                       [](const auto& token) { return token.kind == formulas::Token::Kind::reference; });
}

// One column or row: the form of each of its cells that has one.
struct Line {
    std::uint32_t sheet = 0;
    std::uint32_t number = 0;
    bool down = true;
    std::map<std::uint32_t, std::uint32_t> forms;  // row (or column) -> form

    [[nodiscard]] Position at(std::uint32_t along) const {
        return down ? Position{sheet, along, number} : Position{sheet, number, along};
    }
};

std::map<std::pair<std::uint32_t, std::uint32_t>, Line> lines_of(Reckoning& reckoning, bool down) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, Line> lines;
    const auto& spreadsheet = reckoning.spreadsheet();
    for (std::uint32_t cell = 0; cell < spreadsheet.grid().size(); ++cell) {
        const auto form = spreadsheet.form_of(cell);
        if (form == Spreadsheet::no_form) {
            continue;
        }
        const auto& at = spreadsheet.grid().entry(cell).at;
        const auto number = down ? at.column : at.row;
        auto& line = lines[{at.sheet, number}];
        line.sheet = at.sheet;
        line.number = number;
        line.down = down;
        line.forms.emplace(down ? at.row : at.column, form);
    }
    return lines;
}

// Where one form stands, from a first to a last cell without a wide gap.
struct Stretch {
    std::uint32_t form = 0;
    std::vector<std::uint32_t> members;

    [[nodiscard]] std::uint32_t first() const { return members.front(); }
    [[nodiscard]] std::uint32_t last() const { return members.back(); }
    [[nodiscard]] std::size_t length() const { return last() - first() + 1; }
};

// A pattern is what most cells of its stretch have.
bool is_pattern(const Stretch& stretch) {
    return stretch.members.size() >= fewest && stretch.members.size() * 10 >= stretch.length() * 6;
}

std::vector<Stretch> stretches(const Line& line) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_form;
    for (const auto& [along, form] : line.forms) {
        by_form[form].push_back(along);
    }
    std::vector<Stretch> found;
    for (const auto& [form, all] : by_form) {
        const auto widest = std::max<std::size_t>(5, all.size() / 10);
        Stretch open{form, {}};
        for (const auto along : all) {
            if (!open.members.empty() && along - open.last() > widest) {
                found.push_back(std::exchange(open, {form, {}}));
            }
            open.members.push_back(along);
        }
        found.push_back(std::move(open));
    }
    std::erase_if(found, [](const Stretch& each) { return !is_pattern(each); });
    return found;
}

class Search {
public:
    explicit Search(Reckoning& reckoning) : m_reckoning(reckoning) {}

    std::vector<Deviation> found() {
        for (const bool down : {true, false}) {
            m_lines = lines_of(m_reckoning, down);
            for (const auto& [number, line] : m_lines) {
                look_along(line);
            }
        }
        for (auto& each : m_found) {
            if (each.sort == Deviation::Sort::blank && each.down) {
                each.emptied_with_it = m_empty[{each.at.sheet, each.at.row}];
            }
        }
        return std::move(m_found);
    }

private:
    void look_along(const Line& line) {
        const auto all = stretches(line);
        for (const auto& stretch : all) {
            if (!has_reference(m_reckoning.spreadsheet().form(stretch.form))) {
                continue;
            }
            for (auto along = stretch.first(); along <= stretch.last(); ++along) {
                const auto own = line.forms.find(along);
                const bool member = own != line.forms.end() && own->second == stretch.form;
                if (!member && !has_pattern_of_its_own(line, all, along)) {
                    look_at(line, stretch, along);
                }
            }
        }
    }

    // A cell of another pattern that crosses or interleaves with this one.
    bool has_pattern_of_its_own(const Line& line, const std::vector<Stretch>& all,
                                std::uint32_t along) const {
        const auto own = line.forms.find(along);
        if (own == line.forms.end()) {
            return false;
        }
        return std::any_of(all.begin(), all.end(),
                           [&](const Stretch& each) { return each.form == own->second; }) ||
               alike_across(line, along, own->second) >= 2;
    }

    // How many neighbours have the same formula the other way: a row of sums that crosses a column. Only
    // those count that are directly beside it.
    [[nodiscard]] std::size_t alike_across(const Line& line, std::uint32_t along, std::uint32_t form) const {
        std::size_t alike = 0;
        for (const int step : {-1, 1}) {
            for (std::int64_t other = std::int64_t{line.number} + step; other > 0; other += step) {
                const auto found = m_lines.find({line.sheet, static_cast<std::uint32_t>(other)});
                if (found == m_lines.end()) {
                    break;
                }
                const auto there = found->second.forms.find(along);
                if (there == found->second.forms.end() || there->second != form) {
                    break;
                }
                ++alike;
            }
        }
        return alike;
    }

    void look_at(const Line& line, const Stretch& stretch, std::uint32_t along) {
        const auto at = line.at(along);
        if (m_seen.contains(at)) {
            return;
        }
        Deviation deviation;
        deviation.at = at;
        deviation.down = line.down;
        deviation.pattern = stretch.form;
        deviation.members = static_cast<std::uint32_t>(stretch.members.size());
        deviation.first = stretch.first();
        deviation.last = stretch.last();
        deviation.is = m_reckoning.values().at(at);
        deviation.would_be = m_reckoning.at(stretch.form, at);
        deviation.sort = m_reckoning.spreadsheet().form_at(at) != Spreadsheet::no_form
                             ? Deviation::Sort::other_formula
                         : deviation.is.is(Value::Type::number) ? Deviation::Sort::typed_number
                         : deviation.is.is(Value::Type::empty)  ? Deviation::Sort::blank
                                                                : Deviation::Sort::typed_text;
        if (deviation.sort == Deviation::Sort::blank && line.down) {
            m_empty[{at.sheet, at.row}].emplace_back(at, stretch.form);
        }
        if (matters(deviation)) {
            m_seen.insert(at);
            m_found.push_back(deviation);
        }
    }

    // A pattern that gives an error or nothing there does not belong there; a blank that would be 0 is how
    // people write 0.
    static bool matters(const Deviation& deviation) {
        if (deviation.would_be.is_error() || same_value(deviation.is, deviation.would_be)) {
            return false;
        }
        const bool zero = deviation.would_be.is(Value::Type::number) && deviation.would_be.number == 0;
        return deviation.sort != Deviation::Sort::blank || !zero;
    }

    Reckoning& m_reckoning;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Line> m_lines;
    // Empty cells in patterns down the columns, by their sheet and row.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::pair<Position, std::uint32_t>>>
        m_empty;
    std::set<Position> m_seen;
    std::vector<Deviation> m_found;
};

}  // namespace

const std::vector<Deviation>& deviations(Reckoning& reckoning) {
    auto& known = reckoning.deviations();
    if (!known) {
        known = std::make_shared<const std::vector<Deviation>>(Search(reckoning).found());
    }
    return *known;
}

std::vector<std::vector<Deviation>> grouped(std::vector<Deviation> all, Reckoning& reckoning) {
    const auto form = [&](const Deviation& each) { return reckoning.spreadsheet().form_at(each.at); };
    std::vector<std::vector<Deviation>> groups;
    for (auto& each : all) {
        const auto near = [&](const Deviation& other) {
            const auto apart = [](std::uint32_t a, std::uint32_t b) { return a > b ? a - b : b - a; };
            const bool below = other.at.column == each.at.column && apart(other.at.row, each.at.row) <= 1;
            const bool beside = other.at.row == each.at.row && apart(other.at.column, each.at.column) <= 2;
            const bool same =
                other.sort == each.sort && other.at.sheet == each.at.sheet && other.down == each.down;
            const bool dragged = each.sort == Deviation::Sort::other_formula && form(other) == form(each) &&
                                 other.pattern == each.pattern;
            return same && (dragged || beside || (below && each.sort != Deviation::Sort::other_formula));
        };
        const auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
            return std::any_of(group.begin(), group.end(), near);
        });
        if (found != groups.end()) {
            found->push_back(std::move(each));
        } else {
            groups.push_back({std::move(each)});
        }
    }
    return groups;
}

std::vector<formulas::Change> mended(const std::vector<Deviation>& group, Reckoning& reckoning) {
    std::vector<formulas::Change> changes;
    for (const auto& each : group) {
        changes.push_back({each.at, reckoning.spreadsheet().written_at(each.pattern, each.at)});
        for (const auto& [at, form] : each.emptied_with_it) {
            changes.push_back({at, reckoning.spreadsheet().written_at(form, at)});
        }
    }
    return changes;
}

}  // namespace pledgebook::audit
