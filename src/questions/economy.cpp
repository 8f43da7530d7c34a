#include "questions/economy.hpp"

#include "core/reference.hpp"

#include <algorithm>

namespace pledgebook::questions {

namespace {

// What makes one figure better than another for the same donor.
struct Choice {
    bool own = false;  // of the release itself
    int year = 0;
    bool euros = false;
};

// Years up to the one before the release begins come first, the newest of them best; later ones after.
int rank_of_year(int year, int wanted) {
    return year <= wanted ? 10000 + year : wanted - year;
}

bool better(const Choice& a, const Choice& b, int wanted) {
    if (a.own != b.own) {
        return a.own;
    }
    if (a.year != b.year) {
        return rank_of_year(a.year, wanted) > rank_of_year(b.year, wanted);
    }
    return a.euros && !b.euros;
}

std::optional<Decimal> in_euros(const Macro& macro, const Intake& release, const RateTable& rates) {
    const auto currency = macro.currency.value_or(Currency::eur());
    if (currency == Currency::eur()) {
        return macro.value;
    }
    for (const auto& each : release.rates) {
        if (each.currency == currency) {
            return each.rate.to_euros(macro.value).value();
        }
    }
    const auto first = Month(macro.year, 1).first();
    const auto mean = rates.mean(currency, first, Month(macro.year, 12).last());
    return mean ? std::optional(mean->rate.to_euros(macro.value).value()) : std::nullopt;
}

}  // namespace

bool is_institution(std::string_view donor) {
    const auto* institutions = Reference::builtin().group("EU_INSTITUTIONS");
    return institutions != nullptr &&
           std::any_of(institutions->members.begin(), institutions->members.end(),
                       [&](const Membership& each) { return each.donor == donor; });
}

Economy::Economy(const Intake& release, const std::vector<Macro>& shelf, const std::string& shelf_name,
                 const RateTable& rates) {
    const int wanted = release.release.begins ? release.release.begins->year() - 1 : 9999;
    std::map<std::pair<std::string, Macro::What>, Choice> chosen;
    const auto offer = [&](const Macro& macro, bool own) {
        if (is_institution(macro.donor)) {
            return;
        }
        const bool gdp = macro.what == Macro::What::gdp;
        const auto value = gdp ? in_euros(macro, release, rates) : std::optional(macro.value);
        if (!value || *value <= Decimal{}) {
            return;
        }
        const Choice choice{own, macro.year, macro.currency.value_or(Currency::eur()) == Currency::eur()};
        const auto [at, fresh] = chosen.try_emplace({macro.donor, macro.what}, choice);
        if (!fresh && !better(choice, at->second, wanted)) {
            return;
        }
        at->second = choice;
        (gdp ? m_gdp : m_population)[macro.donor] = {*value, macro.year,
                                                     own ? "release " + release.release.id : shelf_name};
    };
    for (const auto& macro : release.macro) {
        offer(macro, true);
    }
    for (const auto& macro : shelf) {
        offer(macro, false);
    }
}

std::optional<Economy::Known> Economy::gdp(std::string_view donor) const {
    const auto found = m_gdp.find(donor);
    return found == m_gdp.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Economy::Known> Economy::population(std::string_view donor) const {
    const auto found = m_population.find(donor);
    return found == m_population.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace pledgebook::questions
