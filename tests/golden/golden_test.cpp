#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "fresh_folder.hpp"
#include "run.hpp"

namespace golden {
namespace {

namespace fs = std::filesystem;

// A stand-in for the program: prints its arguments and what it reads, and ends as it is told.
const char* const fake_program =
    "#!/bin/sh\n"
    "case $1 in\n"
    "fail) echo 'a note' >&2; exit 2 ;;\n"
    "read) cat ;;\n"
    "open) cat \"$2\" ;;\n"
    "part) printf 'half a line' ;;\n"
    "environment) env | grep -v -e '^PWD' -e '^SHLVL' -e '^_=' -e '^PATH' | sed \"s:$HOME:home:\" | sort ;;\n"
    "sleep) exec sleep 20 ;;\n"
    "*) for word in \"$@\"; do echo \"<$word>\"; done ;;\n"
    "esac\n";

class Golden : public testing::Test {
protected:
    Golden() {
        m_program = {m_folder.path() / "fake", 5};
        std::ofstream(m_program.path) << fake_program;
        fs::permissions(m_program.path, fs::perms::owner_all);
        fs::create_directories(m_folder.path() / "sources");
        m_places = {m_folder.path() / "sources", m_folder.path() / "shared"};
    }

    std::vector<Outcome> run(const TestFile& file) const { return run_tests(file, m_program, m_places); }

    // What differs in each test of the file, one after another.
    std::string differences(const TestFile& file) const {
        const auto outcomes = run(file);
        std::string text;
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            text += difference(file.tests[i], outcomes[i]);
        }
        return text;
    }

