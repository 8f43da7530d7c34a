#include "tables/layout.hpp"

#include "core/reference.hpp"

#include <algorithm>
#include <set>

namespace pledgebook::tables {

namespace {

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool in_name(char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '$';
}

class Layouter {
public:
    Layouter(const Definition& definition, const Sums& sums, bool with_eu)
        : m_sums(sums), m_with_eu(with_eu) {
        m_layout.definition = &definition;
        m_words = read_columns(definition.name);
        m_taken.assign(m_words.size(), false);
    }

    Layout laid_out() {
        for (const auto& figure : m_sums.intake().figures) {
            if (figure.table == m_layout.definition->name) {
                m_figures.push_back(&figure);
            }
        }
        std::stable_sort(m_figures.begin(), m_figures.end(), [](const Figure* a, const Figure* b) {
            return std::pair(a->place.row, a->place.column) < std::pair(b->place.row, b->place.column);
        });
        lay_columns();
        for (const auto* figure : m_figures) {
            place(*figure);
        }
        if (m_figures.empty()) {
            take_defaults();
        } else {
            m_layout.sheet = m_figures.front()->place.sheet;
            find_usual_formulas();
        }
        for (std::size_t at = 0; m_with_eu && at < m_words.size(); ++at) {
            const bool measured = !m_words[at].measure || m_sums.has(*m_words[at].measure);
            if (m_words[at].with_eu && !m_taken[at] && measured) {
                m_layout.columns.push_back(from_words(m_words[at]));
            }
        }
        index();
        return std::move(m_layout);
    }

private:
    // Two tables below each other on a sheet have columns of their own in the same place.
    void lay_columns() {
        for (const auto* figure : m_figures) {
            const auto [at, fresh] =
                m_index.try_emplace({figure->place.column, figure->column}, m_layout.columns.size());
            if (!fresh) {
                continue;
            }
            const auto found = find_column(m_words, m_taken, figure->column, figure->unit);
            LaidColumn column;
            if (found) {
                m_taken[found->index] = found->argument.empty();
                column = from_words(m_words[found->index]);
                column.column.key += found->argument.empty() ? "" : ":" + found->argument;
            } else {
                column.column.unit = unit_of(figure->unit);
            }
            column.number = figure->place.column;
            column.column.title = figure->column;
            take_unit(column.column.unit, figure->unit);
            m_layout.columns.push_back(std::move(column));
        }
    }

    // What the release says of a unit stands; only the sort is ours where it says nothing of it.
    static void take_unit(TableUnit& unit, const std::string& words) {
        const auto published = unit_of(words);
        if (published.sort == unit.sort) {
            unit = published;
        }
        unit.words = words.empty() ? unit.words : words;
    }

    [[nodiscard]] LaidColumn from_words(const ColumnWords& words) const {
        LaidColumn column;
        const auto measure = words.usual_measure ? m_sums.usual_measure() : words.measure;
        column.column = {words.key, words.title(measure), words.unit, measure};
        for (const auto& rule : m_layout.definition->columns) {
            if (rule.key == words.key) {  // a placeholder's argument is no part of it yet
                column.rule = &rule;
            }
        }
        return column;
    }

    // A figure's row is found by its words; words that come again in the same column are a row of their own.
    void place(const Figure& figure) {
        const auto column = m_index.at({figure.place.column, figure.column});
        for (int repeated = 0;; ++repeated) {
            const auto row = row_of(figure, repeated);
            if (m_layout.figures.emplace(std::pair(row, column), &figure).second) {
                break;
            }
        }
    }

    std::size_t row_of(const Figure& figure, int repeated) {
        const auto words = figure.row_text.empty() ? figure.row : figure.row_text;
        const auto [at, fresh] = m_rows.try_emplace({words, repeated}, m_layout.rows.size());
        if (fresh) {
            auto code = row_code(m_layout.definition->name, words);
            if (code.empty() && Reference::builtin().donor(figure.row) != nullptr) {
                code = figure.row;
            }
            m_layout.rows.push_back({words.empty() ? "TOTAL" : code, words, repeated});
        }
        return at->second;
    }

    void take_defaults() {
        for (const auto& words : m_words) {
            if (words.by_default && (!words.measure || m_sums.has(*words.measure))) {
                m_layout.columns.push_back(from_words(words));
            }
        }
        if (m_layout.definition->rows != nullptr) {
            for (auto& row : m_layout.definition->rows(m_sums)) {
                m_layout.rows.push_back({row.code, row.title, 0});
            }
            return;
        }
        for (const auto& donor : m_sums.donors()) {
            m_layout.rows.push_back({donor, Reference::builtin().name_of(donor), 0});
        }
        std::sort(m_layout.rows.begin(), m_layout.rows.end(),
                  [](const LaidRow& a, const LaidRow& b) { return folded(a.title) < folded(b.title); });
        m_layout.rows.push_back({"TOTAL", "Total", 0});
    }

