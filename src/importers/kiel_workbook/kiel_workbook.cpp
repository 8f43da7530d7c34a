// The tracker's workbook: sheet by sheet, each by what it is for.
#include "importers/kiel_workbook/kiel_workbook.hpp"
#include "core/error.hpp"
#include "formats/sheets_ahead.hpp"
#include "formats/workbook.hpp"
#include "importers/cell_tally.hpp"
#include "importers/importer.hpp"
#include "importers/kiel_ledger/ledger_checks.hpp"
#include "importers/kiel_ledger/ledger_sheet.hpp"
#include "importers/kiel_workbook/country_summary.hpp"
#include "importers/kiel_workbook/figure_sheet.hpp"
#include "importers/kiel_workbook/known_shapes.hpp"
#include "importers/kiel_workbook/note_links.hpp"
#include "importers/kiel_workbook/own_tables.hpp"
#include "importers/kiel_workbook/price_list.hpp"
#include "importers/kiel_workbook/rates_sheet.hpp"
#include "importers/kiel_workbook/release_witnesses.hpp"
#include "importers/kiel_workbook/sheet_roles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace pledgebook::importers {

namespace {

using namespace kiel_workbook_sheets;

class Reader {
public:
    explicit Reader(std::vector<Role> roles) : m_roles(std::move(roles)) {}

    void read(std::size_t number, const formats::Sheet& sheet) {
        keep_comments(sheet);
        auto role = m_roles.at(number);
        if (role == "rates_current" && rates_header(sheet)) {
            role = "rates";  // one flat table, as releases up to 13 have it
        }
        if (role.empty()) {
            role = role_by_content(sheet);
            // A sheet that only looks like one that is there by name (a copy, an older state) is not added.
            if (is_read_once(role) && is_named(role)) {
                pass_over(fmt::format("looks like the one for '{}', which is there by name", role), sheet);
                return;
            }
        }
        // Nor is a second one of the same name but for a word: its amounts would count twice.
        const auto first = m_taken.find(role);
        if (first != m_taken.end() && is_read_once(role)) {
            pass_over(fmt::format("is for '{}', as is '{}' before it", role, first->second), sheet);
        } else if (!take(role, sheet)) {
            take_figures(role, sheet);
        }
    }

    Intake finish() {
        const bool ledger =
            std::any_of(m_intake.entries.begin(), m_intake.entries.end(),
                        [](const Entry& entry) { return entry.channel == Channel::bilateral; });
        if (!ledger) {
            throw Error(
                "none of its sheets is the tracker's ledger",
                "The main sheet has columns for the donor, the announcement date, the type of aid and the "
                "value in euros; their spellings are in data/importers/kiel_ledger.tsv.");
        }
        m_intake.release.series = "ust";
        m_witnesses.name_release(m_intake);
        tell_of(m_own_tables, m_intake.findings);
        tell_what_moved(m_shapes, m_intake);
        link_notes(m_intake);
        kiel_ledger::check_dates(m_intake);
        kiel_ledger::check_currencies(m_intake);
        return std::move(m_intake);
    }

private:
    // False for a sheet that is read as figures: by its role, or because it does not hold what its role
    // needs; a finding tells of the latter.
    bool take(const Role& role, const formats::Sheet& sheet) {
        if (role == "readme") {
            m_witnesses.read_readme(sheet, m_intake);
        } else if (role == "updates") {
            m_witnesses.read_updates(sheet, m_intake);
        }
        if (role == "readme" || role == "updates") {
            m_shapes.push_back({role, sheet.name, 0, {}});
            return true;
        }
        if (!is_read_once(role)) {
            return false;
        }
        const bool taken = take_table(role, sheet);
        if (taken) {
            m_taken.emplace(role, sheet.name);
        } else {
            find("sheet_without_table",
                 fmt::format("the sheet is for '{}' by its name, but has no such header; what it holds is "
                             "kept as figures and notes",
                             role),
                 sheet);
        }
        return taken;
    }

    bool take_table(const Role& role, const formats::Sheet& sheet) {
        const auto use = [&](const std::optional<Header>& header, auto read_table) {
            if (header) {
                m_shapes.push_back(shape_of(role, sheet, header->row));
                read_table(sheet, *header, m_intake);
            }
            return header.has_value();
        };
        if (const auto channel = channel_of(role)) {
            return use(kiel_ledger::ledger_header(sheet),
                       [&](const formats::Sheet& each, const Header& header, Intake& intake) {
                           kiel_ledger::read_ledger(each, header, {*channel, false}, intake);
                       });
        }
        return role == "rates" ? use(rates_header(sheet), read_rates) : use(price_header(sheet), read_prices);
    }

