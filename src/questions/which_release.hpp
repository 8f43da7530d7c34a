// Which release answers a question: the one it names, the one that was current on a day, or the newest.
#pragma once

#include "core/question.hpp"
#include "core/release.hpp"

#include <string>
#include <vector>

namespace pledgebook::questions {

// `releases` in the order in which they were taken in. Adds to `notes` what a reader must know of the
// choice. Throws Error where there is none such.
const Release& which_release(const std::vector<Release>& releases, const Question& question,
                             const std::string& shelf_name, std::vector<std::string>& notes);

}  // namespace pledgebook::questions
