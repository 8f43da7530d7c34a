#include "tables/all_tables.hpp"
#include "tables/rules.hpp"
#include "tables/workings.hpp"

#include <fmt/format.h>

namespace pledgebook::tables {

namespace {

// The months in which the release has anything, and the three lines below them.
std::vector<RowName> months(const Sums& sums) {
    std::vector<RowName> rows;
    const auto& release = sums.intake().release;
    if (release.begins && release.cutoff) {
        for (Month month(*release.begins); month <= Month(*release.cutoff); month = month.plus(1)) {
            rows.push_back({to_string(month), to_string(month)});
        }
    }
    rows.push_back({"TRACKED", "Total of the months"});
    rows.push_back({"DATASET", "Total of the release"});
    rows.push_back({"UNTRACKED", "Difference: without a known month"});
    return rows;
}

// A month by its name alone is of the first year that the release covers.
std::optional<Month> month_of_row(const At& at) {
    if (const auto month = Month::parse(at.row())) {
        return month;
    }
    const auto number = month_number(at.row());
    const auto begins = at.sums().intake().release.begins;
    if (!number || !begins) {
        return std::nullopt;
    }
    const auto year = at.row().find("20");
    const int of = year == std::string::npos ? begins->year() : std::stoi(at.row().substr(year, 4));
    return Month(of, *number);
}

Rule amount(std::optional<Kind> kind, std::string_view column) {
    return [kind, column](const At& at) -> Value {
        const auto everyone = at.sums().donors();
        if (kind && !at.sums().split_by_kind(at.measure())) {
            return std::nullopt;
        }
        if (at.row() == "DATASET") {
            return at.sums().aid(everyone, kind, at.measure());
        }
        if (at.row() == "UNTRACKED") {
            const auto whole = at.of(at.table(), "DATASET", column);
            const auto tracked = at.of(at.table(), "TRACKED", column);
            return whole && tracked ? Value(*whole - *tracked) : std::nullopt;
        }
        if (at.row() == "TRACKED") {
            Value sum;
            for (const auto& row : at.workings().layout(at.table()).rows) {
                if (row.code != "DATASET" && row.code != "UNTRACKED" && row.code != "TRACKED") {
                    sum = added(sum, at.of(at.table(), row.code.empty() ? row.title : row.code, column));
                }
            }
            return sum;
        }
        const auto month = month_of_row(at);
        return month ? Value(at.sums().month(everyone, kind, at.measure(), *month)) : std::nullopt;
    };
}

}  // namespace

Definition aid_over_time() {
    return {"aid_over_time",
            "aid by month of announcement",
            {{"financial", amount(Kind::financial, "financial")},
             {"humanitarian", amount(Kind::humanitarian, "humanitarian")},
             {"military", amount(Kind::military, "military")},
             {"total", amount(std::nullopt, "total")}},
            months};
}

}  // namespace pledgebook::tables
