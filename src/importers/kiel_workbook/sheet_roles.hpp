// What each sheet of the workbook is for: by the words of its name (data/importers/kiel_sheets.tsv) and by
// what it holds.
#pragma once

#include "core/kinds.hpp"
#include "formats/cell.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pledgebook::importers::kiel_workbook_sheets {

// "bilateral", "rates", "country_summary" …: for a sheet of published or auxiliary figures the name of their
// table. Empty where the sheet is not known.
using Role = std::string;

// By the name alone. A number ("Figure 7", "Fig 12.") says nothing: it changes from release to release. A
// sheet in dollars beside the one in euros has a role of its own, which ends in "_usd".
Role role_by_name(std::string_view sheet_name);

// By the header cells, else by the words of its title, for a sheet whose name says nothing.
Role role_by_content(const formats::Sheet& sheet);

// The channel of a ledger sheet's role; nothing where the role is another.
std::optional<Channel> channel_of(const Role& role);

// True where there may be one such sheet only, of which the amounts would else count twice.
bool is_read_once(const Role& role);

// The table of a sheet that nobody knows: "Fig 31. Drones" -> "sheet_fig_31_drones".
std::string table_of_unknown(std::string_view sheet_name);

}  // namespace pledgebook::importers::kiel_workbook_sheets
