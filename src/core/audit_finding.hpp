// What an audit finds: a slip with all its places, why it is thought to be one, what it does to a published
// number, and what would mend it. An import's Finding becomes one too.
#pragma once

#include "core/date.hpp"
#include "core/money.hpp"
#include "core/place.hpp"
#include "core/release.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook {

// How sure it is that something is a slip.
enum class Sureness {
    certain,   // the data contradict themselves
    likely,    // hardly anything else explains it
    possible,  // to be looked at; there may be a reason
};

// Somebody looked at a finding and left it standing, for a reason. Holds in all releases of the series.
struct Acknowledgement {
    std::string series;  // "ust"
    std::string key;     // of the finding
    std::string reason;
    Date day;

    bool operator==(const Acknowledgement&) const = default;
};

struct AuditFinding {
    std::string
        rule;  // "number_as_text": the folder of the rule in src/audit, or the sort of an import's finding
    // "number_as_text/bilateral/DEM1/No. of Units": names the slip in this release and in later ones, so it
    // holds words (table, package or donor, header), never a cell's address or a count.
    std::string key;
    Sureness sure = Sureness::likely;
    std::string what;           // one sentence
    std::string why;            // why it is thought to be a slip: one or two sentences
    std::string mend;           // what would mend it: one sentence
    std::vector<Place> places;  // the worst first; at least one
    // What the published number would change by if the slip were mended, without its sign. Nothing where it
    // cannot be told or is not money.
    std::optional<Euros> effect;
    std::string effect_on;  // the published number: "the commitments of Finland", "'Country Summary'!P47"
    std::optional<Acknowledgement> acknowledged;

    bool operator==(const AuditFinding&) const = default;
};

// The findings of one release, the largest effect first; those acknowledged are left out or say so.
struct Audit {
    Release release;
    std::vector<AuditFinding> findings;
    std::size_t acknowledged = 0;  // all there are, shown or not
    std::size_t not_shown = 0;     // beyond the number that was asked for
};

std::string_view to_string(Sureness sureness);

}  // namespace pledgebook
