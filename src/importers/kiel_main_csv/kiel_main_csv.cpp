// The tracker's main sheet alone, saved as CSV (release 9 was passed on so).
#include "core/error.hpp"
#include "formats/csv.hpp"
#include "importers/decimal_comma.hpp"
#include "importers/importer.hpp"
#include "importers/kiel_ledger/cutoff.hpp"
#include "importers/kiel_ledger/ledger_checks.hpp"
#include "importers/kiel_ledger/ledger_sheet.hpp"
#include "importers/thousands_marks.hpp"
#include "importers/torn_csv.hpp"

#include <array>
#include <string>

namespace pledgebook::importers {

const Importer& kiel_main_csv();

namespace {

// Those of data/importers/kiel_ledger.tsv that hold numbers.
constexpr std::array<std::string_view, 8> number_fields{"source_value",   "units",       "units_delivered",
                                                        "unit_price_usd", "total",       "commitment_eur",
                                                        "allocation_eur", "delivery_eur"};

bool recognises(const Source& source) {
    if (source.folder || source.files.size() != 1 ||
        formats::sniff(source.files.front().bytes) != formats::FileType::text) {
        return false;
    }
    try {
        return kiel_ledger::ledger_header(formats::read_csv(source.files.front().bytes)).has_value();
    } catch (const Error&) {
        return false;  // text that is no CSV is nobody's; recognise() says what is wrong with it
    }
}

Intake take_in(const Source& source, const Progress& progress) {
    if (progress) {
        progress("the sheet", -1);
    }
    auto sheet = formats::read_csv(source.files.front().bytes);
    refuse_torn(sheet);
    const auto header = kiel_ledger::ledger_header(sheet);
    if (!header) {
        throw Error("it has no header of the tracker's main sheet",
                    "Their spellings are in data/importers/kiel_ledger.tsv.");
    }
    Intake intake;
    intake.release.series = "ust";
    intake.release.title = "Ukraine Support Tracker, main sheet";
    if (const char mark = take_out_marks(sheet, *header, number_fields); mark != 0) {
        intake.findings.push_back(
            {"numbers_as_shown",
             Finding::Weight::odd,
             std::string("the numbers are written as a spreadsheet shows them, with '") + mark +
                 "' between thousands: what it did not show of them is lost",
             {},
             {}});
    }
    if (write_points(sheet, header->column("commitment_eur"))) {
        intake.findings.push_back(
            {"decimal_comma", Finding::Weight::note, "the numbers are written with a decimal comma", {}, {}});
    }
    kiel_ledger::read_ledger(sheet, *header, {Channel::bilateral, true}, intake);
    intake.findings.push_back({"release_unnamed",
                               Finding::Weight::note,
                               "the sheet does not say which release it is; give it with --label",
                               {},
                               {}});
    kiel_ledger::derive_cutoff(intake);
    kiel_ledger::check_dates(intake);
    return intake;
}

}  // namespace

const Importer& kiel_main_csv() {
    static const Importer importer{"kiel_main_csv", "the main sheet of the Ukraine Support Tracker as CSV",
                                   recognises, take_in};
    return importer;
}

}  // namespace pledgebook::importers
