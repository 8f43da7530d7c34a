#include "render/history.hpp"

#include <set>

namespace pledgebook::render {

Rows rows(const std::vector<PastState>& history) {
    using Type = Rows::Type;
    std::set<Measure> measures;
    for (const auto& state : history) {
        for (const auto& [measure, euros] : state.euros) {
            measures.insert(measure);
        }
    }
    Rows table{{{"release", Type::text}, {"announced", Type::text}, {"entries", Type::integer}}, {}};
    for (const auto measure : measures) {
        table.columns.push_back({std::string(to_string(measure)) + ", EUR", Type::integer});
    }
    for (const auto& state : history) {
        const auto& date = state.announced;
        const auto day = date.earliest ? date.earliest : date.latest;
        auto& row = table.rows.emplace_back(std::vector<std::optional<std::string>>{
            state.release.id, day ? to_string(*day) : date.text, std::to_string(state.entries)});
        for (const auto measure : measures) {
            const auto found = state.euros.find(measure);
            row.push_back(found == state.euros.end() ? std::nullopt
                                                     : std::optional(grouped(found->second.value(), 2)));
        }
    }
    return table;
}

}  // namespace pledgebook::render
