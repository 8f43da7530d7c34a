#include "importers/kiel_workbook/known_shapes.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "importers/column_words.hpp"
#include "importers/kiel_workbook/headings.hpp"
#include "importers/kiel_workbook/likeness.hpp"
#include "importers/kiel_workbook/sheet_roles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

constexpr std::size_t most_headings = 60;  // more are items or weapons, which change with every release
constexpr std::size_t longest_heading =
    120;  // in bytes; longer ones explain, and are put otherwise each time
constexpr std::size_t most_listed = 6;
constexpr double like_enough = 0.65;  // of two headings, to be one that was renamed
constexpr double like_a_table = 0.2;  // of a sheet and a table

struct Known {
    int release = 0;
    bool whole = false;  // every sheet of that release is known
    SheetShape shape;
};

int number_in(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

const std::vector<Known>& known_shapes() {
    static const auto all = [] {
        std::vector<Known> made;
        const Tsv tsv("data/importers/kiel_shapes.tsv", data::file("importers/kiel_shapes.tsv"));
        for (std::size_t row = 0; row < tsv.rows(); ++row) {
            const auto cell = [&](std::string_view column) { return tsv.cell(row, tsv.column(column)); };
            Known known{number_in(cell("release")),
                        cell("whole") == "yes",
                        {std::string(cell("table")),
                         std::string(cell("sheet")),
                         static_cast<std::uint32_t>(number_in(cell("row"))),
                         {}}};
            for (const auto heading : split(cell("headings"), '|')) {
                known.shape.headings.emplace_back(heading);
            }
            made.push_back(std::move(known));
        }
        return made;
    }();
    return all;
}

std::string listed(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t at = 0; at < items.size() && at < most_listed; ++at) {
        text += (at == 0 ? "" : ", ") + items[at];
    }
    return items.size() <= most_listed ? text
                                       : fmt::format("{} and {} more", text, items.size() - most_listed);
}

std::string quoted(std::string_view text) {
    return fmt::format("'{}'", text);
}

// What the headings of one sheet have lost and gained.
struct Change {
    std::vector<std::string> renamed;  // "'A' is now 'B'"
    std::vector<std::string> added;
    std::vector<std::string> gone;

    [[nodiscard]] bool any() const { return !renamed.empty() || !added.empty() || !gone.empty(); }
};

std::vector<std::string> lacking(const std::vector<std::string>& some,
                                 const std::vector<std::string>& other) {
    std::multiset<std::string> keys;
    for (const auto& heading : other) {
        keys.insert(header_key(heading));
    }
    std::vector<std::string> left;
    for (const auto& heading : some) {
        const auto found = keys.find(header_key(heading));
        if (found == keys.end()) {
            left.push_back(heading);
        } else {
            keys.erase(found);
        }
    }
    return left;
}

Change change_of(const SheetShape& before, const SheetShape& now) {
    Change change;
    if (before.headings.empty() || now.headings.empty()) {
        return change;
    }
    auto added = lacking(now.headings, before.headings);
    for (const auto& gone : lacking(before.headings, now.headings)) {
        const auto best = std::max_element(added.begin(), added.end(), [&](const auto& a, const auto& b) {
            return likeness(gone, a) < likeness(gone, b);
        });
        if (best != added.end() && likeness(gone, *best) >= like_enough) {
            change.renamed.push_back(fmt::format("'{}' is now '{}'", gone, *best));
            added.erase(best);
        } else {
            change.gone.push_back(quoted(gone));
        }
    }
    for (const auto& heading : added) {
        change.added.push_back(quoted(heading));
    }
    return change;
}

class Comparison {
public:
    explicit Comparison(Intake& intake) : m_intake(intake) {
        const auto number = number_in(intake.release.label);
        for (const auto& known : known_shapes()) {
            if (known.release >= number) {
                continue;
            }
            auto& last = m_last[known.shape.table];
            last = last == nullptr || last->release < known.release ? &known : last;
            m_whole = known.whole ? std::max(m_whole, known.release) : m_whole;
        }
    }

