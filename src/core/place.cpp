#include "core/place.hpp"

namespace pledgebook {

std::string column_letters(std::uint32_t column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    }
    return letters;
}

std::string to_string(const Place& place) {
    const std::string sheet = place.sheet.empty() ? std::string{} : "'" + place.sheet + "'";
    if (place.row == 0) {
        return sheet;
    }
    if (place.column == 0) {
        return (sheet.empty() ? "" : sheet + " ") + "row " + std::to_string(place.row);
    }
    return (sheet.empty() ? "" : sheet + "!") + column_letters(place.column) + std::to_string(place.row);
}

}  // namespace pledgebook
