// Any bytes as a workbook: a result or an Error, and never more memory than the limits allow.
#include "core/error.hpp"
#include "formats/workbook.hpp"

#include <cstddef>
#include <cstdint>

using namespace pledgebook::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    WorkbookLimits limits;
    limits.expanded_bytes = 1U << 24;
    limits.cells = 10'000;
    try {
        const auto workbook = Workbook::open({reinterpret_cast<const char*>(data), size}, limits);
        for (std::size_t sheet = 0; sheet < workbook.sheets().size(); ++sheet) {
            static_cast<void>(workbook.load(sheet));
        }
    } catch (const pledgebook::Error&) {
    }
    return 0;
}
