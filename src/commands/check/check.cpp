// check: articles, each figure in them held against the book.
#include "claims/check.hpp"

#include "commands/command.hpp"
#include "commands/import/read_source.hpp"
#include "commands/printing.hpp"
#include "commands/shelf_choice.hpp"
#include "core/error.hpp"
#include "render/checked_article.hpp"

#include <CLI/CLI.hpp>

#include <istream>
#include <iterator>

namespace pledgebook::commands {

namespace {

struct Options {
    std::vector<std::string> files;
    std::string date;
    std::string language;
    std::string release;
    Output output;
};

bool all_hold(const CheckedArticle& checked) {
    return std::none_of(checked.claims.begin(), checked.claims.end(), [](const Claim& claim) {
        return claim.verdict == Verdict::contradicted || claim.verdict == Verdict::other_scope;
    });
}

CheckedArticle check_one(const std::string& file, const Options& options, const questions::Desk& desk,
                         const Surroundings& surroundings) {
    claims::CheckOptions how;
    how.file = file == "-" ? file : std::filesystem::path(file).filename().string();
    how.language = options.language;
    how.release = options.release;
    if (!options.date.empty()) {
        how.date = last_day(options.date, "--date");
    }
    const auto text =
        file == "-" ? std::string(std::istreambuf_iterator<char>(surroundings.in), {}) : read_file(file);
    try {
        return claims::check(text, how, desk);
    } catch (Error& error) {
        throw error.at(how.file);
    }
}

int check(const Options& options, const Surroundings& surroundings) {
    format_of(options.output);
    const auto shelf = open_shelf(surroundings);
    const questions::Desk desk(*shelf);
    int status = fine;
    for (std::size_t at = 0; at < options.files.size(); ++at) {
        const auto checked = check_one(options.files[at], options, desk, surroundings);
        surroundings.out << (at > 0 && options.output.format == "text" ? "\n" : "");
        print(checked, options.output, surroundings);
        surroundings.out << std::flush;
        status = all_hold(checked) ? status : differs;
    }
    return status;
}

Work set_up(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_option("FILE", options->files, "articles, as text or HTML; - is the standard input")
        ->type_name("")
        ->required();
    app.add_option("--date", options->date, "the article's day or month; else looked for in the page")
        ->type_name("TIME");
    app.add_option("--language", options->language, "such as en; else found out")->type_name("CODE");
    app.add_option("--release", options->release, "judge by this release alone")->type_name("ID");
    app.add_option("--format", options->output.format, "text, json, csv or md")->type_name("FORMAT");
    return [options](const Surroundings& surroundings) { return check(*options, surroundings); };
}

}  // namespace

Command check_command() {
    return {"an article in, every figure in it marked: holds, does not, or not in the data", set_up};
}

}  // namespace pledgebook::commands
