#include "tables/refusals.hpp"

namespace pledgebook::tables {

std::string needs_entries(const Sums& sums) {
    return sums.has_entries() ? "" : "it gives sums by donor and month, without items and finer types of aid";
}

std::string needs_its_sheet(const Sums&) {
    return "it does not publish the sheet on which the table's inputs are typed";
}

}  // namespace pledgebook::tables
