// The figures of a release by table, column and row, as exact numbers with what rounding may have taken from
// them.
#pragma once

#include "audit/evidence.hpp"
#include "core/number.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::audit {

// A number that a table publishes. Money is in full units of its currency, shares and counts are as written.
struct Published {
    Number value;
    Number slack;  // how far rounding to the last place of its column may have moved it
    std::optional<Currency> currency;
    Place place;
    std::string row_text;
};

class PublishedTables {
public:
    explicit PublishedTables(const Evidence& evidence);

    // Row (code of a donor, or words as a slug) -> number, of the columns whose header begins with the words
    // of the pattern ("military"), or is just they where it ends in '$' ("total$"). A column that is there
    // twice, in money and in percent, is chosen by `unit`: "money", "percent", or empty for any. Beside the
    // release's own tables there is "observed": what the feed's observations add up to, with the columns
    // "allocations", "commitments" and "allocations percent gdp".
    using Column = std::map<std::string, Published>;
    [[nodiscard]] Column column(std::string_view table, std::string_view pattern,
                                std::string_view unit) const;
    [[nodiscard]] bool has(std::string_view table) const { return m_tables.contains(table); }

private:
    struct Kept {
        std::string header;  // slug
        std::string unit;    // "money", "percent", ""
        std::uint32_t column = 0;
        std::string row;
        Published number;
    };
    void add(const Figure& figure, int decimals);
    void observe(const Intake& intake);

    std::map<std::string, std::vector<Kept>, std::less<>> m_tables;
};

// What a unit as tables write it means: a currency and the zeros of its amounts.
struct MoneyUnit {
    Currency currency;
    int zeros = 0;
};
std::optional<MoneyUnit> money_unit(std::string_view unit);

// Euros of a number of full units, without its sign.
Euros euros_of(Number amount);

}  // namespace pledgebook::audit
