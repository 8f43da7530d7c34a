// Tables as text for a terminal, CSV (RFC 4180), Markdown and JSON.
#pragma once

#include "core/rows.hpp"
#include "render/json.hpp"
#include "render/look.hpp"

#include <string>

namespace pledgebook::render {

// Numbers to the right with thousands marks, columns cut to fit the width where they can be.
std::string text(const Rows& rows, const Look& look);
// Numbers as they are, nothing for NULL; lines end with a line feed alone.
std::string csv(const Rows& rows);
std::string markdown(const Rows& rows);
// An array of objects, one a line.
std::string json(const Rows& rows);

// A written number with thousands marks, its decimals as they are: "1234567.5" -> "1,234,567.5".
std::string with_marks(const std::string& number);
bool is_number(Rows::Type type);

}  // namespace pledgebook::render
