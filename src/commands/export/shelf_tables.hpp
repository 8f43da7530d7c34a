// The tables that can be had without a book: those of the built-in figures, and what the program knows.
#pragma once

#include "core/rows.hpp"
#include "store/shelf.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pledgebook::commands {

// Names with one sentence each.
std::vector<std::pair<std::string, std::string>> shelf_table_names();

// Nothing where there is no such table. `release` empty: all releases.
std::optional<Rows> shelf_table(const store::Shelf& shelf, const std::string& name);

}  // namespace pledgebook::commands
