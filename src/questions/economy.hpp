// GDP and population of the donors, as a release has them itself or else as the shelf has them.
#pragma once

#include "core/release.hpp"
#include "questions/rates.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::questions {

class Economy {
public:
    struct Known {
        Decimal value;  // full euros of a GDP, or inhabitants
        int year = 0;
        std::string source;  // "release ust-7", "the built-in figures"
    };

    // Of several years the one before the release begins is taken, as the tracker does, else the newest.
    // `shelf_name` is the source of the shelf's. A GDP in another currency becomes euros by the release's
    // own rate, else by the mean reference rate of its year.
    Economy(const Intake& release, const std::vector<Macro>& shelf, const std::string& shelf_name,
            const RateTable& rates);

    // Nothing where it is not known. The institutions of the EU have none: what a source puts in their row
    // is the union's, and its members have it already.
    [[nodiscard]] std::optional<Known> gdp(std::string_view donor) const;
    [[nodiscard]] std::optional<Known> population(std::string_view donor) const;

private:
    std::map<std::string, Known, std::less<>> m_gdp;
    std::map<std::string, Known, std::less<>> m_population;
};

// Whether it is one of the EU's institutions.
bool is_institution(std::string_view donor);

}  // namespace pledgebook::questions
