#include "formats/xlsx/formulas.hpp"

#include "core/error.hpp"
#include "formats/xlsx/formula.hpp"
#include "formats/xlsx/strings.hpp"
#include "formats/xlsx/xml.hpp"

#include <fmt/format.h>
#include <charconv>
#include <functional>

namespace pledgebook::formats::xlsx {

namespace {

// Looks through a sheet for nothing but the cells that define a shared formula.
class DefinitionHandler : public XmlHandler {
public:
    explicit DefinitionHandler(std::function<void(std::uint32_t, CellName, std::string)> found)
        : m_found(std::move(found)) {}

    void start(const XmlElement& element) override {
        if (element.space != Space::main) {
            return;
        }
        if (element.name == "c") {
            m_cell = parse_cell_name(element.attribute("r").value_or(""));
        } else if (element.name == "f") {
            m_in_formula = element.attribute("t") == "shared";
            const auto group = element.attribute("si").value_or("");
            m_group = 0;
            std::from_chars(group.data(), group.data() + group.size(), m_group);
            m_formula.clear();
        }
    }
    void end(Space space, std::string_view name) override {
        if (space == Space::main && name == "f" && m_in_formula) {
            m_in_formula = false;
            if (m_cell && !m_formula.empty()) {
                m_found(m_group, *m_cell, unescape_text(m_formula));
            }
        }
    }
    void text(std::string_view piece) override {
        if (m_in_formula) {
            m_formula += piece;
        }
    }

private:
    std::function<void(std::uint32_t, CellName, std::string)> m_found;
    std::optional<CellName> m_cell;
    std::string m_formula;
    std::uint32_t m_group = 0;
    bool m_in_formula = false;
};

}  // namespace

void Formulas::define_shared(std::uint32_t group, CellName at, std::string formula) {
    m_shared.insert_or_assign(group, Shared{at, std::move(formula)});
}

std::string Formulas::shared(std::uint32_t group, CellName at) {
    auto found = m_shared.find(group);
    if (found == m_shared.end() && !m_searched) {
        m_searched = true;
        DefinitionHandler handler([this](std::uint32_t later, CellName where, std::string formula) {
            m_shared.try_emplace(later, Shared{where, std::move(formula)});
        });
        parse_xml(m_bytes, handler, m_limits);
        found = m_shared.find(group);
    }
    if (found == m_shared.end()) {
        throw Error(fmt::format("the cell shares formula {}, which no cell of the sheet defines", group),
                    "Open the file in a spreadsheet program and save it as .xlsx.");
    }
    const auto& [master, formula] = found->second;
    return shift_formula(formula, std::int64_t{at.row} - master.row, std::int64_t{at.column} - master.column);
}

void Formulas::define_array(const Range& range, std::string formula) {
    m_arrays.insert_or_assign(range.first_column, Array{range, std::move(formula)});
}

const std::string* Formulas::array_at(CellName at) {
    while (true) {
        auto found = m_arrays.upper_bound(at.column);
        if (found == m_arrays.begin()) {
            return nullptr;
        }
        --found;
        const auto& range = found->second.range;
        if (range.last_row >= at.row) {
            const bool inside = at.row >= range.first_row && at.column <= range.last_column;
            return inside ? &found->second.formula : nullptr;
        }
        m_arrays.erase(found);  // it lies above; in all but odd files rows ascend
    }
}

}  // namespace pledgebook::formats::xlsx
