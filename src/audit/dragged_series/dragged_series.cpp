// A spreadsheet that copies a cell downwards counts its last number up: "until 4/6/2022" becomes 2023, 2024 …
#include "audit/dragged_series/dragged_series.hpp"

#include "audit/rule.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <map>

namespace pledgebook::audit {

namespace {

// The columns whose cells are the same on all rows of a package.
constexpr std::array<std::string_view, 8> fields{"announced", "source_value", "explanation", "currency",
                                                 "link_1",    "link_2",       "link_3",      "link_4"};
constexpr std::size_t rows_of_a_run = 3;
constexpr std::size_t longest_number = 15;

// A text around its last number.
struct Counted {
    std::string before;
    std::string after;
    std::int64_t number = 0;
};

bool is_digit(char each) {
    return each >= '0' && each <= '9';
}

std::optional<Counted> counted(const std::string& text) {
    const auto end = text.find_last_of("0123456789");
    if (end == std::string::npos) {
        return std::nullopt;
    }
    auto begin = end;
    while (begin > 0 && is_digit(text[begin - 1])) {
        --begin;
    }
    Counted made{text.substr(0, begin), text.substr(end + 1), 0};
    const auto digits = text.substr(begin, end + 1 - begin);
    if (digits.size() > longest_number) {
        return std::nullopt;
    }
    std::from_chars(digits.data(), digits.data() + digits.size(), made.number);
    return made;
}

bool counts_on(const std::optional<Counted>& above, const std::optional<Counted>& here) {
    return above && here && above->before == here->before && above->after == here->after &&
           here->number == above->number + 1;
}

bool beyond(const Entry& entry, const Release& release) {
    const auto day = entry.announced.earliest ? entry.announced.earliest : entry.announced.latest;
    return day && release.cutoff && *day > *release.cutoff;
}

// Two rows are no run, save where the second leads out of the release.
bool is_run(const DraggedRun& run, const Release& release) {
    return run.entries.size() >= rows_of_a_run ||
           (run.entries.size() == 2 && run.field == "announced" && beyond(*run.entries.back(), release));
}

class Runs {
public:
    Runs(const LedgerSheet& ledger, const Release& release, std::string field)
        : m_ledger(ledger), m_release(release), m_open{std::move(field), {}} {}

    void add(const Entry& entry) {
        const auto* cell = m_ledger.cell(entry, m_open.field);
        // A formula that counts is meant to.
        auto here = cell != nullptr && cell->formula.empty() ? counted(cell->text) : std::nullopt;
        const auto* above = m_open.entries.empty() ? nullptr : m_open.entries.back();
        const bool follows = above != nullptr && above->package == entry.package &&
                             above->place.row + 1 == entry.place.row && counts_on(m_above, here);
        if (!follows) {
            close();
        }
        m_open.entries.push_back(&entry);
        m_above = std::move(here);
    }
    void close() {
        if (is_run(m_open, m_release)) {
            m_closed.push_back(m_open);
        }
        m_open.entries.clear();
    }
    [[nodiscard]] const std::vector<DraggedRun>& closed() const { return m_closed; }

private:
    const LedgerSheet& m_ledger;
    const Release& m_release;
    DraggedRun m_open;
    std::optional<Counted> m_above;
    std::vector<DraggedRun> m_closed;
};

// Runs of one field that begin with the same words are one slip: a link that was dragged through many
// packages.
AuditFinding made_of(const std::vector<DraggedRun>& runs, const LedgerSheet& ledger,
                     const Evidence& evidence) {
    AuditFinding finding;
    Euros euros;
    for (const auto& run : runs) {
        for (auto entry = run.entries.begin() + 1; entry != run.entries.end(); ++entry) {
            finding.places.push_back(ledger.place(**entry, run.field));
            euros += any_euros_of(**entry).value_or(Euros{});
        }
    }
    const auto& field = runs.front().field;
    const auto& first = *runs.front().entries.front();
    const auto& last = *runs.back().entries.back();
    const auto header = std::string(trimmed(evidence.header_of(finding.places.front())));
    finding.key = key({evidence.table_of(first.place.sheet), slug(first.package), slug(header)});
    finding.sure = Sureness::likely;
    finding.what = fmt::format(
        "'{}' counts up down the rows of {}{}, to '{}'", ledger.text(first, field), first.package,
        last.package == first.package ? "" : " and on to " + last.package, ledger.text(last, field));
    finding.why = fmt::format(
        "The rows of a package have the same {}; a spreadsheet that copies a cell downwards "
        "counts its last number up.",
        header);
    finding.mend = fmt::format("Write '{}' in all of them.", ledger.text(first, field));
    if (euros != Euros{} && field == "announced") {
        finding.effect = euros;
        finding.effect_on = fmt::format("the sums of {} by month", first.donor_text);
    }
    return finding;
}

// Dates that look alike are of different announcements; links that do are not.
std::string group_of(const DraggedRun& run, const LedgerSheet& ledger) {
    const auto text = counted(ledger.text(*run.entries.front(), run.field)).value_or(Counted{});
    const bool is_link = run.field.starts_with("link");
    return is_link ? run.field + "/" + text.before + "/" + text.after
                   : run.field + "/" + run.entries.front()->package;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    for (const auto& ledger : LedgerSheet::all_of(evidence)) {
        std::map<std::string, std::vector<DraggedRun>> groups;
        for (auto& run : dragged_runs(ledger, evidence.intake().release)) {
            groups[group_of(run, ledger)].push_back(std::move(run));
        }
        for (const auto& [group, runs] : groups) {
            findings.push_back(made_of(runs, ledger, evidence));
        }
    }
    return findings;
}

}  // namespace

std::vector<DraggedRun> dragged_runs(const LedgerSheet& ledger, const Release& release) {
    std::vector<DraggedRun> all;
    for (const auto field : fields) {
        if (ledger.column(field) == 0) {
            continue;
        }
        Runs runs(ledger, release, std::string(field));
        for (const auto* entry : ledger.entries()) {
            runs.add(*entry);
        }
        runs.close();
        all.insert(all.end(), runs.closed().begin(), runs.closed().end());
    }
    return all;
}

Rule dragged_series_rule() {
    return {"dates, amounts and links that count up down the rows of a package", look};
}

}  // namespace pledgebook::audit
