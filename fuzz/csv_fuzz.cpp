// Any bytes as a CSV file: rows that ascend, cells that are never empty, or an Error.
#include "core/error.hpp"
#include "formats/csv.hpp"
#include "formats/sniff.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace pledgebook::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(sniff(bytes));
    try {
        const auto sheet = read_csv(bytes);
        std::uint32_t number = 0;
        for (const auto& row : sheet.rows) {
            std::uint32_t column = 0;
            for (const auto& cell : row.cells) {
                if (row.number <= number || cell.column <= column || cell.text.empty() ||
                    cell.row != row.number) {
                    std::abort();
                }
                column = cell.column;
            }
            number = row.number;
        }
    } catch (const pledgebook::Error&) {
    }
    return 0;
}
