// Why a published cell is not what its rule gives: one sentence, from what can be shown.
#pragma once

#include "tables/workings.hpp"

#include <string>

namespace pledgebook::tables {

struct Reason {
    TableCell::Cause cause = TableCell::Cause::unexplained;
    std::string words;
};

Reason reason_of(const Workings& workings, const CellName& name, const LaidColumn& laid,
                 const TableCell& cell);

std::string typed_reason(const LaidColumn& laid, const TableCell& cell);

// A number in the unit of its column, with all the digits that it needs: "52.310711034692 € billion".
std::string shown(const TableUnit& unit, Number value);

}  // namespace pledgebook::tables
