// Every number that is shown comes with the command that shows it: its words are those of the command line,
// it asks for no time beyond the release, and answering it gives the number.
#include "claims/check.hpp"
#include "core/reference.hpp"
#include "core/tsv.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace pledgebook::claims {
namespace {

const questions::Desk& desk() {
    static const store::BuiltIn shelf;
    static const questions::Desk the_one(shelf);
    return the_one;
}

struct Asked {
    std::string word;
    std::map<std::string, std::string> options;
};

Asked parsed(const std::string& command) {
    std::istringstream in(command);
    Asked asked;
    in >> asked.word;
    for (std::string option, value; in >> option;) {
        EXPECT_TRUE(option.starts_with("--")) << command;
        EXPECT_TRUE(static_cast<bool>(in >> value)) << command;
        asked.options[option] = value;
    }
    return asked;
}

std::vector<std::string> parts_of(const std::string& list) {
    std::vector<std::string> parts;
    for (const auto part : split(list, ',')) {
        parts.emplace_back(part);
    }
    return parts;
}

Question question_of(const Asked& asked) {
    const auto value = [&](const std::string& name) {
        const auto found = asked.options.find(name);
        return found == asked.options.end() ? std::string() : found->second;
    };
    Question question;
    question.donors = value("--donor").empty() ? question.donors : parts_of(value("--donor"));
    for (const auto& kind :
         value("--kind").empty() ? std::vector<std::string>() : parts_of(value("--kind"))) {
        question.kinds.push_back(parse_kind(kind).value());
    }
    question.measures = {parse_measure(value("--measure")).value()};
    question.release = value("--release");
    if (!value("--from").empty()) {
        question.period.first = Month::parse(value("--from")).value().first();
    }
    if (!value("--to").empty()) {
        const auto last = Month::parse(value("--to")).value();
        EXPECT_LE(last, Month(2026, 4)) << "beyond the release";
        question.period.last = last.last();
    }
    return question;
}

Claim only_claim(std::string_view text) {
    const auto claims = check(text, {"a", Date::parse("2026-08-20"), "en", {}}, desk()).claims;
    EXPECT_EQ(claims.size(), 1U) << text;
    return claims.empty() ? Claim() : claims.front();
}

class Totals : public testing::TestWithParam<std::string_view> {};

TEST_P(Totals, GiveTheNumber) {
    const auto claim = only_claim(GetParam());
    ASSERT_TRUE(claim.held) << GetParam();
    const auto asked = parsed(claim.held->question);
    ASSERT_EQ(asked.word, "total") << claim.held->question;
    const auto euros = desk().total(question_of(asked)).euros.value().to_double();
    EXPECT_NEAR(euros / 1e9, claim.held->value, 1e-5) << claim.held->question;
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, Totals,
    testing::Values("Germany has committed €47 billion in aid to Ukraine.",
                    "Germany has given Ukraine €24.2 billion in military aid.",
                    "In 2024 the US allocated €46.4 billion in aid to Ukraine.",
                    "Between January 2022 and August 2025, the EU allocated €180 billion in aid to Ukraine.",
                    "The US gave Ukraine €500 billion in aid.",
                    "Since 2023 Denmark and Sweden have given Ukraine €19 billion in military aid."));

TEST(Questions, OfARankNameWhatItIsRankedBy) {
    const auto military = parsed(only_claim("Norway is the third-largest donor of military aid to Ukraine.")
                                     .held.value_or(Held())
                                     .question);
    EXPECT_EQ(military.word, "rank");
    EXPECT_EQ(military.options.at("--kind"), "military");
    EXPECT_EQ(military.options.count("--to"), 0U);
    const auto relative = parsed(only_claim("Denmark is the largest donor to Ukraine relative to GDP.")
                                     .held.value_or(Held())
                                     .question);
    EXPECT_EQ(relative.options.at("--per"), "gdp");
    auto question = question_of(military);
    const auto ranking = desk().rank(question);
    const auto claim = only_claim("Norway is the third-largest donor of military aid to Ukraine.");
    const auto row = std::find_if(ranking.rows.begin(), ranking.rows.end(),
                                  [](const auto& each) { return each.donor == "NOR"; });
    ASSERT_NE(row, ranking.rows.end());
    EXPECT_EQ(static_cast<double>(row->place), claim.held->value);
}

TEST(Questions, CarryCurrencyAndRate) {
    const auto asked =
        parsed(only_claim("The US has given Ukraine $60 billion in aid.").held.value_or(Held()).question);
    EXPECT_EQ(asked.options.at("--currency"), "USD");
    EXPECT_EQ(asked.options.count("--rate"), 1U);
}

}  // namespace
}  // namespace pledgebook::claims
