// Months above columns: "January", "February", … "January (2023)", "February", whose year carries over.
#pragma once

#include <string>
#include <vector>

namespace pledgebook::importers::kiel_workbook_sheets {

// Where some of the labels are months with a year and others months without, writes the year to each; the
// first months without one are of the year before the first one given. Other labels as they are.
std::vector<std::string> with_years(std::vector<std::string> labels);

}  // namespace pledgebook::importers::kiel_workbook_sheets
