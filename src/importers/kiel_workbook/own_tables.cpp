#include "importers/kiel_workbook/own_tables.hpp"

#include "importers/kiel_workbook/sheet_roles.hpp"

#include <fmt/format.h>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

// "sheet 'Fig 31. Drones' is not known; kept as figures of 'sheet_fig_31_drones'"
std::string kept(const std::vector<std::string>& sheets, std::string_view one, std::string_view many) {
    if (sheets.size() == 1) {
        return fmt::format("sheet '{}' {}; kept as figures of '{}'", sheets.front(), one,
                           table_of_unknown(sheets.front()));
    }
    return fmt::format("{} sheets {}; kept as figures of tables of their own ('{}' and so on): '{}'",
                       sheets.size(), many, table_of_unknown(sheets.front()), fmt::join(sheets, "', '"));
}

Place place_of(const std::vector<std::string>& sheets) {
    return sheets.size() == 1 ? Place{sheets.front(), 0, 0} : Place{};
}

}  // namespace

void tell_of(const OwnTables& tables, std::vector<Finding>& findings) {
    for (const auto& [like, sheets] : tables.unknown) {
        const auto guess =
            like.empty() ? std::string("like no known one") : fmt::format("most like '{}'", like);
        findings.push_back({"unknown_sheet",
                            Finding::Weight::note,
                            kept(sheets, "is not known", "are not known") + "; " + guess,
                            place_of(sheets),
                            {}});
    }
    for (const auto& [first, sheets] : tables.second) {
        const auto as = fmt::format("for the same table as '{}' before", first);
        findings.push_back({"second_sheet",
                            Finding::Weight::note,
                            kept(sheets, "is " + as + " it", "are " + as + " them"),
                            place_of(sheets),
                            {}});
    }
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
