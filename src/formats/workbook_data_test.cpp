// The two published workbooks, against figures that were found with openpyxl.
#include "core/decimal.hpp"
#include "core/error.hpp"
#include "formats/csv.hpp"
#include "formats/workbook.hpp"
#include "formats/zip.hpp"

#include <gtest/gtest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace pledgebook::formats {
namespace {

constexpr const char* ust_7 = "ust/ust-7_saved-2022-10-18.xlsx";
constexpr const char* ust_8 = "ust/ust-8.xlsx";

class WorkbookData : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(PLEDGEBOOK_SHARED_DATA)) {
            GTEST_SKIP() << "no data at " << PLEDGEBOOK_SHARED_DATA;
        }
    }

    static std::string bytes_of(const std::string& file) {
        std::ifstream in(std::filesystem::path(PLEDGEBOOK_SHARED_DATA) / file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
};

struct Counts {
    std::size_t values = 0, formulas = 0, links = 0, comments = 0, dates = 0, hidden_columns = 0, merged = 0;

    void add(const Sheet& sheet) {
        for (const auto& row : sheet.rows) {
            for (const auto& cell : row.cells) {
                values += cell.has_value() ? 1U : 0U;
                formulas += cell.formula.empty() ? 0U : 1U;
                links += cell.link.empty() ? 0U : 1U;
                comments += cell.comment.empty() ? 0U : 1U;
                dates += cell.date ? 1U : 0U;
            }
        }
        hidden_columns += sheet.hidden_columns.size();
        merged += sheet.merged.size();
    }
};

Counts count(const Workbook& workbook, const std::string& only = "") {
    Counts counts;
    for (std::size_t index = 0; index < workbook.sheets().size(); ++index) {
        if (only.empty() || workbook.sheets()[index].name == only) {
            counts.add(workbook.load(index));
        }
    }
    return counts;
}

Sheet sheet_named(const Workbook& workbook, const std::string& name) {
    for (std::size_t index = 0; index < workbook.sheets().size(); ++index) {
        if (workbook.sheets()[index].name == name) {
            return workbook.load(index);
        }
    }
    ADD_FAILURE() << "no sheet " << name;
    return {};
}

Decimal sum_of_column(const Sheet& sheet, std::uint32_t column) {
    Decimal sum;
    for (const auto& row : sheet.rows) {
        const auto* cell = sheet.at(row.number, column);
        if (cell != nullptr && cell->type == CellType::number) {
            sum += Decimal::parse(cell->text).value();
        }
    }
    return sum;
}

constexpr std::uint32_t column_r = 18, column_s = 19;
constexpr const char* main_data = "Bilateral assistance, MAIN DATA";

TEST_F(WorkbookData, EveryCellOfRelease7) {
    const auto bytes = bytes_of(ust_7);
    const auto workbook = Workbook::open(bytes);
    ASSERT_EQ(workbook.sheets().size(), 37U);
    EXPECT_EQ(workbook.sheets()[0].name, "ReadMe");
    EXPECT_EQ(workbook.sheets()[2].name, main_data);
    const auto all = count(workbook);
    EXPECT_EQ(all.values, 64463U);
    EXPECT_EQ(all.formulas, 30269U);
    EXPECT_EQ(all.dates, 869U);
    const auto ledger = count(workbook, main_data);
    EXPECT_EQ(ledger.values, 40378U);
    EXPECT_EQ(ledger.formulas, 18461U);
    EXPECT_EQ(ledger.links, 1971U);
    EXPECT_EQ(count(workbook, "Country Summary").hidden_columns, 2U);
    EXPECT_EQ(count(workbook, "Multilateral assistance").merged, 61U);
}

TEST_F(WorkbookData, EveryCellOfRelease8) {
    const auto bytes = bytes_of(ust_8);
    const auto workbook = Workbook::open(bytes);
    ASSERT_EQ(workbook.sheets().size(), 40U);
    const auto all = count(workbook);
    EXPECT_EQ(all.values, 80835U);
    EXPECT_EQ(all.formulas, 42895U);
    EXPECT_EQ(all.dates, 1004U);
    EXPECT_EQ(count(workbook, main_data).links, 2204U);
    EXPECT_EQ(count(workbook, "Country summary").comments, 1U);
    EXPECT_EQ(count(workbook, "Data transparency index").hidden_columns, 5U);
}

TEST_F(WorkbookData, TheSumOfAllDonors) {
    const auto bytes_7 = bytes_of(ust_7);
    const auto sheet = sheet_named(Workbook::open(bytes_7), main_data);
    EXPECT_EQ(sheet.at(1, column_s)->text, "Converted Value in EUR");
    EXPECT_EQ(grouped(sum_of_column(sheet, column_s), 2), "93,731,992,897.95");
    const auto bytes_8 = bytes_of(ust_8);
    EXPECT_EQ(grouped(sum_of_column(sheet_named(Workbook::open(bytes_8), main_data), column_s), 2),
              "113,108,543,105.19");
}

// R2 is the master of R2:R33; the next group begins at R34.
TEST_F(WorkbookData, SharedFormulasByHand) {
    const auto bytes = bytes_of(ust_7);
    const auto sheet = sheet_named(Workbook::open(bytes), main_data);
    const auto expected = [](const std::string& row) {
        return "IF(AD" + row + "=1,IF(H" + row + "<>\"Not given\",H" + row + ",IF(TYPE(H" + row +
               ")=2,IF(SUMIFS(P:P,A:A,A" + row + ")>0,SUMIFS(P:P,A:A,A" + row +
               "),\".\"),\"Format error\")),\"\")";
    };
    for (const std::uint32_t row : {2U, 3U, 33U, 34U, 35U, 65U}) {
        EXPECT_EQ(sheet.at(row, column_r)->formula, expected(std::to_string(row)));
    }
}

TEST_F(WorkbookData, CutAtEvery4KiB) {
    for (const auto* file : {ust_7, ust_8}) {
        const auto bytes = bytes_of(file);
        for (std::size_t length = 0; length < bytes.size(); length += 4096) {
            EXPECT_THROW(Workbook::open(std::string_view(bytes).substr(0, length)), Error) << length;
        }
    }
}

TEST_F(WorkbookData, FlippedBitsNeverLoseACell) {
    const auto bytes = bytes_of(ust_7);
    std::mt19937 random(7);
    for (int trial = 0; trial < 5; ++trial) {
        auto flipped = bytes;
        const auto at = random() % flipped.size();
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (random() % 8)));
        try {
            EXPECT_EQ(count(Workbook::open(flipped)).values, 64463U) << at;
        } catch (const Error&) {
        }
    }
}

TEST_F(WorkbookData, AnExportAsUtf16) {
    const auto sheet = read_csv(bytes_of("ust/ust-9_main.utf16.csv"));
    std::size_t cells = 0;
    for (const auto& row : sheet.rows) {
        cells += row.cells.size();
    }
    EXPECT_EQ(cells, 69090U);  // by Python's csv
    EXPECT_EQ(sheet.at(1, 1)->text, "ID");
}

TEST_F(WorkbookData, AZipOfRates) {
    const auto files = read_zip(bytes_of("rates/eurofxref-hist.zip"));
    ASSERT_EQ(files.size(), 1U);
    const auto sheet = read_csv(files[0].bytes);
    EXPECT_EQ(sheet.at(1, 1)->text, "Date");
    EXPECT_GT(sheet.rows.size(), 6000U);
}

}  // namespace
}  // namespace pledgebook::formats
