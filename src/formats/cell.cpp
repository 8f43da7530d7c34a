#include "formats/cell.hpp"

#include "formats/xlsx/number_format.hpp"

#include <algorithm>

namespace pledgebook::formats {

const Row* Sheet::row(std::uint32_t number) const {
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), number,
                         [](const Row& each, std::uint32_t wanted) { return each.number < wanted; });
    return found != rows.end() && found->number == number ? &*found : nullptr;
}

const Cell* Sheet::at(std::uint32_t row_number, std::uint32_t column) const {
    const auto* found_row = row(row_number);
    if (found_row == nullptr) {
        return nullptr;
    }
    const auto found =
        std::lower_bound(found_row->cells.begin(), found_row->cells.end(), column,
                         [](const Cell& each, std::uint32_t wanted) { return each.column < wanted; });
    return found != found_row->cells.end() && found->column == column ? &*found : nullptr;
}

std::optional<Date> Sheet::day_of(std::string_view number) const {
    return xlsx::date_of_serial(number, from_1904);
}

}  // namespace pledgebook::formats