    // A table is one sheet's: a second one for it, and one that nobody knows, have tables of their own.
    void take_figures(const Role& role, const formats::Sheet& sheet) {
        auto table = role.empty() ? table_of_unknown(sheet.name) : role;
        const auto [first, added] = m_taken.emplace(table, sheet.name);
        if (!added) {
            m_own_tables.second[first->second].push_back(sheet.name);
            table = table_of_unknown(sheet.name);
        }
        const auto figures = m_intake.figures.size();
        m_shapes.push_back(read_figures(sheet, table, m_intake));
        if (role.empty() && !sheet.rows.empty()) {
            m_own_tables.unknown[most_like(m_shapes.back())].push_back(sheet.name);
        }
        if (role.starts_with("country_summary")) {
            read_gdps(figures, m_intake);
        }
    }

    void keep_comments(const formats::Sheet& sheet) {
        for (const auto& row : sheet.rows) {
            for (const auto& cell : row.cells) {
                if (!trimmed(cell.comment).empty()) {
                    m_intake.notes.push_back(
                        {std::string(trimmed(cell.comment)), {sheet.name, cell.row, cell.column}});
                }
            }
        }
    }

    void pass_over(std::string_view why, const formats::Sheet& sheet) {
        find("second_sheet", fmt::format("the sheet {}; it is not taken in", why), sheet,
             Finding::Weight::wrong);
        set_aside(m_intake.cells, sheet, fmt::format("sheet '{}': looks like another sheet", sheet.name));
    }

    [[nodiscard]] bool is_named(std::string_view role) const {
        return std::find(m_roles.begin(), m_roles.end(), role) != m_roles.end();
    }

    void find(std::string_view rule, std::string what, const formats::Sheet& sheet,
              Finding::Weight weight = Finding::Weight::odd) {
        m_intake.findings.push_back({std::string(rule), weight, std::move(what), {sheet.name, 0, 0}, {}});
    }

    std::vector<Role> m_roles;
    std::map<std::string, std::string> m_taken;  // role or table -> the sheet that was taken for it
    OwnTables m_own_tables;
    std::vector<SheetShape> m_shapes;  // of what was read
    ReleaseWitnesses m_witnesses;
    Intake m_intake;
};

std::vector<Role> roles_by_name(const formats::Workbook& workbook) {
    std::vector<Role> roles;
    for (const auto& sheet : workbook.sheets()) {
        roles.push_back(role_by_name(sheet.name));
    }
    return roles;
}

// A sheet called as the ledger is and beside it another of the tracker's sheets; where names do not tell,
// what the sheets hold.
bool holds_the_ledger(const formats::Workbook& workbook) {
    const auto roles = roles_by_name(workbook);
    const auto named = [&](std::string_view name) {
        return std::find(roles.begin(), roles.end(), name) != roles.end();
    };
    if (named("bilateral") && (named("rates") || named("country_summary") || named("multilateral"))) {
        return true;
    }
    for (std::size_t sheet = 0; sheet < roles.size(); ++sheet) {
        if ((roles[sheet].empty() || channel_of(roles[sheet])) &&
            kiel_ledger::ledger_header(workbook.load(sheet))) {
            return true;
        }
    }
    return false;
}

bool recognises(const Source& source) {
    if (source.folder || source.files.size() != 1 ||
        formats::sniff(source.files.front().bytes) != formats::FileType::workbook) {
        return false;
    }
    try {
        return holds_the_ledger(formats::Workbook::open(source.files.front().bytes));
    } catch (const Error&) {
        return false;  // a broken workbook is nobody's; recognise() says what is wrong with it
    }
}

Intake take_in(const Source& source, const Progress& progress) {
    const auto workbook = formats::Workbook::open(source.files.front().bytes);
    const auto count = workbook.sheets().size();
    formats::SheetsAhead ahead(count, [&](std::size_t sheet) { return workbook.load(sheet); });
    return take_in_sheets(
        count, [&](std::size_t sheet) { return workbook.sheets()[sheet].name; },
        [&](std::size_t) { return ahead.next(); }, progress);
}

}  // namespace

Intake take_in_sheets(std::size_t count, const std::function<std::string(std::size_t)>& name,
                      const std::function<formats::Sheet(std::size_t)>& load, const Progress& progress) {
    std::vector<Role> roles;
    for (std::size_t sheet = 0; sheet < count; ++sheet) {
        roles.push_back(role_by_name(name(sheet)));
    }
    Reader reader(std::move(roles));
    for (std::size_t sheet = 0; sheet < count; ++sheet) {
        if (progress) {
            progress("sheet '" + name(sheet) + "'", static_cast<double>(sheet) / static_cast<double>(count));
        }
        reader.read(sheet, load(sheet));
    }
    return reader.finish();
}

const Importer& kiel_workbook() {
    static const Importer importer{"kiel_workbook", "a workbook of the Ukraine Support Tracker", recognises,
                                   take_in};
    return importer;
}

}  // namespace pledgebook::importers
