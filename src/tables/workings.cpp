#include "tables/workings.hpp"

#include "core/error.hpp"
#include "core/reference.hpp"
#include "questions/economy.hpp"

#include <algorithm>

namespace pledgebook::tables {

namespace {

Date cutoff_of(const Intake& intake) {
    return intake.release.cutoff.value_or(*Date::from(9999, 12, 31));
}

// Whether the row is one of the EU's institutions, or all of them.
bool is_institution_row(const std::string& code) {
    return code == "EU_INSTITUTIONS" || questions::is_institution(code);
}

const Definition& definition_of(std::string_view table) {
    for (const auto& each : all_tables()) {
        if (each.name == table) {
            return each;
        }
    }
    throw Error("there is no table '" + std::string(table) + "'", "`tables` lists those there are.");
}

}  // namespace

bool same(const TableUnit& unit, Number a, Number b) {
    const auto apart = (a - b).magnitude();
    if (unit.sort == TableUnit::Sort::money) {
        return apart < Number::from_integer(1);
    }
    const auto larger = std::max(a.magnitude(), b.magnitude());
    static const auto billionth = *Number::parse("1e-9");
    static const auto nothing = *Number::parse("1e-12");
    return apart <= std::max(larger * billionth, nothing);
}

Workings::Workings(const Intake& intake, std::vector<Macro> macro, Settings settings)
    : m_sums(intake), m_macro(std::move(macro)), m_settings(std::move(settings)) {}

const Layout& Workings::layout(std::string_view table) const {
    auto found = m_layouts.find(table);
    if (found == m_layouts.end()) {
        found =
            m_layouts
                .emplace(std::string(table), lay_out(definition_of(table), m_sums, m_settings.with_eu_share))
                .first;
    }
    return found->second;
}

std::optional<std::pair<std::size_t, std::size_t>> Workings::place(const CellName& cell) const {
    const auto& laid = layout(cell.table);
    const auto column = laid.column(cell.column, cell.measure);
    if (!column) {
        return std::nullopt;
    }
    const auto row = laid.row(cell.row, cell.repeated);
    return row ? std::optional(std::pair(*row, *column)) : std::nullopt;
}

const Figure* Workings::figure(const CellName& cell) const {
    const auto at = place(cell);
    return at ? layout(cell.table).figure(at->first, at->second) : nullptr;
}

const LaidColumn* Workings::column(const CellName& cell) const {
    const auto& laid = layout(cell.table);
    const auto at = laid.column(cell.column, cell.measure);
    return at ? &laid.columns[*at] : nullptr;
}

Value Workings::published(const CellName& cell) const {
    const auto* published = figure(cell);
    if (published == nullptr) {
        return std::nullopt;
    }
    return Number::parse(published->value, column(cell)->column.unit.zeros);
}

bool Workings::has_figures(std::string_view table) const {
    return !inputs(table).empty();
}

const Workings::Inputs& Workings::inputs(std::string_view table) const {
    auto found = m_inputs.find(table);
    if (found == m_inputs.end()) {
        found = m_inputs.emplace(std::string(table), Inputs{}).first;
        for (const auto& each : m_sums.intake().figures) {
            if (each.table == table) {
                found->second.emplace(std::pair(each.row, header_words(each.column)), &each);
            }
        }
    }
    return found->second;
}

Value Workings::published_elsewhere(std::string_view table, std::string_view row,
                                    std::string_view header) const {
    const auto& figures = inputs(table);
    const auto found = figures.find({std::string(row), header_words(header)});
    return found == figures.end() ? std::nullopt : Number::parse(found->second->value);
}

bool Workings::is_typed(const CellName& cell) const {
    const auto* published = figure(cell);
    const auto* laid = column(cell);
    if (published == nullptr || !published->formula.empty()) {
        return false;
    }
    return laid->formulas > 0 || (laid->rule != nullptr && laid->rule->may_be_typed);
}

Value Workings::value(const CellName& cell) const {
    if (const auto found = m_values.find(cell); found != m_values.end()) {
        return found->second;
    }
    if (!m_begun.insert(cell).second) {
        throw Error("the cell '" + cell.column + "' of '" + cell.row + "' is worked out from itself")
            .at("table " + cell.table);
    }
    auto value = by_rule(cell, Sight::ours).value;
    const auto shown = published(cell);
    if (shown && is_typed(cell) && (!value || !same(column(cell)->column.unit, *shown, *value))) {
        value = shown;
    }
    m_begun.erase(cell);
    return m_values.emplace(cell, value).first->second;
}

Worked Workings::by_rule(const CellName& cell, Sight sight) const {
    Worked worked;
    const At at(*this, cell, sight, worked);
    for (const auto& rule : definition_of(cell.table).columns) {
        if (rule.key != std::string_view(cell.column).substr(0, cell.column.find(':'))) {
            continue;
        }
        if (!at.in_total() || rule.total == Total::rule) {
            worked.value = rule.rule(at);
        } else if (rule.total != Total::none) {
            worked.value = at.over_rows(rule.total == Total::members);
        }
    }
    return worked;
}

std::vector<Counted> Workings::entries(const CellName& cell) const {
    static_cast<void>(by_rule(
        cell, Sight::ours));  // so that the cells it takes are worked out, and only it is written down
    std::vector<Counted> counted;
    m_sums.write_down(&counted);
    static_cast<void>(by_rule(cell, Sight::ours));
    m_sums.write_down(nullptr);
    return counted;
}

Measure At::measure() const {
    return m_cell.measure.value_or(sums().usual_measure());
}

Value At::look(const CellName& cell) const {
    m_worked.from.push_back(cell);
    if (m_sight == Workings::Sight::published) {
        if (auto shown = m_workings.published(cell)) {
            return shown;
        }
    }
    return m_workings.value(cell);
}

Value At::here(std::string_view column) const {
    return look({m_cell.table, m_cell.row, m_cell.repeated, std::string(column), m_cell.measure});
}

Value At::of(std::string_view table, std::string_view column) const {
    return of(table, m_cell.row, column);
}

Value At::of(std::string_view table, std::string_view row, std::string_view column) const {
    return look({std::string(table), std::string(row), 0, std::string(column), m_cell.measure});
}

Value At::over_rows(bool without_institutions) const {
    Value sum;
    for (const auto& row : m_workings.layout(m_cell.table).rows) {
        if (row.code == "TOTAL" || (without_institutions && is_institution_row(row.code))) {
            continue;
        }
        const auto& name = row.code.empty() ? row.title : row.code;
        if (const auto value = look({m_cell.table, name, row.repeated, m_cell.column, m_cell.measure})) {
            sum = sum.value_or(Number{}) + *value;
        }
    }
    return sum;
}

std::string At::argument() const {
    const auto sign = m_cell.column.find(':');
    return sign == std::string::npos ? std::string{} : m_cell.column.substr(sign + 1);
}

Value At::over_columns(std::string_view key) const {
    Value sum;
    for (const auto& column : m_workings.layout(m_cell.table).columns) {
        if (column.column.key.starts_with(std::string(key) + ":")) {
            if (const auto value = here(column.column.key)) {
                sum = sum.value_or(Number{}) + *value;
            }
        }
    }
    return sum;
}

Value At::over_donors(std::string_view table, std::string_view column) const {
    Value sum;
    for (const auto& donor : donors()) {
        if (const auto value = of(table, donor, column)) {
            sum = sum.value_or(Number{}) + *value;
        }
    }
    return sum;
}

Donors At::donors() const {
    const auto& reference = Reference::builtin();
    auto more = row_donors(m_cell.table, m_cell.column, m_cell.row, sums().has(Measure::allocation));
    if (!more.empty()) {
        return more;
    }
    if (reference.donor(m_cell.row) != nullptr) {
        return {m_cell.row};
    }
    const auto day = cutoff_of(sums().intake());
    if (const auto* group = reference.group(m_cell.row)) {
        return group->members_on(day);
    }
    if (m_cell.row != "REST") {
        return {};
    }
    std::set<std::string> named;
    for (const auto& row : m_workings.layout(m_cell.table).rows) {
        const auto* group = reference.group(row.code);
        const auto members = group != nullptr ? group->members_on(day) : Donors{row.code};
        named.insert(members.begin(), members.end());
    }
    auto rest = sums().donors();
    std::erase_if(rest, [&](const std::string& donor) { return named.contains(donor); });
    return rest;
}

Value At::given() const {
    m_worked.given = true;
    return m_workings.published(m_cell);
}

}  // namespace pledgebook::tables
