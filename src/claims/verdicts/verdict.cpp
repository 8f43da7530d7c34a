#include "claims/verdicts/verdict.hpp"

#include "claims/verdicts/tried.hpp"
#include "claims/verdicts/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace pledgebook::claims {

namespace {

constexpr double near_enough = 0.02;      // `close`
constexpr double slightly_cut = 0.05;     // 4.9 told as 4 is no mere cut
constexpr double grown_since = 0.07;      // what later releases change of a sum without anybody's mistake
constexpr double widest_interval = 0.05;  // a vaguer claim fits too much by chance
constexpr double out_of_all_bounds = 1.8;
constexpr std::size_t most_readings = 5;

class Judge {
public:
    Judge(Statement& statement, const Sums& sums, std::optional<Date> day)
        : m_statement(statement), m_claim(statement.claim), m_sums(sums), m_day(day) {}

    void judge() {
        if (!m_claim.in_scope) {
            unknown("This is not about aid to Ukraine that a tracker could hold.");
            return;
        }
        if (!m_statement.beyond.empty()) {
            unknown("The book cannot speak of this: " + m_statement.beyond + ".");
            return;
        }
        m_tried = readings_of(m_statement, m_sums, m_day);
        if (m_tried.empty() || m_tried.front().other != Tried::Other::none) {
            unknown("No release in the book holds this measure or these donors.");
            return;
        }
        decide();
        list_readings();
    }

private:
    void unknown(const std::string& why) {
        m_claim.verdict = Verdict::not_in_data;
        m_claim.why = why;
    }

    [[nodiscard]] double beyond(const Tried& tried) const { return m_statement.interval.beyond(tried.value); }
    static bool as_read(const Tried& tried) { return tried.other == Tried::Other::none; }
    [[nodiscard]] const Sums::Shelved& release(const Tried& tried) const {
        return m_sums.releases()[tried.release];
    }

    // The likeliest of those that pass; nothing where none does.
    template <typename Passes>
    [[nodiscard]] const Tried* first(Passes passes) const {
        const auto found = std::find_if(m_tried.begin(), m_tried.end(), passes);
        return found == m_tried.end() ? nullptr : &*found;
    }

    [[nodiscard]] const Tried* nearest() const {
        const Tried* best = nullptr;
        for (const auto& tried : m_tried) {
            if (as_read(tried) && (best == nullptr || beyond(tried) < beyond(*best))) {
                best = &tried;
            }
        }
        return best;
    }

    void say(Verdict verdict, const Tried& shown_one, const std::string& why) {
        m_claim.verdict = verdict;
        m_claim.held = held_by(m_statement, shown_one, m_sums);
        m_claim.why = why;
    }

    [[nodiscard]] std::string sentence(const Tried& tried) const {
        return sentence_of(m_statement, tried, m_sums) + " (" + release(tried).release.id + ")";
    }

    void decide() {
        const bool of_the_day = m_sums.has_day_release();
        const auto* by_day = first([&](const Tried& each) {
            return as_read(each) && beyond(each) == 0 && (!of_the_day || release(each).of_the_day);
        });
        if (by_day != nullptr) {
            say(Verdict::supported, *by_day, "It holds: " + sentence(*by_day) + ".");
            return;
        }
        const auto* elsewhere = first([&](const Tried& each) { return as_read(each) && beyond(each) == 0; });
        if (elsewhere != nullptr) {
            const bool was = of_the_day && release(*elsewhere).before;
            say(was ? Verdict::outdated : Verdict::supported, *elsewhere,
                (was ? "It held by an earlier release: " : "It holds: ") + sentence(*elsewhere) + ".");
            return;
        }
        const auto* closest = nearest();
        if (nearly(*closest)) {
            return;
        }
        if (of_the_day || beyond(*closest) > grown_since) {
            if (const auto* other = mix_up()) {
                say_other(*other);
                return;
            }
        }
        no_reading_fits(*closest);
    }

