// Releases made by hand for tests of tables.
#pragma once

#include "tables/workings.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace pledgebook::tables::hand_made {

class Release {
public:
    Release() {
        intake.release.id = "ust-t";
        intake.release.begins = Date::from(2022, 1, 24);
        intake.release.cutoff = Date::from(2022, 10, 3);
    }

    Entry& entry(std::string package, std::string donor, Kind kind, Measure measure, std::string_view euros) {
        Entry made;
        made.package = std::move(package);
        made.donor = donor;
        made.donor_text = std::move(donor);
        made.kind = kind;
        made.place = {"MAIN DATA", static_cast<std::uint32_t>(intake.entries.size() + 2), 0};
        made.values.push_back({measure, Given::given, {}, Euros(*Decimal::parse(euros)), made.place});
        intake.entries.push_back(std::move(made));
        return intake.entries.back();
    }
    Entry& commitment(std::string donor, Kind kind, std::string_view euros) {
        auto package = donor + std::to_string(intake.entries.size() + 1);
        return entry(std::move(package), std::move(donor), kind, Measure::commitment, euros);
    }

    // Columns are found by their number, so each header has its own.
    Release& figure(std::string table, std::string row, std::string column, std::string unit,
                    std::string value, std::string formula, Place place) {
        intake.figures.push_back({std::move(table), row, row, std::move(column), std::move(unit),
                                  std::move(value), std::move(formula), std::move(place)});
        return *this;
    }

    void rate(std::string_view currency, std::string_view rate) {
        intake.rates.push_back({*Currency::parse(currency), *Rate::parse(rate), {}});
    }

    [[nodiscard]] Table table(std::string_view name, Settings settings = {}) const {
        return worked_out(Workings(intake, {}, std::move(settings)), name);
    }

    Intake intake;
};

// The cell of that row (code or words) and column; a test that names none there fails by an exception.
inline TableCell cell(const Table& table, std::string_view row, std::string_view column,
                      std::optional<Measure> measure = {}) {
    for (const auto& each : table.rows) {
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            const auto& of = table.columns[at];
            if ((each.code == row || each.title == row) && of.key == column &&
                (!measure || of.measure == measure)) {
                return each.cells[at];
            }
        }
    }
    throw std::out_of_range(std::string(row) + "/" + std::string(column));
}

inline std::string value(const Table& table, std::string_view row, std::string_view column,
                         std::optional<Measure> measure = {}) {
    const auto found = cell(table, row, column, measure).value;
    return found ? to_string(*found) : "nothing";
}

}  // namespace pledgebook::tables::hand_made
