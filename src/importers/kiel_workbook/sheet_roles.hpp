// What each sheet of the workbook is for: by the words of its name (data/importers/kiel_sheets.tsv) and by
// what it holds.
#pragma once

#include "core/kinds.hpp"
#include "formats/cell.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pledgebook::importers::kiel_workbook_sheets {

struct Role {
    std::string name;   // "bilateral", "country_summary" …; empty where the sheet is not known
    std::string aside;  // why it is not taken in; empty where it is
};

// By the name alone.
Role role_by_name(std::string_view sheet_name);

// By the header cells alone, for a sheet whose name says nothing.
Role role_by_content(const formats::Sheet& sheet);

// The channel of a ledger sheet's role; nothing where the role is another.
std::optional<Channel> channel_of(const Role& role);

}  // namespace pledgebook::importers::kiel_workbook_sheets
