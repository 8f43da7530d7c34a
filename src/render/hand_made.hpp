// Answers made by hand, for the tests of how they are shown.
#pragma once

#include "core/answer.hpp"

namespace pledgebook::render {

inline Decimal decimal(const char* text) {
    return Decimal::parse(text).value();
}

inline Scope some_scope() {
    Scope scope;
    scope.question.donors = {"USA"};
    scope.release.id = "ust-29";
    scope.release.title = "Ukraine Support Tracker, Release 29";
    scope.release.cutoff = Date::parse("2026-04-30");
    scope.release.published = Date::parse("2026-08-04");
    scope.donors_label = "USA";
    scope.donors = {"USA"};
    scope.kinds = {Kind::military, Kind::financial, Kind::humanitarian};
    scope.measure = Measure::allocation;
    scope.measure_by_default = true;
    scope.channels = {Channel::bilateral};
    scope.period = {Date::parse("2022-01-01"), Date::parse("2025-08-31")};
    return scope;
}

inline Part part(Kind kind, const char* amount, std::uint64_t entries) {
    return {kind, decimal(amount), Euros(decimal(amount)), entries};
}

inline Answer some_answer() {
    Answer answer;
    answer.scope = some_scope();
    answer.amount = decimal("52310711034.692");
    answer.euros = Euros(answer.amount);
    answer.parts = {part(Kind::military, "52310711034.692", 2), part(Kind::financial, "0", 0),
                    part(Kind::humanitarian, "0", 0)};
    answer.entries = 2;
    return answer;
}

inline Conversion pounds() {
    Conversion conversion;
    conversion.currency = Currency::parse("GBP").value();
    conversion.rule = {RateRule::Sort::date, Date::parse("2025-11-15")};
    conversion.rate = Rate::parse("0.8846");
    conversion.day = Date::parse("2025-11-14");
    conversion.asked = Date::parse("2025-11-15");
    conversion.source = "ECB euro reference rate";
    return conversion;
}

}  // namespace pledgebook::render
