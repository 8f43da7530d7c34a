// What a book holds, and what the program knows: releases, donors, groups, as rows.
#pragma once

#include "core/reference.hpp"
#include "core/release.hpp"
#include "core/rows.hpp"
#include "render/look.hpp"

#include <string>
#include <vector>

namespace pledgebook::render {

Rows releases(const std::vector<Release>& releases);
std::string releases_text(const std::vector<Release>& releases, const Look& look);
Rows donors(const Reference& reference);
Rows groups(const Reference& reference);
// Who is or was a member, from and until when.
Rows members(const Group& group);

}  // namespace pledgebook::render
