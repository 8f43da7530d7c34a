// A published table and its comparison, as text for a terminal, JSON, Markdown and rows (which CSV is
// written from).
#pragma once

#include "core/rows.hpp"
#include "core/table.hpp"
#include "render/look.hpp"

#include <string>

namespace pledgebook::render {

// The table itself, in the units in which it is published.
std::string text(const Table& table, const Look& look);
std::string markdown(const Table& table);
// In full units, each cell with the place where it is published.
std::string json(const Table& table);
Rows rows(const Table& table);

// The table beside what the release publishes: what differs, what was typed over a formula, and how much is
// the same; `all`: every cell.
struct Comparison {
    const Table& table;
    bool all = false;
};
std::string text(const Comparison& comparison, const Look& look);
std::string markdown(const Comparison& comparison);
std::string json(const Comparison& comparison);
// Every cell, whether `all` or not.
Rows rows(const Comparison& comparison);

}  // namespace pledgebook::render
