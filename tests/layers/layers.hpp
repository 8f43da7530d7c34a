// Holds one source file, or one room's CMakeLists.txt, against the rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules.hpp"

namespace layers {

struct Complaint {
    std::string path;
    int line;  // from 1; 0 is the file as a whole
    std::string what;
};

// The text with its comments blanked, and its string literals too where `strings` says so; lines stay.
std::string code_only(std::string_view text, bool strings);

struct Include {
    int line;
    bool angle;  // <file> and not "file"
    std::string file;
};

// The includes of a text, comments passed over.
std::vector<Include> includes_of(std::string_view text);

// store/schema/x.cpp -> store; main.cpp -> main.
std::string room_of(const std::string& path);

// `path` is relative to src/: store/book.cpp, main.cpp.
std::vector<Complaint> check_source(const Rules& rules, const std::string& path, std::string_view text);

// The rooms after USES in the call of pledgebook_room.
std::vector<Complaint> check_cmake(const Rules& rules, const std::string& path, std::string_view text);

}  // namespace layers
