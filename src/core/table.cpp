#include "core/table.hpp"

namespace pledgebook {

std::optional<Number> TableCell::difference() const {
    const auto& ours = state == State::typed ? rule : value;
    if (!ours || !published) {
        return std::nullopt;
    }
    return *published - *ours;
}

std::size_t Table::count(TableCell::State state) const {
    std::size_t cells = 0;
    for (const auto& row : rows) {
        for (const auto& cell : row.cells) {
            cells += cell.state == state ? 1 : 0;
        }
    }
    return cells;
}

std::string_view to_string(TableCell::State state) {
    switch (state) {
        case TableCell::State::empty:
            return "empty";
        case TableCell::State::computed:
            return "computed";
        case TableCell::State::equal:
            return "equal";
        case TableCell::State::given:
            return "given";
        case TableCell::State::typed:
            return "typed";
        case TableCell::State::differs:
            return "differs";
        case TableCell::State::unruled:
            return "no rule";
    }
    return "";
}

}  // namespace pledgebook
