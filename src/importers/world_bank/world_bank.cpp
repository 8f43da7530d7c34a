// GDP and population of the donors from the World Bank's CSV files.
#include "core/error.hpp"
#include "core/reference.hpp"
#include "formats/csv.hpp"
#include "importers/cell_tally.hpp"
#include "importers/importer.hpp"
#include "importers/quantity.hpp"
#include "importers/torn_csv.hpp"
#include "importers/world_bank/world_bank_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace pledgebook::importers {

const Importer& world_bank();

namespace {

using namespace world_bank_table;

bool recognises(const Source& source) {
    if (source.folder || source.files.size() != 1 ||
        formats::sniff(source.files.front().bytes) != formats::FileType::text) {
        return false;
    }
    try {
        return table_of(formats::read_csv(source.files.front().bytes)).has_value();
    } catch (const Error&) {
        return false;
    }
}

class TableReader {
public:
    TableReader(const formats::Sheet& sheet, const Table& table) : m_sheet(sheet), m_table(table) {}

    Intake read(std::string_view file_name) {
        std::optional<Indicator> guessed;
        for (const auto& point : m_table.points) {
            if (point.indicator.empty() && !guessed) {
                guessed = guessed_indicator(m_table, file_name, m_intake.findings);
                if (!guessed) {
                    throw Error("the file does not say whether its values are GDPs or populations",
                                "Take the World Bank's own file, which names its indicator, or call this one "
                                "gdp.csv or population.csv.");
                }
            }
            read_point(point, point.indicator.empty() ? guessed : indicator_of(point.indicator));
        }
        count_cells();
        name_release();
        return std::move(m_intake);
    }

private:
    void read_point(const Point& point, const std::optional<Indicator>& indicator) {
        if (!indicator) {
            m_other_indicators.insert(point.value->row);
            return;
        }
        if (Reference::builtin().donor(point.code) == nullptr) {
            return;
        }
        const auto value = read_number(point.value->text);
        if (!value) {
            m_intake.findings.push_back({"text_in_number",
                                         Finding::Weight::wrong,
                                         fmt::format("'{}' stands where a number belongs", point.value->text),
                                         {m_sheet.name, point.value->row, point.value->column},
                                         {}});
            return;
        }
        m_titles.insert(indicator->title);
        m_labels.insert(indicator->what == Macro::What::gdp ? "gdp" : "population");
        m_last_year = std::max(m_last_year, point.year);
        m_used_rows.insert(point.value->row);
        m_intake.macro.push_back({point.code,
                                  indicator->what,
                                  point.year,
                                  *value,
                                  indicator->what == Macro::What::gdp ? Currency::parse("USD") : std::nullopt,
                                  {m_sheet.name, point.value->row, point.value->column}});
    }

    void count_cells() {
        tally(m_intake.cells, m_sheet, [this](const formats::Row& row, const formats::Cell&) -> std::string {
            if (row.number == m_table.header_row || m_used_rows.contains(row.number)) {
                return {};
            }
            if (row.number < m_table.header_row) {
                return "above the table";
            }
            return m_other_indicators.contains(row.number) ? "an indicator that is not taken in"
                                                           : "countries and regions that are no donor";
        });
    }

    void name_release() {
        auto& release = m_intake.release;
        release.series = "world-bank";
        if (m_labels.empty()) {
            throw Error("the file holds no GDP and no population of a donor",
                        "Donors are known by their ISO 3166 codes in the column 'Country Code'.");
        }
        for (const auto& label : m_labels) {
            release.label += label + "-";
        }
        release.label += std::to_string(m_last_year);
        release.title = "World Bank:";
        for (const auto& title : m_titles) {
            release.title += (release.title.back() == ':' ? " " : "; ") + title;
        }
        release.cutoff = Date::from(m_last_year, 12, 31);
    }

    const formats::Sheet& m_sheet;
    const Table& m_table;
    std::set<std::uint32_t> m_used_rows;
    std::set<std::uint32_t> m_other_indicators;
    std::set<std::string> m_titles;
    std::set<std::string> m_labels;
    int m_last_year = 0;
    Intake m_intake;
};

Intake take_in(const Source& source, const Progress& progress) {
    if (progress) {
        progress("the table", -1);
    }
    const auto& file = source.files.front();
    const auto sheet = formats::read_csv(file.bytes);
    refuse_torn(sheet);
    const auto table = table_of(sheet);
    if (!table) {
        throw Error(
            "it has no table of the World Bank",
            "Its header has 'Country Name', 'Country Code' and either 'Year' and 'Value' or the years.");
    }
    return TableReader(sheet, *table).read(file.name);
}

}  // namespace

const Importer& world_bank() {
    static const Importer importer{"world_bank", "GDP or population by country from the World Bank (CSV)",
                                   recognises, take_in};
    return importer;
}

}  // namespace pledgebook::importers
