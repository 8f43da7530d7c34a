// The ECB's euro reference rates, all days since 1999 (eurofxref-hist), as the zip or the CSV file in it.
#include "core/error.hpp"
#include "formats/csv.hpp"
#include "formats/zip.hpp"
#include "importers/cell_tally.hpp"
#include "importers/column_words.hpp"
#include "importers/importer.hpp"
#include "importers/torn_csv.hpp"

#include <fmt/format.h>

#include <map>

namespace pledgebook::importers {

const Importer& ecb_rates();

namespace {

constexpr std::string_view no_rate = "N/A";
constexpr std::size_t fewest_currencies = 5;  // in the header, beside "Date"

using Columns = std::map<std::uint32_t, Currency>;

// The currencies of the header row; nothing where the sheet is no table of rates.
std::optional<Columns> currencies_of(const formats::Sheet& sheet) {
    if (sheet.rows.size() < 2 || header_key(text_at(sheet, sheet.rows.front().number, 1)) != "date") {
        return std::nullopt;
    }
    Columns columns;
    for (const auto& cell : sheet.rows.front().cells) {
        const auto currency = Currency::parse(cell.text);
        if (cell.column > 1 && currency) {
            columns.emplace(cell.column, *currency);
        } else if (cell.column > 1 && !trimmed(cell.text).empty()) {
            return std::nullopt;
        }
    }
    const bool day_below = Date::parse(text_at(sheet, sheet.rows[1].number, 1)).has_value();
    return columns.size() >= fewest_currencies && day_below ? std::optional(columns) : std::nullopt;
}

// The sheet of the CSV file, which may lie alone in a zip; nothing where there is none.
std::optional<formats::Sheet> sheet_of(const Source& source) {
    if (source.folder || source.files.size() != 1) {
        return std::nullopt;
    }
    const auto& file = source.files.front();
    const auto type = formats::sniff(file.bytes);
    if (type == formats::FileType::text) {
        return formats::read_csv(file.bytes);
    }
    if (type != formats::FileType::zip) {
        return std::nullopt;
    }
    const auto files = formats::read_zip(file.bytes);
    if (files.size() != 1 || formats::sniff(files.front().bytes) != formats::FileType::text) {
        return std::nullopt;
    }
    return formats::read_csv(files.front().bytes);
}

bool recognises(const Source& source) {
    try {
        const auto sheet = sheet_of(source);
        return sheet && currencies_of(*sheet);
    } catch (const Error&) {
        return false;
    }
}

class RatesReader {
public:
    RatesReader(const formats::Sheet& sheet, Columns columns)
        : m_sheet(sheet), m_columns(std::move(columns)) {}

    Intake read() {
        tally(m_intake.cells, m_sheet,
              [this](const formats::Row& row, const formats::Cell& cell) { return read_cell(row, cell); });
        auto& release = m_intake.release;
        release.series = "ecb";
        release.cutoff = m_last;
        release.begins = m_first;
        release.label = m_last ? to_string(*m_last) : std::string{};
        release.title = m_last ? "ECB euro reference rates up to " + describe(*m_last) : std::string{};
        return std::move(m_intake);
    }

private:
    std::string read_cell(const formats::Row& row, const formats::Cell& cell) {
        if (row.number == m_sheet.rows.front().number) {
            return {};
        }
        if (cell.column == 1) {
            m_day = Date::parse(trimmed(cell.text));
            if (!m_day) {
                find("unreadable_date", fmt::format("'{}' is no day; its rates are left out", cell.text),
                     cell);
                return "rows without a day";
            }
            m_first = m_first ? std::min(*m_first, *m_day) : *m_day;
            m_last = m_last ? std::max(*m_last, *m_day) : *m_day;
            return {};
        }
        const auto currency = m_columns.find(cell.column);
        if (!m_day || currency == m_columns.end()) {
            return m_day ? "columns without a currency" : "rows without a day";
        }
        const auto text = trimmed(cell.text);
        if (text == no_rate || text.empty()) {
            return "no rate on that day (N/A)";
        }
        const auto rate = Rate::parse(text);
        if (!rate) {
            find("unreadable_rate", fmt::format("'{}' is no rate", text), cell);
            return "rates that cannot be read";
        }
        m_intake.day_rates.push_back({currency->second, *m_day, *rate});
        return {};
    }

    void find(std::string_view rule, std::string what, const formats::Cell& cell) {
        m_intake.findings.push_back({std::string(rule),
                                     Finding::Weight::wrong,
                                     std::move(what),
                                     {m_sheet.name, cell.row, cell.column},
                                     {}});
    }

    const formats::Sheet& m_sheet;
    Columns m_columns;
    std::optional<Date> m_day;
    std::optional<Date> m_first;
    std::optional<Date> m_last;
    Intake m_intake;
};

Intake take_in(const Source& source, const Progress& progress) {
    if (progress) {
        progress("exchange rates", -1);
    }
    const auto sheet = sheet_of(source);
    auto columns = sheet ? currencies_of(*sheet) : std::nullopt;
    if (columns) {
        refuse_torn(*sheet);
    } else {
        throw Error("it is no table of the ECB's reference rates",
                    "Its header is Date,USD,JPY,… and each row begins with a day like 2022-10-03.");
    }
    return RatesReader(*sheet, std::move(*columns)).read();
}

}  // namespace

const Importer& ecb_rates() {
    static const Importer importer{"ecb_rates", "the ECB's reference rates (eurofxref-hist, zip or CSV)",
                                   recognises, take_in};
    return importer;
}

}  // namespace pledgebook::importers
