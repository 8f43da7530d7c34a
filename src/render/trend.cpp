// Amounts by month, quarter or year; on a terminal with a bar each.
#include "render/answers.hpp"
#include "render/rows.hpp"
#include "render/scope.hpp"
#include "render/screen_text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace pledgebook::render {

namespace {

constexpr int shortest_bar = 10;  // below, rows without bars

std::string_view by_word(Trend::By by) {
    return by == Trend::By::month ? "month" : (by == Trend::By::quarter ? "quarter" : "year");
}

std::int64_t size_of(Decimal amount) {
    return amount.units() < 0 ? -amount.units() : amount.units();
}

// A bar of eighths of a column; amounts below zero are shaded instead of filled.
std::string bar(Decimal amount, std::int64_t largest, int columns) {
    constexpr std::array<std::string_view, 8> eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (largest == 0 || amount.units() == 0) {
        return "";
    }
    // In whole numbers, so that it is the same bar everywhere; the least amount is one eighth.
    const std::int64_t most = 8 * static_cast<std::int64_t>(columns);
    const auto scale = std::max<std::int64_t>(largest / most, 1);
    const auto length = std::clamp<std::int64_t>(size_of(amount) / scale, 1, most);
    std::string out;
    for (std::int64_t at = 0; at < length / 8; ++at) {
        out += amount.units() < 0 ? "░" : "█";
    }
    if (amount.units() < 0) {
        return out.empty() ? "░" : out;
    }
    return out + std::string(eighths.at(static_cast<std::size_t>(length % 8)));
}

std::string plot(const Trend& trend, const Look& look) {
    int labels = 0;
    int amounts = 0;
    std::int64_t largest = 0;
    for (const auto& row : trend.rows) {
        labels = std::max(labels, width_of(row.label));
        amounts = std::max(amounts, width_of(grouped(row.amount, 2)));
        largest = std::max(largest, size_of(row.amount));
    }
    const int columns = look.width - labels - amounts - 5;
    std::string out;
    for (const auto& row : trend.rows) {
        auto line =
            fmt::format(" {}  {}", to_left(row.label, labels), to_right(grouped(row.amount, 2), amounts));
        if (columns >= shortest_bar) {
            const auto drawn = bar(row.amount, largest, columns);
            line += drawn.empty() ? "" : "  " + drawn;
        }
        out += line + "\n";
    }
    return out;
}

bool below_zero(const Trend& trend) {
    return std::any_of(trend.rows.begin(), trend.rows.end(),
                       [](const TrendRow& row) { return row.amount.units() < 0; });
}

std::vector<Fact> all_facts(const Trend& trend, const Look& look) {
    auto all = facts(trend.scope, trend.conversion, look);
    all.push_back(behind_fact(trend.scope, trend.entries, trend.split_by_kind));
    if (trend.undated.entries > 0) {
        all.push_back(undated_fact(trend.scope, trend.undated));
    }
    return all;
}

std::string heading(const Trend& trend) {
    return fmt::format("By {}: {}", by_word(trend.by), title(trend.scope));
}

std::optional<std::string> part_of(const TrendRow& row, Kind kind) {
    for (const auto& part : row.parts) {
        if (part.kind == kind) {
            return to_string(part.amount);
        }
    }
    return std::nullopt;
}

}  // namespace

std::string text(const Trend& trend, const Look& look) {
    std::string out = paragraph("", heading(trend), look.width);
    out += "\n" + plot(trend, look);
    if (below_zero(trend)) {
        out += " ░ is below zero\n";
    }
    out += "\n" + strong("Sum " + money(trend.amount, currency_of(trend.conversion)), look) + "\n\n";
    return out + text(all_facts(trend, look), look) + notes_text(trend.notes, look);
}

std::string json(const Trend& trend) {
    Json answer = Json::object({{"amount", trend.amount},
                                {"currency", currency_of(trend.conversion).code()},
                                {"by", by_word(trend.by)}});
    add_scope(answer, trend.scope);
    answer.add("entries", trend.entries);
    answer.add("rate", conversion_json(trend.conversion));
    answer.add("undated", undated_json(trend.undated));
    answer.add("split_by_kind", trend.split_by_kind);
    Json list = Json::array();
    for (const auto& row : trend.rows) {
        Json parts = Json::object({});
        for (const auto& part : row.parts) {
            parts.add(std::string(to_string(part.kind)), part.amount);
        }
        list.add(Json::object({{"label", row.label},
                               {"from", row.period.first},
                               {"to", row.period.last},
                               {"amount", row.amount},
                               {"euros", row.euros.value()},
                               {"parts", parts},
                               {"entries", row.entries}}));
    }
    auto question = question_json(trend.scope.question);
    question.add("by", by_word(trend.by));
    return Json::object({{"question", question},
                         {"answer", answer},
                         {"rows", list},
                         {"notes", Json::array(trend.notes)}})
               .written() +
           "\n";
}

std::string markdown(const Trend& trend) {
    Rows table{{{std::string(by_word(trend.by)), Rows::Type::text},
                {std::string(currency_of(trend.conversion).code()), Rows::Type::integer},
                {behind_heading(trend.scope), Rows::Type::integer}},
               {}};
    for (const auto& row : trend.rows) {
        table.rows.push_back({row.label, grouped(row.amount, 2), std::to_string(row.entries)});
    }
    std::string out = "**" + heading(trend) + "**\n\n" + markdown(table) +
                      "\n- Sum: " + money(trend.amount, currency_of(trend.conversion)) + "\n" +
                      markdown(all_facts(trend, {}));
    for (const auto& note : trend.notes) {
        out += "\n" + harmless(note) + "\n";
    }
    return out;
}

Rows rows(const Trend& trend) {
    using Type = Rows::Type;
    Rows table{{{std::string(by_word(trend.by)), Type::text},
                {"donors", Type::text},
                {"amount", Type::decimal},
                {"euros", Type::decimal},
                {"military", Type::decimal},
                {"financial", Type::decimal},
                {"humanitarian", Type::decimal},
                {"entries", Type::integer},
                {"currency", Type::text},
                {"measure", Type::text},
                {"release", Type::text},
                {"cutoff", Type::date}},
               {}};
    const auto& release = trend.scope.release;
    for (const auto& row : trend.rows) {
        table.rows.push_back({row.label, trend.scope.donors_label, to_string(row.amount),
                              to_string(row.euros.value()), part_of(row, Kind::military),
                              part_of(row, Kind::financial), part_of(row, Kind::humanitarian),
                              std::to_string(row.entries), std::string(currency_of(trend.conversion).code()),
                              std::string(to_string(trend.scope.measure)), release.id,
                              release.cutoff ? std::optional(to_string(*release.cutoff)) : std::nullopt});
    }
    return table;
}

}  // namespace pledgebook::render
