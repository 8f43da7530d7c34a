#include "commands/export/shelf_tables.hpp"

#include "render/shelf_lists.hpp"

namespace pledgebook::commands {

namespace {

using Type = Rows::Type;

Rows observations(const store::Shelf& shelf) {
    Rows rows{{{"release", Type::text},
               {"donor", Type::text},
               {"month", Type::text},
               {"measure", Type::text},
               {"kind", Type::text},
               {"euros", Type::decimal}},
              {}};
    for (const auto& release : shelf.releases()) {
        for (const auto& each : shelf.load(release.id).observations) {
            rows.rows.push_back({release.id, each.donor, to_string(each.month),
                                 std::string(to_string(each.measure)),
                                 each.kind ? std::optional(std::string(to_string(*each.kind))) : std::nullopt,
                                 to_string(each.euros.value())});
        }
    }
    return rows;
}

Rows day_rates(const store::Shelf& shelf) {
    Rows rows{{{"currency", Type::text}, {"day", Type::date}, {"rate", Type::real}}, {}};
    for (const auto& each : shelf.day_rates()) {
        rows.rows.push_back({std::string(each.currency.code()), to_string(each.day), to_string(each.rate)});
    }
    return rows;
}

Rows macro(const store::Shelf& shelf) {
    Rows rows{{{"donor", Type::text},
               {"what", Type::text},
               {"year", Type::integer},
               {"value", Type::decimal},
               {"currency", Type::text}},
              {}};
    for (const auto& each : shelf.macro()) {
        rows.rows.push_back(
            {each.donor, each.what == Macro::What::gdp ? "gdp" : "population", std::to_string(each.year),
             to_string(each.value),
             each.currency ? std::optional(std::string(each.currency->code())) : std::nullopt});
    }
    return rows;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> shelf_table_names() {
    return {{"observations", "amounts by donor, month, measure and kind"},
            {"day_rates", "the ECB's reference rates, units for one euro"},
            {"macro", "GDP and population"},
            {"releases", "the releases that are held"},
            {"donors", "who is known as a donor"},
            {"groups", "the groups of donors"}};
}

std::optional<Rows> shelf_table(const store::Shelf& shelf, const std::string& name) {
    if (name == "observations") {
        return observations(shelf);
    }
    if (name == "day_rates") {
        return day_rates(shelf);
    }
    if (name == "macro") {
        return macro(shelf);
    }
    if (name == "releases") {
        return render::releases(shelf.releases());
    }
    if (name == "donors") {
        return render::donors(Reference::builtin());
    }
    return name == "groups" ? std::optional(render::groups(Reference::builtin())) : std::nullopt;
}

}  // namespace pledgebook::commands
