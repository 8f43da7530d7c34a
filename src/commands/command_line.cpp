#include "commands/command_line.hpp"

#include "commands/manual.hpp"
#include "commands/near_words.hpp"
#include "core/error.hpp"

#include <CLI/CLI.hpp>

#include <ostream>

namespace pledgebook::commands {

namespace {

std::vector<std::string> command_words() {
    std::vector<std::string> words;
    for (const auto& listed : all_commands()) {
        words.emplace_back(listed.word);
    }
    return words;
}

// The words that stand before any command were wrong, or those after one.
[[noreturn]] void refuse(const CLI::App& app, const CLI::ParseError& error) {
    const auto chosen = app.get_subcommands();
    if (!chosen.empty()) {
        throw Error(error.what(), "pledgebook help " + chosen.front()->get_name() + " shows what there is")
            .at(chosen.front()->get_name());
    }
    const auto unknown = app.remaining();
    if (!unknown.empty() && !unknown.front().starts_with("-")) {
        throw Error(
            "there is no command '" + unknown.front() + "'" + did_you_mean(unknown.front(), command_words()),
            "pledgebook help lists the commands");
    }
    throw Error(error.what(), "pledgebook help shows what there is");
}

}  // namespace

int run(const std::vector<std::string>& words, Surroundings surroundings) {
    CLI::App app;
    std::string book;
    bool version = false;
    add_main_options(app, book, version);
    std::vector<std::pair<const CLI::App*, Work>> works;
    for (const auto& listed : all_commands()) {
        auto* sub = app.add_subcommand(std::string(listed.word));
        sub->fallthrough();
        works.emplace_back(sub, listed.command.set_up(*sub));
    }
    app.require_subcommand(0, 1);
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    try {
        app.parse(reversed);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        surroundings.out << (chosen.empty() ? overview() : manual_of(chosen.front()->get_name()));
        return fine;
    } catch (const CLI::ParseError& error) {
        refuse(app, error);
    }
    if (!book.empty()) {
        surroundings.book = book;
    }
    for (const auto& [sub, work] : works) {
        if (!version && sub->parsed()) {
            return work(surroundings);
        }
    }
    surroundings.out << (version ? version_line() : overview());
    return fine;
}

}  // namespace pledgebook::commands
