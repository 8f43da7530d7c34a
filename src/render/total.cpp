// One number and its parts by kind.
#include "render/answers.hpp"
#include "render/rows.hpp"
#include "render/scope.hpp"
#include "render/screen_text.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace pledgebook::render {

namespace {

std::vector<Fact> all_facts(const Answer& answer, const Look& look) {
    auto all = facts(answer.scope, answer.conversion, look);
    if (answer.units) {
        all.push_back(
            {"Units", with_marks(to_string(*answer.units)) + " promised" +
                          (answer.units_delivered
                               ? ", " + with_marks(to_string(*answer.units_delivered)) + " delivered"
                               : "")});
    }
    if (answer.eu_share) {
        all.push_back({"EU share", fmt::format("{} of the EU institutions' aid besides, by {}",
                                               money(answer.eu_share->amount, currency_of(answer.conversion)),
                                               harmless(answer.eu_share->source))});
    }
    all.push_back(behind_fact(answer.scope, answer.entries, answer.split_by_kind));
    if (answer.without_value > 0) {
        all.back().value +=
            fmt::format("; {} {} more without a value", with_marks(std::to_string(answer.without_value)),
                        answer.without_value == 1 ? "package" : "packages");
    }
    if (answer.undated.entries > 0) {
        all.push_back(undated_fact(answer.scope, answer.undated));
    }
    return all;
}

std::string headline(const Answer& answer) {
    const auto brief = in_short(answer.amount);
    return money(answer.amount, currency_of(answer.conversion)) + (brief.empty() ? "" : "  (" + brief + ")");
}

// Amounts stand as words with their marks, to the right.
Rows parts_table(const Answer& answer) {
    Rows table{{{"kind", Rows::Type::text},
                {std::string(currency_of(answer.conversion).code()), Rows::Type::integer},
                {behind_heading(answer.scope), Rows::Type::integer}},
               {}};
    for (const auto& part : answer.parts) {
        table.rows.push_back(
            {std::string(to_string(part.kind)), grouped(part.amount, 2), std::to_string(part.entries)});
    }
    return table;
}

}  // namespace

std::string text(const Answer& answer, const Look& look) {
    std::string out = strong(headline(answer), look) + "\n";
    out += paragraph("", title(answer.scope), look.width) + "\n";
    if (answer.split_by_kind && answer.parts.size() > 1) {
        int widest = 0;
        for (const auto& part : answer.parts) {
            widest = std::max(widest, width_of(grouped(part.amount, 2)));
        }
        for (const auto& part : answer.parts) {
            out += fmt::format("  {}  {}  {}\n", to_left(to_string(part.kind), 12),
                               to_right(grouped(part.amount, 2), widest),
                               behind_words(answer.scope, part.entries));
        }
        out += "\n";
    }
    out += text(all_facts(answer, look), look);
    return out + notes_text(answer.notes, look);
}

std::string json(const Answer& answer) {
    Json number =
        Json::object({{"amount", answer.amount}, {"currency", currency_of(answer.conversion).code()}});
    add_scope(number, answer.scope);
    number.add("entries", answer.entries);
    number.add("rate", conversion_json(answer.conversion));
    number.add("euros", answer.euros.value());
    number.add("without_value", answer.without_value);
    number.add("undated", undated_json(answer.undated));
    number.add("eu_share", answer.eu_share ? Json::object({{"amount", answer.eu_share->amount},
                                                           {"euros", answer.eu_share->euros.value()},
                                                           {"source", answer.eu_share->source}})
                                           : Json());
    number.add("units", answer.units);
    number.add("units_delivered", answer.units_delivered);
    number.add("split_by_kind", answer.split_by_kind);
    Json parts = Json::array();
    for (const auto& part : answer.parts) {
        parts.add(Json::object({{"kind", to_string(part.kind)},
                                {"amount", part.amount},
                                {"euros", part.euros.value()},
                                {"entries", part.entries}}));
    }
    return Json::object({{"question", question_json(answer.scope.question)},
                         {"answer", number},
                         {"parts", parts},
                         {"notes", Json::array(answer.notes)}})
               .written() +
           "\n";
}

std::string markdown(const Answer& answer) {
    std::string out = "**" + headline(answer) + "**: " + title(answer.scope) + "\n\n";
    if (answer.split_by_kind && answer.parts.size() > 1) {
        out += markdown(parts_table(answer)) + "\n";
    }
    out += markdown(all_facts(answer, {}));
    for (const auto& note : answer.notes) {
        out += "\n" + harmless(note) + "\n";
    }
    return out;
}

Rows rows(const Answer& answer) {
    Rows table{{{"donors", Rows::Type::text},
                {"kind", Rows::Type::text},
                {"amount", Rows::Type::decimal},
                {"euros", Rows::Type::decimal},
                {"entries", Rows::Type::integer}},
               {}};
    const auto more = scope_columns();
    table.columns.insert(table.columns.end(), more.begin(), more.end());
    const auto scope = scope_cells(answer.scope, answer.conversion);
    const auto add = [&](std::string kind, Decimal amount, Euros euros, std::uint64_t entries) {
        auto& row = table.rows.emplace_back(std::vector<std::optional<std::string>>{
            answer.scope.donors_label, std::move(kind), to_string(amount), to_string(euros.value()),
            std::to_string(entries)});
        row.insert(row.end(), scope.begin(), scope.end());
    };
    for (const auto& part : answer.parts) {
        add(std::string(to_string(part.kind)), part.amount, part.euros, part.entries);
    }
    add("total", answer.amount, answer.euros, answer.entries);
    return table;
}

}  // namespace pledgebook::render
