// The checker on real articles: the one that prompted it, and all there are, of which none may be accused
// that a careful reader found true.
#include "claims/check.hpp"
#include "core/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace pledgebook::claims {
namespace {

namespace fs = std::filesystem;

const fs::path shared(PLEDGEBOOK_SHARED_DATA);

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

CheckedArticle checked(const fs::path& path, const std::string& day) {
    const store::BuiltIn shelf;
    const questions::Desk desk(shelf);
    return check(read(path), {path.filename().string(), Date::parse(day), "en", {}}, desk);
}

const Claim* claim_with(const CheckedArticle& article, std::string_view words) {
    const auto found = std::find_if(article.claims.begin(), article.claims.end(), [&](const Claim& claim) {
        return claim.quote.find(words) != std::string::npos;
    });
    return found == article.claims.end() ? nullptr : &*found;
}

TEST(CheckData, TheArticleThatPromptedIt) {
    const auto path = shared / "articles" / "00_seed_2025-11.txt";
    if (!fs::exists(path)) {
        GTEST_SKIP() << "no shared data at " << shared;
    }
    const auto article = checked(path, "2025-11-14");
    const auto* american = claim_with(article, "101billion");
    ASSERT_NE(american, nullptr);
    EXPECT_TRUE(american->verdict == Verdict::supported || american->verdict == Verdict::close);
    const auto* european = claim_with(article, "156billion");
    ASSERT_NE(european, nullptr);
    EXPECT_EQ(european->verdict, Verdict::other_scope);
    EXPECT_NE(european->why.find("Europe"), std::string::npos);
    EXPECT_NE(european->why.find("£135.0bn"), std::string::npos) << european->why;
    const auto* backer = claim_with(article, "main single backer");
    ASSERT_NE(backer, nullptr);
    EXPECT_EQ(backer->verdict, Verdict::supported);
    const auto* drop = claim_with(article, "dropped");
    ASSERT_NE(drop, nullptr);
    EXPECT_EQ(drop->verdict, Verdict::supported);
    const auto* scheme = claim_with(article, "100-million");
    ASSERT_NE(scheme, nullptr);
    EXPECT_FALSE(scheme->in_scope);
    EXPECT_EQ(scheme->verdict, Verdict::not_in_data);
    EXPECT_EQ(article.coverage.figures, 4U);
    EXPECT_EQ(article.claims.size(), 5U);
}

std::string last_day_of(const std::string& date) {
    const auto month = Month::parse(date);
    return date.size() == 7 && month ? to_string(month->last()) : date;
}

TEST(CheckData, NoTrueFigureIsAccused) {
    const auto gold = shared / ".." / "eval" / "gold";
    if (!fs::exists(gold)) {
        GTEST_SKIP() << "no shared data at " << shared;
    }
    std::size_t articles = 0;
    for (const auto& file : fs::directory_iterator(gold)) {
        const auto read_by_hand = nlohmann::json::parse(read(file.path()));
        const auto path = shared / "articles" / read_by_hand.at("article").get<std::string>();
        const auto article = checked(path, last_day_of(read_by_hand.at("date").get<std::string>()));
        ++articles;
        for (const auto& claim : article.claims) {
            if (claim.verdict != Verdict::contradicted) {
                continue;
            }
            for (const auto& known : read_by_hand.at("claims")) {
                const auto quote = known.at("quote").get<std::string>();
                const bool true_one = known.value("verdict", "") == "supported";
                EXPECT_FALSE(true_one && quote.find(claim.quote) != std::string::npos)
                    << file.path() << ": " << quote << ": " << claim.why;
            }
        }
        for (const auto& claim : article.claims) {
            EXPECT_LE(claim.start, claim.end);
            EXPECT_LE(claim.end, article.text.size());
        }
    }
    EXPECT_GT(articles, 0U);
}

}  // namespace
}  // namespace pledgebook::claims
