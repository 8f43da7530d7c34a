#include "tables/reasons.hpp"

#include "core/reference.hpp"
#include "questions/economy.hpp"

#include <fmt/format.h>

#include <map>

namespace pledgebook::tables {

namespace {

using Cause = TableCell::Cause;

class Search {
public:
    Search(const Workings& workings, const CellName& name, const LaidColumn& laid, const TableCell& cell)
        : m_workings(workings), m_name(name), m_laid(laid), m_cell(cell) {}

    // The first that explains the number; they go from the surest to the least.
    [[nodiscard]] Reason reason() const {
        for (auto found : {Reason{Cause::follows, followed()}, Reason{Cause::counted_twice, counted_twice()},
                           Reason{Cause::percentages_added, percentages_added()},
                           Reason{Cause::rate_turned, rate_turned()}}) {
            if (!found.words.empty()) {
                return found;
            }
        }
        if (m_cell.formula.empty()) {
            return {Cause::typed, "The published number is typed, as the whole column is."};
        }
        if (breaks_pattern()) {
            return {Cause::off_pattern,
                    fmt::format("Its formula ={} is not that of its column.", m_cell.formula)};
        }
        const auto missing = left_out();
        return missing.empty()
                   ? Reason{Cause::unexplained, "The entries of the release add up to another number."}
                   : Reason{Cause::left_out, missing};
    }

private:
    [[nodiscard]] bool explains(Value value) const {
        return value && same(m_laid.column.unit, *value, *m_cell.published);
    }

    // The rule gives the published number where it is given the published inputs.
    [[nodiscard]] std::string followed() const {
        const auto seen = m_workings.by_rule(m_name, Workings::Sight::published);
        if (!explains(seen.value)) {
            return {};
        }
        std::string places;
        std::size_t count = 0;
        for (const auto& input : seen.from) {
            const auto published = m_workings.published(input);
            const auto ours = m_workings.value(input);
            const auto* column = m_workings.column(input);
            if (published && column != nullptr && (!ours || !same(column->column.unit, *published, *ours))) {
                if (++count <= 3) {
                    places += (count > 1 ? ", " : "") + to_string(m_workings.figure(input)->place);
                }
            }
        }
        return count == 0 ? std::string{}
                          : fmt::format("It follows from {}{}, where the release differs already.", places,
                                        count > 3 ? fmt::format(" and {} more", count - 3) : "");
    }

    // Rows of the EU's institutions among the rows of those whom their aid is reckoned to.
    [[nodiscard]] std::string counted_twice() const {
        if (m_name.row != "TOTAL" || rule_total() != Total::members) {
            return {};
        }
        auto sum = *m_cell.value;
        std::string rows;
        for (const auto& row : m_workings.layout(m_name.table).rows) {
            if (row.code == "EU_INSTITUTIONS" || questions::is_institution(row.code)) {
                const CellName each{m_name.table, row.code, row.repeated, m_name.column, m_name.measure};
                const auto value = m_workings.published(each);
                sum += value.value_or(Number{});
                rows += (rows.empty() ? "" : " and ") + row.title;
            }
        }
        if (!explains(sum)) {
            return {};
        }
        return fmt::format(
            "It counts the row of {} ({}) a second time: the rows of the members have it already.", rows,
            shown(m_laid.column.unit, sum - *m_cell.value));
    }

    [[nodiscard]] std::string percentages_added() const {
        if (m_name.row != "TOTAL" || rule_total() != Total::rule ||
            m_laid.column.unit.sort == TableUnit::Sort::money) {
            return {};
        }
        Number sum;
        for (const auto& row : m_workings.layout(m_name.table).rows) {
            if (row.code != "TOTAL") {
                const auto& name = row.code.empty() ? row.title : row.code;
                const auto value =
                    m_workings.published({m_name.table, name, row.repeated, m_name.column, m_name.measure});
                sum += value.value_or(Number{});
            }
        }
        return explains(sum)
                   ? "It adds up the percentages of its column; the rule is the percentage of the sums."
                   : std::string{};
    }

    // Multiplied by a rate where it should be divided, or the other way round.
    [[nodiscard]] std::string rate_turned() const {
        if (m_laid.column.unit.sort != TableUnit::Sort::money) {
            return {};
        }
        for (const auto& each : m_workings.sums().intake().rates) {
            const auto rate = Number::parse(to_string(each.rate));
            if (each.currency == Currency::eur() || !rate || rate->is_zero()) {
                continue;
            }
            if (explains(m_cell.value->scaled(*rate * *rate, Number::from_integer(1)))) {
                return fmt::format(
                    "It is multiplied by the rate of the {}, by which the amount must be divided.",
                    each.currency.code());
            }
        }
        return {};
    }

    // Entries that would explain it: one by itself, or all of an item or of a finer type of aid.
    [[nodiscard]] std::string left_out() const {
        const auto entries = m_workings.entries(m_name);
        const auto missing = *m_cell.value - *m_cell.published;
        std::map<std::string, std::pair<Number, std::size_t>> groups;
        for (const auto& each : entries) {
            if (same(m_laid.column.unit, each.number, missing)) {
                return fmt::format("It leaves out {} ({}).", each.entry->package,
                                   to_string(each.entry->place));
            }
            const auto& item = each.entry->item.name;
            auto& group = groups[item.empty() ? "'" + each.entry->kind_text + "'" : "'" + item + "'"];
            group.first += each.number;
            ++group.second;
        }
        for (const auto& [words, group] : groups) {
            if (group.second > 1 && same(m_laid.column.unit, group.first, missing)) {
                return fmt::format("It leaves out the {} entries of {}.", group.second, words);
            }
        }
        return {};
    }

    [[nodiscard]] bool breaks_pattern() const {
        return !m_laid.usual_formula.empty() && m_cell.place &&
               relative_formula(m_cell.formula, m_cell.place->row) != m_laid.usual_formula;
    }

    [[nodiscard]] Total rule_total() const { return m_laid.rule->total; }

    const Workings& m_workings;
    const CellName& m_name;
    const LaidColumn& m_laid;
    const TableCell& m_cell;
};

}  // namespace

std::string shown(const TableUnit& unit, Number value) {
    const auto number = to_string(value.shifted(-unit.zeros));
    return unit.words.empty() ? number : number + " " + unit.words;
}

std::string typed_reason(const LaidColumn& laid, const TableCell& cell) {
    const auto rule = cell.rule ? shown(laid.column.unit, *cell.rule) : "nothing";
    return fmt::format("Typed in by hand{}; the rule gives {}.",
                       laid.formulas > 0 ? " over a formula" : ", as its whole column is", rule);
}

Reason reason_of(const Workings& workings, const CellName& name, const LaidColumn& laid,
                 const TableCell& cell) {
    return Search(workings, name, laid, cell).reason();
}

}  // namespace pledgebook::tables
