// The days between which an entry lies: by its date, and by the month that the source codes for its series.
#include "questions/ledger.hpp"

#include "questions/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::questions {
namespace {

using hand_made::day;

// The span of the one entry with that date and code, in a release from 24 January to 31 July 2022.
Span span_of(EntryDate date, CodedMonth code) {
    auto intake = hand_made::with_entries();
    intake.entries = {hand_made::entry("A1", 1, "DEU", Kind::military, std::move(date), "5")};
    intake.entries.front().coded_month = code;
    return Ledger(intake).spans().front();
}

void expect_span(const Span& span, std::string_view first, std::string_view last) {
    EXPECT_EQ(to_string(span.earliest), first);
    EXPECT_EQ(to_string(span.latest), last);
}

const CodedMonth not_coded{};
const CodedMonth unknown{true, std::nullopt};
const CodedMonth march{true, Month(2022, 3)};

TEST(LedgerSpan, ADayInTheCodedMonthStays) {
    expect_span(span_of(hand_made::on("2022-03-09"), march), "2022-03-09", "2022-03-09");
    expect_span(span_of(hand_made::on("2022-03-09"), not_coded), "2022-03-09", "2022-03-09");
}

TEST(LedgerSpan, TheCodedMonthGoesBeforeADateThatSaysAnother) {
    expect_span(span_of(hand_made::on("2022-04-01"), march), "2022-03-01", "2022-03-31");
    expect_span(span_of(hand_made::on("2922-04-01"), march), "2022-03-01", "2022-03-31");
    expect_span(span_of({EntryDate::Sort::until, {}, day("2022-04-06"), "until"}, march), "2022-03-01",
                "2022-03-31");
}

TEST(LedgerSpan, ADayWhoseMonthIsCodedAsUnknownIsUndated) {
    expect_span(span_of(hand_made::on("2022-03-09"), unknown), "2022-01-24", "2022-07-31");
}

TEST(LedgerSpan, ATextKeepsWhatItSaysWhereNoMonthIsCoded) {
    expect_span(span_of({EntryDate::Sort::until, {}, day("2022-04-06"), "until"}, unknown), "2022-01-24",
                "2022-04-06");
    expect_span(span_of(hand_made::in("2022-03"), unknown), "2022-03-01", "2022-03-31");
}

TEST(LedgerSpan, AMonthOutsideOfTheReleaseSaysNothing) {
    expect_span(span_of(hand_made::on("2022-03-09"), {true, Month(2024, 3)}), "2022-01-24", "2022-07-31");
}

}  // namespace
}  // namespace pledgebook::questions
