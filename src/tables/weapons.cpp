#include "tables/weapons.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "tables/column_words.hpp"

#include <set>

namespace pledgebook::tables {

namespace {

const Tsv& words() {
    static const Tsv file("data/tables/weapons.tsv", data::file("tables/weapons.tsv"));
    return file;
}

std::vector<std::string> listed(std::string_view weapons, std::string_view column) {
    std::vector<std::string> list;
    for (std::size_t row = 0; row < words().rows(); ++row) {
        if (words().cell(row, words().column("weapons")) == weapons) {
            for (const auto each : split(words().cell(row, words().column(column)), '|')) {
                list.emplace_back(each);
            }
        }
    }
    return list;
}

}  // namespace

std::optional<std::string> weapons_named(std::string_view name) {
    const auto text = header_words(name);
    for (std::size_t row = 0; row < words().rows(); ++row) {
        for (const auto spelling : split(words().cell(row, words().column("spellings")), '|')) {
            if (header_words(spelling) == text) {
                return std::string(words().cell(row, words().column("weapons")));
            }
        }
    }
    return std::nullopt;
}

Number units_of_weapons(const Sums& sums, const Donors& donors, std::string_view weapons, bool delivered) {
    std::set<std::string> types;
    auto sorts = weapon_parts(weapons);
    sorts.emplace_back(weapons);
    for (const auto& sort : sorts) {
        for (const auto& type : listed(sort, "sub_types")) {
            types.insert(folded(type));
        }
    }
    return sums.units_where(donors, delivered,
                            [&](const FoldedEntry& each) { return types.contains(each.sub_type); });
}

std::vector<std::string> weapon_parts(std::string_view weapons) {
    return listed(weapons, "parts");
}

std::vector<std::string> stock_headers(std::string_view weapons) {
    return listed(weapons, "stocks");
}

}  // namespace pledgebook::tables
