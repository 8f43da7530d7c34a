// Names that are meant to be the same and are not: a blank at the end, a letter too few. A spreadsheet's
// lookups forgive case and nothing else.
#include "audit/ledger_sheet.hpp"
#include "audit/name_nearly_matches/likeness.hpp"
#include "audit/name_nearly_matches/matched_columns.hpp"
#include "audit/rule.hpp"
#include "core/reference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace pledgebook::audit {

namespace {

constexpr std::size_t fewest_cells = 20;  // of a column that sorts its rows by a few names
constexpr std::size_t cells_a_name = 3;   // on the average
constexpr std::size_t rare = 8;           // a misspelling is so many times rarer than what was meant
constexpr std::size_t longest_name = 80;
constexpr std::size_t few_names = 300;  // beyond, they are no words to sort by

using Cells = std::vector<const formats::Cell*>;
using Names = std::map<std::string, Cells>;  // as written -> where

// The texts of each column that are typed; what a formula brings from elsewhere is a slip there.
std::map<std::uint32_t, Names> columns_of(const formats::Sheet& sheet) {
    std::map<std::uint32_t, Names> columns;
    for (const auto& row : sheet.rows) {
        for (const auto& cell : row.cells) {
            if (cell.type == formats::CellType::text && cell.formula.empty() &&
                cell.text.size() <= longest_name && slug(cell.text).size() > 1) {
                columns[cell.column][cell.text].push_back(&cell);
            }
        }
    }
    return columns;
}

bool sorts_rows(const Names& names) {
    std::size_t cells = 0;
    for (const auto& [name, where] : names) {
        cells += where.size();
    }
    return cells >= fewest_cells && names.size() * cells_a_name <= cells && names.size() <= few_names;
}

struct Slip {
    std::string meant;
    std::string sort;                       // "blanks", "spelling"
    std::map<std::string, Cells> variants;  // by how they are written
};

std::vector<Slip> slips_of(const Names& names) {
    std::map<std::string, Names> same;  // without stray blanks and case
    for (const auto& [name, cells] : names) {
        same[without_stray_blanks(name)].emplace(name, cells);
    }
    const auto size_of = [](const Names& all) {
        std::size_t cells = 0;
        for (const auto& [name, where] : all) {
            cells += where.size();
        }
        return cells;
    };
    std::map<std::string, Slip> slips;
    const auto add = [&](const std::string& meant, const char* sort, const std::string& name,
                         const Cells& cells) {
        auto& slip = slips[meant + "/" + sort];
        slip.meant = meant;
        slip.sort = sort;
        slip.variants.emplace(name, cells);
    };
    for (const auto& [plain, all] : same) {
        for (const auto& [name, cells] : all) {
            // Case is forgiven; blanks are not.
            if (folded(name) != plain || trimmed(name).size() != name.size()) {
                const auto meant = std::find_if(all.begin(), all.end(), [](const auto& each) {
                    return trimmed(each.first).size() == each.first.size();
                });
                if (meant != all.end()) {
                    add(meant->first, "blanks", name, cells);
                }
            }
        }
        for (const auto& [other, right] : same) {
            if (size_of(right) >= size_of(all) * rare && is_misspelt(plain, other)) {
                for (const auto& [name, cells] : all) {
                    add(right.begin()->first, "spelling", name, cells);
                }
                break;
            }
        }
    }
    std::vector<Slip> made;
    for (auto& [key, slip] : slips) {
        made.push_back(std::move(slip));
    }
    return made;
}

class Look {
public:
    explicit Look(const Evidence& evidence) : m_evidence(evidence), m_matched(evidence) {
        for (const auto& entry : evidence.intake().entries) {
            m_donors.insert(std::string(trimmed(entry.donor_text)));
        }
    }

    std::vector<AuditFinding> findings() {
        for (const auto& sheet : m_evidence.sheets()) {
            for (const auto& [column, names] : columns_of(sheet)) {
                if (sorts_rows(names)) {
                    for (const auto& slip : slips_of(names)) {
                        find(sheet, column, slip);
                    }
                } else {
                    collect_donors(sheet, names);
                }
            }
        }
        find_donors();
        return std::move(m_findings);
    }

private:
    void find(const formats::Sheet& sheet, std::uint32_t column, const Slip& slip) {
        AuditFinding finding;
        Euros euros;
        std::string written;
        for (const auto& [name, cells] : slip.variants) {
            written += (written.empty() ? "" : ", ") + fmt::format("'{}' ({})", name, cells.size());
            for (const auto* cell : cells) {
                finding.places.push_back({sheet.name, cell->row, cell->column});
                const auto* entry = m_evidence.entry_in(finding.places.back());
                euros += entry != nullptr ? any_euros_of(*entry).value_or(Euros{}) : Euros{};
            }
        }
        const auto header = std::string(trimmed(m_evidence.header_of(finding.places.front())));
        const bool looked_up = m_matched.look_up(sheet.name, column, slip.meant);
        finding.key = key({m_evidence.table_of(sheet.name), slug(header), slug(slip.meant), slip.sort});
        finding.sure = looked_up || slip.sort == "spelling" ? Sureness::certain : Sureness::likely;
        finding.what = fmt::format("in '{}' {} stands for '{}'", header, written, slip.meant);
        finding.why = looked_up ? fmt::format(
                                      "Other sheets look up '{}' in this column, and pass over what is "
                                      "written otherwise.",
                                      slip.meant)
                                : "The column sorts its rows by a few names; these are one.";
        finding.mend = fmt::format("Write '{}'.", slip.meant);
        if (looked_up && euros != Euros{}) {
            finding.effect = euros;
            finding.effect_on = fmt::format("sums by '{}'", header);
        }
        m_findings.push_back(std::move(finding));
    }

    // Donors with stray blanks in tables that name each once.
    void collect_donors(const formats::Sheet& sheet, const Names& names) {
        for (const auto& [name, cells] : names) {
            const auto plain = std::string(trimmed(name));
            if (plain != name && m_donors.contains(plain)) {
                for (const auto* cell : cells) {
                    m_stray[plain].push_back({sheet.name, cell->row, cell->column});
                }
            }
        }
    }

    void find_donors() {
        for (const auto& [name, places] : m_stray) {
            AuditFinding finding;
            finding.places = places;
            finding.key = key({"donor", slug(name), "blanks"});
            finding.sure = Sureness::certain;
            finding.what = fmt::format("the donor {} is written with a stray blank", name);
            finding.why =
                fmt::format("Elsewhere it is '{}'; a lookup by that name passes over this row.", name);
            finding.mend = fmt::format("Write '{}'.", name);
            m_findings.push_back(std::move(finding));
        }
    }

    const Evidence& m_evidence;
    MatchedColumns m_matched;
    std::set<std::string> m_donors;
    std::map<std::string, std::vector<Place>> m_stray;
    std::vector<AuditFinding> m_findings;
};

std::vector<AuditFinding> look(const Evidence& evidence) {
    return Look(evidence).findings();
}

}  // namespace

Rule name_nearly_matches_rule() {
    return {"names that differ by a blank or a letter, and what lookups miss by it", look};
}

}  // namespace pledgebook::audit
