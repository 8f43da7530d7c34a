// Wholes that are not what their parts add up to; data/audit/sums.tsv says which sums a release must keep.
#include "audit/published.hpp"
#include "audit/rule.hpp"
#include "core/reference.hpp"
#include "core/tsv.hpp"

#include "data_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pledgebook::audit {

namespace {

// "country_summary:military commitments@DEU"
struct Named {
    std::string table;
    std::string header;
    std::string row;
};

struct Sum {
    bool of_column = false;
    std::string name;
    Named whole;
    std::vector<Named> parts;
    std::string unit;
};

Named named(std::string_view text) {
    const auto colon = text.find(':');
    const auto at = text.find('@');
    return {std::string(text.substr(0, colon)), std::string(text.substr(colon + 1, at - colon - 1)),
            at == std::string_view::npos ? "" : std::string(text.substr(at + 1))};
}

std::vector<Sum> sums() {
    const Tsv table("audit/sums.tsv", data::file("audit/sums.tsv"));
    std::vector<Sum> all;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto cell = [&](std::string_view name) { return table.cell(row, table.column(name)); };
        Sum sum{cell("how") == "column",
                std::string(cell("name")),
                named(cell("whole")),
                {},
                std::string(cell("unit"))};
        for (const auto part : split(cell("parts"), '|')) {
            sum.parts.push_back(named(part));
        }
        all.push_back(std::move(sum));
    }
    return all;
}

// A whole that its parts miss.
struct Gap {
    std::string row;
    Published whole;
    Number parts;
    [[nodiscard]] Number missed() const { return whole.value - parts; }
};

std::string shown(Number value, const Published& like) {
    if (!like.currency) {
        return to_string(value, 6);
    }
    return grouped(value.decimal(), 0) + " " + std::string(like.currency->code());
}

std::vector<Gap> gaps_of_rows(const Sum& sum, const PublishedTables& tables) {
    std::vector<PublishedTables::Column> parts;
    for (const auto& part : sum.parts) {
        parts.push_back(tables.column(part.table, part.header, sum.unit));
        if (parts.back().empty()) {
            return {};
        }
    }
    std::vector<Gap> gaps;
    for (const auto& [row, whole] : tables.column(sum.whole.table, sum.whole.header, sum.unit)) {
        Gap gap{row, whole, {}};
        auto slack = whole.slack;
        bool all = true;
        for (const auto& part : parts) {
            const auto found = part.find(row);
            all = all && found != part.end() && found->second.place != whole.place;
            if (found != part.end()) {
                gap.parts += found->second.value;
                slack += found->second.slack;
            }
        }
        if (all && gap.missed().magnitude() > slack + slack) {
            gaps.push_back(std::move(gap));
        }
    }
    return gaps;
}

std::vector<Gap> gaps_of_column(const Sum& sum, const PublishedTables& tables) {
    const auto wholes = tables.column(sum.whole.table, sum.whole.header, sum.unit);
    const auto whole = wholes.find(sum.whole.row);
    const auto& part = sum.parts.front();
    const auto rows = tables.column(part.table, part.header, sum.unit);
    if (whole == wholes.end() || rows.empty()) {
        return {};
    }
    Gap gap{whole->first, whole->second, {}};
    auto slack = whole->second.slack;
    for (const auto& [row, number] : rows) {
        gap.parts += number.value;
        slack += number.slack;
    }
    gap.whole.place = rows.begin()->second.place;
    gap.whole.place.row = 0;
    return gap.missed().magnitude() > slack + slack ? std::vector<Gap>{gap} : std::vector<Gap>{};
}

bool is_total(std::string_view row) {
    return row == "total" || row.starts_with("total-") || row.starts_with("sum");
}

AuditFinding made_of(const Sum& sum, std::vector<Gap> gaps, std::size_t rows, const Evidence& evidence) {
    std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& left, const Gap& right) {
        return std::pair(is_total(right.row), left.missed().magnitude()) >
               std::pair(is_total(left.row), right.missed().magnitude());
    });
    AuditFinding finding;
    Number missed;
    Number largest;
    const bool donors_too =
        std::any_of(gaps.begin(), gaps.end(), [](const Gap& gap) { return !is_total(gap.row); });
    for (const auto& gap : gaps) {
        finding.places.push_back(gap.whole.place);
        // A total misses what its rows do.
        if (!is_total(gap.row) || !donors_too) {
            missed += gap.missed();
            largest = std::max(largest, gap.missed().magnitude());
        }
    }
    const auto& worst = gaps.front();
    finding.key = key({sum.whole.table, slug(sum.whole.header), slug(sum.parts.front().header)});
    finding.sure = Sureness::certain;
    finding.what = fmt::format(
        "{} is {}, but its parts add up to {}",
        worst.whole.row_text.empty() ? Reference::builtin().name_of(worst.row) : worst.whole.row_text,
        shown(worst.whole.value, worst.whole), shown(worst.parts, worst.whole));
    if (gaps.size() > 1) {
        finding.what += fmt::format(", and so on in {} of {} rows; together they miss {}", gaps.size(), rows,
                                    shown(missed.magnitude(), worst.whole));
    }
    finding.why = fmt::format("It should hold that {}.", sum.name);
    finding.mend = "Work out which of the numbers is stale, counts twice or leaves something out.";
    if (worst.whole.currency == Currency::eur()) {
        finding.effect = std::max(euros_of(missed), euros_of(largest));
        finding.effect_on =
            fmt::format("'{}' in {}",
                        evidence.header_of(worst.whole.place).empty() ? sum.whole.header
                                                                      : evidence.header_of(worst.whole.place),
                        worst.whole.place.sheet);
    }
    return finding;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    const PublishedTables tables(evidence);
    std::vector<AuditFinding> findings;
    for (const auto& sum : sums()) {
        auto gaps = sum.of_column ? gaps_of_column(sum, tables) : gaps_of_rows(sum, tables);
        if (gaps.empty()) {
            continue;
        }
        const auto rows = tables.column(sum.whole.table, sum.whole.header, sum.unit).size();
        auto finding = made_of(sum, std::move(gaps), rows, evidence);
        // A table that looks its numbers up in another repeats what is wrong there.
        const auto same = std::find_if(findings.begin(), findings.end(), [&](const AuditFinding& each) {
            return each.effect && each.effect == finding.effect &&
                   each.places.size() == finding.places.size();
        });
        if (same == findings.end()) {
            findings.push_back(std::move(finding));
        } else {
            same->places.insert(same->places.end(), finding.places.begin(), finding.places.end());
        }
    }
    return findings;
}

}  // namespace

Rule parts_and_whole_rule() {
    return {"totals that are not what their parts add up to", look};
}

}  // namespace pledgebook::audit
