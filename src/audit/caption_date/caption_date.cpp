// Captions that say which days their data cover, and say others than the release.
#include "audit/days_in_words.hpp"
#include "audit/ledger_sheet.hpp"
#include "audit/rule.hpp"
#include "core/reference.hpp"

#include <fmt/format.h>

#include <map>

namespace pledgebook::audit {

namespace {

constexpr std::size_t shortest_caption = 20;

// The last day of "between January 24 and October 3, 2022", where it begins as the release does.
std::optional<Date> covered_until(std::string_view caption, const Release& release) {
    if (caption.size() < shortest_caption || !release.begins || !release.cutoff) {
        return std::nullopt;
    }
    const auto days = days_in_text(caption);
    for (std::size_t at = 0; at + 1 < days.size(); ++at) {
        const auto& last = days[at + 1];
        const bool begins = days[at].day > 0 && may_be(days[at], *release.begins);
        const auto year = last.year > 0 ? last.year : release.cutoff->year();
        if (begins && last.day > 0) {
            return Date::from(year, last.month, last.day);
        }
    }
    return std::nullopt;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    const auto& release = evidence.intake().release;
    std::map<Date, std::vector<const formats::Cell*>> captions;
    std::map<const formats::Cell*, std::string> sheets;
    for (const auto& sheet : evidence.sheets()) {
        for (const auto& row : sheet.rows) {
            for (const auto& cell : row.cells) {
                const bool prose = cell.type == formats::CellType::text && cell.formula.empty();
                const auto last = prose ? covered_until(cell.text, release) : std::nullopt;
                const bool of_entry = evidence.entry_in({sheet.name, cell.row, cell.column}) != nullptr;
                if (last && *last != *release.cutoff && !of_entry) {
                    captions[*last].push_back(&cell);
                    sheets[&cell] = sheet.name;
                }
            }
        }
    }
    std::vector<AuditFinding> findings;
    for (const auto& [last, cells] : captions) {
        AuditFinding finding;
        for (const auto* cell : cells) {
            finding.places.push_back({sheets[cell], cell->row, cell->column});
        }
        const auto table = evidence.table_of(finding.places.front().sheet);
        finding.key = key({table, to_string(last)});
        finding.sure = Sureness::likely;
        finding.what =
            fmt::format("{} {} that its data go to {}; the release goes to {}",
                        cells.size() == 1 ? "a caption" : fmt::format("{} captions", cells.size()),
                        cells.size() == 1 ? "says" : "say", describe(last), describe(*release.cutoff));
        finding.why =
            "The caption begins with the release's first day, so it speaks of what the release covers; its "
            "last "
            "day is that of another.";
        finding.mend = fmt::format("Write {}, or bring the table up to date.", describe(*release.cutoff));
        findings.push_back(std::move(finding));
    }
    return findings;
}

}  // namespace

Rule caption_date_rule() {
    return {"captions that name another last day than the release", look};
}

}  // namespace pledgebook::audit
