// import: sources into the book.
#include "commands/command.hpp"
#include "commands/filters.hpp"
#include "commands/import/read_source.hpp"
#include "commands/import/summary.hpp"
#include "commands/progress_line.hpp"
#include "commands/shelf_choice.hpp"
#include "core/error.hpp"
#include "render/scope.hpp"

#include <CLI/CLI.hpp>

#include <ostream>

namespace pledgebook::commands {

namespace {

constexpr std::size_t findings_shown = 20;

struct Options {
    std::vector<std::string> files;
    std::string as;
    std::string label;
    std::string cutoff;
    std::string published;
    std::string format = "text";
    bool all_findings = false;
    bool dry_run = false;
    bool spelled_out = false;
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

// What the one who imports says counts over what the source says, also in the report.
void put_over(const store::Overrides& overrides, Release& release) {
    release.series = overrides.series.empty() ? release.series : overrides.series;
    release.label = overrides.label.empty() ? release.label : overrides.label;
    release.cutoff = overrides.cutoff ? overrides.cutoff : release.cutoff;
    release.published = overrides.published ? overrides.published : release.published;
}

const importers::Importer& recognised(const importers::Source& source) {
    try {
        return importers::recognise(source);
    } catch (Error& error) {
        throw error.at(source.name);
    }
}

Intake read_in(const importers::Importer& importer, const importers::Source& source,
               const importers::Progress& progress) {
    try {
        return importer.take_in(source, progress);
    } catch (Error& error) {
        throw error.at(source.name);
    }
}

// The book that is added to: opened, or made, when there is something to put in. So a slip in a file's name
// leaves nothing behind, and what is in the book already is found even where the book lacks a source.
class Shelving {
public:
    Shelving(const Options& options, const Surroundings& surroundings)
        : m_threads(options.threads), m_surroundings(surroundings) {
        if (!options.dry_run) {
            m_folder = named_book(surroundings);
        }
    }

    [[nodiscard]] std::optional<store::Known> find(const store::SourceBytes& bytes,
                                                   const store::Overrides& overrides) const {
        const bool look = m_folder && store::Book::exists(*m_folder);
        return look ? store::Book::known(*m_folder, bytes, overrides) : std::nullopt;
    }

    store::Book& book() {
        if (!m_book) {
            const bool there = store::Book::exists(*m_folder);
            m_book = open_or_create_book(m_surroundings, m_threads);
            m_surroundings.notes << (there ? "" : "made the book " + m_book->name() + "\n");
        }
        return *m_book;
    }

private:
    unsigned m_threads;
    const Surroundings& m_surroundings;
    std::optional<std::filesystem::path> m_folder;
    std::optional<store::Book> m_book;
};

render::ImportReport take_in(const store::SourceBytes& bytes, const Options& options, Shelving& shelving,
                             const Surroundings& surroundings) {
    render::ImportReport report;
    report.release.file = bytes.name;
    const auto overrides = overrides_of(options);
    if (const auto known = shelving.find(bytes, overrides)) {
        report.state = render::ImportReport::State::already_there;
        report.release.id = known->id;
        if (known->put_back > 0) {
            surroundings.notes << "put back into the book: "
                               << render::counted(known->put_back, "source file", "source files")
                               << " that it lacked\n";
        }
        return report;
    }
    ProgressLine line(surroundings);
    const auto source = source_of(bytes);
    const auto& importer = recognised(source);
    auto intake = read_in(importer, source, line.progress());
    intake.release.importer = importer.name;
    report = summary_of(intake);
    put_over(overrides, report.release);
    report.what = importer.what;
    report.release.file = bytes.name;
    if (options.dry_run) {
        report.state = render::ImportReport::State::tried;
        return report;
    }
    const auto added =
        shelving.book().add(bytes, std::move(intake), overrides, surroundings.today, line.progress());
    report.release.id = added.id;
    report.state =
        added.fresh ? render::ImportReport::State::added : render::ImportReport::State::already_there;
    return report;
}

void print_report(const render::ImportReport& report, const Options& options,
                  const Surroundings& surroundings) {
    if (options.format == "json") {
        surroundings.out << render::json(report);
    } else {
        auto look = surroundings.look;
        look.spelled_out = options.spelled_out;
        surroundings.out << render::text(report, options.all_findings ? 0 : findings_shown, look);
    }
    surroundings.out << std::flush;
}

int import(const Options& options, const Surroundings& surroundings) {
    if (options.format != "text" && options.format != "json") {
        throw Error("an import has no format '" + options.format + "'", "--format takes text or json");
    }
    overrides_of(options);
    Shelving shelving(options, surroundings);
    for (std::size_t at = 0; at < options.files.size(); ++at) {
        const std::filesystem::path path = options.files[at];
        try {
            const auto bytes = path == "-" ? piped_source(surroundings.in) : read_source(path);
            print_report(take_in(bytes, options, shelving, surroundings), options, surroundings);
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
    app.add_option("--format", options->format, "text or json")->type_name("FORMAT");
    app.add_flag("--findings", options->all_findings, "show all findings, not only the first 20");
    app.add_flag("--spell-out", options->spelled_out, "say of which sheet the cells set aside are");
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
