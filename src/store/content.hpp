// The tables of a book: their names, their rows as text, and one hash over all of them.
#pragma once

#include "store/book.hpp"
#include "store/duck/database.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pledgebook::store {

struct TableWords {
    std::string name;
    std::string sentence;
    bool view = false;
};

// In a fixed order; tables before views.
const std::vector<TableWords>& book_tables();

// SHA-256 over every row of every table in the order in which they were taken in, each cell with its type and
// length: the same for the same sources and journal, whatever made the cache.
std::string content_hash(duck::Connection& connection);

// Rows of all tables together.
std::uint64_t count_rows(duck::Connection& connection);

// "FROM …" for a table or view, in its fixed order. Throws Error for any other name, listing those there are.
std::string ordered(std::string_view table);

// All rows of a result. Throws Error beyond a million rows where `limited`.
Rows collect(duck::Result result, bool limited);

}  // namespace pledgebook::store
