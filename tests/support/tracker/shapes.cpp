#include "support/tracker/columns.hpp"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

namespace pledgebook::test_support {

namespace {

using Sheets = std::vector<SheetShape>;

const std::string main_sheet = "Bilateral Assistance, MAIN DATA";
constexpr std::array<std::string_view, 3> kinds{"Military", "Financial", "Humanitarian"};

void add_beginning(Sheets& sheets, unsigned summary_row) {
    sheets.push_back({"ReadMe", Layout::readme, 1});
    sheets.push_back({"Updates and Corrections", Layout::updates, 1});
    sheets.push_back({main_sheet, Layout::ledger, 1});
    sheets.push_back({"Country Summary (€)", Layout::country_summary, summary_row});
    sheets.push_back({"Country Summary ($)", Layout::country_summary, summary_row, {}, {}, true});
}

void add_months(Sheets& sheets, std::string_view measure) {
    sheets.push_back({fmt::format("{}s per Month (€)", measure), Layout::by_month, 11, {}, measure});
    for (const auto kind : kinds) {
        sheets.push_back({fmt::format("{} {}. per Month (€)", kind, measure.substr(0, 5)), Layout::by_month,
                          11, kind, measure});
    }
    sheets.push_back(
        {fmt::format("{}s by type and month", measure), Layout::by_type_and_month, 8, {}, measure});
}

void add_auxiliary(Sheets& sheets) {
    sheets.push_back({"Financial disb per Month (€)", Layout::disbursements, 11});
    sheets.push_back({"EU Aid Shares", Layout::aid_shares, 9});
    sheets.push_back({"EIB Aid Shares", Layout::aid_shares, 9});
    sheets.push_back({"Exchange Rates (time series)", Layout::rates_series, 3});
    sheets.push_back({"Exchange Rates (current)", Layout::rates, 2});
    sheets.push_back({"Price List, Weapons & Items", Layout::prices, 1});
    sheets.push_back({"Committed weapons", Layout::weapons, 1});
    sheets.push_back({"Delivered weapons", Layout::weapons, 1});
    sheets.push_back({"Weapons by donor and month", Layout::weapons, 1});
}

// "Fig 1. Allocated over time" and on, up to the number of sheets that is reported.
void add_figures(Sheets& sheets, std::size_t number) {
    static const std::array<std::string_view, 4> subjects{"Ranking", "Aid by type", "Aid over time",
                                                          "Aid by quarter"};
    for (unsigned figure = 1; sheets.size() < number; ++figure) {
        const auto subject = subjects.at(figure % subjects.size());
        const auto layout = figure % 2 == 0 ? Layout::ranking : Layout::by_type_and_month;
        const auto measure = figure % 3 == 0 ? "Commitment" : "Allocation";
        const auto name =
            fmt::format("Fig {}. {} {}", figure, subject, figure % 3 == 0 ? "(comm.)" : "(alloc.)");
        sheets.push_back({name, figure % 11 == 10 ? Layout::notes : layout, 7, {}, measure});
    }
}

TrackerShape old_shape() {
    TrackerShape shape{"13", "May 31, 2023", 17, 1900, 1, 1, false, false, false, ledger_columns("13"), {}};
    shape.sheets = {{"ReadMe", Layout::readme, 1},
                    {"Updates and Corrections", Layout::updates, 1},
                    {main_sheet, Layout::ledger, 1},
                    {"Country Summary (€)", Layout::country_summary, 11, {}, "Commitment"},
                    {"Commitments per Month", Layout::by_month, 11, {}, "Commitment"},
                    {"EU aid shares", Layout::aid_shares, 6},
                    {"EIB aid shares", Layout::aid_shares, 6},
                    {"Exchange rates", Layout::rates, 2},
                    {"Price List, Weapons & Items", Layout::prices, 1},
                    {"Committed weapons", Layout::weapons, 1}};
    for (unsigned figure = 1; figure <= 20; ++figure) {
        shape.sheets.push_back(
            {fmt::format("Figure {} Ranking", figure), Layout::ranking, 4, {}, "Commitment"});
    }
    return shape;
}

TrackerShape new_shape(TrackerShape shape, unsigned summary_row) {
    shape.columns = ledger_columns(shape.name);
    add_beginning(shape.sheets, summary_row);
    shape.sheets.at(2).header_row = shape.ledger_header_row;
    add_months(shape.sheets, "Allocation");
    add_months(shape.sheets, "Commitment");
    add_auxiliary(shape.sheets);
    add_figures(shape.sheets, 80);
    return shape;
}

}  // namespace

const std::vector<std::string_view>& tracker_shape_names() {
    static const std::vector<std::string_view> names{"13", "19", "21", "25", "28", "30"};
    return names;
}

TrackerShape tracker_shape(std::string_view name) {
    if (name == "13") {
        return old_shape();
    }
    if (name == "19") {
        return new_shape({"19", "August 31, 2024", 32, 3400, 1, 1, false, true, false, {}, {}}, 8);
    }
    if (name == "21") {
        return new_shape({"21", "December 31, 2024", 36, 4044, 1, 1, false, true, false, {}, {}}, 8);
    }
    if (name == "25") {
        return new_shape({"25", "August 31, 2025", 44, 4900, 3, 2, true, true, false, {}, {}}, 8);
    }
    if (name == "28") {
        return new_shape({"28", "February 28, 2026", 50, 5600, 1, 1, true, true, true, {}, {}}, 8);
    }
    if (name == "30") {
        return new_shape({"30", "April 30, 2026", 52, 5800, 1, 1, true, true, true, {}, {}}, 8);
    }
    throw std::invalid_argument(fmt::format("there is no shape '{}'", name));
}

}  // namespace pledgebook::test_support