    // Outside of what was written, but near enough to be the same number.
    bool nearly(const Tried& closest) {
        const auto* cut = first([&](const Tried& each) {
            return as_read(each) && !m_statement.cut.empty() && m_statement.cut.holds(each.value) &&
                   beyond(each) <= slightly_cut;
        });
        if (cut != nullptr) {
            say(Verdict::close, *cut, "The number was cut rather than rounded: " + sentence(*cut) + ".");
            return true;
        }
        const bool no_rate = closest.rate.rule != Tried::Rate::Rule::none && !rate_of_the_day(closest);
        const bool loose = m_claim.approximation != Approximation::exact;
        if (beyond(closest) > near_enough || (m_sums.has_day_release() && !no_rate && !loose)) {
            return false;
        }
        const auto* reason = !m_sums.has_day_release()
                                 ? "; the release of the article's day is not in the book"
                             : no_rate ? "; the exchange rate of the article's day is not in the book"
                                       : "";
        say(Verdict::close, closest, "It holds within two percent: " + sentence(closest) + reason + ".");
        return true;
    }

    // A rate counts as that of a day for some days: banks do not set one at weekends.
    [[nodiscard]] bool rate_of_the_day(const Tried& tried) const {
        constexpr int days_without = 5;
        const auto rate = m_day ? m_sums.rate(tried.currency, *m_day) : std::nullopt;
        return rate && m_day->days_since_1970() - rate->day.days_since_1970() <= days_without;
    }

    // Another reading that fits so well that chance is no good explanation.
    [[nodiscard]] const Tried* mix_up() const {
        const auto& interval = m_statement.interval;
        const bool vague = !std::isfinite(interval.high) ||
                           interval.high - interval.low > widest_interval * std::fabs(interval.high);
        const auto fits = [&](const Tried& each) {
            return !as_read(each) && beyond(each) <= (each.loosely ? near_enough : 0);
        };
        const auto* best = first([&](const Tried& each) {
            return fits(each) && beyond(each) == 0 && (!vague || each.other == Tried::Other::donors);
        });
        const auto* near = first([&](const Tried& each) { return fits(each) && !vague; });
        return near != nullptr && (best == nullptr || near->likelihood > best->likelihood) ? near : best;
    }

    void say_other(const Tried& other) {
        // the claim's own number by the same release, measure and rate
        const auto* own = first([&](const Tried& each) {
            return as_read(each) && each.release == other.release && each.rate == other.rate &&
                   each.ask.measure == other.ask.measure && each.ask.last == other.ask.last;
        });
        own = own != nullptr ? own : &m_tried.front();
        say(Verdict::other_scope, *own,
            sentence_of(m_statement, other, m_sums) + "; " + beside(m_statement, *own, other, m_sums) + ".");
    }

    // More than everything there was, by any measure and of every kind: no release can have said so.
    [[nodiscard]] const Tried* far_too_much() const {
        if (m_claim.kind != ClaimKind::amount || m_statement.inherited_donor || m_statement.guessed_donor ||
            !m_statement.plain_giver || !m_statement.own_aid || m_statement.hedged) {
            return nullptr;
        }
        Statement widest = m_statement;
        widest.span.reset();
        widest.other_spans.clear();
        widest.claim.aid.clear();
        widest.claim.measure.reset();
        const Tried* most = nullptr;
        m_widest = readings_of(widest, m_sums, m_day);
        for (const auto& each : m_widest) {
            const bool counts = as_read(each) || each.other == Tried::Other::donors;
            if (counts && (most == nullptr || each.value > most->value)) {
                most = &each;
            }
        }
        const bool beyond_all =
            most != nullptr && most->value > 0 && m_statement.interval.low > out_of_all_bounds * most->value;
        return beyond_all ? most : nullptr;
    }

    // The month in which a growing sum passed the number, where the claim names no end of its own: it may be
    // told from a release of that time.
    [[nodiscard]] std::optional<Tried> passed(const Tried& closest) const {
        const auto& span = m_statement.span;
        const bool closed = span && span->last && !m_statement.inherited_span;
        if (m_claim.kind != ClaimKind::amount || closed || m_statement.interval.low >= closest.value ||
            m_statement.per != Statement::Per::whole) {
            return std::nullopt;
        }
        const auto& shelved = release(closest);
        const Month first(m_sums.first_of(shelved, closest.ask));
        for (auto month = Month(m_sums.last_of(shelved, closest.ask)); month >= first;
             month = month.plus(-1)) {
            auto earlier = closest;
            earlier.ask.last = month.last();
            const auto euros = m_sums.euros(shelved, earlier.ask);
            if (!euros) {
                return std::nullopt;
            }
            earlier.value = closest.value / closest.euros * *euros;
            earlier.euros = *euros;
            if (earlier.value <= m_statement.interval.high && earlier.value > 0) {
                return earlier;
            }
        }
        return std::nullopt;
    }

