// Text for a terminal: how wide it is there, cut or wrapped to a width, and without anything in it that
// would steer the terminal. All text is UTF-8; bytes that are none become U+FFFD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::render {

// Columns that a terminal needs: 0 for marks that sit on another letter, 2 for wide letters.
int width_of(std::string_view text);

// One line that steers nothing: line ends and tabs become blanks, other control characters (also those
// that turn the direction of writing) become U+FFFD.
std::string harmless(std::string_view text);

// Each line made harmless and cut to `longest` columns; ends with a line end.
std::string harmless_lines(std::string_view text, int longest);

// Filled with blanks to the width; longer text is left as it is.
std::string to_left(std::string_view text, int width);
std::string to_right(std::string_view text, int width);

// At most so wide, with "…" where something was cut off.
std::string shortened(std::string_view text, int width);

// Lines of at most that width, broken at blanks; a word longer than a line stands alone.
std::vector<std::string> wrapped(std::string_view text, int width);

// Wrapped, each line but the first with so many blanks before it, the first after `head`; ends in a line end.
std::string paragraph(std::string_view head, std::string_view text, int width);

// The code point that begins at `at`, which moves behind it; U+FFFD where the bytes are no UTF-8.
char32_t next_letter(std::string_view text, std::size_t& at);
void append_letter(std::string& text, char32_t letter);

}  // namespace pledgebook::render
