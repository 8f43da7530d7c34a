#include "claims/verdicts/wording.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace pledgebook::claims {

namespace {

constexpr double billion = 1e9;
constexpr double million = 1e6;

double factor_of(const std::string& unit) {
    const auto ends = [&](std::string_view word) { return unit.ends_with(word); };
    return ends(" tn") ? 1e12 : ends(" bn") ? billion : ends(" mn") ? million : ends(" thousand") ? 1e3 : 1;
}

std::string sign_of(std::string_view currency) {
    struct Sign {
        std::string_view code, sign;
    };
    static constexpr std::array<Sign, 4> signs{{{"EUR", "€"}, {"USD", "$"}, {"GBP", "£"}, {"JPY", "¥"}}};
    for (const auto& each : signs) {
        if (each.code == currency) {
            return std::string(each.sign);
        }
    }
    return std::string(currency) + " ";
}

// "€47.7bn"; with a further place where the claim has one (47.67).
std::string money(std::string_view currency, double value, int places = 1) {
    const auto size = std::fabs(value);
    const auto [factor, word] = size >= billion   ? std::pair(billion, "bn")
                                : size >= million ? std::pair(million, "m")
                                                  : std::pair(1.0, "");
    return (value < 0 ? "-" : "") + sign_of(currency) +
           fmt::format("{:.{}f}{}", size / factor, factor == 1.0 ? 0 : places, word);
}

bool is_money(const Tried& tried) {
    return !tried.currency.empty();
}

std::string rate_words(const Tried::Rate& rate) {
    if (rate.rule == Tried::Rate::Rule::day) {
        return "the ECB rate of " + describe(rate.first);
    }
    return rate.period ? "the mean ECB rate of the period"
                       : fmt::format("the mean ECB rate of {}", rate.first.year());
}

// The amount with its euros: "€179.7bn (£159.0bn at the ECB rate of 14 Nov 2025)".
std::string amount_of(const Tried& tried, bool with_rate) {
    if (tried.rate.rule == Tried::Rate::Rule::none) {
        return money(tried.currency, tried.value);
    }
    return money("EUR", tried.euros) + " (" + money(tried.currency, tried.value) +
           (with_rate ? " at " + rate_words(tried.rate) : "") + ")";
}

std::string percent(double value) {
    return fmt::format("{:.{}f} percent", std::fabs(value), std::fabs(value) < 1 ? 2 : 1);
}

std::string_view verb_of(Measure measure) {
    switch (measure) {
        case Measure::commitment:
            return "committed";
        case Measure::allocation:
            return "allocated";
        case Measure::delivery:
            return "delivered";
        case Measure::disbursement:
            return "paid out";
    }
    return "";
}

// " in military aid"; nothing for all kinds together.
std::string kinds_of(const Ask& ask) {
    std::string words;
    if (!ask.kinds.empty() && ask.kinds.size() < 3) {
        for (const auto kind : ask.kinds) {
            words += (words.empty() ? " in " : " and ") + std::string(to_string(kind));
        }
        words += " aid";
    }
    return words;
}

std::string period_of(const Tried& tried, const Ask& ask, const Sums& sums) {
    const auto& shelved = sums.releases()[tried.release];
    const Month first(sums.first_of(shelved, ask));
    const Month last(sums.last_of(shelved, ask));
    return first == last ? " in " + describe(first) : " from " + describe(first) + " to " + describe(last);
}

std::string per_of(const Statement& statement) {
    return statement.per == Statement::Per::year    ? " a year"
           : statement.per == Statement::Per::month ? " a month"
                                                    : "";
}

std::string gave(const Ask& ask) {
    return names_of(ask.donors) + " " + std::string(verb_of(ask.measure));
}

std::string change_of(const Tried& tried, const Sums& sums) {
    return percent(tried.value) + (tried.value < 0 ? " less a month" : " more a month") +
           kinds_of(tried.ask) + period_of(tried, tried.ask, sums) + " than" +
           period_of(tried, *tried.against, sums);
}

std::string compared(const Statement& statement, const Tried& tried) {
    if (statement.difference) {
        return amount_of(tried, true) + " more" + kinds_of(tried.ask) + " than " +
               names_of(tried.against->donors);
    }
    if (statement.in_percent) {
        return percent(tried.value) + (tried.value < 0 ? " less" : " more") + kinds_of(tried.ask) + " than " +
               names_of(tried.against->donors);
    }
    return fmt::format("{:.2f} times", tried.value) + " as much" + kinds_of(tried.ask) + " as " +
           names_of(tried.against->donors);
}

// "allocations of military aid from Jan 2022 to Apr 2026": by what donors are ranked.
std::string ranked_by(const Statement& statement, const Tried& tried, const Sums& sums) {
    return std::string(to_string(tried.ask.measure)) + "s" + kinds_of(tried.ask) +
           period_of(tried, tried.ask, sums) +
           (statement.against == Statement::Against::gdp      ? ", in percent of GDP"
            : statement.against == Statement::Against::capita ? ", for each inhabitant"
                                                              : "");
}

}  // namespace

