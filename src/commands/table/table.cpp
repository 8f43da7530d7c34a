// table: a published table made again from the entries of a release, and held against what is published.
#include "render/table.hpp"
#include "commands/command.hpp"
#include "commands/near_words.hpp"
#include "commands/printing.hpp"
#include "commands/shelf_choice.hpp"
#include "core/error.hpp"
#include "core/reference.hpp"
#include "questions/which_release.hpp"
#include "tables/eu_keys.hpp"
#include "tables/workings.hpp"

#include <CLI/CLI.hpp>

namespace pledgebook::commands {

namespace {

struct Options {
    std::string name;
    Filters filters;
    Output output;
    bool compare = false;
    bool all = false;
    bool with_eu_share = false;
    std::vector<std::string> eu_keys;
};

const tables::Definition& table_named(const std::string& name) {
    std::vector<std::string> names;
    for (const auto& each : tables::all_tables()) {
        if (each.name == name) {
            return each;
        }
        names.emplace_back(each.name);
    }
    throw Error("there is no table '" + name + "'" + did_you_mean(name, names),
                "`tables` lists those there are.");
}

std::string key_named(const std::string& word) {
    std::vector<std::string> names;
    for (const auto key : tables::eu_key_words()) {
        if (key == word) {
            return word;
        }
        names.emplace_back(key);
    }
    throw Error("there is no key '" + word + "'" + did_you_mean(word, names),
                "--eu-key takes budget, gni, capital, gdp or population, for all institutions or, as "
                "EUC=budget, for one");
}

// "gni" for all institutions, "EUC=gni" for one.
void set_keys(const std::vector<std::string>& words, tables::Settings& settings) {
    for (const auto& word : words) {
        const auto sign = word.find('=');
        if (sign == std::string::npos) {
            for (auto& [institution, key] : settings.eu_keys) {
                key = key_named(folded(word));
            }
            continue;
        }
        const auto code = Reference::builtin().code_of(word.substr(0, sign)).value_or("");
        const auto found = settings.eu_keys.find(code);
        if (found == settings.eu_keys.end()) {
            throw Error("'" + word.substr(0, sign) + "' is no institution of the EU",
                        "--eu-key takes EUC, EPF and EIB");
        }
        found->second = key_named(folded(word.substr(sign + 1)));
    }
}

int make(const Options& options, const Surroundings& surroundings) {
    const auto& definition = table_named(options.name);
    tables::Settings settings;
    set_keys(options.eu_keys, settings);
    settings.with_eu_share = options.with_eu_share || !options.eu_keys.empty();
    const auto shelf = open_shelf(surroundings);
    std::vector<std::string> notes;
    const auto question = question_from(options.filters);
    const auto releases = shelf->releases();
    const auto& release = questions::which_release(releases, question, shelf->name(), notes);
    const auto intake = shelf->load(release.id);
    const tables::Workings workings(intake, shelf->macro(), settings);
    auto table = tables::worked_out(workings, definition.name);
    table.notes.insert(table.notes.begin(), notes.begin(), notes.end());
    if (!options.compare) {
        print(table, options.output, surroundings);
        return fine;
    }
    print(render::Comparison{table, options.all}, options.output, surroundings);
    return table.count(TableCell::State::differs) > 0 ? differs : fine;
}

Work set_up(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_option("NAME", options->name, "the table; `tables` lists them")->required()->check(nothing_given);
    app.add_flag("--compare", options->compare,
                 "put what the release publishes beside it, with the place and the difference");
    app.add_flag("--all", options->all, "with --compare: also the cells that are the same");
    app.add_option(
           "--eu-key", options->eu_keys,
           "reckon the aid of the EU's institutions to the members by another key: budget, gni, capital, "
           "gdp, population; EUC=KEY for one institution")
        ->type_name("KEY")
        ->delimiter(',')
        ->check(nothing_given);
    add_output(app, options->output);
    add_release_filters(app, options->filters);
    return [options](const Surroundings& surroundings) { return make(*options, surroundings); };
}

}  // namespace

Command table_command() {
    return {"a published table made again, and held against what is published", set_up};
}

}  // namespace pledgebook::commands
