#include "leaks.hpp"

#include <algorithm>
#include <deque>
#include <set>

namespace layers {

namespace {

using Graph = std::map<std::string, std::vector<Include>>;

struct Way {
    std::string file;
    std::string text;  // ", a.hpp, b.hpp": the headers passed on the way
};

// The ways to the library from a file, nearest first; empty where it is not reached.
std::string way_to(const std::string& library, const std::string& start, const Graph& graph) {
    std::set<std::string> seen = {start};
    std::deque<Way> open = {{start, ""}};
    for (; !open.empty(); open.pop_front()) {
        const auto here = open.front();
        const auto includes = graph.find(here.file);
        if (includes == graph.end()) {
            continue;
        }
        for (const auto& include : includes->second) {
            if (include.angle && include.file.starts_with(library)) {
                return here.text;
            }
            if (!include.angle && seen.insert(include.file).second) {
                open.push_back({include.file, here.text + ", " + include.file});
            }
        }
    }
    return "";
}

}  // namespace

std::vector<Complaint> find_leaks(const Rules& rules, const std::map<std::string, std::string>& sources) {
    Graph graph;
    for (const auto& [path, text] : sources) {
        graph[path] = includes_of(text);
    }
    std::vector<Complaint> leaks;
    for (const auto& library : rules.confined) {
        for (const auto& [path, includes] : graph) {
            if (library.open_to(room_of(path))) {
                continue;
            }
            if (const auto way = way_to(library.subject, path, graph); !way.empty()) {
                leaks.push_back({path, 0, "brings in <" + library.subject + "> by way of " + way.substr(2)});
            }
        }
    }
    return leaks;
}

}  // namespace layers
