// Two tables that publish the same number, and not the same; data/audit/same_numbers.tsv says which are the
// same.
#include "audit/published.hpp"
#include "audit/rule.hpp"
#include "core/reference.hpp"
#include "core/tsv.hpp"

#include "data_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace pledgebook::audit {

namespace {

struct Witness {
    std::string table;
    Published number;
};

// One number of one row, by all tables that publish it.
struct Row {
    std::string row;
    std::vector<Witness> witnesses;
};

bool agree(const Published& left, const Published& right) {
    const auto slack = left.slack + right.slack;
    return (left.value - right.value).magnitude() <= slack + slack;
}

// How many of the others say the same.
std::ptrdiff_t seconds(const Witness& witness, const Row& row) {
    return std::count_if(row.witnesses.begin(), row.witnesses.end(),
                         [&](const Witness& each) { return agree(each.number, witness.number); });
}

// Those that fewer others second stand first; of two the one by itself is unknown.
bool disagree(Row& row) {
    const auto& first = row.witnesses.front();
    if (static_cast<std::size_t>(seconds(first, row)) == row.witnesses.size()) {
        return false;
    }
    const Row as_is = row;
    std::stable_sort(row.witnesses.begin(), row.witnesses.end(),
                     [&](const Witness& left, const Witness& right) {
                         return seconds(left, as_is) < seconds(right, as_is);
                     });
    return true;
}

std::string shown(const Published& number) {
    if (!number.currency) {
        return to_string(number.value, 6);
    }
    return grouped(number.value.decimal(), 0) + " " + std::string(number.currency->code());
}

std::string where(const Witness& witness) {
    return witness.number.place.column == 0 ? "the sum of '" + witness.number.place.sheet + "'"
                                            : to_string(witness.number.place);
}

Number gap_of(const Row& row) {
    return (row.witnesses.front().number.value - row.witnesses.back().number.value).magnitude();
}

// In euros; of a share of GDP by the GDP itself.
std::optional<Euros> effect_of(const Row& row, const Evidence& evidence) {
    const auto& number = row.witnesses.front().number;
    if (number.currency == Currency::eur()) {
        return euros_of(gap_of(row));
    }
    for (const auto& macro : evidence.intake().macro) {
        if (!number.currency && macro.what == Macro::What::gdp && macro.donor == row.row &&
            macro.currency.value_or(Currency::eur()) == Currency::eur()) {
            const auto euros = Number(macro.value).scaled(gap_of(row), Number::from_integer(100));
            return euros ? std::optional(euros_of(*euros)) : std::nullopt;
        }
    }
    return std::nullopt;
}

AuditFinding made_of(const std::string& name, std::vector<Row> rows, const Evidence& evidence) {
    std::stable_sort(rows.begin(), rows.end(), [&](const Row& left, const Row& right) {
        const auto euros = [&](const Row& row) { return effect_of(row, evidence).value_or(Euros{}); };
        return std::pair(euros(left), gap_of(left)) > std::pair(euros(right), gap_of(right));
    });
    AuditFinding finding;
    Euros euros;
    for (const auto& row : rows) {
        const auto odd = seconds(row.witnesses.front(), row);
        for (const auto& witness : row.witnesses) {
            if (seconds(witness, row) == odd) {
                finding.places.push_back(witness.number.place);
            }
        }
        euros += effect_of(row, evidence).value_or(Euros{});
    }
    const auto& worst = rows.front();
    const auto& odd = worst.witnesses.front();
    const auto& other = worst.witnesses.back();
    const auto who =
        odd.number.row_text.empty() ? Reference::builtin().name_of(worst.row) : odd.number.row_text;
    finding.key = key({slug(name), odd.table, rows.size() == 1 ? slug(worst.row) : ""});
    finding.sure = Sureness::certain;
    finding.what = fmt::format("{} of {} is {} in {} and {} in {}", name, who, shown(odd.number), where(odd),
                               shown(other.number), where(other));
    if (rows.size() > 1) {
        finding.what += fmt::format("; {} rows disagree so", rows.size());
    }
    const auto say = seconds(other, worst);
    finding.why = say > seconds(odd, worst) ? fmt::format("It is one number; {} places say the second.", say)
                                            : "It is one number, and two tables of the release publish two.";
    finding.mend = say > seconds(odd, worst) ? "Write in the first what the others say."
                                             : "Work out both again from the entries.";
    if (euros != Euros{}) {
        finding.effect = euros;
        finding.effect_on = to_string(odd.number.place.column == 0 ? other.number.place : odd.number.place);
    }
    return finding;
}

bool is_code(const std::string& row) {
    return std::all_of(row.begin(), row.end(),
                       [](char each) { return (each >= 'A' && each <= 'Z') || each == '_'; });
}

std::set<std::string> rows_but_totals(const PublishedTables::Column& column) {
    std::set<std::string> rows;
    for (const auto& [row, number] : column) {
        if (!row.starts_with("total") && !row.starts_with("sum")) {
            rows.insert(row);
        }
    }
    return rows;
}

// Totals are one number only where tables have the same rows: others leave the EU out, or add what is not
// bilateral.
std::vector<Row> rows_of(std::string_view tables_and_headers, std::string_view unit,
                         const PublishedTables& tables) {
    std::map<std::string, Row> rows;
    for (const auto each : split(tables_and_headers, '|')) {
        const auto colon = each.find(':');
        const auto column = tables.column(each.substr(0, colon), each.substr(colon + 1), unit);
        const auto others = rows_but_totals(column);
        for (const auto& [row, number] : column) {
            auto& there = rows[row + (is_code(row) ? "" : "/" + fmt::format("{}", fmt::join(others, " ")))];
            there.row = row;
            there.witnesses.push_back({std::string(each.substr(0, colon)), number});
        }
    }
    std::vector<Row> all;
    for (auto& [name, row] : rows) {
        all.push_back(std::move(row));
    }
    return all;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    const PublishedTables tables(evidence);
    const Tsv same("audit/same_numbers.tsv", data::file("audit/same_numbers.tsv"));
    std::vector<AuditFinding> findings;
    for (std::size_t at = 0; at < same.rows(); ++at) {
        const auto cell = [&](std::string_view name) { return same.cell(at, same.column(name)); };
        // Rows that disagree in the same table are one finding.
        std::map<std::string, std::vector<Row>> by_table;
        for (auto& row : rows_of(cell("tables"), cell("unit"), tables)) {
            if (disagree(row)) {
                by_table[row.witnesses.front().table].push_back(std::move(row));
            }
        }
        for (auto& [table, rows] : by_table) {
            findings.push_back(made_of(std::string(cell("name")), std::move(rows), evidence));
        }
    }
    return findings;
}

}  // namespace

Rule tables_disagree_rule() {
    return {"tables that publish the same number and do not agree", look};
}

}  // namespace pledgebook::audit