    void index() {
        for (std::size_t at = 0; at < m_layout.rows.size(); ++at) {
            const auto& row = m_layout.rows[at];
            m_layout.row_index[row.code.empty() ? row.title : row.code].push_back(at);
        }
        for (std::size_t at = 0; at < m_layout.columns.size(); ++at) {
            m_layout.column_index[m_layout.columns[at].column.key].push_back(at);
        }
    }

    void find_usual_formulas() {
        for (std::size_t column = 0; column < m_layout.columns.size(); ++column) {
            auto& laid = m_layout.columns[column];
            std::map<std::string, std::size_t> counts;
            for (std::size_t row = 0; row < m_layout.rows.size(); ++row) {
                const auto* figure = m_layout.figure(row, column);
                if (figure == nullptr || m_layout.rows[row].code == "TOTAL") {
                    continue;  // the sum below a column says nothing of how it came about
                }
                ++(figure->formula.empty() ? laid.typed : laid.formulas);
                if (!figure->formula.empty()) {
                    ++counts[relative_formula(figure->formula, figure->place.row)];
                }
            }
            std::size_t most = std::max<std::size_t>(laid.typed, 1);  // one alone is no pattern
            for (const auto& [formula, count] : counts) {
                if (count > most) {
                    most = count;
                    laid.usual_formula = formula;
                }
            }
        }
    }

    const Sums& m_sums;
    bool m_with_eu;
    std::vector<const Figure*> m_figures;
    std::vector<ColumnWords> m_words;
    std::vector<bool> m_taken;
    std::map<std::pair<std::uint32_t, std::string>, std::size_t> m_index;  // place and header -> column
    std::map<std::pair<std::string, int>, std::size_t> m_rows;             // words, how many before -> row
    Layout m_layout;
};

}  // namespace

const Figure* Layout::figure(std::size_t row, std::size_t column) const {
    const auto found = figures.find({row, column});
    return found == figures.end() ? nullptr : found->second;
}

std::optional<std::size_t> Layout::row(std::string_view code, int repeated) const {
    const auto found = row_index.find(code);
    if (found == row_index.end()) {
        return std::nullopt;
    }
    for (const auto at : found->second) {
        if (rows[at].repeated == repeated) {
            return at;
        }
    }
    return found->second.front();
}

std::optional<std::size_t> Layout::column(std::string_view key, std::optional<Measure> measure) const {
    const auto found = column_index.find(key);
    if (found == column_index.end()) {
        return std::nullopt;
    }
    for (const auto at : found->second) {
        if (!columns[at].column.measure || !measure || columns[at].column.measure == measure) {
            return at;
        }
    }
    return std::nullopt;
}

Layout lay_out(const Definition& definition, const Sums& sums, bool with_eu) {
    return Layouter(definition, sums, with_eu).laid_out();
}

std::string relative_formula(std::string_view formula, std::uint32_t row) {
    std::string out;
    for (std::size_t at = 0; at < formula.size();) {
        const char c = formula[at];
        if (c == '\'' || c == '"') {  // a sheet's name or a text
            const auto end = std::min(formula.find(c, at + 1), formula.size() - 1);
            out += formula.substr(at, end - at + 1);
            at = end + 1;
            continue;
        }
        if (!in_name(c)) {
            out += c;
            ++at;
            continue;
        }
        auto end = at;
        while (end < formula.size() && in_name(formula[end])) {
            ++end;
        }
        const auto word = formula.substr(at, end - at);
        at = end;
        auto digits = word.size();
        while (digits > 0 && is_digit(word[digits - 1])) {
            --digits;
        }
        const bool reference = digits > 0 && digits < word.size() && is_letter(word[digits - 1]) &&
                               word.find_first_of("_.") == std::string_view::npos &&
                               word.size() - digits < 8 && (end == formula.size() || formula[end] != '(');
        if (!reference) {
            out += word;
            continue;
        }
        const long distance = std::stol(std::string(word.substr(digits))) - static_cast<long>(row);
        out += std::string(word.substr(0, digits)) + "[" + std::to_string(distance) + "]";
    }
    return out;
}

}  // namespace pledgebook::tables
