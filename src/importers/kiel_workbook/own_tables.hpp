// The sheets whose figures have a table of their own, because nobody knows them or because another sheet has
// the table already. The import says which, and what each is like.
#pragma once

#include "core/finding.hpp"

#include <map>
#include <string>
#include <vector>

namespace pledgebook::importers::kiel_workbook_sheets {

struct OwnTables {
    std::map<std::string, std::vector<std::string>>
        unknown;  // table that they are most like -> names of sheets
    std::map<std::string, std::vector<std::string>> second;  // sheet that has the table -> names of sheets
};

// One finding, a note, for all sheets that are like the same one. All are named.
void tell_of(const OwnTables& tables, std::vector<Finding>& findings);

}  // namespace pledgebook::importers::kiel_workbook_sheets
