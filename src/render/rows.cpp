#include "render/rows.hpp"

#include "render/screen_text.hpp"

#include <algorithm>

namespace pledgebook::render {

namespace {

constexpr int gap = 2;
constexpr int narrowest = 8;

std::string shown(const Rows& rows, std::size_t column, const std::optional<std::string>& cell) {
    if (!cell) {
        return "";
    }
    const auto type = rows.columns.at(column).type;
    return type == Rows::Type::decimal || type == Rows::Type::real ? with_marks(*cell) : harmless(*cell);
}

// Below this a column is not cut: a single word (an id, a hash, an address) is whole or worth nothing.
std::vector<int> narrowest_of(const std::vector<std::vector<std::string>>& lines, std::size_t columns) {
    std::vector<int> floors(columns, narrowest);
    for (const auto& cells : lines) {
        for (std::size_t at = 0; at < cells.size(); ++at) {
            if (cells[at].find(' ') == std::string::npos) {
                floors[at] = std::max(floors[at], width_of(cells[at]));
            }
        }
    }
    return floors;
}

// Cuts the widest columns of text until all of them fit.
void fit(std::vector<int>& widths, const std::vector<int>& floors, const Rows& rows, int width) {
    const auto total = [&widths] {
        int sum = 0;
        for (const int each : widths) {
            sum += each + gap;
        }
        return sum - gap;
    };
    while (total() > width) {
        std::size_t widest = widths.size();
        for (std::size_t at = 0; at < widths.size(); ++at) {
            const bool cuttable = rows.columns[at].type == Rows::Type::text && widths[at] > floors[at];
            if (cuttable && (widest == widths.size() || widths[at] > widths[widest])) {
                widest = at;
            }
        }
        if (widest == widths.size()) {
            return;
        }
        --widths[widest];
    }
}

std::string line_of(const std::vector<std::string>& cells, const std::vector<int>& widths, const Rows& rows) {
    std::string line;
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const auto cell = shortened(cells[at], widths[at]);
        line += at == 0 ? "" : std::string(gap, ' ');
        line += is_number(rows.columns[at].type) ? to_right(cell, widths[at]) : to_left(cell, widths[at]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

std::string csv_cell(const std::string& cell) {
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

std::string markdown_cell(const std::string& cell) {
    std::string out;
    for (const char c : harmless(cell)) {
        out += c == '|' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    }
    return out;
}

bool plain_number(const std::string& text) {
    // What JSON takes as a number: no sign but "-", a digit first, no "nan".
    const auto digits = text.find_first_not_of('-');
    return digits != std::string::npos && digits <= 1 && text[digits] >= '0' && text[digits] <= '9' &&
           text.find_first_not_of("0123456789.eE+-") == std::string::npos;
}

}  // namespace

bool is_number(Rows::Type type) {
    return type == Rows::Type::integer || type == Rows::Type::decimal || type == Rows::Type::real;
}

std::string with_marks(const std::string& number) {
    const auto point = std::min(number.find_first_of(".eE"), number.size());
    const std::size_t first = number.starts_with('-') ? 1 : 0;
    std::string out = number;
    for (auto at = static_cast<std::ptrdiff_t>(point) - 3; at > static_cast<std::ptrdiff_t>(first); at -= 3) {
        out.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return out;
}

std::string text(const Rows& rows, const Look& look) {
    std::vector<int> widths;
    std::vector<std::string> heads;
    for (const auto& column : rows.columns) {
        heads.push_back(harmless(column.name));
        widths.push_back(width_of(heads.back()));
    }
    std::vector<std::vector<std::string>> lines;
    for (const auto& row : rows.rows) {
        auto& cells = lines.emplace_back();
        for (std::size_t at = 0; at < row.size(); ++at) {
            cells.push_back(shown(rows, at, row[at]));
            widths[at] = std::max(widths[at], width_of(cells.back()));
        }
    }
    fit(widths, narrowest_of(lines, widths.size()), rows, look.width);
    std::string out = strong(line_of(heads, widths, rows), look) + "\n";
    for (const auto& cells : lines) {
        out += line_of(cells, widths, rows) + "\n";
    }
    return out;
}

std::string csv(const Rows& rows) {
    std::string out;
    for (std::size_t at = 0; at < rows.columns.size(); ++at) {
        out += (at == 0 ? "" : ",") + csv_cell(rows.columns[at].name);
    }
    out += "\n";
    for (const auto& row : rows.rows) {
        for (std::size_t at = 0; at < row.size(); ++at) {
            out += (at == 0 ? "" : ",") + (row[at] ? csv_cell(*row[at]) : "");
        }
        out += "\n";
    }
    return out;
}

std::string markdown(const Rows& rows) {
    std::string out = "|";
    std::string under = "|";
    for (const auto& column : rows.columns) {
        out += " " + markdown_cell(column.name) + " |";
        under += is_number(column.type) ? " ---: |" : " --- |";
    }
    out += "\n" + under + "\n";
    for (const auto& row : rows.rows) {
        out += "|";
        for (std::size_t at = 0; at < row.size(); ++at) {
            const auto cell = markdown_cell(shown(rows, at, row[at]));
            out += cell.empty() ? " |" : " " + cell + " |";
        }
        out += "\n";
    }
    return out;
}

std::string json(const Rows& rows) {
    std::string out = "[";
    bool first = true;
    for (const auto& row : rows.rows) {
        out += first ? "\n{" : ",\n{";
        first = false;
        for (std::size_t at = 0; at < row.size(); ++at) {
            const auto& column = rows.columns[at];
            out += (at == 0 ? "" : ", ") + Json(column.name).written() + ": ";
            if (!row[at]) {
                out += "null";
            } else if ((is_number(column.type) && plain_number(*row[at])) ||
                       column.type == Rows::Type::boolean) {
                out += *row[at];
            } else {
                out += Json(*row[at]).written();
            }
        }
        out += "}";
    }
    return out + (first ? "]\n" : "\n]\n");
}

}  // namespace pledgebook::render
