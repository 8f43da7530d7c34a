#include "claims/verdicts/tried.hpp"

#include "core/reference.hpp"

#include <algorithm>
#include <array>

namespace pledgebook::claims {

namespace {

class Amounts {
public:
    Amounts(const Statement& statement, const Sums& sums, std::optional<Date> day)
        : m_statement(statement), m_sums(sums), m_day(day) {
        const auto& unit = statement.claim.unit;
        m_currency = unit.substr(0, unit.find(' '));
    }

    std::vector<Tried> read() {
        for (std::size_t at = 0; at < m_sums.releases().size(); ++at) {
            m_release = at;
            as_read();
            other_donors();
            if (at > 0) {
                continue;  // the more is tried, the more fits by chance
            }
            other_kinds();
            other_measure();
            other_periods();
            other_currency();
        }
        return std::move(m_tried);
    }

private:
    [[nodiscard]] const Sums::Shelved& shelved() const { return m_sums.releases()[m_release]; }

    // Every measure and stretch of time it can mean, in that currency, with one slot perhaps read otherwise.
    void ask(const std::vector<std::string>& donors, const std::vector<Kind>& kinds,
             const std::vector<Measure>& measures, const std::vector<Stretch>& stretches, Tried::Other other,
             double likelihood) {
        double rank = 0;
        for (const auto measure : measures) {
            for (const auto& stretch : stretches) {
                Ask question{donors, kinds, measure, stretch.first, stretch.last};
                if (const auto euros = m_sums.euros(shelved(), question)) {
                    add(question, *euros, other, likelihood * stretch.likelihood - 0.1 * rank);
                }
            }
            ++rank;
        }
    }

    void add(const Ask& question, double euros, Tried::Other other, double likelihood) {
        Tried tried;
        tried.other = other;
        tried.euros = per(question, euros);
        tried.value = tried.euros;
        tried.release = m_release;
        tried.ask = question;
        tried.likelihood = likelihood / static_cast<double>(1 + m_release);
        tried.loosely = other == Tried::Other::none || (other == Tried::Other::donors && m_first_lookalike);
        tried.currency = other == Tried::Other::currency ? m_other_currency : m_currency;
        if (tried.currency == Currency::eur().code()) {
            m_tried.push_back(std::move(tried));
            return;
        }
        convert(tried, m_sums.first_of(shelved(), question), m_sums.last_of(shelved(), question));
    }

    // By every rate that a writer may have used: of the article's day, of the period's end, of the release's
    // publication; the mean of the period, of the article's year. The likeliest first.
    void convert(const Tried& tried, Date first, Date end) {
        constexpr std::array parts{1.0, 0.9, 0.85, 0.8, 0.75};
        std::array<std::optional<Date>, 3> days{m_day, end, shelved().release.published};
        std::vector<Date> used;
        for (std::size_t at = 0; at < days.size(); ++at) {
            const auto found = days[at] ? m_sums.rate(tried.currency, *days[at]) : std::nullopt;
            if (found && std::find(used.begin(), used.end(), found->day) == used.end()) {
                used.push_back(found->day);
                push(tried, found->rate, {Tried::Rate::Rule::day, found->day, found->day}, parts.at(at));
            }
        }
        if (const auto mean = m_sums.mean_rate(tried.currency, first, end)) {
            push(tried, *mean, {Tried::Rate::Rule::mean, first, end, true}, parts[3]);
        }
        const auto year = Month((m_day ? *m_day : end).year(), 1);
        const auto last = m_day ? *m_day : year.plus(11).last();
        if (const auto mean = m_sums.mean_rate(tried.currency, year.first(), last)) {
            push(tried, *mean, {Tried::Rate::Rule::mean, year.first(), last}, parts[4]);
        }
    }

    void push(const Tried& tried, double rate, const Tried::Rate& rule, double part) {
        auto converted = tried;
        converted.value = tried.euros * rate;
        converted.rate = rule;
        converted.likelihood *= part;
        m_tried.push_back(std::move(converted));
    }

