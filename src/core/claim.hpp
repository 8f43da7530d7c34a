// What an article says with a figure, the ways to understand it, and what the book says of it.
#pragma once

#include "core/date.hpp"
#include "core/kinds.hpp"
#include "core/question.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook {

enum class ClaimKind { amount, percent_of_gdp, share, count, rank, change, ratio, comparison };
enum class Approximation { exact, about, at_least, at_most, just_over, just_under };
enum class Verdict { supported, close, other_scope, outdated, contradicted, not_in_data };

std::string_view to_string(ClaimKind kind);
std::string_view to_string(Approximation approximation);
std::string_view to_string(Verdict verdict);

// What the book holds for a claim: the number, and the command that shows it.
struct Held {
    double value = 0;  // in `unit`
    std::string unit;  // "GBP bn", "percent", "rank"
    std::string release;
    std::string question;  // "total --donor USA --from 2022-01 …": what follows the program's name

    bool operator==(const Held&) const = default;
};

// One way to understand a claim as a question, and what the book says to it.
struct Reading {
    std::string words;  // as a person would name it: "Europe, with the UK, Norway, Switzerland and Iceland"
    Held held;
    bool holds = false;  // the number lies in the claim's interval
    double likelihood = 0;
};

struct Claim {
    std::string quote;
    std::size_t start = 0, end = 0;  // bytes in the text as given; end is one past
    ClaimKind kind = ClaimKind::amount;
    std::optional<double> value;
    std::optional<double> value_to;  // closes a range
    std::string unit;                // "GBP bn", "percent", "rank", "units"
    Approximation approximation = Approximation::exact;
    std::vector<std::string> donors;         // codes, groups, or "OTHER:<words>"
    std::vector<std::string> compared_with;  // the other side
    std::vector<Kind> aid;                   // empty: total or not said
    std::string item;
    std::optional<Measure> measure;  // nothing: not said
    std::optional<Month> from;
    std::optional<Month> to;
    std::string period_words;
    bool in_scope = false;  // about government aid to Ukraine that a tracker could hold
    Verdict verdict = Verdict::not_in_data;
    std::optional<Held> held;
    std::vector<Reading> readings;  // most likely first
    std::string why;                // one sentence
};

struct Article {
    std::string file;  // name, without its path; "-" for standard input
    std::string title;
    std::optional<Date> date;
    std::string language;  // "en"
};

struct Coverage {
    std::size_t figures = 0;                                // claims about aid
    std::size_t checkable = 0;                              // that the book can speak of
    std::vector<std::pair<Verdict, std::size_t>> verdicts;  // in the order of Verdict, those that occur
    std::size_t elsewhere = 0;                              // figures about something else
};

struct CheckedArticle {
    Article article;
    std::string text;           // the whole text as given, which `start` and `end` count in
    std::vector<Claim> claims;  // in the order of the text
    Coverage coverage;
};

}  // namespace pledgebook
