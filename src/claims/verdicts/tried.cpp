#include "claims/verdicts/tried.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"

#include <algorithm>
#include <map>

namespace pledgebook::claims {

namespace {

constexpr int months_behind = 3;  // between a release's cut-off and an article that uses it

// How a donor or group is called within a sentence.
const std::map<std::string, std::string, std::less<>>& sentence_names() {
    static const std::map<std::string, std::string, std::less<>> all = [] {
        std::map<std::string, std::string, std::less<>> made;
        const Tsv tsv("data/names_in_sentences.tsv", data::file("names_in_sentences.tsv"));
        for (std::size_t row = 0; row < tsv.rows(); ++row) {
            made.emplace(tsv.cell(row, tsv.column("code")), tsv.cell(row, tsv.column("words")));
        }
        return made;
    }();
    return all;
}

}  // namespace

const std::vector<Lookalike>& lookalikes() {
    static const std::vector<Lookalike> all = [] {
        std::vector<Lookalike> made;
        const Tsv tsv("data/lookalikes.tsv", data::file("lookalikes.tsv"));
        for (std::size_t row = 0; row < tsv.rows(); ++row) {
            made.push_back({std::string(tsv.cell(row, tsv.column("code"))),
                            std::string(tsv.cell(row, tsv.column("taken_for")))});
        }
        return made;
    }();
    return all;
}

std::vector<Stretch> stretches_of(const std::optional<Span>& span, std::optional<Date> day) {
    std::vector<std::optional<Date>> firsts{span ? span->first : std::nullopt};
    const auto begin = Month(2022, 1).first();
    if (firsts.front() && *firsts.front() > begin && Month(*firsts.front()) <= Month(2022, 2)) {
        firsts.insert(firsts.begin(), std::optional<Date>());  // "since the invasion" is since the beginning
    }
    std::vector<std::optional<Date>> lasts;
    if (span && span->last) {
        lasts.push_back(span->last);
        if (span->last->day() <= 20 && (!span->first || Month(*span->first) < Month(*span->last))) {
            lasts.emplace_back(Month(*span->last).last());
            lasts.emplace_back(Month(*span->last).plus(-1).last());
        }
    } else if (day) {
        for (int back = 1; back <= months_behind; ++back) {
            lasts.emplace_back(Month(*day).plus(-back).last());
        }
        lasts.push_back(day);
    } else {
        lasts.emplace_back();
    }
    if (span && span->vague) {
        firsts.emplace_back();  // "in recent months Europe has caught up": in all that it gave
    }
    std::vector<Stretch> stretches;
    for (std::size_t a = 0; a < firsts.size(); ++a) {
        for (std::size_t b = 0; b < lasts.size(); ++b) {
            if (firsts[a] && lasts[b] && *firsts[a] > *lasts[b]) {
                continue;
            }
            stretches.push_back({firsts[a], lasts[b], 1.0 / static_cast<double>(1 + a + b)});
        }
    }
    return stretches;
}

std::vector<Stretch> stretches_of(const Statement& statement, std::optional<Date> day) {
    auto stretches = stretches_of(statement.span, day);
    const auto add = [&](const std::optional<Span>& span, double likelihood) {
        for (auto& each : stretches_of(span, day)) {
            each.likelihood *= likelihood;
            stretches.push_back(each);
        }
    };
    constexpr double all_the_time = 0.9;
    constexpr double named_before = 0.5;
    if (statement.inherited_span) {
        add(std::nullopt, all_the_time);
    }
    for (const auto& span : statement.own_span ? std::vector<Span>() : statement.other_spans) {
        add(span, named_before);
    }
    return stretches;
}

std::vector<Measure> measures_of(const Statement& statement, const Sums::Shelved& shelved) {
    std::vector<Measure> wanted;
    if (statement.claim.measure) {
        wanted = {*statement.claim.measure};
    }
    if (!statement.claim.measure || statement.loose_measure) {
        wanted.push_back(Measure::allocation);
        wanted.push_back(Measure::commitment);
    }
    const auto& aid = statement.claim.aid;
    const bool in_parts = !aid.empty() && aid.size() < 3;
    if (in_parts && statement.claim.measure == Measure::commitment &&
        shelved.cube->has(Measure::commitment) && !shelved.cube->split_by_kind(Measure::commitment)) {
        wanted.push_back(Measure::allocation);  // the nearest that the release has by kind
    }
    std::vector<Measure> held;
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(held),
                 [&](Measure measure) { return shelved.cube->has(measure); });
    return held;
}

bool is_country(const std::vector<std::string>& codes) {
    const auto& reference = Reference::builtin();
    return std::all_of(codes.begin(), codes.end(),
                       [&](const std::string& code) { return reference.donor(code) != nullptr; });
}

std::string names_of(const std::vector<std::string>& codes) {
    std::string words;
    for (std::size_t at = 0; at < codes.size(); ++at) {
        const auto name = sentence_names().find(codes[at]);
        words += at == 0 ? "" : at + 1 == codes.size() ? " and " : ", ";
        words += name != sentence_names().end() ? name->second : Reference::builtin().name_of(codes[at]);
    }
    return words;
}

std::vector<Tried> readings_of(const Statement& statement, const Sums& sums, std::optional<Date> day) {
    std::vector<Tried> all;
    switch (statement.claim.kind) {
        case ClaimKind::amount:
            all = amount_readings(statement, sums, day);
            break;
        case ClaimKind::percent_of_gdp:
        case ClaimKind::share:
            all = percent_readings(statement, sums, day);
            break;
        case ClaimKind::rank:
            all = rank_readings(statement, sums, day);
            break;
        case ClaimKind::change:
            all = change_readings(statement, sums, day);
            break;
        case ClaimKind::ratio:
        case ClaimKind::comparison:
            all = comparison_readings(statement, sums, day);
            break;
        case ClaimKind::count:
            break;
    }
    std::stable_sort(all.begin(), all.end(), [](const Tried& a, const Tried& b) {
        const auto as_read = [](const Tried& each) { return each.other == Tried::Other::none; };
        return as_read(a) != as_read(b) ? as_read(a) : a.likelihood > b.likelihood;
    });
    return all;
}

}  // namespace pledgebook::claims
