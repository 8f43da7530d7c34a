// Any bytes as a zip file: files within the limits, or an Error.
#include "core/error.hpp"
#include "formats/zip.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace pledgebook::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    WorkbookLimits limits;
    limits.expanded_bytes = 1U << 22;
    limits.entries = 100;
    try {
        std::size_t total = 0;
        for (const auto& file : read_zip({reinterpret_cast<const char*>(data), size}, limits)) {
            total += file.bytes.size();
            if (file.name.empty() || file.name.front() == '/') {
                std::abort();
            }
        }
        if (total > limits.expanded_bytes) {
            std::abort();
        }
    } catch (const pledgebook::Error&) {
    }
    return 0;
}
