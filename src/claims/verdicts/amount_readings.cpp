#include "claims/verdicts/tried.hpp"

#include "core/reference.hpp"

#include <algorithm>
#include <map>

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
             const std::vector<Measure>& measures, const std::optional<Span>& span, Tried::Other other,
             double likelihood, const std::string& words = {}) {
        double rank = 0;
        for (const auto measure : measures) {
            for (const auto& stretch : stretches_of(span, m_day)) {
                Ask question{donors, kinds, measure, stretch.first, stretch.last};
                if (const auto euros = m_sums.euros(shelved(), question)) {
                    add(question, *euros, other, likelihood * stretch.likelihood - 0.1 * rank, words);
                }
            }
            ++rank;
        }
    }

    void add(const Ask& question, double euros, Tried::Other other, double likelihood,
             const std::string& words) {
        Tried tried;
        tried.other = other;
        tried.euros = per(question, euros);
        tried.release = m_release;
        tried.ask = question;
        tried.words = words.empty() ? words_of(question, shelved(), m_sums) : words;
        tried.likelihood = likelihood / static_cast<double>(1 + m_release);
        tried.loosely = other == Tried::Other::none || (other == Tried::Other::donors && m_first_lookalike);
        const auto first = m_sums.first_of(shelved(), question);
        const auto end = m_sums.last_of(shelved(), question);
        const auto& currency = other == Tried::Other::currency ? m_other_currency : m_currency;
        if (currency == Currency::eur().code()) {
            tried.value = tried.euros;
            tried.question = command_of(question, shelved().release, currency, {}, false);
            m_tried.push_back(tried);
            return;
        }
        const auto at_rate = [&](std::optional<double> rate, std::optional<Date> on, double part,
                                 const std::string& what) {
            if (rate) {
                auto converted = tried;
                converted.value = tried.euros * *rate;
                converted.rate = what;
                converted.question = command_of(question, shelved().release, currency, on, !on);
                converted.likelihood *= part;
                m_tried.push_back(std::move(converted));
            }
        };
        constexpr double by_end = 0.9;
        constexpr double by_mean = 0.8;
        if (m_day && *m_day != end) {
            at_rate(m_sums.rate(currency, *m_day), m_day, 1, "the ECB rate of " + describe(*m_day));
        }
        at_rate(m_sums.rate(currency, end), end, by_end, "the ECB rate of " + describe(end));
        at_rate(m_sums.mean_rate(currency, first, end), std::nullopt, by_mean,
                "the mean ECB rate of the period");
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
            m_statement.span, Tried::Other::none, 1);
        if (m_statement.inherited_span) {
            ask(m_statement.claim.donors, m_statement.claim.aid, measures_of(m_statement, shelved()),
                std::nullopt, Tried::Other::none, 0.9);
        }
    }

    void other_donors() {
        const auto& donors = m_statement.claim.donors;
        double likelihood = 0.8;
        m_first_lookalike = true;
        for (const auto& each : lookalikes()) {
            if (donors.size() == 1 && each.code == donors.front()) {
                ask({each.taken_for}, m_statement.claim.aid, measures_of(m_statement, shelved()),
                    m_statement.span, Tried::Other::donors, likelihood);
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
            ask(m_statement.claim.donors, kinds, measures_of(m_statement, shelved()), m_statement.span,
                Tried::Other::kind, 0.5);
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
        ask(m_statement.claim.donors, m_statement.claim.aid, others, m_statement.span, Tried::Other::measure,
            0.6);
    }

    // A period named nearby, or all the time up to the article.
    void other_periods() {
        for (const auto& span : m_statement.other_spans) {
            if (span.bounded()) {
                ask(m_statement.claim.donors, m_statement.claim.aid, measures_of(m_statement, shelved()),
                    span, Tried::Other::period, 0.5);
            }
        }
        if (m_statement.span && m_statement.span->bounded()) {
            ask(m_statement.claim.donors, m_statement.claim.aid, measures_of(m_statement, shelved()),
                std::nullopt, Tried::Other::period, 0.4);
        }
    }

    // The number as if it were euros, or dollars: a sign taken over from the source.
    void other_currency() {
        const std::string euro(Currency::eur().code());
        m_other_currency = m_currency == euro ? "USD" : euro;
        ask(m_statement.claim.donors, m_statement.claim.aid, measures_of(m_statement, shelved()),
            m_statement.span, Tried::Other::currency, 0.45);
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
