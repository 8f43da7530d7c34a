#include "commands/command_line.hpp"

#include "core/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace pledgebook::commands {

using testing::HasSubstr;

namespace {

struct Ran {
    int status = fine;
    std::string out;
    std::string error;
};

Ran ran(const std::vector<std::string>& words, render::Look look = {}) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream notes;
    Ran result;
    try {
        result.status = run(words, {in, out, notes, {}, look, false, Date{}});
    } catch (const Error& error) {
        result.status = failed;
        result.error = error.what();
    }
    result.out = out.str();
    return result;
}

}  // namespace

TEST(CommandLine, EachCommandOfTheListHasAManualPageWithItsOptions) {
    for (const auto& listed : all_commands()) {
        const std::string word(listed.word);
        const auto shown = ran({"help", word});
        EXPECT_THAT(shown.out, HasSubstr("Examples")) << word;
        EXPECT_THAT(shown.out, HasSubstr("pledgebook")) << word;
        EXPECT_THAT(shown.out, HasSubstr("--help")) << word;
        EXPECT_EQ(ran({word, "--help"}).out, shown.out) << word;
        EXPECT_THAT(ran({}).out, HasSubstr("  " + word + " ")) << word;
    }
}

TEST(CommandLine, ABookMayBeNamedBeforeOrAfterTheCommand) {
    EXPECT_THAT(ran({"--book", "/nowhere", "total"}).error, HasSubstr("there is no book in /nowhere"));
    EXPECT_THAT(ran({"total", "--book", "/nowhere"}).error, HasSubstr("there is no book in /nowhere"));
}

TEST(CommandLine, OptionsAreWrappedInTheirColumn) {
    const auto narrow = ran({"help"}, render::Look{44, false, false}).out;
    EXPECT_THAT(narrow, HasSubstr("\n  --book DIR          the book; else\n"
                                  "                      PLEDGEBOOK, else the\n"));
    EXPECT_THAT(narrow, HasSubstr("\n  trend     amounts by month, quarter or\n            year"));
}

TEST(CommandLine, AnEmptyWordIsNotTakenForNone) {
    for (const auto* option :
         {"--release", "--from", "--to", "--as-of", "--item", "--currency", "--rate", "--book"}) {
        EXPECT_THAT(ran({"total", option, " "}).error,
                    HasSubstr(std::string(option) + ": nothing was given"));
    }
    EXPECT_THAT(ran({"total", "--from"}).error, HasSubstr("--from needs something after it"));
    EXPECT_THAT(ran({"total", "--from", "2022", "--from", "2023"}).error,
                HasSubstr("--from may be given only once"));
}

TEST(CommandLine, WordsThatMeanNothingAreRefusedWithAHint) {
    EXPECT_EQ(ran({"totl"}).error,
              "there is no command 'totl'; did you mean 'total'?\npledgebook help lists the commands");
    EXPECT_THAT(ran({"total", "--doner", "USA"}).error,
                HasSubstr("pledgebook help total shows what there is"));
    EXPECT_THAT(ran({"total", "rank"}).error, HasSubstr("rank"));
    EXPECT_THAT(ran({"rank", "--top", "many"}).error, HasSubstr("--top"));
    EXPECT_THAT(ran({"show"}).error, HasSubstr("ID"));
}

TEST(CommandLine, AnOptionDoesNotSwallowWhatFollows) {
    EXPECT_THAT(ran({"total", "--donor", "USA", "stray"}).error, HasSubstr("stray"));
}

}  // namespace pledgebook::commands
