#include "commands/fetch/offer_list.hpp"

#include "fetch/address.hpp"
#include "importers/kiel_workbook/release_prose.hpp"
#include "render/scope.hpp"
#include "render/screen_text.hpp"

#include <algorithm>

namespace pledgebook::commands {

std::optional<Date> cutoff_of(const fetch::Offer& offer) {
    return importers::kiel_workbook_sheets::read_release_prose(offer.words).cutoff;
}

std::string name_of(const fetch::Offer& offer) {
    if (offer.release) {
        return "Release " + to_string(*offer.release);
    }
    return offer.file_name.empty() ? fetch::shown(offer.address) : offer.file_name;
}

Rows offer_rows(const fetch::Found& found) {
    using Type = Rows::Type;
    Rows rows{
        {{"release", Type::text}, {"cutoff", Type::date}, {"file", Type::text}, {"address", Type::text}}, {}};
    for (const auto& offer : found.offers) {
        const auto cutoff = cutoff_of(offer);
        rows.rows.push_back({offer.release ? std::optional(to_string(*offer.release)) : std::nullopt,
                             cutoff ? std::optional(to_string(*cutoff)) : std::nullopt, offer.file_name,
                             fetch::shown(offer.address)});
    }
    return rows;
}

std::string offers_text(const fetch::Found& found, const render::Look& look) {
    std::string text = render::harmless(found.page) + "\n";
    for (const auto& offer : found.offers) {
        const auto cutoff = cutoff_of(offer);
        auto line = offer.release ? name_of(offer) : "No number said: " + name_of(offer);
        line += cutoff ? ", data to " + describe(*cutoff) : "";
        text += "\n" + render::strong(render::harmless(line), look) + "\n  " +
                render::harmless(fetch::shown(offer.address)) + "\n";
    }
    return text;
}

}  // namespace pledgebook::commands