    // "a year": the mean over the years of the stretch.
    [[nodiscard]] double per(const Ask& question, double euros) const {
        if (m_statement.per == Statement::Per::whole) {
            return euros;
        }
        const auto first = Month(m_sums.first_of(shelved(), question));
        const auto months = Month(m_sums.last_of(shelved(), question)).minus(first) + 1;
        return m_statement.per == Statement::Per::month ? euros / months : euros * 12 / months;
    }

    void as_read() {
        ask(m_statement.claim.donors, m_statement.claim.aid, measures_of(m_statement, shelved()),
            stretches_of(m_statement, m_day), Tried::Other::none, 1);
    }

    void other_donors() {
        const auto& donors = m_statement.claim.donors;
        double likelihood = 0.8;
        m_first_lookalike = true;
        for (const auto& each : lookalikes()) {
            if (donors.size() == 1 && each.code == donors.front()) {
                ask({each.taken_for}, m_statement.claim.aid, measures_of(m_statement, shelved()),
                    stretches_of(m_statement.span, m_day), Tried::Other::donors, likelihood);
                likelihood -= 0.1;
                m_first_lookalike = false;
            }
        }
    }

    void other_kinds() {
        const auto& aid = m_statement.claim.aid;
        std::vector<std::vector<Kind>> others;
        if (!aid.empty() && aid.size() < 3) {
            others = {{}};
        } else if (aid.empty()) {
            others = {{Kind::military}, {Kind::financial}, {Kind::humanitarian}};
        }
        for (const auto& kinds : others) {
            ask(m_statement.claim.donors, kinds, measures_of(m_statement, shelved()),
                stretches_of(m_statement.span, m_day), Tried::Other::kind, 0.5);
        }
    }

    void other_measure() {
        if (!m_statement.claim.measure) {
            return;
        }
        std::vector<Measure> others;
        for (const auto measure : {Measure::allocation, Measure::commitment}) {
            if (measure != *m_statement.claim.measure && shelved().cube->has(measure)) {
                others.push_back(measure);
            }
        }
        ask(m_statement.claim.donors, m_statement.claim.aid, others, stretches_of(m_statement.span, m_day),
            Tried::Other::measure, 0.6);
    }

    // A period named nearby, or all the time up to the article.
    void other_periods() {
        for (const auto& span : m_statement.other_spans) {
            if (span.bounded()) {
                ask(m_statement.claim.donors, m_statement.claim.aid, measures_of(m_statement, shelved()),
                    stretches_of(span, m_day), Tried::Other::period, 0.5);
            }
        }
        if (m_statement.span && m_statement.span->bounded()) {
            ask(m_statement.claim.donors, m_statement.claim.aid, measures_of(m_statement, shelved()),
                stretches_of(std::optional<Span>(), m_day), Tried::Other::period, 0.4);
        }
    }

    // A sign put to the number of another currency: the tracker's euros taken for one's own money, the
    // dollars of an American announcement for euros.
    void other_currency() {
        const std::string euro(Currency::eur().code());
        const auto& donors = m_statement.claim.donors;
        if (m_currency == euro && std::find(donors.begin(), donors.end(), "USA") == donors.end()) {
            return;
        }
        m_other_currency = m_currency == euro ? "USD" : euro;
        ask(m_statement.claim.donors, m_statement.claim.aid, measures_of(m_statement, shelved()),
            stretches_of(m_statement.span, m_day), Tried::Other::currency, 0.45);
    }

    const Statement& m_statement;
    const Sums& m_sums;
    std::optional<Date> m_day;
    std::string m_currency, m_other_currency;
    std::size_t m_release = 0;
    bool m_first_lookalike = true;
    std::vector<Tried> m_tried;
};

}  // namespace

std::vector<Tried> amount_readings(const Statement& statement, const Sums& sums, std::optional<Date> day) {
    return Amounts(statement, sums, day).read();
}

}  // namespace pledgebook::claims
