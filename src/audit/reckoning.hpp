// The formulas of a release's workbook worked out, for the rules that look at formulas: made once, and used
// by one rule at a time.
#pragma once

#include "audit/evidence.hpp"
#include "core/audit_finding.hpp"
#include "formulas/calculation.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace pledgebook::audit {

struct Deviation;

// What a mended cell does to a published number.
struct Effect {
    Euros euros;     // by how much it changes, with its sign
    Place place;     // of the number
    double now = 0;  // in the unit of the table
    double then = 0;
};

class Reckoning {
public:
    explicit Reckoning(const Evidence& evidence);

    [[nodiscard]] const Evidence& evidence() const { return m_evidence; }
    [[nodiscard]] formulas::Spreadsheet& spreadsheet() { return m_spreadsheet; }
    [[nodiscard]] formulas::Calculation& values() { return m_values; }

    [[nodiscard]] Place place(formulas::Position at) const;
    // Nothing where the release has no such sheet.
    [[nodiscard]] std::optional<formulas::Position> position(const Place& place) const;

    // What a form would come to in a cell, as the workbook stands.
    formulas::Value at(std::uint32_t form, formulas::Position at);

    // The published amount in euros that changes most where these cells are changed; of equal changes that
    // of the first table and there of its total. Nothing where none does.
    std::optional<Effect> effect_of(const std::vector<formulas::Change>& changes);
    // Puts it into a finding.
    void add_effect(AuditFinding& finding, const std::vector<formulas::Change>& changes);

    // Published amounts of aid in euros (data/audit/published_aid.tsv): where they stand, and how many euros
    // one is.
    struct Published {
        std::uint32_t cell = 0;
        formulas::Position at;
        double scale = 1;
        const Figure* figure = nullptr;
    };
    [[nodiscard]] const std::vector<Published>& published() const { return m_published; }

    // For deviations() (formula_patterns.hpp), which searches once for all rules.
    [[nodiscard]] std::shared_ptr<const std::vector<Deviation>>& deviations() { return m_deviations; }

private:
    void find_published();

    const Evidence& m_evidence;
    formulas::Spreadsheet m_spreadsheet;
    formulas::Calculation m_values;
    std::shared_ptr<const std::vector<Deviation>> m_deviations;
    std::vector<Published> m_published;  // table by table, the country summary first; totals first
};

// A value of a spreadsheet as people write it: "30 666 666" is 30666666, an error its name, "" is (empty).
std::string shown(const formulas::Value& value);
// Euros from a spreadsheet's number, to four decimals. Nothing where it is too large for them.
std::optional<Euros> euros_from(double number);
// Equal but for the last digits of a double; an empty text is nothing.
bool same_value(const formulas::Value& a, const formulas::Value& b);
// How many euros one of that unit is: "€ billion" 1e9, "€" 1. Nothing for what is not euros.
std::optional<double> euros_in(std::string_view unit);

// Lets `look` look at the reckoning of that evidence, while no other rule does. Nothing is called where the
// source has no formulas.
void with_reckoning(const Evidence& evidence, const std::function<void(Reckoning&)>& look);

}  // namespace pledgebook::audit
