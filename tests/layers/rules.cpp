#include "rules.hpp"

#include <sstream>
#include <stdexcept>

namespace layers {

namespace {

void add_arrow(Rules& rules, const std::vector<std::string>& rooms) {
    for (std::size_t i = 0; i < rooms.size(); ++i) {
        auto& onward = rules.arrows[rooms[i]];
        onward.insert(rooms.begin() + static_cast<std::ptrdiff_t>(i) + 1, rooms.end());
    }
}

// Follows the arrows on from each room until nothing new is reached.
void close_arrows(Rules& rules) {
    for (bool grew = true; grew;) {
        grew = false;
        for (auto& [room, reached] : rules.arrows) {
            const auto before = reached;
            for (const auto& next : before) {
                reached.insert(rules.arrows[next].begin(), rules.arrows[next].end());
            }
            grew = grew || reached.size() > before.size();
        }
    }
    for (const auto& [room, reached] : rules.arrows) {
        if (reached.contains(room)) {
            throw std::runtime_error("the arrows go round: '" + room + "' reaches itself");
        }
    }
}

void add_line(Rules& rules, const std::string& rule, const std::vector<std::string>& names) {
    const Permission permission{names.front(), {names.begin() + 1, names.end()}};
    if (rule == "arrow") {
        add_arrow(rules, names);
    } else if (rule == "library") {
        rules.libraries.push_back(permission);
    } else if (rule == "header") {
        rules.in_headers.push_back(permission);
    } else if (rule == "word") {
        rules.words.push_back(permission);
    } else if (rule == "data") {
        rules.data.push_back(permission);
    } else if (rule == "confined") {
        rules.confined.push_back(permission);
    } else if (rule == "system") {
        rules.system.insert(rules.system.end(), names.begin(), names.end());
    } else if (rule == "test-folder") {
        rules.test_folders.insert(names.begin(), names.end());
    } else {
        throw std::runtime_error("unknown rule '" + rule + "'");
    }
}

}  // namespace

bool Rules::may_include(const std::string& room, const std::string& other) const {
    const auto from = arrows.find(room);
    return room == other || (from != arrows.end() && from->second.contains(other));
}

Rules parse_rules(std::string_view text) {
    Rules rules;
    std::istringstream lines{std::string(text)};
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        std::istringstream words(line);
        std::string rule;
        if (!(words >> rule) || rule.starts_with('#')) {
            continue;
        }
        std::vector<std::string> names;
        for (std::string name; words >> name;) {
            names.push_back(name);
        }
        if (names.empty()) {
            throw std::runtime_error("rules line " + std::to_string(number) + ": '" + rule + "' of what?");
        }
        try {
            add_line(rules, rule, names);
        } catch (const std::runtime_error& error) {
            throw std::runtime_error("rules line " + std::to_string(number) + ": " + error.what());
        }
    }
    close_arrows(rules);
    return rules;
}

}  // namespace layers
