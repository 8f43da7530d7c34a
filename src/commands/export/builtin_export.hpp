// The figures that are built into the program, written from a book.
#pragma once

#include "store/builtin_files.hpp"
#include "store/shelf.hpp"

#include <string>

namespace pledgebook::commands {

// What one release and the shelf beside it give for the built-in figures: its observations, rates from the
// month before it begins for the currencies donors report in, GDP and population of its year of reference.
store::BuiltInFigures builtin_figures(const store::Shelf& shelf, const std::string& release_id,
                                      const std::string& source);

}  // namespace pledgebook::commands
