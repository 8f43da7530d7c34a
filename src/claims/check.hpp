// An article in, its claims with their verdicts out.
#pragma once

#include "core/claim.hpp"
#include "questions/desk.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pledgebook::claims {

struct CheckOptions {
    std::string file;          // name for the report
    std::optional<Date> date;  // the article's day; else looked for in the page
    std::string language;      // "en"; empty: found out
    std::string release;       // judge by this one alone; empty: all that the shelf holds
};

// Reads plain text or HTML (told apart by content), finds the claims and judges each against the desk's
// shelf. Throws Error: not a text (a PDF, a picture), empty, a language without words.
CheckedArticle check(std::string_view text, const CheckOptions& options, const questions::Desk& desk);

}  // namespace pledgebook::claims
