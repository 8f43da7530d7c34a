// The shapes that are written down of releases 7 and 8 are those of the workbooks.
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "formats/workbook.hpp"
#include "importers/kiel_ledger/ledger_sheet.hpp"
#include "importers/kiel_workbook/figure_sheet.hpp"
#include "importers/kiel_workbook/price_list.hpp"
#include "importers/kiel_workbook/rates_sheet.hpp"
#include "importers/kiel_workbook/sheet_roles.hpp"
#include "importers/shared_data_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace pledgebook::importers::kiel_workbook_sheets {
namespace {

SheetShape shape_in(const formats::Sheet& sheet) {
    const auto role = role_by_name(sheet.name);
    const auto of_header = [&](const std::optional<Header>& header) {
        return shape_of(role, sheet, header ? header->row : 0);
    };
    if (role == "readme" || role == "updates") {
        return {role, sheet.name, 0, {}};
    }
    if (channel_of(role)) {
        return of_header(kiel_ledger::ledger_header(sheet));
    }
    if (role == "rates" || role == "prices") {
        return of_header(role == "rates" ? rates_header(sheet) : price_header(sheet));
    }
    Intake intake;
    return read_figures(sheet, role, intake);
}

// As the rows of data/importers/kiel_shapes.tsv are.
std::string rows_of(const std::string& release, const Source& source) {
    const auto workbook = formats::Workbook::open(source.files.front().bytes);
    std::string rows;
    for (std::size_t at = 0; at < workbook.sheets().size(); ++at) {
        const auto shape = shape_in(workbook.load(at));
        rows += fmt::format("{}\tyes\t{}\t{}\t{}\t{}\n", release, shape.table, shape.sheet, shape.row,
                            fmt::join(shape.headings, "|"));
    }
    return rows;
}

TEST(KnownShapesData, AreThoseOfTheWorkbooks) {
    const auto seven = shared_data::source("ust/ust-7_saved-2022-10-18.xlsx");
    const auto eight = shared_data::source("ust/ust-8.xlsx");
    if (!seven || !eight) {
        GTEST_SKIP() << "the published workbooks are not there";
    }
    const auto rows = rows_of("7", *seven) + rows_of("8", *eight);
    EXPECT_NE(data::file("importers/kiel_shapes.tsv").find(rows), std::string_view::npos) << rows;
}

}  // namespace
}  // namespace pledgebook::importers::kiel_workbook_sheets
