#include "importers/torn_csv.hpp"

#include "core/error.hpp"
#include "formats/csv.hpp"

#include <gtest/gtest.h>

namespace pledgebook::importers {
namespace {

void take(std::string_view text) {
    refuse_torn(formats::read_csv(text));
}

TEST(TornCsv, AFileThatEndsWithinARowIsRefused) {
    EXPECT_THROW(take("a,b,c\n1,2,3\n4,5"), Error);
    EXPECT_THROW(take("note\n\na,b,c\n1,2,3\n4"), Error);
}

TEST(TornCsv, WholeFilesAreTaken) {
    EXPECT_NO_THROW(take("a,b,c\n1,2,3\n4,5,6"));    // people's editors leave out the last line end
    EXPECT_NO_THROW(take("a,b,c\n1,2,3\n4,5\n"));    // ragged, but closed
    EXPECT_NO_THROW(take("a,b,c\r\n1,2,3\r\n4,,"));  // empty fields are fields
    EXPECT_NO_THROW(take("a,b,c"));
}

}  // namespace
}  // namespace pledgebook::importers
