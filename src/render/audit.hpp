// What an audit found, as text for a terminal, JSON, Markdown, rows (for CSV), and a page of HTML.
#pragma once

#include "core/audit_finding.hpp"
#include "core/rows.hpp"
#include "render/look.hpp"

#include <string>

namespace pledgebook::render {

// The first line is the summary. Places beyond the first few are counted where the look is not spelled out.
std::string text(const Audit& audit, const Look& look);
std::string json(const Audit& audit);
std::string markdown(const Audit& audit);
Rows rows(const Audit& audit);
// One page that stands alone: light and dark, for narrow screens too, without scripts.
std::string html(const Audit& audit);

// "ust-7: 61 findings: 40 certain, 15 likely, 6 possible; 2 acknowledged"
std::string summary(const Audit& audit);

}  // namespace pledgebook::render