Held held_by(const Statement& statement, const Tried& tried, const Sums& sums) {
    constexpr double places = 1e6;
    auto unit = statement.claim.unit;
    if (is_money(tried)) {
        unit = tried.currency + (unit.size() > 3 ? unit.substr(3) : "");
    }
    return {std::round(tried.value / factor_of(unit) * places) / places, unit,
            sums.releases()[tried.release].release.id, question_of(statement, tried, sums)};
}

std::string words_of(const Statement& statement, const Tried& tried, const Sums& sums) {
    const auto kind = statement.claim.kind;
    const auto who = gave(tried.ask) + kinds_of(tried.ask);
    const auto when = period_of(tried, tried.ask, sums);
    switch (kind) {
        case ClaimKind::rank:
            return names_of(tried.ask.donors) + " among " + std::string(tried.among) + ", by " +
                   ranked_by(statement, tried, sums);
        case ClaimKind::change:
            return gave(tried.ask) + kinds_of(tried.ask) + when + ", against" +
                   period_of(tried, *tried.against, sums);
        case ClaimKind::ratio:
        case ClaimKind::comparison:
            return who + when + ", against " + names_of(tried.against->donors);
        case ClaimKind::percent_of_gdp:
        case ClaimKind::share:
            return who + when + ", in percent " + std::string(tried.of);
        case ClaimKind::amount:
        case ClaimKind::count:
            break;
    }
    const bool taken = tried.other == Tried::Other::currency;
    return (taken ? "if " + std::string(tried.currency == "USD" ? "dollars" : "euros") + " were meant: "
                  : "") +
           who + per_of(statement) + when;
}

std::string sentence_of(const Statement& statement, const Tried& tried, const Sums& sums) {
    const auto when = period_of(tried, tried.ask, sums);
    const auto names = names_of(tried.ask.donors);
    switch (statement.claim.kind) {
        case ClaimKind::rank:
            return fmt::format("{} number {:.0f} among {}, by {}",
                               names + (tried.ask.donors.size() > 1 ? " are" : " is"), tried.value,
                               tried.among, ranked_by(statement, tried, sums));
        case ClaimKind::change:
            return gave(tried.ask) + " " + change_of(tried, sums);
        case ClaimKind::ratio:
        case ClaimKind::comparison:
            return gave(tried.ask) + " " + compared(statement, tried) + when;
        case ClaimKind::percent_of_gdp:
        case ClaimKind::share:
            return "what " + gave(tried.ask) + kinds_of(tried.ask) + when + " is " + percent(tried.value) +
                   " " + std::string(tried.of);
        case ClaimKind::amount:
        case ClaimKind::count:
            break;
    }
    const bool taken = tried.other == Tried::Other::currency;
    return amount_of(tried, true) + " is what " + gave(tried.ask) + kinds_of(tried.ask) + per_of(statement) +
           when + (taken ? ", which is no " + statement.claim.unit.substr(0, 3) : "");
}

std::string beside(const Statement& statement, const Tried& own, const Tried& other, const Sums& sums) {
    if (statement.claim.kind != ClaimKind::amount) {
        return sentence_of(statement, own, sums);
    }
    const auto when = period_of(own, own.ask, sums);
    const bool same_time = when == period_of(other, other.ask, sums);
    const bool same_rate = own.rate == other.rate;
    const bool same_kinds = own.ask.kinds == other.ask.kinds;
    return gave(own.ask) + " " + amount_of(own, !same_rate) +
           (same_kinds              ? ""
            : own.ask.kinds.empty() ? " of every kind"
                                    : kinds_of(own.ask)) +
           per_of(statement) + (same_time ? "" : when);
}

std::string question_of(const Statement& statement, const Tried& tried, const Sums& sums) {
    const auto& release = sums.releases()[tried.release].release;
    const auto kind = statement.claim.kind;
    const auto& ask = tried.ask;
    const bool single = is_country(ask.donors);
    std::string command;
    if (kind == ClaimKind::rank) {
        auto field = ask;
        field.donors = statement.among;
        command = command_of("rank", field, release);
    } else if (kind == ClaimKind::change) {
        auto both = ask;
        both.first = tried.against->first;
        command = command_of("trend", both, release) + " --by month";
    } else if (tried.against && single && is_country(tried.against->donors)) {
        auto both = ask;
        both.donors.insert(both.donors.end(), tried.against->donors.begin(), tried.against->donors.end());
        command = command_of("rank", both, release);
    } else if (kind == ClaimKind::percent_of_gdp && single) {
        command = command_of("rank", ask, release) + " --per gdp";
    } else {
        command = command_of("total", ask, release);
    }
    if (kind == ClaimKind::rank) {
        command += statement.against == Statement::Against::gdp      ? " --per gdp"
                   : statement.against == Statement::Against::capita ? " --per capita"
                                                                     : "";
    }
    if (kind != ClaimKind::amount || tried.rate.rule == Tried::Rate::Rule::none) {
        return command;
    }
    if (tried.rate.rule == Tried::Rate::Rule::mean) {
        return tried.rate.period ? command + " --currency " + tried.currency + " --rate average" : command;
    }
    return command + " --currency " + tried.currency + " --rate " + to_string(tried.rate.first);
}

}  // namespace pledgebook::claims
