#include "claims/verdicts/sums.hpp"

#include "core/error.hpp"
#include "core/reference.hpp"

#include <algorithm>
#include <cstdlib>

namespace pledgebook::claims {

namespace {

// A release is replaced by the next after some two months; what is older on the article's day was not the
// newest any more.
constexpr int current_days = 75;
constexpr int published_after = 45;  // days from the cut-off to the publication, where the source is silent

Date known_on(const Release& release) {
    return release.published.value_or(release.cutoff.value_or(Date()).plus_days(published_after));
}

bool whole_months(Date first, Date last) {
    return first == Month(first).first() && last == Month(last).last();
}

}  // namespace

Sums::Sums(const questions::Desk& desk, const std::string& only, std::optional<Date> day) : m_desk(desk) {
    for (const auto& release : desk.shelf().releases()) {
        if (!only.empty() && release.id != only) {
            continue;
        }
        Shelved shelved{release, &desk.cube(release.id), &desk.economy(release.id), false, false};
        if (day && release.cutoff) {
            const auto age = day->days_since_1970() - known_on(release).days_since_1970();
            const auto since_cutoff = day->days_since_1970() - release.cutoff->days_since_1970();
            shelved.before = since_cutoff >= 0;
            // where the source says when it was published, nobody had it before
            const auto earliest = release.published ? 0 : -published_after;
            shelved.of_the_day = since_cutoff >= 0 && age <= current_days && age >= earliest;
        }
        m_releases.push_back(shelved);
    }
    if (m_releases.empty()) {
        throw Error(only.empty() ? "there is no release to check against" : "there is no release " + only,
                    "Take one in with `import`, or ask without a book for the built-in figures.");
    }
    const auto distance = [&](const Shelved& each) {
        const auto cutoff = each.release.cutoff.value_or(Date());
        return day ? std::abs(day->days_since_1970() - cutoff.days_since_1970()) : -cutoff.days_since_1970();
    };
    std::stable_sort(m_releases.begin(), m_releases.end(), [&](const Shelved& a, const Shelved& b) {
        if (a.of_the_day != b.of_the_day) {
            return a.of_the_day;
        }
        return distance(a) != distance(b) ? distance(a) < distance(b)
                                          : known_on(a.release) > known_on(b.release);
    });
}

bool Sums::reaches(const Shelved& shelved, std::optional<Date> last) const {
    constexpr int some_weeks = 45;
    return shelved.of_the_day || !last || !shelved.release.cutoff ||
           last->days_since_1970() - shelved.release.cutoff->days_since_1970() <= some_weeks;
}

bool Sums::has_day_release() const {
    return m_releases.front().of_the_day;
}

std::optional<questions::DonorSet> Sums::set_of(const Shelved& shelved, const Ask& ask) const {
    const auto& reference = Reference::builtin();
    questions::DonorSet set;
    for (const auto& code : ask.donors) {
        if (code == "ALL") {
            set |= shelved.cube->donors();
        } else if (const auto* group = reference.group(code)) {
            set |= questions::donor_set(group->members_on(last_of(shelved, ask)));
        } else if (reference.donor(code) != nullptr) {
            set |= questions::donor_set(code);
        } else {
            return std::nullopt;
        }
    }
    return set.none() ? std::nullopt : std::optional(set);
}

Date Sums::first_of(const Shelved& shelved, const Ask& ask) const {
    const auto begins = shelved.cube->first_month().first();
    return ask.first ? std::max(*ask.first, begins) : begins;
}

Date Sums::last_of(const Shelved& shelved, const Ask& ask) const {
    const auto end = shelved.release.cutoff.value_or(shelved.cube->last_month().last());
    return ask.last ? std::min(*ask.last, end) : end;
}

std::optional<double> Sums::euros(const Shelved& shelved, const Ask& ask) const {
    const auto& cube = *shelved.cube;
    const auto kinds = questions::kind_set(ask.kinds);
    if (!cube.has(ask.measure) || (!cube.split_by_kind(ask.measure) && !kinds.all())) {
        return std::nullopt;
    }
    if (!reaches(shelved, ask.last)) {
        return std::nullopt;
    }
    const auto set = set_of(shelved, ask);
    const auto first = first_of(shelved, ask);
    const auto last = last_of(shelved, ask);
    if (!set || first > last) {
        return std::nullopt;
    }
    if (!ask.first && !ask.last) {
        return cube.sum(*set, kinds, ask.measure).value().to_double();
    }
    const bool cut_inside = !whole_months(first, last) && shelved.release.cutoff != last;
    if (cut_inside) {
        Question question;
        question.donors = questions::codes_of(*set);
        question.kinds = ask.kinds;
        question.measures = {ask.measure};
        question.release = shelved.release.id;
        question.period = {first, last};
        try {
            return m_desk.total(question).euros.value().to_double();
        } catch (const Error&) {
            // the release has months alone: the months that the days lie in
        }
    }
    return cube.sum(*set, kinds, ask.measure, Month(first), Month(last)).value().to_double();
}

std::optional<double> Sums::percent_of_gdp(const Shelved& shelved, const Ask& ask) const {
    const auto amount = euros(shelved, ask);
    const auto set = set_of(shelved, ask);
    if (!amount || !set) {
        return std::nullopt;
    }
    double gdp = 0;
    for (const auto& code : questions::codes_of(*set)) {
        if (const auto known = shelved.economy->gdp(code)) {
            gdp += known->value.to_double();
        }
    }
    return gdp > 0 ? std::optional(*amount / gdp * 100) : std::nullopt;
}

std::optional<Sums::RateOf> Sums::rate(const std::string& currency, Date day) const {
    const auto code = Currency::parse(currency);
    const auto found = code ? m_desk.rates().rate(*code, day) : std::nullopt;
    constexpr double rate_units = 1e8;
    return found ? std::optional(RateOf{static_cast<double>(found->rate.units()) / rate_units, found->day})
                 : std::nullopt;
}

std::optional<double> Sums::mean_rate(const std::string& currency, Date first, Date last) const {
    const auto code = Currency::parse(currency);
    const auto found = code ? m_desk.rates().mean(*code, first, last) : std::nullopt;
    constexpr double rate_units = 1e8;
    return found ? std::optional(static_cast<double>(found->rate.units()) / rate_units) : std::nullopt;
}

namespace {

std::string day_or_month(Date day, bool first) {
    const Month month(day);
    const bool edge = first ? day == month.first() : day == month.last();
    return edge ? to_string(month) : to_string(day);
}

}  // namespace

std::string command_of(const std::string& subcommand, const Ask& ask, const Release& release) {
    auto command = subcommand;
    const auto list = [&](std::string_view option, const auto& items) {
        for (std::size_t at = 0; at < items.size(); ++at) {
            command += (at > 0 ? "," : std::string(option)) + std::string(items[at]);
        }
    };
    list(" --donor ", ask.donors);
    if (ask.kinds.size() < 3) {
        std::vector<std::string_view> kinds;
        for (const auto kind : ask.kinds) {
            kinds.push_back(to_string(kind));
        }
        list(" --kind ", kinds);
    }
    command += " --measure " + std::string(to_string(ask.measure));
    if (ask.first) {
        command += " --from " + day_or_month(*ask.first, true);
    }
    if (ask.last && (!release.cutoff || *ask.last < *release.cutoff)) {  // else all that there is
        command += " --to " + day_or_month(*ask.last, false);
    }
    return command + " --release " + release.id;
}

}  // namespace pledgebook::claims