    FreshFolder m_folder;
    Program m_program;
    Places m_places;
};

TEST_F(Golden, PassesWhatIsAsWritten) {
    EXPECT_EQ(differences(parse_test("# remark\n\ntest one 'two three'\n<one>\n<two three>\nend test\n"
                                     "test fail\n__ERROR__\na note\nend test -> 2\n")),
              "");
}

TEST_F(Golden, FailsOnAnotherOutput) {
    EXPECT_EQ(differences(parse_test("test one two three\n<one>\n<2>\n<three>\nend test\n")),
              "  output, from its line 2:\n  - <2>\n  + <two>\n");
}

TEST_F(Golden, FailsOnOutputWhereNoneIsWritten) {
    EXPECT_NE(differences(parse_test("test one\nend test\n")), "");
}

TEST_F(Golden, FailsOnMissingOutput) {
    EXPECT_NE(differences(parse_test("stdin:\nend stdin\ntest read\nsomething\nend test\n")), "");
}

TEST_F(Golden, FailsOnUnexpectedError) {
    EXPECT_EQ(differences(parse_test("test fail\nend test -> 2\n")),
              "  error, from its line 1:\n  + a note\n");
}

TEST_F(Golden, FailsOnAnotherStatus) {
    EXPECT_EQ(differences(parse_test("test fail\n__ERROR__\na note\nend test\n")),
              "  exit status: - 0 + 2\n");
    EXPECT_EQ(differences(parse_test("test one\n<one>\nend test -> 1\n")), "  exit status: - 1 + 0\n");
}

TEST_F(Golden, SaysWhereTheEndOfALineIsMissing) {
    EXPECT_NE(differences(parse_test("test part\nhalf a line\nend test\n")), "");
    EXPECT_EQ(differences(parse_test("test part\nhalf a line\n\\ no end of line\nend test\n")), "");
}

TEST_F(Golden, HandsInTextAndFiles) {
    EXPECT_EQ(differences(parse_test("stdin:\na text\nend stdin\ntest read\na text\nend test\n"
                                     "file in/a.csv\n1;2\nend file\ntest open in/a.csv\n1;2\nend test\n"
                                     "test read\nend test\n")),
              "");
}

TEST_F(Golden, GivesABookAfterItsSetUp) {
    EXPECT_EQ(differences(parse_test(
                  "book\nsetup: import x\ntest total\n<--book>\n<test.book>\n<total>\nend test\n")),
              "");
    EXPECT_THROW(run(parse_test("setup: fail\ntest total\nend test\n")), std::runtime_error);
}

TEST_F(Golden, NamesFoldersByTheirPlaceholders) {
    EXPECT_EQ(
        differences(parse_test("test a $sources/b $shared/c\n<a>\n<$sources/b>\n<$shared/c>\nend test\n")),
        "");
    const auto outcomes = run(parse_test("test $sources/b\nend test\n"));
    EXPECT_EQ(outcomes[0].output, "<$sources/b>\n");
}

TEST_F(Golden, GivesACleanEnvironment) {
    ::setenv("PLEDGEBOOK", "/somewhere", 1);
    ::setenv("LANG", "de_DE.UTF-8", 1);
    ::unsetenv("ASAN_OPTIONS");
    ::unsetenv("TMPDIR");
    EXPECT_EQ(differences(parse_test("test environment\nHOME=home\nLC_ALL=C\nTZ=UTC\nend test\n")), "");
}

TEST_F(Golden, EndsWhatTakesTooLong) {
    m_program.seconds = 1;
    EXPECT_EQ(run(parse_test("test sleep\nend test\n"))[0].status, 128 + SIGALRM);
}

TEST_F(Golden, SaysThatAProgramIsNotThere) {
    m_program.path = m_folder.path() / "nowhere";
    EXPECT_EQ(run(parse_test("test x\nend test\n"))[0].status, 127);
}

TEST_F(Golden, BlessesOnlyWhatIsExpected) {
    const std::string text =
        "# remark\nfile a\nb\nend file\n\ntest one\nold\nend test -> 1\n\n# more\ntest fail\nend test\n";
    const auto file = parse_test(text);
    const auto blessed = bless(file, run(file));
    EXPECT_EQ(
        blessed,
        "# remark\nfile a\nb\nend file\n\ntest one\n<one>\nend test\n\n# more\ntest fail\n__ERROR__\na note\n"
        "end test -> 2\n");
    EXPECT_EQ(differences(parse_test(blessed)), "");
}

TEST_F(Golden, ReadsTheConsoleBlocksOfAPage) {
    const std::string page =
        "# Title\n```sh\nrm -r x\n```\n```console\n$ pledgebook one\n<one>\n$ pledgebook two\nold\n```\n"
        "text\n```console -> 2\n$ pledgebook fail\na note\n```\n";
    const auto file = parse_markdown(page);
    ASSERT_EQ(file.tests.size(), 3U);
    EXPECT_EQ(differences(file), "  output, from its line 1:\n  - old\n  + <two>\n");
    const auto blessed = bless(file, run(file));
    EXPECT_EQ(differences(parse_markdown(blessed)), "");
    EXPECT_EQ(blessed.size(), page.size() + 2);
}

TEST_F(Golden, LaysTheExamplesBesideAPage) {
    fs::create_directories(m_places.sources / "examples");
    std::ofstream(m_places.sources / "examples/a.txt") << "an example\n";
    EXPECT_EQ(differences(parse_markdown("```console\n$ pledgebook open examples/a.txt\nan example\n```\n")),
              "");
}

TEST_F(Golden, RunsNothingElseFromAPage) {
    EXPECT_THROW(run(parse_markdown("```console\n$ ls\n```\n")), std::runtime_error);
}

TEST(GoldenFile, RefusesWhatItDoesNotKnow) {
    for (const char* text : {"", "tset one\nend test\n", "test one\n", "test one\nend test -> x\n",
                             "stdin:\nx\n", "test one\nend tests\n"}) {
        EXPECT_THROW(parse_test(text), std::runtime_error) << text;
    }
    for (const char* text : {"# a page\n", "```console\n$ pledgebook x\n", "```console\nx\n```\n",
                             "```console\n$ pledgebook x\n```\n```console\nx\n```\n"}) {
        EXPECT_THROW(parse_markdown(text), std::runtime_error) << text;
    }
}

TEST(GoldenFile, SplitsWordsAsAShellDoes) {
    EXPECT_EQ(split_words("a  'b c' \"d \\\" e\" f\\ g ''"),
              (std::vector<std::string>{"a", "b c", "d \" e", "f g", ""}));
    EXPECT_THROW(split_words("a 'b"), std::runtime_error);
}

}  // namespace
}  // namespace golden
