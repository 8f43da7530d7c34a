#include "importers/thousands_marks.hpp"

#include <algorithm>
#include <set>

namespace pledgebook::importers {

namespace {

bool digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

enum class Written { otherwise, maybe_marked, surely_marked };

// "-1,234,567.8" with `mark` for the comma and the other sign before the fraction. A single mark with three
// digits behind it and no fraction ("1,234") may as well stand before a fraction.
Written written(std::string_view text, char mark) {
    text.remove_prefix(text.starts_with('-') ? 1 : 0);
    const auto point = text.find(mark == ',' ? '.' : ',');
    const bool fraction = point != std::string_view::npos;
    if (fraction && !digits(text.substr(point + 1))) {
        return Written::otherwise;
    }
    text = text.substr(0, point);
    std::size_t marks = 0;
    while (text.size() > 4 && text[text.size() - 4] == mark && digits(text.substr(text.size() - 3))) {
        text.remove_suffix(4);
        ++marks;
    }
    if (marks == 0 || text.size() > 3 || !digits(text)) {
        return Written::otherwise;
    }
    return marks > 1 || fraction ? Written::surely_marked : Written::maybe_marked;
}

}  // namespace

char take_out_marks(formats::Sheet& sheet, const Header& header, std::span<const std::string_view> fields) {
    std::set<std::uint32_t> columns;
    for (const auto field : fields) {
        columns.insert(header.column(field));
    }
    const auto each_number = [&](auto use) {
        for (auto& row : sheet.rows) {
            for (auto& cell : row.cells) {
                if (row.number > header.row && columns.contains(cell.column)) {
                    use(cell.text);
                }
            }
        }
    };
    for (const char mark : {',', '.'}) {
        std::size_t sure = 0;
        std::size_t other = 0;
        each_number([&](const std::string& text) {
            sure += written(trimmed(text), mark) == Written::surely_marked ? 1 : 0;
            other += written(trimmed(text), mark == ',' ? '.' : ',') == Written::surely_marked ? 1 : 0;
        });
        if (sure > 0 && other == 0) {
            each_number([&](std::string& text) {
                if (written(trimmed(text), mark) != Written::otherwise) {
                    std::erase(text, mark);
                }
            });
            return mark;
        }
    }
    return 0;
}

}  // namespace pledgebook::importers
