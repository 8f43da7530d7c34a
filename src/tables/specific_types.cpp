#include "tables/specific_types.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "tables/workings.hpp"

#include <set>

namespace pledgebook::tables {

namespace {

std::set<std::string> types_of(std::string_view what) {
    const Tsv file("data/tables/specific_types.tsv", data::file("tables/specific_types.tsv"));
    std::set<std::string> types;
    for (std::size_t row = 0; row < file.rows(); ++row) {
        if (file.cell(row, file.column("what")) == what) {
            for (const auto type : split(file.cell(row, file.column("types")), '|')) {
                types.insert(folded(type));
            }
        }
    }
    return types;
}

}  // namespace

Rule aid_of_type(std::string_view what) {
    return [types = types_of(what)](const At& at) -> Value {
        if (!at.sums().has_entries()) {
            return std::nullopt;
        }
        return at.sums().aid_where(at.donors(), at.measure(),
                                   [&](const FoldedEntry& each) { return types.contains(each.kind_text); });
    };
}

}  // namespace pledgebook::tables
