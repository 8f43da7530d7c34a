// The report of an import, counted from what was taken in.
#pragma once

#include "render/import_report.hpp"

namespace pledgebook::commands {

render::ImportReport summary_of(const Intake& intake);

}  // namespace pledgebook::commands
