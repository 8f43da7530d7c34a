#include "house.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>

namespace layers {

namespace {

constexpr int longest_file = 500;

// Names that say nothing about what is inside (CONTRIBUTING.md).
constexpr std::array<std::string_view, 8> empty_names = {"util",    "utils",  "utilities", "helper",
                                                         "helpers", "common", "misc",      "stuff"};

// Written apart so that this file does not hold what it looks for.
const std::array<std::string, 2> leftovers = {std::string("TO") + "DO", std::string("FIX") + "ME"};

bool is_code(const std::filesystem::path& path) {
    static constexpr std::array<std::string_view, 12> kinds = {
        ".cpp", ".hpp", ".cmake", ".sql", ".sh", ".in", ".ts", ".js", ".svelte", ".css", ".txt", ""};
    return path.filename() != "LICENSE" && path.filename() != "NOTICE" &&
           std::ranges::find(kinds, path.extension().string()) != kinds.end();
}

bool says_nothing(std::string name) {
    name = name.substr(0, name.find('.'));
    std::istringstream words(name);
    for (std::string word; std::getline(words, word, '_');) {
        if (std::ranges::find(empty_names, word) != empty_names.end()) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<Complaint> check_house(const std::string& path, std::string_view text) {
    const std::filesystem::path file(path);
    std::vector<Complaint> complaints;
    for (const auto& part : file) {
        if (says_nothing(part.string())) {
            complaints.push_back({path, 0, "'" + part.string() + "' says nothing about what is inside"});
        }
    }
    if (!is_code(file)) {
        return complaints;
    }
    if (file.extension() == ".hpp" && !text.starts_with("//")) {
        complaints.push_back({path, 1, "a header begins with one to five lines on what it is for"});
    }
    int lines = 0;
    std::istringstream content{std::string(text)};
    for (std::string line; std::getline(content, line);) {
        ++lines;
        for (const auto& leftover : leftovers) {
            if (line.find(leftover) != std::string::npos) {
                complaints.push_back({path, lines, "'" + leftover + "': do it, or write it into an issue"});
            }
        }
    }
    if (lines > longest_file) {
        complaints.push_back({path, 0,
                              std::to_string(lines) + " lines, " + std::to_string(longest_file) +
                                  " are the limit: make it two"});
    }
    return complaints;
}

}  // namespace layers
