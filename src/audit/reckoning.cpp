#include "audit/reckoning.hpp"

#include "core/tsv.hpp"
#include "data_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace pledgebook::audit {

namespace {

using formulas::Calculation;
using formulas::Position;
using formulas::Value;

// data/audit/published_aid.tsv
struct Aid {
    std::vector<std::string> tables;
    std::vector<std::string> not_aid;  // words of headers, as slugs

    Aid() {
        const Tsv table("audit/published_aid.tsv", data::file("audit/published_aid.tsv"));
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const bool is_table = table.cell(row, table.column("what")) == "table";
            const auto name = table.cell(row, table.column("name"));
            (is_table ? tables : not_aid).push_back(is_table ? std::string(name) : slug(name));
        }
    }

    // Where the table stands in the list; nothing where its amounts, or those of the column, are no aid.
    [[nodiscard]] std::optional<std::size_t> place_of(const Figure& figure) const {
        const auto found = std::find(tables.begin(), tables.end(), figure.table);
        const auto header = "-" + slug(figure.column) + "-";
        const bool other = std::any_of(not_aid.begin(), not_aid.end(), [&](const std::string& words) {
            return header.find("-" + words + "-") != std::string::npos;
        });
        return found == tables.end() || other
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(found - tables.begin()));
    }
};

bool has_formulas(const Evidence& evidence) {
    for (const auto& sheet : evidence.sheets()) {
        for (const auto& row : sheet.rows) {
            if (std::any_of(row.cells.begin(), row.cells.end(),
                            [](const auto& cell) { return !cell.formula.empty(); })) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

Reckoning::Reckoning(const Evidence& evidence)
    : m_evidence(evidence), m_spreadsheet(evidence.sheets()), m_values(m_spreadsheet) {
    find_published();
}

void Reckoning::find_published() {
    const Aid aid;
    std::vector<std::pair<std::size_t, Published>> found;
    for (const auto& figure : m_evidence.intake().figures) {
        const auto scale = euros_in(figure.unit);
        const auto table = aid.place_of(figure);
        const auto at = position(figure.place);
        const auto cell = at ? m_spreadsheet.grid().find(*at) : std::nullopt;
        if (scale && cell && table) {
            found.push_back({*table, {*cell, *at, *scale, &figure}});
        }
    }
    // Of each table the lowest row first, where its sums stand, and there what is called a total.
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        const auto key = [](const auto& each) {
            const auto& [table, published] = each;
            const bool total = slug(published.figure->column).starts_with("total");
            return std::tuple(table, published.at.sheet, -std::int64_t{published.at.row}, !total,
                              published.at.column);
        };
        return key(a) < key(b);
    });
    for (auto& [table, published] : found) {
        m_published.push_back(published);
    }
}

Place Reckoning::place(Position at) const {
    return {m_evidence.sheets()[at.sheet].name, at.row, at.column};
}

std::optional<Position> Reckoning::position(const Place& place) const {
    const auto& sheets = m_evidence.sheets();
    for (std::uint32_t index = 0; index < sheets.size(); ++index) {
        if (sheets[index].name == place.sheet) {
            return Position{index, place.row, place.column};
        }
    }
    return std::nullopt;
}

Value Reckoning::at(std::uint32_t form, Position at) {
    return formulas::worked_out_at(m_values, form, at);
}

std::optional<Effect> Reckoning::effect_of(const std::vector<formulas::Change>& changes) {
    Calculation mended(m_values, changes);
    std::optional<Effect> worst;
    double most = 0;
    std::string table;
    for (const auto& each : m_published) {
        if (each.figure->table != table) {
            if (worst) {  // an earlier table tells it
                break;
            }
            table = each.figure->table;
        }
        if (!mended.touched(each.cell)) {
            continue;
        }
        const auto& then = mended.value(each.cell);
        const auto& now = m_values.value(each.cell);
        if (!then.is(Value::Type::number) || !now.is(Value::Type::number) || same_value(now, then)) {
            continue;
        }
        const double change = (then.number - now.number) * each.scale;
        const auto euros = euros_from(change);
        if (euros && std::abs(change) > most * (1 + 1e-9) && std::abs(change) >= 0.01) {
            most = std::abs(change);
            worst = Effect{*euros, each.figure->place, now.number, then.number};
        }
    }
    return worst;
}

void Reckoning::add_effect(AuditFinding& finding, const std::vector<formulas::Change>& changes) {
    if (const auto effect = effect_of(changes)) {
        finding.effect = effect->euros;
        finding.effect_on =
            fmt::format("{}, from {:.4f} to {:.4f}", to_string(effect->place), effect->now, effect->then);
    }
}

std::string shown(const Value& value) {
    if (value.is(Value::Type::empty) || (value.is(Value::Type::text) && value.text.empty())) {
        return "nothing";
    }
    if (value.is_error()) {
        return std::string(to_string(value.code));
    }
    if (value.is(Value::Type::text)) {
        return "'" + value.text + "'";
    }
    return as_text(value).text;
}

std::optional<Euros> euros_from(double number) {
    if (!std::isfinite(number) || std::abs(number) > 9e13) {
        return std::nullopt;
    }
    const auto decimal = Decimal::parse(fmt::format("{:.4f}", number));
    return decimal ? std::optional(Euros(*decimal)) : std::nullopt;
}

bool same_value(const Value& a, const Value& b) {
    if (a.is(Value::Type::number) && b.is(Value::Type::number)) {
        return std::abs(a.number - b.number) <= 1e-9 * std::max(std::abs(a.number), std::abs(b.number)) ||
               std::abs(a.number - b.number) < 1e-12;
    }
    const auto nothing = [](const Value& value) {
        return value.is(Value::Type::empty) || (value.is(Value::Type::text) && value.text.empty());
    };
    return a == b || (nothing(a) && nothing(b));
}

std::optional<double> euros_in(std::string_view unit) {
    const auto words = slug(unit);
    const bool euros =
        unit.find("\xE2\x82\xAC") != std::string_view::npos || words.find("eur") != std::string::npos;
    if (!euros || unit.find('%') != std::string_view::npos) {
        return std::nullopt;
    }
    return words.find("billion") != std::string::npos || words.find("bn") != std::string::npos ? 1e9
           : words.find("million") != std::string::npos                                        ? 1e6
                                                                                               : 1.0;
}

void with_reckoning(const Evidence& evidence, const std::function<void(Reckoning&)>& look) {
    auto& slot = evidence.reckoning();
    const std::lock_guard lock(slot.busy);
    if (!slot.looked) {
        slot.looked = true;
        if (has_formulas(evidence)) {
            slot.made = std::make_shared<Reckoning>(evidence);
        }
    }
    if (slot.made) {
        look(*slot.made);
    }
}

}  // namespace pledgebook::audit
