#include "tables/donor_rows.hpp"

#include "core/reference.hpp"
#include "questions/economy.hpp"

namespace pledgebook::tables {

std::vector<RowName> countries(const Sums& sums) {
    std::vector<RowName> rows;
    for (const auto& donor : sums.donors()) {
        if (!questions::is_institution(donor)) {
            rows.push_back({donor, Reference::builtin().name_of(donor)});
        }
    }
    return rows;
}

std::vector<RowName> countries_institutions_total(const Sums& sums) {
    auto rows = countries(sums);
    rows.push_back({"EU_INSTITUTIONS", Reference::builtin().name_of("EU_INSTITUTIONS")});
    rows.push_back({"TOTAL", "Total"});
    return rows;
}

std::vector<RowName> countries_total(const Sums& sums) {
    auto rows = countries(sums);
    rows.push_back({"TOTAL", "Total"});
    return rows;
}

}  // namespace pledgebook::tables
