#include "importers/kiel_site/site_rows.hpp"

#include "importers/cell_tally.hpp"
#include "importers/column_fates.hpp"
#include "importers/quantity.hpp"
#include "importers/written_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

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
            if (known->second != *value) {
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

void name_release(const Table& release_info, Intake& intake) {
    auto& release = intake.release;
    const auto row = release_info.header.row + 1;
    release.series = "ust";
    release.label = release_info.text(row, "release");
    release.title = release_info.text(row, "label");
    const auto period = read_written_date(release_info.text(row, "period"));
    const auto published = read_written_date(release_info.text(row, "date"));
    release.cutoff = period ? period->last() : std::nullopt;
    release.published = published ? published->first() : std::nullopt;
    const auto first =
        std::min_element(intake.observations.begin(), intake.observations.end(),
                         [](const Observation& a, const Observation& b) { return a.month < b.month; });
    const auto last =
        std::max_element(intake.observations.begin(), intake.observations.end(),
                         [](const Observation& a, const Observation& b) { return a.month < b.month; });
    if (first == intake.observations.end()) {
        return;
    }
    release.begins = first->month.first();
    if (!release.cutoff || *release.cutoff < last->month.first()) {
        intake.findings.push_back(
            {"cutoff_derived",
             Finding::Weight::odd,
             fmt::format("the period '{}' does not reach to the last month of the data, {}; that "
                         "month is taken",
                         release_info.text(row, "period"), describe(last->month)),
             {release_info.sheet.name, row, release_info.header.column("period")},
             {}});
        release.cutoff = last->month.last();
    }
}

}  // namespace pledgebook::importers::site
