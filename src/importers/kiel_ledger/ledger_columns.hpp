// What becomes of each column of a ledger sheet: read into entries, kept as figures, or set aside for a
// stated reason. Every cell is accounted for.
#pragma once

#include "core/release.hpp"
#include "formats/cell.hpp"
#include "importers/column_words.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::importers::kiel_ledger {

class LedgerColumns {
public:
    // Sheet and header must outlive this. `table` is the one that kept cells become figures of. Findings tell
    // of the columns that nobody knows (with the known header each is like) and of those read by a guess.
    LedgerColumns(const formats::Sheet& sheet, const Header& header, std::string table, Intake& intake);

    // Accounts for the cells of an entry's row; those of kept columns become figures of its package.
    void take(const formats::Row& row, const std::string& package);
    // Accounts for a row that is no entry.
    void set_aside(const formats::Row& row, std::string_view why);
    // Adds the account to the intake.
    void finish();

private:
    struct Column {
        enum class Fate { read, kept, aside } fate = Fate::kept;
        std::string name;         // the header, or "column H"
        std::string reason;       // why it is set aside
        bool figures = false;     // its cells become figures
        bool known = false;       // by the words of data/importers/kiel_ledger*.tsv
        std::uint64_t aside = 0;  // cells
    };

    Column judged(std::uint32_t column) const;
    [[nodiscard]] std::uint32_t first_of(std::uint32_t column) const;
    [[nodiscard]] bool says_the_same(std::uint32_t column, std::uint32_t first) const;
    [[nodiscard]] std::string described(std::uint32_t column) const;
    [[nodiscard]] std::string named(std::string_view what) const;
    Column& at(std::uint32_t column);
    void keep(const formats::Row& row, const formats::Cell& cell, const Column& column,
              const std::string& package);
    void count_header();
    void tell_of_unknown();
    void tell_of_guessed();

    const formats::Sheet& m_sheet;
    const Header& m_header;
    std::string m_table;
    Intake& m_intake;
    std::vector<Column> m_columns;  // by number, from 1
};

}  // namespace pledgebook::importers::kiel_ledger
