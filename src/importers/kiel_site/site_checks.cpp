// Sums that the site feed gives twice: do they agree?
#include "importers/kiel_site/site_rows.hpp"

#include <fmt/format.h>

#include <map>

namespace pledgebook::importers::site {

namespace {

// The feed is rounded to six places of billions: each number may be off by 500 euros.
constexpr std::int64_t rounding_euros = 500;

bool differ(Decimal a, Decimal b, std::int64_t numbers) {
    const auto difference = a - b;
    const auto allowed = Decimal::from_integer(rounding_euros * numbers);
    return difference > allowed || -difference > allowed;
}

struct MonthSum {
    Decimal euros;
    std::int64_t rows = 0;
};

// (field, month) -> sum over the donors
using Sums = std::map<std::pair<std::string, Month>, MonthSum>;

void add(Sums& sums, const std::string& field, Month month, Decimal value) {
    auto& sum = sums[{field, month}];
    sum.euros += value;
    ++sum.rows;
}

void check_row(const Table& table, std::uint32_t row, Sums& sums, Intake& intake) {
    const auto month = table.month(row);
    Decimal parts;
    for (const auto& field : table.fields) {
        const auto value = table.number(row, field).value_or(Decimal{});
        if (field.use == "kind") {
            parts += value;
            if (month) {
                add(sums, field.name, *month, value);
            }
        }
    }
    const auto total = table.number(row, *table.field("total")).value_or(Decimal{});
    if (month) {
        add(sums, "total_allocations", *month, total);
    }
    if (differ(total, parts, 4)) {
        intake.findings.push_back(
            {"sum_differs",
             Finding::Weight::odd,
             fmt::format("the total is {} EUR, its kinds add up to {}", grouped(total, 0), grouped(parts, 0)),
             {table.sheet.name, row, table.header.column("total")},
             Euros(total - parts)});
    }
}

}  // namespace

void check_sums(const Table& data_explorer, const Table* total_allocations, Intake& intake) {
    Sums sums;
    for (const auto& row : data_explorer.sheet.rows) {
        if (row.number > data_explorer.header.row) {
            check_row(data_explorer, row.number, sums, intake);
        }
    }
    if (total_allocations == nullptr) {
        return;
    }
    for (const auto& row : total_allocations->sheet.rows) {
        const auto month =
            row.number > total_allocations->header.row ? total_allocations->month(row.number) : std::nullopt;
        for (const auto& field : total_allocations->fields) {
            const auto value = total_allocations->number(row.number, field);
            if (!month || field.use != "figure" || !value) {
                continue;
            }
            const auto sum = sums[{field.name, *month}];
            if (differ(*value, sum.euros, sum.rows + 1)) {
                intake.findings.push_back(
                    {"sum_differs",
                     Finding::Weight::odd,
                     fmt::format("{} of {} is {} EUR, the donors add up to {}", field.name, describe(*month),
                                 grouped(*value, 0), grouped(sum.euros, 0)),
                     {total_allocations->sheet.name, row.number,
                      total_allocations->header.column(field.name)},
                     Euros(*value - sum.euros)});
            }
        }
    }
}

}  // namespace pledgebook::importers::site
