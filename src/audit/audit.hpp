// The audit: all rules on one release.
#pragma once

#include "audit/evidence.hpp"
#include "audit/rule.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::audit {

// Everything the rules find, the largest effect first, then the surest, then by place; the same on any number
// of threads (0 leaves it to the machine). `only` names rules, none means all. Throws Error for a word that
// is no rule's.
std::vector<AuditFinding> audit_all(const Evidence& evidence, const std::vector<std::string>& only = {},
                                    unsigned threads = 0);

// The page of a rule, or the one that explains a sort of an import's findings. Throws Error where there is
// none.
std::string_view page_of(std::string_view rule);

}  // namespace pledgebook::audit