    // Economies grow, and the tracker's own tables show members with their part of the EU institutions' aid.
    [[nodiscard]] bool other_gdp(const Tried& closest) const {
        constexpr double grown = 0.7;  // of the number by the GDP of 2021
        constexpr double shrunk = 1.15;
        constexpr double eu_part = 1.2;  // percentage points
        const auto low = m_statement.interval.low;
        const auto high = m_statement.interval.high;
        return high >= grown * closest.value &&
               low <= std::max(shrunk * closest.value, closest.value + eu_part);
    }

    // Since the release's cut-off so much may have come on top: one and a half times what is usual for so
    // long.
    [[nodiscard]] bool may_have_grown(const Tried& closest) const {
        const auto& shelved = release(closest);
        const auto wanted = m_statement.span && m_statement.span->last ? m_statement.span->last : m_day;
        if (!wanted || !shelved.release.cutoff || *wanted <= *shelved.release.cutoff ||
            m_claim.kind != ClaimKind::amount) {
            return false;
        }
        constexpr double usual = 1.5;
        const Month cutoff(*shelved.release.cutoff);
        const auto covered = cutoff.minus(Month(m_sums.first_of(shelved, closest.ask))) + 1;
        const auto missing = Month(*wanted).minus(cutoff);
        return covered > 0 && m_statement.interval.low <=
                                  closest.value * (1 + usual * missing / static_cast<double>(covered));
    }

    // Why nobody can be accused of the number; nothing where somebody can: it does not hold by the release
    // of its own day, and the sentence itself says plainly whose aid, and of when, it is.
    [[nodiscard]] std::string_view excuse(const Tried& closest) const {
        const bool in_parts = !m_claim.aid.empty() && m_claim.aid.size() < 3;
        const bool tied = m_statement.plain_giver || m_claim.kind != ClaimKind::amount;
        const bool plain =
            tied && !m_statement.loose_measure && !(in_parts && m_claim.measure == Measure::commitment);
        if (m_statement.partial && m_statement.interval.high < closest.value) {
            return "it may be a part of that, which the book does not hold apart";
        }
        if (m_statement.inherited_donor || m_statement.guessed_donor || m_statement.inherited_span ||
            !plain || !m_statement.own_aid) {
            return "the article does not say plainly enough what it means";
        }
        if (m_statement.hedged) {
            return "the article does not say that it is so";
        }
        if (!m_statement.cut.empty() && m_statement.cut.holds(closest.value)) {
            return "the number may have been cut rather than rounded";
        }
        if (!m_statement.rounded.empty() && m_statement.rounded.holds(closest.value)) {
            return "a round number may be meant roughly";
        }
        if (m_claim.kind == ClaimKind::percent_of_gdp && other_gdp(closest)) {
            return "it may go by the GDP of another year, or count a part of the EU's aid";
        }
        if (m_statement.interval.low > closest.value && may_have_grown(closest)) {
            return "the book does not reach to the article's day";
        }
        if (m_claim.kind == ClaimKind::share && in_parts == m_claim.aid.empty()) {
            return "the article does not say plainly enough of what it is a share";
        }
        if (closest.rate.rule != Tried::Rate::Rule::none && !rate_of_the_day(closest) &&
            beyond(closest) <= grown_since) {
            return "the exchange rate of the article's day is not in the book";
        }
        return m_sums.has_day_release() ? "" : "the release of the article's time is not in the book";
    }

