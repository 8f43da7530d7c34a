// Answers as text for a terminal, JSON, Markdown, and as rows (which CSV is written from).
#pragma once

#include "core/answer.hpp"
#include "core/rows.hpp"
#include "render/look.hpp"

#include <string>

namespace pledgebook::render {

// One number and its parts by kind.
std::string text(const Answer& answer, const Look& look);
std::string json(const Answer& answer);
std::string markdown(const Answer& answer);
Rows rows(const Answer& answer);

std::string text(const Ranking& ranking, const Look& look);
std::string json(const Ranking& ranking);
std::string markdown(const Ranking& ranking);
Rows rows(const Ranking& ranking);

// With bars where the look is wide enough for them.
std::string text(const Trend& trend, const Look& look);
std::string json(const Trend& trend);
std::string markdown(const Trend& trend);
Rows rows(const Trend& trend);

// The lines of the ledger behind an answer, with their places and links.
std::string text(const EntryList& list, const Look& look);
std::string json(const EntryList& list);
std::string markdown(const EntryList& list);
Rows rows(const EntryList& list);

}  // namespace pledgebook::render
