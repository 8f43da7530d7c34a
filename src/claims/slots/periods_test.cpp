#include "claims/slots/periods.hpp"

#include <gtest/gtest.h>

namespace pledgebook::claims {
namespace {

std::string said(const std::optional<Date>& day) {
    return day ? to_string(*day) : "open";
}

std::string periods_in(std::string_view text) {
    const auto sentence = sentence_of(text, 0, text.size(), Words::of("en"));
    std::optional<Span> previous(std::in_place);
    previous->first = Date::parse("2022-01-01");
    previous->last = Date::parse("2025-08-31");
    std::string all;
    for (const auto& span : spans_of(sentence, text, Date::parse("2025-11-14"), previous)) {
        all += (all.empty() ? "" : "; ") + said(span.first) + " " + said(span.last);
    }
    return all;
}

struct Row {
    std::string_view text;
    std::string_view periods;
};

class Periods : public testing::TestWithParam<Row> {};

TEST_P(Periods, AreFound) {
    EXPECT_EQ(periods_in(GetParam().text), GetParam().periods) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Written, Periods,
    testing::Values(
        Row{"Between January 2022 and August 2025, the US gave", "2022-01-01 2025-08-31"},
        Row{"in that same period", "2022-01-01 2025-08-31"},
        Row{"over the same period", "2022-01-01 2025-08-31"},
        Row{"between July 2 and August 3", "2025-07-02 2025-08-03"},
        Row{"since January 2025", "2025-01-01 open"}, Row{"dropped from January 2025", "2025-01-01 open"},
        Row{"from August 4 to October 3", "2025-08-04 2025-10-03"},
        Row{"(August 4 to October 3)", "2025-08-04 2025-10-03"},
        Row{"in July and August", "2025-07-01 2025-08-31"}, Row{"by October 3", "open 2025-10-03"},
        Row{"As of January 15th, 2024", "open 2024-01-15"}, Row{"as of 29 February 2024", "open 2024-02-29"},
        Row{"in 2023", "2023-01-01 2023-12-31"}, Row{"in 2022–2024", "2022-01-01 2024-12-31"},
        Row{"from 2022 to 2024", "2022-01-01 2024-12-31"},
        Row{"in the first half of 2024", "2024-01-01 2024-06-30"},
        Row{"up to October 2024", "open 2024-10-31"}, Row{"last year", "2024-01-01 2024-12-31"},
        Row{"last month", "2025-10-01 2025-10-31"}, Row{"since the start of the war", "2022-02-24 open"},
        Row{"since Russia's full-scale invasion in February 2022", "2022-02-24 open"},
        Row{"in October", "2025-10-01 2025-10-31"}, Row{"in December", "2024-12-01 2024-12-31"},
        Row{"so far", "open open"}, Row{"in summer 2023", "2023-06-01 2023-08-31"},
        Row{"in the third quarter of 2024", "2024-07-01 2024-09-30"},
        Row{"From the beginning of monitoring to August 3", "2022-01-24 2025-08-03"},
        Row{"As of February 29, 2024, the US has given since the invasion",
            "2022-02-24 2024-02-29; 2022-02-24 2024-02-29"}));

INSTANTIATE_TEST_SUITE_P(NoPeriods, Periods,
                         testing::Values(Row{"You may give 5 euros", ""}, Row{"they march on", ""},
                                         Row{"2000 tanks", ""}, Row{"the US gave 12 howitzers", ""},
                                         Row{"in Germany", ""}));

}  // namespace
}  // namespace pledgebook::claims
