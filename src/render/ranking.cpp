// Donors by amount, or by amount per GDP or inhabitant.
#include "core/reference.hpp"
#include "render/answers.hpp"
#include "render/rows.hpp"
#include "render/scope.hpp"
#include "render/screen_text.hpp"

#include <fmt/format.h>

namespace pledgebook::render {

namespace {

std::string per_head(const Ranking& ranking) {
    return ranking.per == Ranking::Per::gdp
               ? "% of GDP"
               : std::string(currency_of(ranking.conversion).code()) + " per head";
}

std::string_view per_word(Ranking::Per per) {
    return per == Ranking::Per::gdp ? "gdp" : (per == Ranking::Per::capita ? "capita" : "nothing");
}

std::optional<std::string> per_cell(const RankRow& row, const Ranking& ranking) {
    if (!row.per) {
        return std::nullopt;
    }
    return fmt::format("{:.{}f}", *row.per, ranking.per == Ranking::Per::gdp ? 3 : 2);
}

Rows shown(const Ranking& ranking) {
    Rows table{{{"#", Rows::Type::integer}, {"donor", Rows::Type::text}, {"code", Rows::Type::text}}, {}};
    if (ranking.per != Ranking::Per::nothing) {
        table.columns.push_back({per_head(ranking), Rows::Type::real});
    }
    table.columns.push_back({std::string(currency_of(ranking.conversion).code()), Rows::Type::integer});
    const bool shares = ranking.scope.question.with_eu_share;
    if (shares) {
        table.columns.push_back({"and EU share", Rows::Type::integer});
    }
    table.columns.push_back({behind_heading(ranking.scope), Rows::Type::integer});
    for (const auto& row : ranking.rows) {
        auto& cells = table.rows.emplace_back(std::vector<std::optional<std::string>>{
            std::to_string(row.place), Reference::builtin().name_of(row.donor), row.donor});
        if (ranking.per != Ranking::Per::nothing) {
            cells.push_back(per_cell(row, ranking));
        }
        cells.emplace_back(grouped(row.amount, 2));
        if (shares) {
            cells.push_back(row.eu_share ? std::optional(grouped(row.eu_share->amount, 2)) : std::nullopt);
        }
        cells.emplace_back(with_marks(std::to_string(row.entries)));
    }
    return table;
}

std::vector<Fact> all_facts(const Ranking& ranking, const Look& look) {
    auto all = facts(ranking.scope, ranking.conversion, look);
    if (!ranking.per_source.empty()) {
        all.push_back({ranking.per == Ranking::Per::gdp ? "GDP" : "People", ranking.per_source});
    }
    if (!ranking.rows.empty() && ranking.rows.front().eu_share) {
        all.push_back({"EU share", "besides, by " + harmless(ranking.rows.front().eu_share->source)});
    }
    if (!ranking.unranked.empty()) {
        all.push_back({"Unranked", fmt::format("{}", fmt::join(ranking.unranked, "; "))});
    }
    all.push_back(behind_fact(ranking.scope, ranking.entries, ranking.split_by_kind));
    if (ranking.rows.size() < ranking.donors) {
        all.push_back({"Shown", fmt::format("{} of {} donors", ranking.rows.size(), ranking.donors)});
    }
    return all;
}

std::string heading(const Ranking& ranking) {
    const std::string by = ranking.per == Ranking::Per::nothing
                               ? ""
                               : (ranking.per == Ranking::Per::gdp ? " per GDP" : " per inhabitant");
    return "Ranking" + by + ": " + title(ranking.scope);
}

}  // namespace

std::string text(const Ranking& ranking, const Look& look) {
    auto table = shown(ranking);
    // On a narrow screen the counts give way to the amounts.
    const auto plain = text(table, Look{look.width, false, false});
    if (width_of(plain.substr(0, plain.find('\n'))) > look.width) {
        table.columns.pop_back();
        for (auto& row : table.rows) {
            row.pop_back();
        }
    }
    return paragraph("", heading(ranking), look.width) + "\n" + text(table, look) + "\n" +
           text(all_facts(ranking, look), look) + notes_text(ranking.notes, look);
}

std::string json(const Ranking& ranking) {
    Json answer = Json::object({{"per", per_word(ranking.per)},
                                {"per_source", ranking.per_source},
                                {"currency", currency_of(ranking.conversion).code()}});
    add_scope(answer, ranking.scope);
    answer.add("rate", conversion_json(ranking.conversion));
    answer.add("entries", ranking.entries);
    answer.add("ranked", ranking.donors);
    answer.add("unranked", Json::array(ranking.unranked));
    Json list = Json::array();
    for (const auto& row : ranking.rows) {
        list.add(Json::object({{"place", row.place},
                               {"donor", row.donor},
                               {"name", Reference::builtin().name_of(row.donor)},
                               {"amount", row.amount},
                               {"euros", row.euros.value()},
                               {"per", row.per},
                               {"eu_share", row.eu_share ? Json(row.eu_share->amount) : Json()},
                               {"entries", row.entries}}));
    }
    auto question = question_json(ranking.scope.question);
    question.add("per", ranking.per == Ranking::Per::nothing ? Json() : Json(per_word(ranking.per)));
    question.add("top", ranking.top == 0 ? Json() : Json(ranking.top));
    return Json::object({{"question", question},
                         {"answer", answer},
                         {"rows", list},
                         {"notes", Json::array(ranking.notes)}})
               .written() +
           "\n";
}

std::string markdown(const Ranking& ranking) {
    std::string out = "**" + heading(ranking) + "**\n\n" + markdown(shown(ranking)) + "\n" +
                      markdown(all_facts(ranking, {}));
    for (const auto& note : ranking.notes) {
        out += "\n" + harmless(note) + "\n";
    }
    return out;
}

Rows rows(const Ranking& ranking) {
    Rows table{{{"place", Rows::Type::integer},
                {"donor", Rows::Type::text},
                {"name", Rows::Type::text},
                {"amount", Rows::Type::decimal},
                {"euros", Rows::Type::decimal},
                {"per", Rows::Type::text},
                {"per_value", Rows::Type::real},
                {"eu_share", Rows::Type::decimal},
                {"entries", Rows::Type::integer}},
               {}};
    const auto more = scope_columns();
    table.columns.insert(table.columns.end(), more.begin(), more.end());
    const auto scope = scope_cells(ranking.scope, ranking.conversion);
    for (const auto& row : ranking.rows) {
        auto& cells = table.rows.emplace_back(std::vector<std::optional<std::string>>{
            std::to_string(row.place), row.donor, Reference::builtin().name_of(row.donor),
            to_string(row.amount), to_string(row.euros.value()), std::string(per_word(ranking.per)),
            row.per ? std::optional(fmt::format("{:.10g}", *row.per)) : std::nullopt,
            row.eu_share ? std::optional(to_string(row.eu_share->amount)) : std::nullopt,
            std::to_string(row.entries)});
        cells.insert(cells.end(), scope.begin(), scope.end());
    }
    return table;
}

}  // namespace pledgebook::render
