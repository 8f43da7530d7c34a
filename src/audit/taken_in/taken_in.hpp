// What the import said of a release, handed on as findings of the audit; data/audit/taken_in.tsv knows its
// sorts.
#pragma once

#include <string_view>

namespace pledgebook::audit {

// True where findings of an import are of that sort ("text_in_number").
bool is_sort_of_import(std::string_view rule);

}  // namespace pledgebook::audit
