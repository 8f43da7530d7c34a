// Any text as a shared formula and as a number format: moving by nothing and back again loses nothing that
// is not a reference outside of the sheet.
#include "formats/xlsx/formula.hpp"
#include "formats/xlsx/number_format.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace pledgebook::formats::xlsx;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto still = shift_formula(text, 0, 0);  // writes columns in capitals and rows without zeros before
    const auto moved = shift_formula(still, 3, 2);
    if (moved.find("#REF!") == std::string::npos && shift_formula(moved, -3, -2) != still) {
        std::abort();
    }
    static_cast<void>(shows_date(text));
    static_cast<void>(date_of_serial(text, size % 2 == 0));
    static_cast<void>(serial_of_iso(text, size % 2 == 0));
    return 0;
}
