// What a rule of the audit is: one kind of slip. Adding one is a folder and its word in CMakeLists.txt.
#pragma once

#include "audit/evidence.hpp"
#include "core/audit_finding.hpp"

#include <string_view>
#include <vector>

namespace pledgebook::audit {

struct Rule {
    std::string_view what;  // one line for the list of rules: "numbers that are stored as text"
    // Slips of this kind. Of a finding it fills in all but `acknowledged`; where `rule` is empty it becomes
    // the rule's word, and `key` need not begin with it: audit_all puts it before. Must be a pure function.
    std::vector<AuditFinding> (*look)(const Evidence& evidence);
};

struct Listed {
    std::string_view word;
    Rule rule;
    std::string_view page;  // explains it, with an example; Markdown
};

// Made from the list of words in CMakeLists.txt, in its order.
const std::vector<Listed>& all_rules();

}  // namespace pledgebook::audit
