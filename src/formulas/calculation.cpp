#include "formulas/calculation.hpp"

#include "formulas/evaluator.hpp"

namespace pledgebook::formulas {

namespace {

constexpr int deepest = 40;  // nested calls for cells that were not foreseen (OFFSET)

const Value nothing{};

}  // namespace

Calculation::Calculation(Spreadsheet& spreadsheet)
    : m_spreadsheet(spreadsheet), m_states(grid().size()), m_values(grid().size()) {}

Calculation::Calculation(Calculation& base, const std::vector<Change>& changes)
    : m_spreadsheet(base.m_spreadsheet), m_base(&base) {
    std::vector<std::uint32_t> changed;
    for (const auto& change : changes) {
        const auto cell = m_spreadsheet.need(change.at);
        changed.push_back(cell);
        if (const auto* value = std::get_if<Value>(&change.to)) {
            m_values_set.emplace(cell, *value);
        } else {
            m_forms_set.emplace(cell, m_spreadsheet.add_form(std::get<std::string>(change.to), change.at.row,
                                                             change.at.column));
        }
    }
    m_touched = m_spreadsheet.dependents(changed);
    m_states.resize(grid().size());
    m_values.resize(grid().size());
    m_touched_columns.resize(grid().sheets().size());
    for (std::uint32_t cell = 0; cell < m_touched.size(); ++cell) {
        if (m_touched[cell]) {
            const auto& at = grid().entry(cell).at;
            m_touched_columns[at.sheet].insert(at.column);
        }
    }
}

bool Calculation::touched(std::uint32_t cell) const {
    return m_base == nullptr || (cell < m_touched.size() && m_touched[cell]);
}

bool Calculation::own(const Area& area) const {
    if (m_base == nullptr) {
        return true;
    }
    const auto& columns = m_touched_columns[area.sheet];
    const auto first = columns.lower_bound(area.first_column);
    return first != columns.end() && *first <= area.last_column;
}

std::uint32_t Calculation::form_of(std::uint32_t cell) const {
    if (m_values_set.contains(cell)) {
        return Spreadsheet::no_form;
    }
    const auto set = m_forms_set.find(cell);
    return set != m_forms_set.end() ? set->second : m_spreadsheet.form_of(cell);
}

const Value& Calculation::value(std::uint32_t cell) {
    if (!touched(cell)) {
        return m_base->value(cell);
    }
    if (cell >= m_values.size()) {
        return nothing;
    }
    if (m_states[cell] == State::fresh) {
        ensure(cell);
    } else if (m_states[cell] == State::working) {
        ++m_circles;
        static const Value circle = Value::unknown();
        return circle;
    }
    return m_values[cell];
}

Value Calculation::at(Position at) {
    const auto cell = grid().find(at);
    return cell ? value(*cell) : Value();
}

bool Calculation::worked_out(std::uint32_t cell) {
    value(cell);
    if (!touched(cell)) {
        return m_base->worked_out(cell);
    }
    return m_states[cell] == State::done && !m_values[cell].is_unknown();
}

// What a cell reads is worked out before it, from a list of our own: a column where each cell rests on the
// one above it would otherwise be as many calls deep as it is long.
void Calculation::ensure(std::uint32_t first) {
    if (m_depth >= deepest) {
        m_values[first] = Value::unknown();
        m_states[first] = State::done;
        return;
    }
    ++m_depth;
    std::vector<std::uint32_t> open{first};
    while (!open.empty()) {
        const auto cell = open.back();
        if (m_states[cell] == State::fresh) {
            m_states[cell] = State::working;
            push_precedents(cell, open);
            continue;
        }
        open.pop_back();
        if (m_states[cell] == State::working) {
            finish(cell);
        }
    }
    --m_depth;
}

void Calculation::push_precedents(std::uint32_t cell, std::vector<std::uint32_t>& open) {
    const auto form = form_of(cell);
    if (form == Spreadsheet::no_form) {
        return;
    }
    for (const auto& area : m_spreadsheet.areas(form, grid().entry(cell).at)) {
        if (area.single()) {
            const auto one = grid().find({area.sheet, area.first_row, area.first_column});
            if (one && touched(*one) && m_states[*one] == State::fresh) {
                open.push_back(*one);
            }
        } else if (own(area) && m_ready.insert(area).second) {
            push_area(area, open);
        }
    }
}

void Calculation::push_area(const Area& area, std::vector<std::uint32_t>& open) {
    grid().each(area, [&](std::uint32_t cell) {
        if (touched(cell) && cell < m_states.size() && m_states[cell] == State::fresh) {
            open.push_back(cell);
        }
    });
}

void Calculation::finish(std::uint32_t cell) {
    const auto& entry = grid().entry(cell);
    auto state = State::done;
    Value value;
    if (const auto set = m_values_set.find(cell); set != m_values_set.end()) {
        value = set->second;
    } else if (const auto form = form_of(cell); form != Spreadsheet::no_form) {
        value = Evaluator(*this, form, entry.at).result();
        if (value.is_unknown() && m_base == nullptr && entry.cell != nullptr) {
            value = stored_value(*entry.cell);
            state = State::fallback;
        }
    } else if (entry.cell != nullptr) {
        value = stored_value(*entry.cell);
    }
    m_values[cell] = std::move(value);
    m_states[cell] = state;
}

const Calculation::Index& Calculation::index(const Area& column, bool strict) {
    const std::pair key(column, strict);
    if (const auto found = m_indices.find(key); found != m_indices.end()) {
        return found->second;
    }
    const auto circles = m_circles;
    Index made;
    grid().each(column, [&](std::uint32_t cell) {
        const auto& held = value(cell);
        made.unknown = made.unknown || held.is_unknown();
        if (auto text = strict ? strict_key(held) : loose_key(held); !text.empty()) {
            made.rows[std::move(text)].push_back(grid().entry(cell).at.row - column.first_row);
        }
    });
    if (circles != m_circles) {
        m_passing = std::move(made);
        return m_passing;
    }
    return m_indices.emplace(key, std::move(made)).first->second;
}

const std::vector<std::uint32_t>& Calculation::rows_with(const Area& column, const std::string& strict_key) {
    static const Rows none;
    if (m_base != nullptr && !own(column)) {
        return m_base->rows_with(column, strict_key);
    }
    const auto& rows = index(column, true).rows;
    const auto found = rows.find(strict_key);
    return found == rows.end() ? none : found->second;
}

const std::vector<std::uint32_t>& Calculation::rows_where(const Area& column, const Criterion& criterion) {
    static const Rows none;
    if (m_base != nullptr && !own(column)) {
        return m_base->rows_where(column, criterion);
    }
    if (!criterion.key().empty()) {
        const auto& rows = index(column, false).rows;
        const auto found = rows.find(criterion.key());
        return found == rows.end() ? none : found->second;
    }
    const std::pair key(column, criterion.name());
    if (const auto found = m_found.find(key); found != m_found.end()) {
        return found->second;
    }
    const auto circles = m_circles;
    Rows rows;
    if (const auto used = grid().used(column)) {
        const bool empties = criterion.fits(Value());
        auto next = used->first_row;
        grid().each(*used, [&](std::uint32_t cell) {
            const auto row = grid().entry(cell).at.row;
            for (; empties && next < row; ++next) {
                rows.push_back(next - column.first_row);
            }
            if (criterion.fits(value(cell))) {
                rows.push_back(row - column.first_row);
            }
            next = row + 1;
        });
        for (; empties && next <= used->last_row; ++next) {
            rows.push_back(next - column.first_row);
        }
    }
    if (circles != m_circles) {
        m_passing_rows = std::move(rows);
        return m_passing_rows;
    }
    return m_found.emplace(key, std::move(rows)).first->second;
}

bool Calculation::holds_unknown(const Area& area) {
    if (m_base != nullptr && !own(area)) {
        return m_base->holds_unknown(area);
    }
    return index(area, false).unknown;
}

Value worked_out_at(Calculation& calculation, std::uint32_t form, Position at) {
    return Evaluator(calculation, form, at).result();
}

}  // namespace pledgebook::formulas
