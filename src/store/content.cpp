#include "store/content.hpp"

#include "core/error.hpp"
#include "store/hash.hpp"

#include <fmt/format.h>

namespace pledgebook::store {

namespace {

constexpr std::size_t most_rows = 1'000'000;

Rows::Type type_of(duck::ColumnType type) {
    switch (type) {
        case duck::ColumnType::integer:
            return Rows::Type::integer;
        case duck::ColumnType::decimal:
            return Rows::Type::decimal;
        case duck::ColumnType::real:
            return Rows::Type::real;
        case duck::ColumnType::date:
            return Rows::Type::date;
        case duck::ColumnType::boolean:
            return Rows::Type::boolean;
        case duck::ColumnType::text:
        case duck::ColumnType::other:
            break;
    }
    return Rows::Type::text;
}

// A letter for the type and the value with its end marked, so that no two rows of cells look alike.
void add_cell(std::string& bytes, duck::Result& row, duck::ColumnType type) {
    if (row.skip_null()) {
        bytes += "N;";
        return;
    }
    if (type == duck::ColumnType::text) {
        const auto text = row.text();
        fmt::format_to(std::back_inserter(bytes), "T{}:", text.size());
        bytes += text;
    } else if (type == duck::ColumnType::date) {
        fmt::format_to(std::back_inserter(bytes), "D{};", row.day().days_since_1970());
    } else {
        fmt::format_to(std::back_inserter(bytes), "I{};", row.integer());
    }
}

void add_table(Sha256& hash, duck::Connection& connection, const std::string& name) {
    auto rows = connection.query(ordered(name));
    std::vector<duck::ColumnType> types;
    std::string bytes = "table " + name + "\n";
    for (std::size_t column = 0; column < rows.columns(); ++column) {
        bytes += rows.column_name(column) + "\n";
        types.push_back(rows.column_type(column));
    }
    while (rows.next()) {
        bytes += "R";
        for (const auto type : types) {
            add_cell(bytes, rows, type);
        }
        if (bytes.size() > 65536) {
            hash.add(bytes);
            bytes.clear();
        }
    }
    hash.add(bytes);
}

}  // namespace

const std::vector<TableWords>& book_tables() {
    static const std::vector<TableWords> tables{
        {"releases", "What was taken in: label, dates, hash and importer of each import.", false},
        {"entries", "The lines of the ledger as the source gives them: one item of one package each.", false},
        {"entry_values", "What an entry states of a measure: the amount, the euros, or why there is none.",
         false},
        {"links", "The addresses and other citations of each entry.", false},
        {"observations", "Amounts that a source publishes only in sum: donor, month, kind, measure.", false},
        {"figures", "Numbers that a release itself publishes in its tables.", false},
        {"rates", "Exchange rates that a release itself uses.", false},
        {"day_rates", "Reference rates by currency and day.", false},
        {"prices", "The price lists of the releases.", false},
        {"macro", "Gross domestic product and population by donor and year.", false},
        {"notes", "Texts of a release that speak about its data: change logs, notes.", false},
        {"note_links", "The packages and donors that a note names.", false},
        {"findings", "What was wrong or odd when a release was taken in.", false},
        {"cells", "Cells of each source: how many held something, were used, were set aside, and why.",
         false},
        {"ledger", "One row per value of an entry, with donor, kind, measure, date, euros and place.", true},
    };
    return tables;
}

std::string ordered(std::string_view table) {
    std::string names;
    for (const auto& each : book_tables()) {
        if (each.name == table) {
            return "FROM " + each.name + (each.view ? " ORDER BY ALL" : "");
        }
        names += (names.empty() ? "" : ", ") + each.name;
    }
    throw Error("there is no table '" + std::string(table) + "'", "The tables are " + names + ".");
}

std::string content_hash(duck::Connection& connection) {
    Sha256 hash;
    for (const auto& table : book_tables()) {
        if (!table.view) {
            add_table(hash, connection, table.name);
        }
    }
    return hash.finish();
}

std::uint64_t count_rows(duck::Connection& connection) {
    std::uint64_t rows = 0;
    for (const auto& table : book_tables()) {
        if (!table.view) {
            auto count = connection.query("SELECT count(*) FROM " + table.name);
            count.next();
            rows += static_cast<std::uint64_t>(count.integer());
        }
    }
    return rows;
}

Rows collect(duck::Result result, bool limited) {
    Rows all;
    for (std::size_t column = 0; column < result.columns(); ++column) {
        all.columns.push_back({result.column_name(column), type_of(result.column_type(column))});
    }
    while (result.next()) {
        if (limited && all.rows.size() == most_rows) {
            throw Error("the answer has more than a million rows", "Narrow the question, or add LIMIT.");
        }
        auto& row = all.rows.emplace_back();
        row.reserve(all.columns.size());
        for (std::size_t column = 0; column < all.columns.size(); ++column) {
            row.push_back(result.any());
        }
    }
    return all;
}

}  // namespace pledgebook::store
