#include "commands/export/builtin_export.hpp"
#include "commands/export/shelf_tables.hpp"
#include "commands/export/workbook_file.hpp"
#include "core/error.hpp"

#include <gtest/gtest.h>
#include <fstream>
#include <iterator>

namespace pledgebook::commands {

namespace {

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST(BuiltInExport, WrittenFromTheShelfTheyAreTheSameFiles) {
    const auto again = store::write_builtin(builtin_figures(store::BuiltIn(), "", ""));
    const auto compiled_in = store::write_builtin(store::read_builtin());
    EXPECT_EQ(again.release, compiled_in.release);
    EXPECT_EQ(again.observations, compiled_in.observations);
    EXPECT_EQ(again.rates, compiled_in.rates);
    EXPECT_EQ(again.macro, compiled_in.macro);
}

TEST(ShelfTables, EachNamedTableIsThereWithRows) {
    for (const auto& [name, what] : shelf_table_names()) {
        const auto rows = shelf_table(store::BuiltIn(), name);
        ASSERT_TRUE(rows) << name;
        EXPECT_FALSE(rows->rows.empty()) << name;
        for (const auto& row : rows->rows) {
            ASSERT_EQ(row.size(), rows->columns.size()) << name;
        }
    }
    EXPECT_FALSE(shelf_table(store::BuiltIn(), "nothing"));
}

TEST(WorkbookFile, TheSameRowsGiveTheSameBytes) {
    const auto folder = std::filesystem::path(testing::TempDir());
    const Rows rows{{{"donor", Rows::Type::text}, {"euros", Rows::Type::decimal}, {"day", Rows::Type::date}},
                    {{"T\u00FCrkiye", "1234.5", "2022-03-01"}, {"x", "12345678901234567.25", std::nullopt}}};
    write_workbook(rows, "rows", folder / "one.xlsx");
    write_workbook(rows, "rows", folder / "two.xlsx");
    EXPECT_EQ(bytes_of(folder / "one.xlsx"), bytes_of(folder / "two.xlsx"));
    EXPECT_TRUE(bytes_of(folder / "one.xlsx").starts_with("PK"));
    EXPECT_THROW(write_workbook(rows, "rows", folder / "no such folder" / "x.xlsx"), Error);
}

}  // namespace pledgebook::commands
