// The sums that claims are held against: every release of the shelf, in euros by month, and the rates.
#pragma once

#include "core/claim.hpp"
#include "questions/desk.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pledgebook::claims {

// What is asked of one release.
struct Ask {
    std::vector<std::string> donors;  // codes and groups
    std::vector<Kind> kinds;          // empty: all
    Measure measure = Measure::allocation;
    std::optional<Date> first, last;  // nothing: the release's own
};

class Sums {
public:
    struct Shelved {
        Release release;
        const questions::Cube* cube = nullptr;
        const questions::Economy* economy = nullptr;
        bool of_the_day = false;  // what a reader could have had before him on the article's day
        bool before = false;      // published before that
    };

    // `only`: the id of the one release to judge by; empty: all. `day` is the article's.
    Sums(const questions::Desk& desk, const std::string& only, std::optional<Date> day);

    // The release of the day first, then those nearest to it.
    [[nodiscard]] const std::vector<Shelved>& releases() const { return m_releases; }
    [[nodiscard]] bool has_day_release() const;
    // Whether the release knows of what happened up to that day, but for some weeks; the release of the
    // article's day is asked all the same, since nobody had a better one.
    [[nodiscard]] bool reaches(const Shelved& shelved, std::optional<Date> last) const;

    // In euros. Nothing where the release cannot say: a donor it does not hold, a measure it has not, a kind
    // it does not split, a period that it does not touch.
    [[nodiscard]] std::optional<double> euros(const Shelved& shelved, const Ask& ask) const;
    // In percent of the donors' GDP together (the EU's institutions have none).
    [[nodiscard]] std::optional<double> percent_of_gdp(const Shelved& shelved, const Ask& ask) const;
    // Units of the currency for a euro, and the day that the rate is of: that day or the last one before it.
    struct RateOf {
        double rate = 0;
        Date day;
    };
    [[nodiscard]] std::optional<RateOf> rate(const std::string& currency, Date day) const;
    [[nodiscard]] std::optional<double> mean_rate(const std::string& currency, Date first, Date last) const;

    // The days that an answer covers once the release's own ends are put for open ones.
    [[nodiscard]] Date first_of(const Shelved& shelved, const Ask& ask) const;
    [[nodiscard]] Date last_of(const Shelved& shelved, const Ask& ask) const;

    [[nodiscard]] const questions::Desk& desk() const { return m_desk; }

private:
    [[nodiscard]] std::optional<questions::DonorSet> set_of(const Shelved& shelved, const Ask& ask) const;

    const questions::Desk& m_desk;
    std::vector<Shelved> m_releases;
};

// "total --donor USA --from …": a subcommand with the filters of the ask; without donors: of all. What lies
// beyond the release's cut-off is not asked for.
std::string command_of(const std::string& subcommand, const Ask& ask, const Release& release);

}  // namespace pledgebook::claims
