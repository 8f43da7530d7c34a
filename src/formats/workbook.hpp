// An Excel workbook (Office Open XML), read sheet by sheet so that memory stays near the largest sheet.
#pragma once

#include "formats/cell.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::formats {

// Where a workbook stops being believed. Exceeding one is an Error that names the limit.
struct WorkbookLimits {
    std::uint64_t entries = 10'000;             // files in the container
    std::uint64_t expanded_bytes = 2ULL << 30;  // of one file in the container, and of all together
    std::uint64_t ratio = 1'000;                // expanded to stored, for files over 1 MiB expanded
    std::uint64_t cells = 50'000'000;           // with a value, in one sheet
    std::uint32_t depth = 64;                   // of XML elements
};

struct SheetInfo {
    std::string name;
    enum class Visibility { visible, hidden, very_hidden } visibility = Visibility::visible;
    enum class Kind { cells, chart, other } kind = Kind::cells;  // only `cells` has any; others read as empty
};

class Workbook {
public:
    // `bytes` are the whole file and must outlive the workbook. Throws Error: not a workbook (and what it
    // is instead), encrypted, cut off, over a limit.
    static Workbook open(std::string_view bytes, const WorkbookLimits& limits = {});

    Workbook(Workbook&&) noexcept;
    Workbook& operator=(Workbook&&) noexcept;
    ~Workbook();

    [[nodiscard]] const std::vector<SheetInfo>& sheets() const;  // in the workbook's order

    // Reads one sheet from beginning to end and hands over each row that holds a value or a formula; rows
    // come in the file's order, and without links and comments (which stand behind or beside the rows).
    // Throws Error with the sheet and the cell in its path.
    void read(std::size_t sheet, const std::function<void(Row&&)>& row) const;

    // The whole sheet, with merged ranges, links and comments. May be called from several threads at once.
    [[nodiscard]] Sheet load(std::size_t sheet) const;

private:
    struct Parts;
    explicit Workbook(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

}  // namespace pledgebook::formats
