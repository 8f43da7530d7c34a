#include "render/scope.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "render/rows.hpp"
#include "render/screen_text.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace pledgebook::render {

namespace {

std::string plural(Measure measure) {
    return measure == Measure::delivery ? "deliveries" : std::string(to_string(measure)) + "s";
}

std::string kinds_words(const Scope& scope) {
    std::string words;
    for (std::size_t at = 0; at < scope.kinds.size(); ++at) {
        words += at == 0 ? "" : (at + 1 == scope.kinds.size() ? " and " : ", ");
        words += to_string(scope.kinds[at]);
    }
    return words;
}

// "USA" -> "United States (USA)"; a list of codes likewise, each.
std::string named(const std::string& label) {
    std::string words;
    for (const auto code : split(label, ',')) {
        const auto name = Reference::builtin().name_of(code);
        words += words.empty() ? "" : ", ";
        words += name == code ? std::string(code) : fmt::format("{} ({})", name, code);
    }
    return words;
}

std::string names_only(const std::string& label) {
    std::string words;
    for (const auto code : split(label, ',')) {
        words += (words.empty() ? "" : ", ") + Reference::builtin().name_of(code);
    }
    return words;
}

std::string donors_words(const Scope& scope, const Look& look) {
    auto words = named(scope.donors_label);
    if (scope.donors.size() > 1) {
        std::string all;
        for (const auto& code : scope.donors) {
            all += (all.empty() ? "" : ", ") + (look.spelled_out ? named(code) : code);
        }
        const bool few = scope.donors.size() <= 4;
        if (look.spelled_out || (few && all != scope.donors_label)) {
            words += ": " + all;
        } else if (!few) {
            words += fmt::format(", {} donors", scope.donors.size());
        }
    }
    return words;
}

std::string rule_words(const Conversion& conversion) {
    switch (conversion.rule.sort) {
        case RateRule::Sort::release:
            return "the release's own rate";
        case RateRule::Sort::entry:
            return "each amount by the rate of its day";
        case RateRule::Sort::end:
            return "the rate at the end of the period";
        case RateRule::Sort::average:
            return "the mean rate of the period";
        case RateRule::Sort::date:
            return "the rate of the day asked for";
    }
    return "";
}

std::string conversion_words(const Conversion& conversion) {
    std::string words(conversion.currency.code());
    if (conversion.rate) {
        words += fmt::format(", 1 EUR = {}", to_string(*conversion.rate));
        words += conversion.day ? " on " + describe(*conversion.day) : "";
    }
    if (conversion.asked && conversion.day && *conversion.asked != *conversion.day) {
        words += fmt::format(" (there is no rate of {})", describe(*conversion.asked));
    }
    words += "; " + rule_words(conversion) + (conversion.rule_by_default ? " (the default)" : "");
    return words + (conversion.source.empty() ? "" : "; " + conversion.source);
}

std::string period_words(const Scope& scope) {
    auto words = describe(scope.period);
    return scope.cut ? words + " (asked for more: the data end there)" : words;
}

Json words_of(const auto& values) {
    Json json = Json::array();
    for (const auto value : values) {
        json.add(Json(to_string(value)));
    }
    return json;
}

bool only_bilateral(const Scope& scope) {
    return scope.channels.size() == 1 && scope.channels.front() == Channel::bilateral;
}

}  // namespace

std::string release_words(const Release& release) {
    return release.title.empty() ? release.id : release.id + ", " + harmless(release.title);
}

std::vector<Fact> facts(const Scope& scope, const std::optional<Conversion>& conversion, const Look& look) {
    std::vector<Fact> facts{{"Donors", donors_words(scope, look)}};
    if (scope.kinds.size() < 3) {
        facts.push_back({"Kind", kinds_words(scope)});
    }
    if (!scope.question.item.empty()) {
        facts.push_back({"Item", harmless(scope.question.item)});
    }
    if (!only_bilateral(scope)) {
        std::string words;
        for (const auto channel : scope.channels) {
            words += (words.empty() ? "" : ", ") + std::string(to_string(channel));
        }
        facts.push_back({"Channel", words});
    }
    facts.push_back({"Measure", std::string(to_string(scope.measure)) +
                                    (scope.measure_by_default ? " (the default for this release)" : "")});
    facts.push_back({"Period", period_words(scope)});
    facts.push_back({"Release", release_words(scope.release)});
    std::string cutoff = scope.release.cutoff ? describe(*scope.release.cutoff) : "not stated";
    cutoff += scope.release.published ? "; published " + describe(*scope.release.published) : "";
    facts.push_back({"Cut-off", cutoff});
    facts.push_back({"Currency", conversion ? conversion_words(*conversion) : "EUR, as the release has it"});
    return facts;
}

std::string behind_words(const Scope& scope, std::uint64_t number) {
    return scope.observed ? counted(number, "observation", "observations")
                          : counted(number, "entry", "entries");
}

std::string behind_heading(const Scope& scope) {
    return scope.observed ? "observations" : "entries";
}

Fact behind_fact(const Scope& scope, std::uint64_t number, bool split_by_kind) {
    auto words = behind_words(scope, number);
    if (scope.observed) {
        words += fmt::format(": sums by {}; this release gives no entries",
                             split_by_kind ? "month and kind" : "month, all kinds together");
    }
    return {"Behind it", words};
}

