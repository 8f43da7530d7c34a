// The World Bank's CSV files, whatever their shape, as one list of values; and which indicator they are of.
#pragma once

#include "core/finding.hpp"
#include "core/release.hpp"
#include "formats/cell.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::importers::world_bank_table {

struct Point {
    std::string code;       // of the country, as the bank writes it ("DEU")
    std::string indicator;  // "NY.GDP.MKTP.CD"; empty where the file does not say
    int year = 0;
    const formats::Cell* value = nullptr;
};

struct Table {
    std::uint32_t header_row = 0;
    std::vector<Point> points;
};

// The table in the sheet, which must outlive it; nothing where it is none of the bank's.
std::optional<Table> table_of(const formats::Sheet& sheet);

struct Indicator {
    Macro::What what = Macro::What::gdp;
    std::string title;
};

// By the indicator's code.
std::optional<Indicator> indicator_of(std::string_view code);

// For a file that does not name its indicator: people come in whole numbers below a hundred billion, money in
// fractions or in trillions. Where neither shows, the file's name is believed and a finding says so; nothing
// where that says nothing either.
std::optional<Indicator> guessed_indicator(const Table& table, std::string_view file_name,
                                           std::vector<Finding>& findings);

}  // namespace pledgebook::importers::world_bank_table
