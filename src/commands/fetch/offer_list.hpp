// What a publisher's page has to offer, as a list.
#pragma once

#include "core/date.hpp"
#include "core/rows.hpp"
#include "fetch/page.hpp"
#include "render/look.hpp"

#include <optional>
#include <string>

namespace pledgebook::commands {

// The last day that the page says a release covers.
std::optional<Date> cutoff_of(const fetch::Offer& offer);

// "Release 28", or the file's name where the page gives no number.
std::string name_of(const fetch::Offer& offer);

Rows offer_rows(const fetch::Found& found);
std::string offers_text(const fetch::Found& found, const render::Look& look);

}  // namespace pledgebook::commands
