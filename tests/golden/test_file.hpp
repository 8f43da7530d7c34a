// A golden file: commands, and what each must print. Two shapes are read: .test files, and the console
// blocks of a Markdown page (README.md, a command's manual page). README.md beside this file describes both.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace golden {

// What a command printed and how it ended, or what it should have. In a console block, as on a terminal,
// `output` holds both streams, the notes after the result.
struct Outcome {
    std::string output;
    std::string error;
    int status = 0;

    bool operator==(const Outcome&) const = default;
};

// One command. `first` and `last` are the lines of its block that --bless replaces: [first, last).
struct Test {
    std::size_t line;  // from 1
    std::string words;
    std::string input;
    Outcome expected;
    std::size_t first;
    std::size_t last;
};

struct TestFile {
    std::vector<std::string> lines;
    bool is_markdown = false;
    bool needs_shared = false;
    bool has_book = false;
    std::vector<std::pair<std::string, std::string>> files;  // name, content
    std::vector<std::string> setup;
    std::vector<Test> tests;
};

// Both throw std::runtime_error with the line's number where the text is not of their shape.
TestFile parse_test(std::string_view text);
TestFile parse_markdown(std::string_view text);

// The file again, each block holding what its command really did (one outcome per test, in order).
std::string bless(const TestFile& file, const std::vector<Outcome>& outcomes);

std::vector<std::string> lines_of(std::string_view text);

// Splits as a shell would: blanks part words, quotes and backslashes keep them together.
std::vector<std::string> split_words(std::string_view words);

}  // namespace golden