Fact undated_fact(const Scope& scope, const Undated& undated) {
    return {"Undated",
            fmt::format("{} of {} without a date that tells, not counted",
                        behind_words(scope, undated.entries), money(undated.euros.value(), Currency::eur()))};
}

std::string text(const std::vector<Fact>& facts, const Look& look) {
    int widest = 0;
    for (const auto& fact : facts) {
        widest = std::max(widest, width_of(fact.name));
    }
    std::string out;
    for (const auto& fact : facts) {
        auto part = paragraph("  " + to_left(fact.name, widest) + "  ", fact.value, look.width);
        if (look.colours) {
            part = "  " + faint(to_left(fact.name, widest), look) +
                   part.substr(2 + static_cast<std::size_t>(widest));
        }
        out += part;
    }
    return out;
}

std::string markdown(const std::vector<Fact>& facts) {
    std::string out;
    for (const auto& fact : facts) {
        out += "- " + fact.name + ": " + fact.value + "\n";
    }
    return out;
}

std::string notes_text(const std::vector<std::string>& notes, const Look& look) {
    std::string out;
    for (const auto& note : notes) {
        out += paragraph("  Note: ", harmless(note), look.width);
    }
    return out;
}

std::string title(const Scope& scope) {
    std::string words = plural(scope.measure);
    if (scope.kinds.size() < 3) {
        words += ", " + kinds_words(scope);
    }
    return fmt::format("{}, {}, {}", words, names_only(scope.donors_label), describe(scope.period));
}

Currency currency_of(const std::optional<Conversion>& conversion) {
    return conversion ? conversion->currency : Currency::eur();
}

std::string money(Decimal amount, Currency currency) {
    return grouped(amount, 2) + " " + std::string(currency.code());
}

std::string in_short(Decimal amount) {
    const auto size = amount.units() < 0 ? -amount.units() : amount.units();
    constexpr std::int64_t million = 1'000'000LL * 10'000;
    if (size >= 1'000'000 * million) {
        return grouped(amount.scaled(1, 1'000'000'000'000), 2) + " trillion";
    }
    if (size >= 1000 * million) {
        return grouped(amount.scaled(1, 1'000'000'000), 2) + " billion";
    }
    return size >= million ? grouped(amount.scaled(1, 1'000'000), 2) + " million" : "";
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", with_marks(std::to_string(number)), number == 1 ? one : many);
}

Json question_json(const Question& question) {
    return Json::object({{"donors", Json::array(question.donors)},
                         {"kinds", words_of(question.kinds)},
                         {"measures", words_of(question.measures)},
                         {"channels", words_of(question.channels)},
                         {"from", question.period.first},
                         {"to", question.period.last},
                         {"release", question.release.empty() ? Json() : Json(question.release)},
                         {"as_of", question.as_of},
                         {"currency", question.currency.code()},
                         {"rate", question.rate ? Json(to_string(*question.rate)) : Json()},
                         {"item", question.item.empty() ? Json() : Json(question.item)},
                         {"with_eu_share", question.with_eu_share}});
}

void add_scope(Json& answer, const Scope& scope) {
    answer.add("release", scope.release.id);
    answer.add("cutoff", scope.release.cutoff);
    answer.add("published", scope.release.published);
    answer.add("measure", to_string(scope.measure));
    answer.add("measure_by_default", scope.measure_by_default);
    answer.add("label", scope.donors_label);
    answer.add("donors", Json::array(scope.donors));
    answer.add("absent", Json::array(scope.absent));
    answer.add("kinds", words_of(scope.kinds));
    answer.add("channels", words_of(scope.channels));
    answer.add("from", scope.period.first);
    answer.add("to", scope.period.last);
    answer.add("cut", scope.cut);
    answer.add("behind", scope.observed ? "observations" : "entries");
}

Json conversion_json(const std::optional<Conversion>& conversion) {
    if (!conversion) {
        return {};
    }
    // A rate has up to eight decimals, which a Decimal cannot hold: ten digits of a double do.
    const auto units = [](Rate rate) { return static_cast<double>(rate.units()) / 1e8; };
    return Json::object({{"currency", conversion->currency.code()},
                         {"rule", to_string(conversion->rule)},
                         {"rule_by_default", conversion->rule_by_default},
                         {"value", conversion->rate ? Json(units(*conversion->rate)) : Json()},
                         {"day", conversion->day},
                         {"asked", conversion->asked},
                         {"source", conversion->source}});
}

Json undated_json(const Undated& undated) {
    return Json::object({{"entries", undated.entries}, {"euros", undated.euros.value()}});
}

std::vector<Rows::Column> scope_columns() {
    using Type = Rows::Type;
    return {{"currency", Type::text}, {"measure", Type::text}, {"from", Type::date},
            {"to", Type::date},       {"release", Type::text}, {"cutoff", Type::date},
            {"rate", Type::real},     {"rate_day", Type::date}};
}

std::vector<std::optional<std::string>> scope_cells(const Scope& scope,
                                                    const std::optional<Conversion>& conversion) {
    const auto day = [](const std::optional<Date>& date) {
        return date ? std::optional(to_string(*date)) : std::nullopt;
    };
    return {std::string(currency_of(conversion).code()),
            std::string(to_string(scope.measure)),
            day(scope.period.first),
            day(scope.period.last),
            scope.release.id,
            day(scope.release.cutoff),
            conversion && conversion->rate ? std::optional(to_string(*conversion->rate)) : std::nullopt,
            conversion ? day(conversion->day) : std::nullopt};
}

}  // namespace pledgebook::render
