#include "store/journal.hpp"

#include "store/book_test_support.hpp"
#include "store/hash.hpp"

#include <gtest/gtest.h>

namespace pledgebook::store {
namespace {

using testing::Folder;
using testing::read;
using testing::write;

JournalLine line(const std::string& label) {
    JournalLine made;
    made.day = testing::today();
    made.id = "ust-" + label;
    made.series = "ust";
    made.label = label;
    made.cutoff = Date::from(2022, 10, 3);
    made.importer = "test";
    made.sha256 = sha256(label);
    made.name = "a \"quoted\" näme\n.xlsx";
    made.files = {{made.name, made.sha256, 5}};
    return made;
}

void append(Journal& journal, const std::string& label) {
    auto made = line(label);
    const auto text = journal.prepare(made);
    journal.append(made, text);
}

Journal three(const Folder& folder) {
    Journal::create(folder.path());
    Journal journal(folder.path());
    append(journal, "7");
    append(journal, "8");
    append(journal, "9");
    return journal;
}

// The message where the journal is refused; empty where it is read.
std::string refusal(const Folder& folder) {
    try {
        const Journal journal(folder.path());
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

TEST(JournalTest, ReadsWhatWasWritten) {
    const Folder folder;
    const auto written = three(folder);
    const Journal journal(folder.path());
    ASSERT_EQ(journal.lines().size(), 3U);
    EXPECT_FALSE(journal.torn());
    EXPECT_EQ(journal.last_sum(), written.last_sum());
    const auto& last = journal.lines().back();
    const auto expected = line("9");
    EXPECT_EQ(last.number, 3U);
    EXPECT_EQ(last.id, expected.id);
    EXPECT_EQ(last.day, expected.day);
    EXPECT_EQ(last.cutoff, expected.cutoff);
    EXPECT_EQ(last.published, std::nullopt);
    EXPECT_EQ(last.name, expected.name);
    EXPECT_EQ(last.files, expected.files);
}

// A write that was cut short at any byte is passed over, and cut off by the next writer.
TEST(JournalTest, TornAtEveryByteOfTheLastLine) {
    const Folder folder;
    const auto whole = three(folder).lines().size();
    const auto file = Journal::path_in(folder.path());
    const auto bytes = read(file);
    const auto last_begins = bytes.rfind('\n', bytes.size() - 2) + 1;
    for (auto length = last_begins; length < bytes.size(); ++length) {
        write(file, bytes.substr(0, length));
        Journal journal(folder.path());
        ASSERT_EQ(journal.lines().size(), whole - 1) << length;
        ASSERT_EQ(journal.torn(), length != last_begins) << length;
        if (length % 50 == 0) {
            append(journal, "9");
            ASSERT_EQ(read(file), bytes) << length;
        }
    }
}

TEST(JournalTest, BlocksThatNeverArrivedAreATornLine) {
    const Folder folder;
    three(folder);
    const auto file = Journal::path_in(folder.path());
    auto bytes = read(file);
    const auto last_begins = bytes.rfind('\n', bytes.size() - 2) + 1;
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(last_begins), bytes.end() - 1, '\0');
    write(file, bytes);
    const Journal journal(folder.path());
    EXPECT_EQ(journal.lines().size(), 2U);
    EXPECT_TRUE(journal.torn());
}

// Whatever single byte is altered, in whichever line: it is told, and no import is silently lost.
TEST(JournalTest, AnyAlteredByteIsFoundAndItsLineNamed) {
    const Folder folder;
    three(folder);
    const auto file = Journal::path_in(folder.path());
    const auto bytes = read(file);
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 7) {
        auto altered = bytes;
        altered[at] = altered[at] == 'x' ? 'y' : 'x';
        write(file, altered);
        const auto number =
            1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        ASSERT_NE(refusal(folder).find("line " + std::to_string(number)), std::string::npos) << at;
    }
}

TEST(JournalTest, LinesTakenOutOrPutElsewhereAreFound) {
    const Folder folder;
    three(folder);
    const auto file = Journal::path_in(folder.path());
    const auto bytes = read(file);
    const auto first = bytes.find('\n') + 1;
    const auto second = bytes.find('\n', first) + 1;
    write(file, bytes.substr(0, first) + bytes.substr(second));
    EXPECT_NE(refusal(folder).find("line 2: the journal is damaged: the line does not follow"),
              std::string::npos);
    write(file, bytes.substr(first));
    EXPECT_NE(refusal(folder).find("line 1"), std::string::npos);
    write(file, bytes.substr(first, second - first) + bytes.substr(0, first) + bytes.substr(second));
    EXPECT_NE(refusal(folder).find("line 1"), std::string::npos);
}

TEST(JournalTest, ARefusalSaysWhatToDo) {
    const Folder folder;
    three(folder);
    const auto file = Journal::path_in(folder.path());
    auto bytes = read(file);
    bytes[10] = '#';
    write(file, bytes);
    EXPECT_NE(refusal(folder).find("\nPut journal.jsonl back from a backup."), std::string::npos);
}

TEST(JournalTest, ANameThatIsNoUtf8IsRefusedBeforeAnythingIsWritten) {
    const Folder folder;
    Journal::create(folder.path());
    const Journal journal(folder.path());
    auto made = line("7");
    made.name = "\xFF.xlsx";
    EXPECT_THROW((void)journal.prepare(made), Error);
    EXPECT_EQ(read(Journal::path_in(folder.path())), "");
}

}  // namespace
}  // namespace pledgebook::store
