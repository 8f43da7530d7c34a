// Every formula of the two published workbooks, worked out and held against the value that stands there.
#include "formats/workbook.hpp"
#include "formulas/calculation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace pledgebook::formulas {
namespace {

class CalculationData : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(PLEDGEBOOK_SHARED_DATA)) {
            GTEST_SKIP() << "no data at " << PLEDGEBOOK_SHARED_DATA;
        }
    }
};

std::vector<formats::Sheet> sheets_of(const std::string& file) {
    std::ifstream in(std::filesystem::path(PLEDGEBOOK_SHARED_DATA) / file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto workbook = formats::Workbook::open(bytes);
    std::vector<formats::Sheet> sheets;
    for (std::size_t index = 0; index < workbook.sheets().size(); ++index) {
        sheets.push_back(workbook.load(index));
    }
    return sheets;
}

bool agree(const Value& a, const Value& b) {
    if (a.is(Value::Type::number) && b.is(Value::Type::number)) {
        return std::abs(a.number - b.number) <=
               1e-12 * std::max({1.0, std::abs(a.number), std::abs(b.number)});
    }
    // An empty text is written to the file as no value at all.
    const auto empty = [](const Value& value) {
        return value.is(Value::Type::empty) || (value.is(Value::Type::text) && value.text.empty());
    };
    return a == b || (empty(a) && empty(b));
}

struct Outcome {
    std::size_t equal = 0;
    std::vector<std::string> different, not_worked_out;
};

std::string shown_value(const Value& value) {
    return value.is_error() ? std::string(to_string(value.code)) : as_text(value).text;
}

Outcome work_out(const std::string& file) {
    const auto sheets = sheets_of(file);
    Spreadsheet spreadsheet(sheets);
    Calculation calculation(spreadsheet);
    Outcome outcome;
    for (std::uint32_t cell = 0; cell < spreadsheet.grid().size(); ++cell) {
        const auto& entry = spreadsheet.grid().entry(cell);
        if (spreadsheet.form_of(cell) == Spreadsheet::no_form) {
            continue;
        }
        const auto where = to_string(Place{sheets[entry.at.sheet].name, entry.at.row, entry.at.column});
        const auto stored = stored_value(*entry.cell);
        if (!calculation.worked_out(cell)) {
            outcome.not_worked_out.push_back(where + " " + entry.cell->formula);
        } else if (agree(calculation.value(cell), stored)) {
            ++outcome.equal;
        } else {
            outcome.different.push_back(where + " =" + entry.cell->formula + " is " +
                                        shown_value(calculation.value(cell)) + ", stored " +
                                        shown_value(stored));
        }
    }
    return outcome;
}

// Stands in both workbooks: a function of an add-in, which nobody else has.
bool add_in(const std::string& cell) {
    return cell.find("_xll.FindOnPage") != std::string::npos;
}

// TEXT(C2,"mm") was saved by a spreadsheet in another language, where mm are minutes.
bool in_another_language(const std::string& cell) {
    return cell.find("TEXT(") != std::string::npos;
}

TEST_F(CalculationData, Release7IsWorkedOut) {
    const auto outcome = work_out("ust/ust-7_saved-2022-10-18.xlsx");
    EXPECT_EQ(outcome.equal, 30'268U);
    EXPECT_THAT(outcome.different, testing::IsEmpty());
    ASSERT_EQ(outcome.not_worked_out.size(), 1U);
    EXPECT_TRUE(add_in(outcome.not_worked_out[0])) << outcome.not_worked_out[0];
}

TEST_F(CalculationData, Release8IsWorkedOut) {
    const auto outcome = work_out("ust/ust-8.xlsx");
    EXPECT_EQ(outcome.equal, 41'915U);
    EXPECT_THAT(outcome.different, testing::IsEmpty());
    EXPECT_EQ(outcome.not_worked_out.size(), 980U);
    for (const auto& each : outcome.not_worked_out) {
        EXPECT_TRUE(add_in(each) || in_another_language(each)) << each;
    }
}

}  // namespace
}  // namespace pledgebook::formulas
