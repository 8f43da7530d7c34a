#include "commands/filters.hpp"

#include "commands/near_words.hpp"
#include "core/error.hpp"
#include "core/reference.hpp"
#include "core/tsv.hpp"

#include <CLI/CLI.hpp>

#include <functional>

namespace pledgebook::commands {

namespace {

void add_list(CLI::App& app, const char* name, std::vector<std::string>& list, const char* type,
              const char* what) {
    // Each use of the option takes one word, so that it does not swallow what follows.
    app.add_option(name, list, what)->type_name(type)->allow_extra_args(false)->group("Filters");
}

void add_word(CLI::App& app, const char* name, std::string& word, const char* type, const char* what) {
    app.add_option(name, word, what)->type_name(type)->group("Filters")->check(nothing_given);
}

std::vector<std::string> parts_of(const std::vector<std::string>& typed) {
    std::vector<std::string> parts;
    for (const auto& each : typed) {
        for (const auto part : split(each, ',')) {
            parts.emplace_back(part);
        }
    }
    return parts;
}

std::vector<std::string> words_of(std::string_view (*to_word)(int), int count) {
    std::vector<std::string> words;
    for (int at = 0; at < count; ++at) {
        words.emplace_back(to_word(at));
    }
    return words;
}

template <class Enum, class Parse>
std::vector<Enum> parsed(const std::vector<std::string>& typed, Parse parse, const std::string& option,
                         const std::vector<std::string>& allowed) {
    std::vector<Enum> values;
    for (const auto& part : parts_of(typed)) {
        const auto value = parse(folded(part));
        if (!value) {
            throw Error("'" + part + "' is nothing for " + option + did_you_mean(part, allowed),
                        option + " takes " + one_of(allowed));
        }
        values.push_back(*value);
    }
    if (!typed.empty() && values.empty()) {
        throw Error(option + " was given nothing", option + " takes " + one_of(allowed));
    }
    return values;
}

// The first and last day of what a person writes for a time.
std::optional<std::pair<Date, Date>> days_of(const std::string& text) {
    if (const auto day = Date::parse(text)) {
        return std::pair(*day, *day);
    }
    if (const auto month = Month::parse(text)) {
        return std::pair(month->first(), month->last());
    }
    const auto january = text.size() >= 4 ? Month::parse(text.substr(0, 4) + "-01") : std::nullopt;
    if (!january) {
        return std::nullopt;
    }
    if (text.size() == 4) {
        return std::pair(january->first(), january->plus(11).last());
    }
    const bool quarter = text.size() == 7 && text[4] == '-' && (text[5] == 'Q' || text[5] == 'q') &&
                         text[6] >= '1' && text[6] <= '4';
    if (!quarter) {
        return std::nullopt;
    }
    const auto begins = january->plus((text[6] - '1') * 3);
    return std::pair(begins.first(), begins.plus(2).last());
}

std::pair<Date, Date> days_or_error(const std::string& text, const std::string& option) {
    const auto days = days_of(text);
    if (!days) {
        throw Error("'" + text + "' is no day, month, quarter or year",
                    option + " takes a time such as 2022, 2022-Q1, 2022-03 or 2022-03-14");
    }
    return *days;
}

void read_time(const Filters& filters, Question& question) {
    if (!filters.from.empty()) {
        question.period.first = first_day(filters.from, "--from");
    }
    if (!filters.to.empty()) {
        question.period.last = last_day(filters.to, "--to");
    }
    const auto& period = question.period;
    if (period.first && period.last && *period.last < *period.first) {
        throw Error("the period ends before it begins: " + filters.from + " to " + filters.to,
                    "exchange --from and --to");
    }
    question.release = filters.release;
    if (!filters.as_of.empty()) {
        if (!filters.release.empty()) {
            throw Error("--release and --as-of both name a release", "give one of them");
        }
        question.as_of = day_from(filters.as_of, "--as-of");
    }
}

void read_money(const Filters& filters, Question& question) {
    if (!filters.currency.empty()) {
        const auto currency = Currency::parse(filters.currency);
        if (!currency) {
            throw Error("'" + filters.currency + "' is no currency",
                        "--currency takes a code of three letters, such as EUR, USD or GBP");
        }
        question.currency = *currency;
    }
    if (!filters.rate.empty()) {
        question.rate = parse_rate_rule(folded(filters.rate));
        if (!question.rate) {
            const std::vector<std::string> rules{"release", "entry", "end", "average"};
            throw Error("'" + filters.rate + "' is no rule for a rate" + did_you_mean(filters.rate, rules),
                        "--rate takes release, entry, end, average or a day such as 2025-11-14");
        }
    }
}

}  // namespace

std::string nothing_given(const std::string& word) {
    return folded(word).empty() ? "nothing was given" : "";
}

void add_release_filters(CLI::App& app, Filters& filters) {
    add_word(app, "--release", filters.release, "ID", "the release to ask; else the newest");
    add_word(app, "--as-of", filters.as_of, "DAY", "the release that was current on that day");
}

void add_filters(CLI::App& app, Filters& filters) {
    add_list(app, "--donor", filters.donors, "WHO", "codes, names or groups, parted by commas; else all");
    add_list(app, "--kind", filters.kinds, "KIND", "military, financial, humanitarian; else all");
    add_list(app, "--measure", filters.measures, "MEASURE",
             "commitment, allocation, delivery or disbursement");
    add_list(app, "--channel", filters.channels, "CHANNEL", "bilateral (else), commercial, multilateral");
    add_word(app, "--from", filters.from, "TIME", "first day, month, quarter or year, inclusive");
    add_word(app, "--to", filters.to, "TIME", "last day, month, quarter or year, inclusive");
    add_word(app, "--item", filters.item, "WORDS", "part of the name or type of goods");
    add_release_filters(app, filters);
    add_word(app, "--currency", filters.currency, "CODE", "of the answer; else EUR");
    add_word(app, "--rate", filters.rate, "RULE", "release, entry, end, average, or a day");
    app.add_flag("--with-eu-share", filters.with_eu_share,
                 "each member's part of what the EU institutions gave")
        ->group("Filters");
}

Question question_from(const Filters& filters) {
    Question question;
    question.donors = parts_of(filters.donors);
    if (!filters.donors.empty() && question.donors.empty()) {
        throw Error("--donor was given nothing", "pledgebook donors lists the donors and groups");
    }
    const auto kind = [](int at) { return to_string(static_cast<Kind>(at)); };
    const auto measure = [](int at) { return to_string(static_cast<Measure>(at)); };
    const auto channel = [](int at) { return to_string(static_cast<Channel>(at)); };
    question.kinds = parsed<Kind>(filters.kinds, parse_kind, "--kind", words_of(kind, 3));
    question.measures = parsed<Measure>(filters.measures, parse_measure, "--measure", words_of(measure, 4));
    question.channels = parsed<Channel>(filters.channels, parse_channel, "--channel", words_of(channel, 3));
    read_time(filters, question);
    read_money(filters, question);
    question.item = filters.item;
    question.with_eu_share = filters.with_eu_share;
    return question;
}

void add_output(CLI::App& app, Output& output) {
    app.add_option("--format", output.format, "text (else), json, csv or md")->type_name("FORMAT");
    app.add_flag("--spell-out", output.spelled_out, "name each donor of a group, and say all of an entry");
}

render::Format format_of(const Output& output) {
    const auto format = render::parse_format(folded(output.format));
    if (!format) {
        const std::vector<std::string> formats{"text", "json", "csv", "md"};
        throw Error("there is no format '" + output.format + "'" + did_you_mean(output.format, formats),
                    "--format takes " + one_of(formats));
    }
    return *format;
}

Date first_day(const std::string& text, const std::string& option) {
    return days_or_error(text, option).first;
}

Date last_day(const std::string& text, const std::string& option) {
    return days_or_error(text, option).second;
}

Date day_from(const std::string& text, const std::string& option) {
    const auto day = Date::parse(text);
    if (!day) {
        throw Error("'" + text + "' is no day", option + " takes a day such as 2022-03-14");
    }
    return *day;
}

}  // namespace pledgebook::commands
