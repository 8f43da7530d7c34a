#include "core/reference.hpp"
#include "tables/all_tables.hpp"
#include "tables/group_aid.hpp"

namespace pledgebook::tables {

namespace {

std::vector<RowName> rows(const Sums&) {
    const auto& reference = Reference::builtin();
    return {{"USA", reference.name_of("USA")},
            {"EU", "EU members and institutions"},
            {"REST", "Other donor countries"},
            {"TOTAL", "Total"}};
}

}  // namespace

Definition us_vs_europe() {
    return {"us_vs_europe",
            "the United States, the EU with its institutions, and all other donors",
            {{"total", group_aid("total")}},
            rows};
}

}  // namespace pledgebook::tables
