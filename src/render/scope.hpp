// What every answer says beside its number: donors, measure, period, release, cut-off, currency and rate.
#pragma once

#include "core/answer.hpp"
#include "core/rows.hpp"
#include "render/json.hpp"
#include "render/look.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::render {

struct Fact {
    std::string name;   // "Release"
    std::string value;  // one line of words
};

std::vector<Fact> facts(const Scope& scope, const std::optional<Conversion>& conversion, const Look& look);
// What a number stands on, by its right word: "68 observations", "1 entry"; the word alone as a heading.
std::string behind_words(const Scope& scope, std::uint64_t number);
std::string behind_heading(const Scope& scope);
Fact behind_fact(const Scope& scope, std::uint64_t number, bool split_by_kind);
Fact undated_fact(const Scope& scope, const Undated& undated);

// The facts below each other, wrapped; ends in a line end.
std::string text(const std::vector<Fact>& facts, const Look& look);
std::string markdown(const std::vector<Fact>& facts);
// "Note: …", one paragraph each.
std::string notes_text(const std::vector<std::string>& notes, const Look& look);

// "allocations, military and financial, of the United States, Jan 2022 to Aug 2025"
std::string title(const Scope& scope);
Currency currency_of(const std::optional<Conversion>& conversion);
// "52,310,711,034.69 EUR"
std::string money(Decimal amount, Currency currency);
// "115.4 billion", "-3.2 million"; empty below a million.
std::string in_short(Decimal amount);
// "1 entry", "1,032 entries"
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);
// "ust-29 (…title…)"
std::string release_words(const Release& release);

Json question_json(const Question& question);
// Currency, release, cut-off, measure, donors … of an answer, which the caller adds its numbers to.
void add_scope(Json& answer, const Scope& scope);
Json conversion_json(const std::optional<Conversion>& conversion);
Json undated_json(const Undated& undated);

// The columns that say the scope in each line of a table: for CSV, where nothing else can say it.
std::vector<Rows::Column> scope_columns();
std::vector<std::optional<std::string>> scope_cells(const Scope& scope,
                                                    const std::optional<Conversion>& conversion);

}  // namespace pledgebook::render
