// The filters, the same words for every command: read from the command line here and nowhere else.
#pragma once

#include "core/question.hpp"
#include "render/look.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pledgebook::commands {

// As typed; nothing of it is checked before the work begins.
struct Filters {
    std::vector<std::string> donors;
    std::vector<std::string> kinds;
    std::vector<std::string> measures;
    std::vector<std::string> channels;
    std::string from;
    std::string to;
    std::string release;
    std::string as_of;
    std::string currency;
    std::string rate;
    std::string item;
    bool with_eu_share = false;
};

// For CLI11's `check`: what is wrong with an empty word, which is most often a variable that was never set.
// Taken for "all" or "the newest" it would give the answer to another question.
std::string nothing_given(const std::string& word);

void add_filters(CLI::App& app, Filters& filters);
// Only --release and --as-of, for commands that look at one release.
void add_release_filters(CLI::App& app, Filters& filters);

// Throws Error for a word that means nothing, naming those that do. Names of donors and releases are left
// to the desk, which knows them.
Question question_from(const Filters& filters);

// --format and --spell-out
struct Output {
    std::string format = "text";
    bool spelled_out = false;
};

void add_output(CLI::App& app, Output& output);
render::Format format_of(const Output& output);

// "2022", "2022-Q1", "2022-03" or "2022-03-14": its first or last day. Throws Error naming `option`.
Date first_day(const std::string& text, const std::string& option);
Date last_day(const std::string& text, const std::string& option);
// "2022-03-14" alone.
Date day_from(const std::string& text, const std::string& option);

}  // namespace pledgebook::commands
