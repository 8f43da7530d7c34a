#include "formulas/spreadsheet.hpp"

#include "formulas/dependencies.hpp"

#include <set>

namespace pledgebook::formulas {

namespace {

// Functions that only ask where their argument is, not what is in it.
bool only_points(const std::string& name) {
    return name == "ROW" || name == "COLUMN" || name == "ROWS" || name == "COLUMNS";
}

std::set<std::uint32_t> pointed_at(const Formula& formula) {
    std::set<std::uint32_t> tokens;
    for (const auto& node : formula.nodes) {
        if (node.kind != Node::Kind::call || !only_points(formula.tokens[node.token].text)) {
            continue;
        }
        for (const auto child : node.children) {
            if (formula.nodes[child].kind == Node::Kind::reference) {
                tokens.insert(formula.nodes[child].token);
            }
        }
    }
    return tokens;
}

}  // namespace

Spreadsheet::Spreadsheet(const std::vector<formats::Sheet>& sheets) : m_grid(sheets) {
    m_form_of.assign(m_grid.size(), no_form);
    for (std::uint32_t cell = 0; cell < m_grid.size(); ++cell) {
        const auto& entry = m_grid.entry(cell);
        if (!entry.cell->formula.empty()) {
            m_form_of[cell] = add_form(entry.cell->formula, entry.at.row, entry.at.column);
        }
    }
    find_list_separator();
}

void Spreadsheet::find_list_separator() {
    std::set<std::uint32_t> lists;
    for (std::uint32_t form = 0; form < m_forms.size(); ++form) {
        for (const auto& token : m_forms[form].formula.tokens) {
            if (token.kind == Token::Kind::function && token.text == "ARRAYTOTEXT") {
                lists.insert(form);
            }
        }
    }
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    for (std::uint32_t cell = 0; cell < m_grid.size() && !lists.empty(); ++cell) {
        if (lists.contains(m_form_of[cell])) {
            const auto& text = m_grid.entry(cell).cell->text;
            const bool semicolon = text.find("; ") != std::string::npos;  // items may hold commas themselves
            semicolons += semicolon ? 1 : 0;
            commas += !semicolon && text.find(", ") != std::string::npos ? 1 : 0;
        }
    }
    m_list_separator = semicolons > commas ? ';' : ',';
}

Spreadsheet::Spreadsheet(Spreadsheet&&) noexcept = default;
Spreadsheet::~Spreadsheet() = default;

std::uint32_t Spreadsheet::need(Position at) {
    const auto cell = m_grid.need(at);
    if (cell >= m_form_of.size()) {
        m_form_of.resize(cell + 1, no_form);
    }
    return cell;
}

std::uint32_t Spreadsheet::form_of(std::uint32_t cell) const {
    return m_form_of[cell];
}

std::uint32_t Spreadsheet::form_at(Position at) const {
    const auto cell = m_grid.find(at);
    return cell ? m_form_of[*cell] : no_form;
}

std::uint32_t Spreadsheet::add_form(std::string_view formula, std::uint32_t row, std::uint32_t column) {
    auto tokens = tokens_of(formula, row, column);
    auto relative = relative_form(tokens);
    const auto next = static_cast<std::uint32_t>(m_forms.size());
    const auto [found, is_new] = m_by_text.emplace(relative, next);
    if (!is_new) {
        return found->second;
    }
    Form form;
    form.formula = parse(std::move(tokens));
    form.relative = std::move(relative);
    for (const auto& token : form.formula.tokens) {
        auto sheet = Form::own_sheet;
        if (token.kind == Token::Kind::reference && token.reference.has_sheet) {
            const auto index = m_grid.sheet_named(token.reference.sheet);
            sheet = index ? static_cast<std::int32_t>(*index) : Form::no_such_sheet;
        }
        form.sheets.push_back(sheet);
    }
    const auto left_out = pointed_at(form.formula);
    for (std::uint32_t token = 0; token < form.formula.tokens.size(); ++token) {
        if (form.formula.tokens[token].kind == Token::Kind::reference && !left_out.contains(token)) {
            form.reads.push_back(token);
        }
    }
    m_forms.push_back(std::move(form));
    return next;
}

std::string Spreadsheet::written_at(std::uint32_t form, Position at) const {
    return formulas::written_at(m_forms[form].formula.tokens, at.row, at.column);
}

std::optional<Area> Spreadsheet::area(const Form& form, std::uint32_t token, Position at) const {
    const auto sheet = form.sheets[token];
    auto area = form.formula.tokens[token].reference.area_from(at.row, at.column);
    if (!area || sheet == Form::no_such_sheet) {
        return std::nullopt;
    }
    area->sheet = sheet == Form::own_sheet ? at.sheet : static_cast<std::uint32_t>(sheet);
    return area;
}

std::vector<Area> Spreadsheet::areas(std::uint32_t number, Position at) const {
    const auto& form = m_forms[number];
    std::vector<Area> areas;
    areas.reserve(form.reads.size());
    for (const auto token : form.reads) {
        if (const auto found = area(form, token, at)) {
            areas.push_back(*found);
        }
    }
    return areas;
}

std::vector<bool> Spreadsheet::dependents(const std::vector<std::uint32_t>& cells) const {
    if (!m_dependencies) {
        m_dependencies = std::make_unique<Dependencies>(*this);
    }
    return m_dependencies->of(*this, cells);
}

}  // namespace pledgebook::formulas
