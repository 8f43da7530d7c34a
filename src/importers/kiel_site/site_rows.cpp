#include "importers/kiel_site/site_rows.hpp"

#include "core/reference.hpp"
#include "importers/cell_tally.hpp"
#include "importers/column_fates.hpp"
#include "importers/quantity.hpp"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <set>

namespace pledgebook::importers::site {

namespace {

constexpr std::string_view gdp_use = "gdp ";  // "gdp 2021"

class RowReader {
public:
    RowReader(const Table& table, Intake& intake) : m_table(table), m_intake(intake) {}

    void read(std::uint32_t row) {
        m_row = row;
        m_month = m_table.month(row);
        m_donor = m_table.donor(row);
        m_name = std::string(m_table.text(row, m_table.header.column("country") != 0 ? "country" : "donor"));
        if (!names_are_known()) {
            return;
        }
        check_names();
        check_second();
        for (const auto& field : m_table.fields) {
            if (field.use == "kind") {
                observe(field, Measure::allocation, parse_kind(field.name));
            } else if (field.use == "commitment") {
                observe(field, Measure::commitment, std::nullopt);
            } else if (field.use.starts_with(gdp_use)) {
                read_gdp(field);
            } else if (field.use == "figure") {
                keep_figure(field);
            }
        }
    }

private:
    bool names_are_known() {
        const bool has_donor = m_table.header.column("country") != 0 || m_table.header.column("donor") != 0;
        if (has_donor && m_donor.empty()) {
            find("unknown_donor", fmt::format("'{}' is no known donor; it is in no donor's total", m_name),
                 0);
        }
        if (m_table.header.column("month") != 0 && !m_month) {
            find("unreadable_date", "the row is of no month that can be read; it is left out", 0);
            return false;
        }
        return true;
    }

    // The code counts; where it and the name say two things, one of them is a slip.
    void check_names() {
        const auto& reference = Reference::builtin();
        const auto iso = std::string(m_table.text(m_row, "iso"));
        const auto by_code = reference.code_of(iso);
        const auto by_name = reference.code_of(m_name);
        const auto column = m_table.header.column("iso");
        if (iso.empty() || m_donor.empty() || m_name.empty()) {
            return;
        }
        if (!by_code) {
            find("donor_contradicted",
                 fmt::format("'{}' is the code of no known donor; the name '{}' is taken", iso, m_name),
                 column);
        } else if (by_name && *by_name != m_donor) {
            find("donor_contradicted",
                 fmt::format("the row is of '{}' by its name, of {} by its code; the code is taken", m_name,
                             iso),
                 column);
        }
    }

    // Of a donor's month the feed has one row; what a second one says is added to it.
    void check_second() {
        if (!m_month || m_name.empty() || m_table.field("total") == nullptr) {
            return;
        }
        const auto who = m_donor.empty() ? m_name : m_donor;
        const auto [first, fresh] = m_rows.emplace(std::pair(who, *m_month), m_row);
        if (!fresh) {
            const auto total = m_table.number(m_row, *m_table.field("total"));
            find("second_row",
                 fmt::format("a second row of {} in {}, beside row {}; both are counted", m_name,
                             describe(*m_month), first->second),
                 0);
            m_intake.findings.back().effect = total ? std::optional(Euros(*total)) : std::nullopt;
        }
    }

    void find(std::string_view rule, std::string what, std::uint32_t column) {
        m_intake.findings.push_back({std::string(rule),
                                     Finding::Weight::wrong,
                                     std::move(what),
                                     {m_table.sheet.name, m_row, column},
                                     {}});
    }

    [[nodiscard]] Place place(const Field& field) const {
        return {m_table.sheet.name, m_row, m_table.header.column(field.name)};
    }

    std::optional<Decimal> number(const Field& field) {
        const auto value = m_table.number(m_row, field);
        const auto text = m_table.text(m_row, field.name);
        if (!value && !text.empty() && text != "NA") {  // NA: how R writes that there is nothing
            find("text_in_number", fmt::format("'{}' stands where a number belongs", text),
                 place(field).column);
        }
        return value;
    }

    void observe(const Field& field, Measure measure, std::optional<Kind> kind) {
        const auto value = number(field);
        if (value && *value < Decimal{}) {
            find("negative_amount", "the amount is negative", place(field).column);
            m_intake.findings.back().weight = Finding::Weight::odd;
            m_intake.findings.back().effect = Euros(*value);
        }
        if (value && *value != Decimal{}) {
            m_intake.observations.push_back(
                {m_donor, m_name, *m_month, kind, measure, Euros(*value), place(field)});
        }
    }

    // The site repeats a donor's GDP on each of its rows.
    void read_gdp(const Field& field) {
        const auto value = number(field);
        if (!value || *value == Decimal{} || m_donor.empty()) {
            return;
        }
        const auto [known, added] = m_gdp.emplace(m_donor, *value);
        if (!added) {
            if (known->second != *value && m_gdp_told.insert(m_donor).second) {
                find("gdp_differs", fmt::format("the GDP of {} differs between its rows", m_name),
                     place(field).column);
            }
            return;
        }
        int year = 0;
        const auto digits = std::string_view(field.use).substr(gdp_use.size());
        std::from_chars(digits.data(), digits.data() + digits.size(), year);
        m_intake.macro.push_back(
            {m_donor, Macro::What::gdp, year, *value, read_unit(field.unit)->currency, place(field)});
    }

    void keep_figure(const Field& field) {
        const auto text = m_table.text(m_row, field.name);
        if (text.empty()) {
            return;
        }
        const auto month = m_month ? to_string(*m_month) : std::string{};
        const std::string part(m_table.text(m_row, "category"));
        const auto words = m_name.empty() ? month : (month.empty() ? m_name : m_name + " " + month);
        m_intake.figures.push_back({m_table.name,
                                    m_donor.empty() ? words : m_donor,
                                    words,
                                    part.empty() ? field.name : part + ": " + field.name,
                                    field.unit,
                                    std::string(text),
                                    {},
                                    place(field)});
    }

    const Table& m_table;
    Intake& m_intake;
    std::uint32_t m_row = 0;
    std::optional<Month> m_month;
    std::string m_donor;
    std::string m_name;
    std::map<std::string, Decimal> m_gdp;
    std::set<std::string> m_gdp_told;  // whose GDP was found to differ
    std::map<std::pair<std::string, Month>, std::uint32_t> m_rows;
};

}  // namespace

void read_table(const Table& table, Intake& intake) {
    RowReader reader(table, intake);
    for (const auto& row : table.sheet.rows) {
        if (row.number > table.header.row && table.name != "release_info") {
            reader.read(row.number);
        }
    }
    ColumnFates fates(table.sheet, table.header, "importers/kiel_site_aside.tsv", intake.findings);
    tally(intake.cells, table.sheet,
          [&](const formats::Row&, const formats::Cell& cell) { return fates.reason(cell.column); });
}

}  // namespace pledgebook::importers::site
