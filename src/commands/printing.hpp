// An answer printed in the format that was asked for.
#pragma once

#include "commands/command.hpp"
#include "commands/filters.hpp"
#include "render/answers.hpp"
#include "render/checked_article.hpp"
#include "render/rows.hpp"
#include "render/scope.hpp"

#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace pledgebook::commands {

// For anything that render has as text, JSON, Markdown and rows.
template <class Answer>
void print(const Answer& answer, const Output& output, const Surroundings& surroundings) {
    auto look = surroundings.look;
    look.spelled_out = output.spelled_out;
    switch (format_of(output)) {
        case render::Format::text:
            surroundings.out << render::text(answer, look);
            break;
        case render::Format::json:
            surroundings.out << render::json(answer);
            break;
        case render::Format::csv:
            surroundings.out << render::csv(render::rows(answer));
            break;
        case render::Format::md:
            surroundings.out << render::markdown(answer);
            break;
    }
}

// Rows as they are.
inline void print(const Rows& rows, const Output& output, const Surroundings& surroundings) {
    const auto format = format_of(output);
    if (format == render::Format::text) {
        surroundings.out << render::text(rows, surroundings.look);
    } else if (format == render::Format::json) {
        surroundings.out << render::json(rows);
    } else {
        surroundings.out << (format == render::Format::csv ? render::csv(rows) : render::markdown(rows));
    }
}

// Names, each with a sentence that is wrapped beside it.
inline void print_list(const std::vector<std::pair<std::string, std::string>>& list,
                       const Surroundings& surroundings) {
    std::vector<render::Fact> lines;
    for (const auto& [name, what] : list) {
        lines.push_back({name, what});
    }
    surroundings.out << render::text(lines, surroundings.look);
}

}  // namespace pledgebook::commands