    void compare(const std::vector<SheetShape>& shapes) {
        if (m_whole == 0 || number_in(m_intake.release.label) == 0) {
            return;
        }
        std::set<std::string> there;
        for (const auto& shape : shapes) {
            there.insert(shape.table);
            const auto last = m_last.find(shape.table);
            if (last != m_last.end()) {
                compare(*last->second, shape);
            } else if (!shape.table.starts_with("sheet_")) {
                m_new.push_back(quoted(shape.sheet));
            }
        }
        for (const auto& [table, known] : m_last) {
            if (!there.contains(table) && known->release >= m_whole) {
                m_gone[known->release].push_back(quoted(known->shape.sheet));
            }
        }
        tell(m_renamed, "sheets_renamed", "sheets renamed");
        tell(m_moved, "headers_moved", "header rows moved");
        tell(m_gone, "sheets_gone", "sheets gone");
        if (!m_new.empty()) {
            add("sheets_new", fmt::format("sheets that release {} and those before it had not: {}", m_whole,
                                          listed(m_new)));
        }
    }

private:
    using ByRelease = std::map<int, std::vector<std::string>>;

    void compare(const Known& known, const SheetShape& now) {
        const auto& before = known.shape;
        if (before.sheet != now.sheet) {
            m_renamed[known.release].push_back(fmt::format("'{}' is now '{}'", before.sheet, now.sheet));
        }
        if (before.row != 0 && now.row != 0 && before.row != now.row) {
            m_moved[known.release].push_back(
                fmt::format("'{}' from {} to {}", now.sheet, before.row, now.row));
        }
        const auto change = change_of(before, now);
        if (!change.any()) {
            return;
        }
        std::string what = fmt::format("headings changed since release {}:", known.release);
        what += change.renamed.empty() ? "" : " " + listed(change.renamed) + ";";
        what += change.added.empty() ? "" : " new: " + listed(change.added) + ";";
        what += change.gone.empty() ? "" : " gone: " + listed(change.gone) + ";";
        what.pop_back();
        add("headings_changed", what, {now.sheet, now.row, 0});
    }

    void tell(const ByRelease& items, std::string_view rule, std::string_view what) {
        for (const auto& [release, list] : items) {
            add(rule, fmt::format("{} since release {}: {}", what, release, listed(list)));
        }
    }

    void add(std::string_view rule, std::string what, Place place = {}) {
        m_intake.findings.push_back(
            {std::string(rule), Finding::Weight::note, std::move(what), std::move(place), {}});
    }

    Intake& m_intake;
    std::map<std::string, const Known*> m_last;  // table -> its last shape before this release
    int m_whole = 0;                             // last release of which all sheets are known
    ByRelease m_renamed;
    ByRelease m_moved;
    ByRelease m_gone;
    std::vector<std::string> m_new;
};

}  // namespace

SheetShape shape_of(std::string table, const formats::Sheet& sheet, std::uint32_t header_row) {
    SheetShape shape{std::move(table), sheet.name, header_row, {}};
    const auto* row = sheet.row(header_row);
    for (std::size_t at = 0; row != nullptr && at < row->cells.size(); ++at) {
        const bool words = row->cells[at].type == formats::CellType::text;  // numbers are months, which go on
        if (auto heading = on_one_line(row->cells[at].text); words && !heading.empty()) {
            shape.headings.push_back(std::move(heading));
        }
    }
    const bool sentences = std::any_of(shape.headings.begin(), shape.headings.end(),
                                       [](const auto& heading) { return heading.size() > longest_heading; });
    if (sentences || shape.headings.size() > most_headings) {
        shape.headings.clear();
    }
    return shape;
}

void tell_what_moved(const std::vector<SheetShape>& shapes, Intake& intake) {
    Comparison(intake).compare(shapes);
}

std::string most_like(const SheetShape& shape) {
    std::string best;
    double most = like_a_table;
    const auto try_table = [&](const std::string& table, double like) {
        if (like > most) {
            most = like;
            best = table;
        }
    };
    for (const auto& known : known_shapes()) {
        const auto headings = likeness_of_sets(shape.headings, known.shape.headings);
        const auto name = likeness_of_words(shape.sheet, known.shape.sheet);
        try_table(known.shape.table, (2 * name + headings) / 3);
    }
    return best;
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
