// The feed behind the tracker's web site: a folder of six CSV files with monthly sums of each donor.
#include "core/error.hpp"
#include "formats/csv.hpp"
#include "importers/cell_tally.hpp"
#include "importers/decimal_comma.hpp"
#include "importers/importer.hpp"
#include "importers/kiel_site/site_rows.hpp"
#include "importers/kiel_site/site_tables.hpp"
#include "importers/torn_csv.hpp"

#include <fmt/format.h>

#include <map>

namespace pledgebook::importers {

const Importer& kiel_site();

namespace {

constexpr std::string_view ledger_table = "data_explorer";
constexpr std::string_view release_table = "release_info";

struct Feed {
    std::vector<site::Table> tables;                           // in the order of the files
    std::vector<formats::Sheet> others;                        // CSV files that are no table of the feed
    std::vector<std::string> unread;                           // files that are no CSV
    std::vector<std::pair<std::string, std::string>> seconds;  // files, and the table each is again

    [[nodiscard]] const site::Table* table(std::string_view name) const {
        for (const auto& each : tables) {
            if (each.name == name) {
                return &each;
            }
        }
        return nullptr;
    }
};

Feed feed_of(const Source& source) {
    Feed feed;
    for (const auto& file : source.files) {
        if (formats::sniff(file.bytes) != formats::FileType::text) {
            feed.unread.push_back(file.name);
            continue;
        }
        formats::Sheet sheet;
        try {
            sheet = formats::read_csv(file.bytes);
        } catch (Error& error) {
            throw error.at(file.name);
        }
        sheet.name = file.name;
        auto table = site::table_of(sheet);
        if (table && feed.table(table->name) == nullptr) {
            feed.tables.push_back(std::move(*table));
            continue;
        }
        if (table) {
            feed.seconds.emplace_back(file.name, table->name);
        }
        feed.others.push_back(std::move(sheet));
    }
    return feed;
}

bool recognises(const Source& source) {
    if (!source.folder) {
        return false;
    }
    try {
        const auto feed = feed_of(source);
        return feed.table(ledger_table) != nullptr && feed.table(release_table) != nullptr;
    } catch (const Error&) {
        return false;
    }
}

void refuse_empty(const site::Table& table) {
    if (table.name == ledger_table && table.sheet.rows.back().number <= table.header.row) {
        throw Error("the file has a header and no rows", "Get the feed again.");
    }
}

void write_decimal_points(site::Table& table, Intake& intake) {
    for (const auto& field : table.fields) {
        if (!field.unit.empty() && write_points(table.sheet, table.header.column(field.name))) {
            intake.findings.push_back({"decimal_comma",
                                       Finding::Weight::note,
                                       "the numbers are written with a decimal comma",
                                       {table.sheet.name, 0, 0},
                                       {}});
        }
    }
}

Intake take_in(const Source& source, const Progress& progress) {
    auto feed = feed_of(source);
    if (feed.table(ledger_table) == nullptr || feed.table(release_table) == nullptr) {
        throw Error("the folder lacks the feed's data_explorer or release_info",
                    "Each file is known by its header; the headers are in data/importers/kiel_site.tsv.");
    }
    Intake intake;
    for (auto& table : feed.tables) {
        try {
            refuse_torn(table.sheet);
            refuse_empty(table);
        } catch (Error& error) {
            throw error.at(table.sheet.name);
        }
        if (progress) {
            progress(table.sheet.name, -1);
        }
        write_decimal_points(table, intake);
        site::set_repeated_aside(table, intake);
        site::read_table(table, intake);
    }
    for (const auto& sheet : feed.others) {
        set_aside(intake.cells, sheet, fmt::format("file '{}': not known", sheet.name));
    }
    for (const auto& [file, table] : feed.seconds) {
        intake.findings.push_back(
            {"second_file",
             Finding::Weight::wrong,
             fmt::format("the file is a second '{}'; '{}' is taken", table, feed.table(table)->sheet.name),
             {file, 0, 0},
             {}});
    }
    for (const auto& name : feed.unread) {
        intake.findings.push_back({"unread_file",
                                   Finding::Weight::note,
                                   fmt::format("the file '{}' is no CSV and is not read", name),
                                   {},
                                   {}});
    }
    site::name_release(*feed.table(release_table), intake);
    site::check_sums(*feed.table(ledger_table), feed.table("total_allocations"), intake);
    return intake;
}

}  // namespace

const Importer& kiel_site() {
    static const Importer importer{"kiel_site", "the folder of CSV files behind the tracker's web site",
                                   recognises, take_in};
    return importer;
}

}  // namespace pledgebook::importers