    void no_reading_fits(const Tried& closest) {
        const auto why_not = excuse(closest);
        const std::string quoted = m_statement.reported ? "; the article quotes it, and need not agree" : "";
        if (why_not.empty()) {
            if (const auto earlier = passed(closest)) {
                say(Verdict::outdated, closest,
                    "It is what was so at an earlier time: " + sentence(*earlier) + "; by now " +
                        sentence(closest) + ".");
                return;
            }
            const auto* own =
                first([&](const Tried& each) { return as_read(each) && release(each).of_the_day; });
            const auto& right = own != nullptr ? *own : closest;
            say(Verdict::contradicted, right,
                "By the release of the article's time it does not hold in any reading: " + sentence(right) +
                    quoted + ".");
            return;
        }
        if (const auto* most = far_too_much()) {
            say(Verdict::contradicted, m_tried.front(),
                "It is more than all there was: " + sentence(*most) + quoted + ".");
            return;
        }
        say(Verdict::outdated, closest,
            "By the data in the book it does not hold: " + sentence(closest) + "; but " +
                std::string(why_not) + ".");
    }

    void list_readings() {
        std::vector<std::string> seen;
        for (const bool holding : {true, false}) {
            for (const auto& tried : m_tried) {
                if (m_claim.readings.size() >= most_readings) {
                    break;
                }
                const bool holds = beyond(tried) <= (as_read(tried) || !tried.loosely ? 0 : near_enough);
                if (holds != holding) {
                    continue;
                }
                auto words = words_of(m_statement, tried, m_sums);
                if (std::find(seen.begin(), seen.end(), words) != seen.end()) {
                    continue;
                }
                seen.push_back(words);
                m_claim.readings.push_back(
                    {std::move(words), held_by(m_statement, tried, m_sums), holds, tried.likelihood});
            }
        }
        std::stable_sort(m_claim.readings.begin(), m_claim.readings.end(),
                         [](const Reading& a, const Reading& b) { return a.likelihood > b.likelihood; });
    }

    Statement& m_statement;
    Claim& m_claim;
    const Sums& m_sums;
    std::optional<Date> m_day;
    std::vector<Tried> m_tried;
    mutable std::vector<Tried> m_widest;
};

void add(std::string& key, const std::optional<Span>& span) {
    key += span && span->first ? to_string(*span->first) : "-";
    key += span && span->last ? to_string(*span->last) : "-";
    key += span && span->vague ? "v" : "";
}

// Everything that the judging depends on.
std::string sense_of(const Statement& statement) {
    const auto& claim = statement.claim;
    auto key = fmt::format("{} {} {} {} {} ", to_string(claim.kind), statement.interval.low,
                           statement.interval.high, claim.unit, claim.item);
    for (const auto* donors : {&claim.donors, &claim.compared_with, &statement.among}) {
        for (const auto& donor : *donors) {
            key += donor + ",";
        }
        key += ";";
    }
    for (const auto kind : claim.aid) {
        key += to_string(kind);
    }
    key += claim.measure ? to_string(*claim.measure) : "-";
    add(key, statement.span);
    for (const auto& span : statement.other_spans) {
        add(key, span);
    }
    return key +
           fmt::format("{}{}{}{}{}{} {} {} {} {} {}", claim.in_scope, statement.inherited_span,
                       statement.inherited_donor, statement.guessed_donor, statement.loose_measure,
                       statement.partial, static_cast<int>(statement.per),
                       static_cast<int>(statement.against), static_cast<int>(statement.way), statement.lowest,
                       statement.beyond) +
           fmt::format("{}{}{}{}{} {} {} {}", statement.difference, statement.own_span, statement.own_aid,
                       statement.hedged, statement.reported, statement.plain_giver, statement.cut.high,
                       static_cast<int>(claim.approximation));
}

}  // namespace

bool Court::judge(Statement& statement) {
    auto& claim = statement.claim;
    constexpr std::size_t most_kept = 5000;
    if (!claim.in_scope) {
        Judge(statement, m_sums, m_day).judge();
        return false;
    }
    auto sense = sense_of(statement);
    const auto same = m_judged.find(sense);
    if (same == m_judged.end()) {
        Judge(statement, m_sums, m_day).judge();
        if (m_judged.size() < most_kept) {
            m_judged.emplace(std::move(sense),
                             Judgement{claim.verdict, claim.held, claim.readings, claim.why});
        }
        return false;
    }
    claim.verdict = same->second.verdict;
    claim.held = same->second.held;
    claim.readings = same->second.readings;
    claim.why = same->second.why;
    return true;
}

}  // namespace pledgebook::claims
