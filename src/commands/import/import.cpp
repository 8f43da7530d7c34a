// import: sources into the book.
#include "commands/command.hpp"
#include "commands/filters.hpp"
#include "commands/import/read_source.hpp"
#include "commands/import/take_in.hpp"
#include "core/error.hpp"

#include <CLI/CLI.hpp>

#include <ostream>

namespace pledgebook::commands {

namespace {

struct Options {
    std::vector<std::string> files;
    std::string as;
    std::string label;
    std::string cutoff;
    std::string published;
    ReportLook look;
    bool dry_run = false;
    unsigned threads = 0;
};

store::Overrides overrides_of(const Options& options) {
    store::Overrides overrides{options.as, options.label, {}, {}};
    if (!options.cutoff.empty()) {
        overrides.cutoff = last_day(options.cutoff, "--cutoff");
    }
    if (!options.published.empty()) {
        overrides.published = day_from(options.published, "--published");
    }
    return overrides;
}

int import(const Options& options, const Surroundings& surroundings) {
    check_format(options.look, "an import");
    Shelving shelving({overrides_of(options), options.dry_run, options.threads}, surroundings);
    for (std::size_t at = 0; at < options.files.size(); ++at) {
        const std::filesystem::path path = options.files[at];
        try {
            const auto bytes = path == "-" ? piped_source(surroundings.in) : read_source(path);
            print_report(shelving.take_in(bytes), options.look, surroundings);
        } catch (const Error&) {
            // Goes on to main.cpp; what comes after it is said to be left undone.
            for (auto rest = at + 1; rest < options.files.size(); ++rest) {
                surroundings.notes << "not tried: " << options.files[rest] << "\n";
            }
            throw;
        }
    }
    return fine;
}

Work set_up(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_option("FILE", options->files, "files or folders to take in")->type_name("")->required();
    app.add_option("--as", options->as, "the series, where it is another than recognised")
        ->type_name("SERIES");
    app.add_option("--label", options->label, "the release's label")->type_name("LABEL");
    app.add_option("--cutoff", options->cutoff, "the last day or month covered")->type_name("TIME");
    app.add_option("--published", options->published, "the day of publication")->type_name("DAY");
    app.add_option("--format", options->look.format, "text or json")->type_name("FORMAT");
    app.add_flag("--findings", options->look.all_findings, "show all findings, not only the first 20");
    app.add_flag("--spell-out", options->look.spelled_out, "say of which sheet the cells set aside are");
    app.add_flag("--dry-run", options->dry_run, "do everything but keep it; needs no book");
    app.add_option("--threads", options->threads, "how many at most")
        ->type_name("N")
        ->check(CLI::Range(1, 256));
    return [options](const Surroundings& surroundings) { return import(*options, surroundings); };
}

}  // namespace

Command import_command() {
    return {"take files and folders into the book", set_up};
}

}  // namespace pledgebook::commands
