#include "commands/import/take_in.hpp"

#include "commands/import/summary.hpp"
#include "commands/progress_line.hpp"
#include "commands/shelf_choice.hpp"
#include "core/error.hpp"
#include "render/scope.hpp"

#include <ostream>
#include <utility>

namespace pledgebook::commands {

namespace {

constexpr std::size_t findings_shown = 20;

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

}  // namespace

Shelving::Shelving(Manner manner, const Surroundings& surroundings)
    : m_manner(std::move(manner)), m_surroundings(surroundings) {
    if (!m_manner.dry_run) {
        m_folder = named_book(surroundings);
    }
}

std::optional<store::Known> Shelving::find(const store::SourceBytes& bytes) const {
    const bool look = m_folder && store::Book::exists(*m_folder);
    return look ? store::Book::known(*m_folder, bytes, m_manner.overrides) : std::nullopt;
}

store::Book& Shelving::book() {
    if (!m_book) {
        const bool there = store::Book::exists(*m_folder);
        m_book = open_or_create_book(m_surroundings, m_manner.threads);
        m_surroundings.notes << (there ? "" : "made the book " + m_book->name() + "\n");
    }
    return *m_book;
}

render::ImportReport Shelving::take_in(const store::SourceBytes& bytes) {
    render::ImportReport report;
    report.release.file = bytes.name;
    if (const auto known = find(bytes)) {
        report.state = render::ImportReport::State::already_there;
        report.release.id = known->id;
        if (known->put_back > 0) {
            m_surroundings.notes << "put back into the book: "
                                 << render::counted(known->put_back, "source file", "source files")
                                 << " that it lacked\n";
        }
        return report;
    }
    ProgressLine line(m_surroundings);
    const auto source = source_of(bytes);
    const auto& importer = recognised(source);
    auto intake = read_in(importer, source, line.progress());
    intake.release.importer = importer.name;
    report = summary_of(intake);
    put_over(m_manner.overrides, report.release);
    report.what = importer.what;
    report.release.file = bytes.name;
    if (m_manner.dry_run) {
        report.state = render::ImportReport::State::tried;
        return report;
    }
    const auto added =
        book().add(bytes, std::move(intake), m_manner.overrides, m_surroundings.today, line.progress());
    report.release.id = added.id;
    report.state =
        added.fresh ? render::ImportReport::State::added : render::ImportReport::State::already_there;
    return report;
}

void check_format(const ReportLook& look, const std::string& what) {
    if (look.format != "text" && look.format != "json") {
        throw Error(what + " has no format '" + look.format + "'", "--format takes text or json");
    }
}

void print_report(const render::ImportReport& report, const ReportLook& look,
                  const Surroundings& surroundings) {
    if (look.format == "json") {
        surroundings.out << render::json(report);
    } else {
        auto shown = surroundings.look;
        shown.spelled_out = look.spelled_out;
        surroundings.out << render::text(report, look.all_findings ? 0 : findings_shown, shown);
    }
    surroundings.out << std::flush;
}

}  // namespace pledgebook::commands
