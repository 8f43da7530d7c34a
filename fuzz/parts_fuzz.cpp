// The XML inside of a workbook, where check sums do not turn the fuzzer away. The input is a list of parts:
// a line "= NAME", then the part's bytes. They replace or add to those of a small sound workbook.
#include "core/error.hpp"
#include "formats/workbook.hpp"
#include "support/workbook_writer.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace pledgebook::formats;
using namespace pledgebook::test_support;

namespace {

std::vector<ZipPart> sound_workbook() {
    TestSheet sheet{"Data"};
    sheet.cells = {text("A1", "donor"), formula("B1", "1+1", number("", "2")), day("C1", "44837"),
                   linked("https://example.org/", text("D1", "x")), commented("note", number("E1", "5"))};
    auto parts = workbook_parts({{sheet}});
    for (auto& each : parts) {
        each.compress = false;
    }
    return parts;
}

void put(std::vector<ZipPart>& parts, std::string_view name, std::string_view bytes) {
    for (auto& each : parts) {
        if (each.name == name) {
            each.bytes = bytes;
            return;
        }
    }
    parts.push_back({std::string(name), std::string(bytes), false});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto parts = sound_workbook();
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    while (rest.starts_with("= ") && parts.size() < 40) {
        const auto line = rest.find('\n');
        if (line == std::string_view::npos) {
            break;
        }
        const auto name = rest.substr(2, line - 2);
        rest = rest.substr(line + 1);
        const auto next = rest.find("\n= ");
        put(parts, name, rest.substr(0, next));
        rest = next == std::string_view::npos ? std::string_view{} : rest.substr(next + 1);
    }
    const auto bytes = write_zip(parts);
    WorkbookLimits limits;
    limits.expanded_bytes = 1U << 24;
    limits.cells = 10'000;
    try {
        const auto workbook = Workbook::open(bytes, limits);
        for (std::size_t sheet = 0; sheet < workbook.sheets().size(); ++sheet) {
            static_cast<void>(workbook.load(sheet));
        }
    } catch (const pledgebook::Error&) {
    }
    return 0;
}
