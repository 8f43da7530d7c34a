// One line of the journal as text, and back.
#pragma once

#include "store/journal.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace pledgebook::store {

// The line without its line end; `before` is the sum of the line before. Sets nothing in `line`.
std::string write_line(const JournalLine& line, const std::string& before);
std::string write_line(const AcknowledgementLine& line, const std::string& before);

using AnyLine = std::variant<JournalLine, AcknowledgementLine>;

// Throws Error where the line is damaged, is not number `number`, does not follow `before`, or was written by
// a later version of Pledgebook.
AnyLine read_line(std::string_view text, std::uint64_t number, const std::string& before);

// What stands for the sum of the line before the first.
std::string first_sum();

// The sum that a written line carries.
std::string sum_of(std::string_view text);

}  // namespace pledgebook::store
