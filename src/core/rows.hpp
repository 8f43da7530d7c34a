// A table as rows of text with typed columns: what a table of the book, a query or an export hands on.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace pledgebook {

struct Rows {
    enum class Type { text, integer, decimal, real, date, boolean };
    struct Column {
        std::string name;
        Type type = Type::text;
    };
    std::vector<Column> columns;
    std::vector<std::vector<std::optional<std::string>>> rows;  // nothing is SQL's NULL
};

}  // namespace pledgebook
