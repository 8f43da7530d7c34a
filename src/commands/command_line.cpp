#include "commands/command_line.hpp"

#include "commands/manual.hpp"
#include "commands/near_words.hpp"
#include "core/error.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
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

// What nobody asked for among the words: an option before a stray word, since that is what was meant.
std::string unexpected(const CLI::App& app) {
    const auto words = app.remaining(true);
    const auto option = std::find_if(words.begin(), words.end(),
                                     [](const std::string& word) { return word.starts_with("-"); });
    return option != words.end() ? *option : (words.empty() ? "" : words.front());
}

std::vector<std::string> options_of(const CLI::App& command) {
    std::vector<std::string> names;
    for (const auto* option : command.get_options()) {
        for (const auto& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    return names;
}

// CLI11 counts what an option takes and got; a reader wants to know which of two it is.
std::string misused(const CLI::ParseError& error) {
    std::string what = error.what();
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) == nullptr) {
        return what;
    }
    const auto option = what.substr(0, what.find(':'));
    return option + (what.find("At Most") == std::string::npos ? " needs something after it"
                                                               : " may be given only once");
}

[[noreturn]] void refuse(const CLI::App& app, const CLI::ParseError& error) {
    const bool stray = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
    const auto word = unexpected(app);
    const auto chosen = app.get_subcommands();
    if (!chosen.empty()) {
        const auto& name = chosen.front()->get_name();
        throw Error(stray ? "'" + word + "' is nothing that " + name + " takes" +
                                did_you_mean(word, options_of(*chosen.front()))
                          : name + ": " + misused(error),
                    "pledgebook help " + name + " shows what there is");
    }
    if (stray && !word.starts_with("-")) {
        throw Error("there is no command '" + word + "'" + did_you_mean(word, command_words()),
                    "pledgebook help lists the commands");
    }
    throw Error(stray ? "'" + word + "' is nothing that stands before a command" : misused(error),
                "pledgebook help shows what there is");
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
        surroundings.out << (chosen.empty() ? overview(surroundings.look.width)
                                            : manual_of(chosen.front()->get_name(), surroundings.look.width));
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
    surroundings.out << (version ? version_line() : overview(surroundings.look.width));
    return fine;
}

}  // namespace pledgebook::commands
