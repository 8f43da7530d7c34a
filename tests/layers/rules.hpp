// The rules of rules.txt: which room may include which, and what each may use.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

// What `subject` (a library's prefix, a word) is open to; "*" among the rooms is every room.
struct Permission {
    std::string subject;
    std::set<std::string> rooms;

    bool open_to(const std::string& room) const { return rooms.contains("*") || rooms.contains(room); }
};

struct Rules {
    std::map<std::string, std::set<std::string>> arrows;  // room -> every room it may include, not itself
    std::vector<Permission> libraries;
    std::vector<Permission> in_headers;
    std::vector<Permission> confined;
    std::vector<Permission> words;
    std::vector<Permission> data;
    std::vector<std::string> system;
    std::set<std::string> test_folders;

    bool is_room(const std::string& name) const { return arrows.contains(name); }
    bool may_include(const std::string& room, const std::string& other) const;
};

// Throws std::runtime_error, naming the line, for a line it does not know and for arrows that go round.
Rules parse_rules(std::string_view text);

}  // namespace layers
