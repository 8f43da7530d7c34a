// Evidence made by hand for tests of rules: sheets as lines of words, packages with a call each.
#pragma once

#include "audit/audit.hpp"
#include "audit/evidence.hpp"
#include "audit/rule.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pledgebook::audit::hand_made {

// A cell as a workbook holds it: a number where the text is one; a day "@2022-03-01"; a formula and what it
// gave "=A1+B1 -> 3" (nothing after the arrow: an empty text); text where it begins with ' or is none of
// those; an error where it begins with #. Empty text is no cell.
inline formats::Cell cell(std::uint32_t row, std::uint32_t column, std::string_view text) {
    formats::Cell made;
    made.row = row;
    made.column = column;
    made.type = formats::CellType::text;
    if (text.starts_with('=')) {
        const auto arrow = text.find(" -> ");
        const auto value = arrow == std::string_view::npos ? std::string_view{} : text.substr(arrow + 4);
        made = cell(row, column, value);
        made.type = value.empty() ? formats::CellType::text : made.type;
        made.formula = std::string(text.substr(1, arrow == std::string_view::npos ? arrow : arrow - 1));
        return made;
    }
    if (text.starts_with('@')) {
        made.type = formats::CellType::number;
        made.is_date = true;
        made.date = Date::parse(text.substr(1));
        made.text = std::to_string(made.date.value_or(Date{}).days_since_1970() + 25569);
        return made;
    }
    if (text.starts_with('#')) {
        made.type = formats::CellType::error;
    } else if (text.starts_with('\'')) {
        text.remove_prefix(1);
    } else if (Decimal::parse(text)) {
        made.type = formats::CellType::number;
    } else if (text.empty()) {
        made.type = formats::CellType::empty;
    }
    made.text = std::string(text);
    return made;
}

using Line = std::vector<std::string>;

class HandMade {
public:
    // The lines are rows 1, 2, …; their cells columns A, B, …
    HandMade& sheet(std::string name, const std::vector<Line>& lines) {
        formats::Sheet made;
        made.name = std::move(name);
        for (const auto& line : lines) {
            formats::Row row;
            row.number = static_cast<std::uint32_t>(made.rows.size() + 1);
            for (std::size_t at = 0; at < line.size(); ++at) {
                if (!line[at].empty()) {
                    row.cells.push_back(cell(row.number, static_cast<std::uint32_t>(at + 1), line[at]));
                }
            }
            made.rows.push_back(std::move(row));
        }
        m_sheets.push_back(std::move(made));
        return *this;
    }

    // An entry that stands in that row of the sheet; more of it is set by the caller.
    Entry& entry(std::string package, std::string donor, Kind kind, std::string_view euros,
                 std::string sheet = "MAIN DATA") {
        Entry made;
        made.package = std::move(package);
        made.line = 1;
        for (const auto& other : intake.entries) {
            made.line += other.package == made.package ? 1 : 0;
        }
        made.donor = donor;
        made.donor_text = std::move(donor);
        made.kind = kind;
        made.currency = Currency::eur();
        made.place = {std::move(sheet), static_cast<std::uint32_t>(intake.entries.size() + 2), 0};
        if (const auto value = Decimal::parse(euros)) {
            made.source_value = {Given::given, *value, {}};
            made.values.push_back(
                {Measure::commitment, Given::given, Amount{*value, {}}, Euros(*value), made.place});
        }
        intake.entries.push_back(std::move(made));
        return intake.entries.back();
    }

    void figure(std::string table, const std::string& row, std::string column, std::string unit,
                std::string value, Place place) {
        intake.figures.push_back({std::move(table),
                                  row,
                                  row,
                                  std::move(column),
                                  std::move(unit),
                                  std::move(value),
                                  {},
                                  std::move(place)});
    }

    void covers(std::string_view first, std::string_view last) {
        intake.release.begins = Date::parse(first);
        intake.release.cutoff = Date::parse(last);
    }

    [[nodiscard]] Evidence evidence() const { return Evidence(intake, m_sheets); }

    Intake intake;

private:
    std::vector<formats::Sheet> m_sheets;
};

}  // namespace pledgebook::audit::hand_made
