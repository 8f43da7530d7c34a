// Where releases are kept: a book on disk, or the figures that are built into the program. What asks
// questions sees only this.
#pragma once

#include "core/release.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::store {

class Shelf {
public:
    virtual ~Shelf() = default;

    // How the shelf is named to a person: "ukraine.book", "the built-in figures".
    [[nodiscard]] virtual std::string name() const = 0;

    // The releases that hold entries or observations, in the order in which they were taken in.
    [[nodiscard]] virtual std::vector<Release> releases() const = 0;

    // Everything of one release. Throws Error where there is none of that id, naming those there are.
    [[nodiscard]] virtual Intake load(std::string_view release_id) const = 0;

    // Reference rates by currency and day, ascending: those taken in, over the built-in ones.
    [[nodiscard]] virtual std::vector<DayRate> day_rates() const = 0;

    // GDP and population that no release carries itself: those taken in, over the built-in ones.
    [[nodiscard]] virtual std::vector<Macro> macro() const = 0;
};

// The figures that are compiled in (data/figures, data/rates.tsv, data/macro.tsv): one release of
// observations, the ECB's rates, GDP and population of 2021.
class BuiltIn final : public Shelf {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::vector<Release> releases() const override;
    [[nodiscard]] Intake load(std::string_view release_id) const override;
    [[nodiscard]] std::vector<DayRate> day_rates() const override;
    [[nodiscard]] std::vector<Macro> macro() const override;
};

}  // namespace pledgebook::store
