// The columns of the ledger in each shape, from left to right.
#pragma once

#include "support/tracker/shape.hpp"

namespace pledgebook::test_support {

std::vector<LedgerColumn> ledger_columns(std::string_view shape);

}  // namespace pledgebook::test_support
