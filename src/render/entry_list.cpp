// The lines of the ledger behind an answer, with their places and links.
#include "core/reference.hpp"
#include "render/answers.hpp"
#include "render/rows.hpp"
#include "render/scope.hpp"
#include "render/screen_text.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace pledgebook::render {

namespace {

std::string day_words(const EntryDate& date) {
    if (date.sort == EntryDate::Sort::day && date.earliest) {
        return describe(*date.earliest);
    }
    if (!date.text.empty()) {
        return "“" + harmless(date.text) + "”";
    }
    switch (date.sort) {
        case EntryDate::Sort::until:
            return date.latest ? "until " + describe(*date.latest) : "no date";
        case EntryDate::Sort::since:
            return date.earliest ? "since " + describe(*date.earliest) : "no date";
        case EntryDate::Sort::unknown:
            return "no date";
        default:
            return describe(Period{date.earliest, date.latest});
    }
}

std::string quantity_words(const Quantity& quantity) {
    if (quantity.value) {
        return with_marks(to_string(*quantity.value));
    }
    return quantity.text.empty() ? "" : "“" + harmless(quantity.text) + "”";
}

std::string item_words(const Item& item) {
    if (item.name.empty()) {
        return "";
    }
    std::string words = harmless(item.name);
    if (!item.sub_type.empty() || !item.type.empty()) {
        words += " (" + harmless(item.sub_type.empty() ? item.type : item.sub_type) + ")";
    }
    const auto units = quantity_words(item.units);
    const auto delivered = quantity_words(item.units_delivered);
    words += units.empty() ? "" : ", " + units + " promised";
    return words + (delivered.empty() ? "" : ", " + delivered + " delivered");
}

std::string amount_words(const CountedEntry& counted, Currency currency) {
    if (counted.value && counted.value->euros) {
        return money(counted.amount, currency) + (counted.counted ? "" : "  (not counted)");
    }
    if (!counted.value) {
        return "–";
    }
    return std::string(to_string(counted.value->given));
}

// The value as the source gives it, and how it came about.
std::string source_words(const Entry& entry) {
    if (!entry.source_value.value || !entry.currency) {
        return harmless(entry.value_source);
    }
    return fmt::format("source says {} {}{}", with_marks(to_string(*entry.source_value.value)),
                       entry.currency->code(),
                       entry.value_source.empty() ? "" : "; " + harmless(entry.value_source));
}

// What is said below a line of the ledger: goods, words, place, links.
// What a package repeats on each of its rows (links, explanation) is said once: `before` is the entry above
// of the same package, or nothing.
std::string details(const CountedEntry& counted, const Entry* before, const Look& look) {
    const auto& entry = counted.entry;
    const std::string indent = "    ";
    std::string out;
    std::string kind = harmless(entry.kind_text);
    const auto item = item_words(entry.item);
    kind += kind.empty() || item.empty() ? "" : ": ";
    if (!kind.empty() || !item.empty()) {
        out += paragraph(indent, kind + item, look.width);
    }
    const auto money = source_words(entry);
    if (!money.empty() && (before == nullptr || money != source_words(*before))) {
        out += paragraph(indent, money, look.width);
    }
    const bool new_words = before == nullptr || entry.explanation != before->explanation;
    if (look.spelled_out && new_words && !entry.explanation.empty()) {
        out += paragraph(indent, harmless(entry.explanation), look.width);
    }
    auto place = to_string(entry.place);
    if (counted.value && counted.value->place.row > 0) {
        place += ", value in " + column_letters(counted.value->place.column) +
                 std::to_string(counted.value->place.row);
    }
    out += paragraph(indent, place, look.width);
    for (const auto& link : entry.links) {
        const bool said = before != nullptr &&
                          std::find(before->links.begin(), before->links.end(), link) != before->links.end();
        out += said ? "" : indent + harmless(link) + "\n";
    }
    return out;
}

std::string line_of(const CountedEntry& counted, Currency currency, const Entry* before, const Look& look) {
    const auto& entry = counted.entry;
    const auto donor = entry.donor.empty() ? harmless(entry.donor_text) : entry.donor;
    const auto head =
        fmt::format("{}  {}  {}  {}", to_left(harmless(entry.package) + "/" + std::to_string(entry.line), 9),
                    to_left(donor, 3), to_left(entry.kind ? to_string(*entry.kind) : "", 12),
                    to_left(day_words(entry.announced), 11));
    const auto amount = amount_words(counted, currency);
    return strong(head, look) + "  " + to_right(amount, look.width - width_of(head) - 2) + "\n" +
           details(counted, before, look);
}

Rows observation_table(const EntryList& list) {
    Rows table{{{"month", Rows::Type::text},
                {"donor", Rows::Type::text},
                {"kind", Rows::Type::text},
                {std::string(currency_of(list.conversion).code()), Rows::Type::integer},
                {"place", Rows::Type::text}},
               {}};
    for (const auto& [observation, amount] : list.observations) {
        table.rows.push_back({to_string(observation.month), observation.donor,
                              observation.kind ? std::string(to_string(*observation.kind)) : "all",
                              grouped(amount, 2), to_string(observation.place)});
    }
    return table;
}

std::string sum_words(const EntryList& list) {
    std::uint64_t counted_ones = list.observations.size();
    for (const auto& each : list.entries) {
        counted_ones += each.counted ? 1 : 0;
    }
    return fmt::format("Sum {} of {}", money(list.amount, currency_of(list.conversion)),
                       behind_words(list.scope, counted_ones));
}

std::string heading(const EntryList& list) {
    return (list.scope.observed ? "Observations: " : "Entries: ") + title(list.scope);
}

std::string links_cell(const Entry& entry) {
    return fmt::format("{}", fmt::join(entry.links, " "));
}

std::optional<std::string> text_of(const Quantity& quantity) {
    if (quantity.value) {
        return to_string(*quantity.value);
    }
    return quantity.text.empty() ? std::nullopt : std::optional(quantity.text);
}

std::optional<std::string> text_of(const std::optional<Date>& day) {
    return day ? std::optional(to_string(*day)) : std::nullopt;
}

Json quantity_json(const Quantity& quantity) {
    return Json::object(
        {{"given", to_string(quantity.given)}, {"value", quantity.value}, {"text", quantity.text}});
}

Json place_json(const Place& place) {
    return Json::object(
        {{"sheet", place.sheet}, {"row", place.row}, {"column", column_letters(place.column)}});
}

Json values_json(const Entry& entry) {
    Json values = Json::array();
    for (const auto& value : entry.values) {
        values.add(Json::object({{"measure", to_string(value.measure)},
                                 {"given", to_string(value.given)},
                                 {"amount", value.amount ? Json(value.amount->value) : Json()},
                                 {"currency", value.amount ? Json(value.amount->currency.code()) : Json()},
                                 {"euros", value.euros ? Json(value.euros->value()) : Json()},
                                 {"place", place_json(value.place)}}));
    }
    return values;
}

Json item_json(const Item& item) {
    if (item.name.empty()) {
        return {};
    }
    return Json::object({{"name", item.name},
                         {"type", item.type},
                         {"sub_type", item.sub_type},
                         {"units", quantity_json(item.units)},
                         {"units_delivered", quantity_json(item.units_delivered)},
                         {"unit_price_usd", quantity_json(item.unit_price_usd)}});
}

Json entry_json(const CountedEntry& counted) {
    const auto& entry = counted.entry;
    return Json::object({{"package", entry.package},
                         {"line", entry.line},
                         {"channel", to_string(entry.channel)},
                         {"donor", entry.donor},
                         {"donor_text", entry.donor_text},
                         {"kind", entry.kind ? Json(to_string(*entry.kind)) : Json()},
                         {"kind_text", entry.kind_text},
                         {"announced", Json::object({{"sort", to_string(entry.announced.sort)},
                                                     {"earliest", entry.announced.earliest},
                                                     {"latest", entry.announced.latest},
                                                     {"text", entry.announced.text}})},
                         {"amount", counted.amount},
                         {"counted", counted.counted},
                         {"source_value", quantity_json(entry.source_value)},
                         {"currency", entry.currency ? Json(entry.currency->code()) : Json()},
                         {"value_source", entry.value_source},
                         {"values", values_json(entry)},
                         {"item", item_json(entry.item)},
                         {"explanation", entry.explanation},
                         {"links", Json::array(entry.links)},
                         {"place", place_json(entry.place)}});
}

void add_entry_rows(Rows& table, const EntryList& list) {
    for (const auto& each : list.entries) {
        const auto& entry = each.entry;
        const bool valued = each.value && each.value->euros;
        table.rows.push_back(
            {entry.package,
             std::to_string(entry.line),
             entry.donor,
             std::string(to_string(entry.channel)),
             entry.kind ? std::optional(std::string(to_string(*entry.kind))) : std::nullopt,
             entry.kind_text,
             text_of(entry.announced.earliest),
             text_of(entry.announced.latest),
             entry.announced.text,
             valued ? std::optional(to_string(each.amount)) : std::nullopt,
             valued ? std::optional(to_string(each.value->euros->value())) : std::nullopt,
             each.counted ? "true" : "false",
             text_of(entry.source_value),
             entry.currency ? std::optional(std::string(entry.currency->code())) : std::nullopt,
             entry.item.name,
             text_of(entry.item.units),
             text_of(entry.item.units_delivered),
             entry.explanation,
             to_string(entry.place),
             links_cell(entry)});
    }
}

void add_observation_rows(Rows& table, const EntryList& list) {
    for (const auto& [observation, amount] : list.observations) {
        const auto& month = observation.month;
        table.rows.push_back(
            {std::nullopt,
             std::nullopt,
             observation.donor,
             "bilateral",
             observation.kind ? std::optional(std::string(to_string(*observation.kind))) : std::nullopt,
             std::nullopt,
             to_string(month.first()),
             to_string(month.last()),
             std::nullopt,
             to_string(amount),
             to_string(observation.euros.value()),
             "true",
             std::nullopt,
             std::nullopt,
             std::nullopt,
             std::nullopt,
             std::nullopt,
             std::nullopt,
             to_string(observation.place),
             std::nullopt});
    }
}

}  // namespace

std::string text(const EntryList& list, const Look& look) {
    std::string out = paragraph("", heading(list), look.width) + "\n";
    const Entry* before = nullptr;
    for (const auto& each : list.entries) {
        const bool same = before != nullptr && before->package == each.entry.package;
        out += line_of(each, currency_of(list.conversion), same ? before : nullptr, look);
        before = &each.entry;
    }
    if (!list.observations.empty()) {
        out += text(observation_table(list), look);
    }
    out += "\n" + strong(sum_words(list), look) + "\n\n";
    return out + text(facts(list.scope, list.conversion, look), look) + notes_text(list.notes, look);
}

std::string json(const EntryList& list) {
    Json answer = Json::object({{"amount", list.amount}, {"currency", currency_of(list.conversion).code()}});
    add_scope(answer, list.scope);
    answer.add("rate", conversion_json(list.conversion));
    Json entries = Json::array();
    for (const auto& each : list.entries) {
        entries.add(entry_json(each));
    }
    Json observations = Json::array();
    for (const auto& [observation, amount] : list.observations) {
        observations.add(
            Json::object({{"donor", observation.donor},
                          {"month", observation.month},
                          {"kind", observation.kind ? Json(to_string(*observation.kind)) : Json()},
                          {"measure", to_string(observation.measure)},
                          {"amount", amount},
                          {"euros", observation.euros.value()},
                          {"place", place_json(observation.place)}}));
    }
    return Json::object({{"question", question_json(list.scope.question)},
                         {"answer", answer},
                         {"entries", entries},
                         {"observations", observations},
                         {"notes", Json::array(list.notes)}})
               .written() +
           "\n";
}

std::string markdown(const EntryList& list) {
    Rows table{{{"entry", Rows::Type::text},
                {"donor", Rows::Type::text},
                {"kind", Rows::Type::text},
                {"announced", Rows::Type::text},
                {std::string(currency_of(list.conversion).code()), Rows::Type::integer},
                {"item", Rows::Type::text},
                {"place", Rows::Type::text}},
               {}};
    for (const auto& each : list.entries) {
        const auto& entry = each.entry;
        table.rows.push_back({entry.package + "/" + std::to_string(entry.line), entry.donor,
                              entry.kind ? std::string(to_string(*entry.kind)) : "",
                              day_words(entry.announced),
                              each.value && each.value->euros ? grouped(each.amount, 2) : "",
                              item_words(entry.item), to_string(entry.place)});
    }
    for (const auto& [observation, amount] : list.observations) {
        table.rows.push_back(
            {"", observation.donor, observation.kind ? std::string(to_string(*observation.kind)) : "all",
             describe(observation.month), grouped(amount, 2), "", to_string(observation.place)});
    }
    std::string out = "**" + heading(list) + "**\n\n" + markdown(table) + "\n- " + sum_words(list) + "\n" +
                      markdown(facts(list.scope, list.conversion, {}));
    for (const auto& note : list.notes) {
        out += "\n" + harmless(note) + "\n";
    }
    return out;
}

Rows rows(const EntryList& list) {
    using Type = Rows::Type;
    Rows table{{{"package", Type::text},      {"line", Type::integer},   {"donor", Type::text},
                {"channel", Type::text},      {"kind", Type::text},      {"kind_text", Type::text},
                {"earliest", Type::date},     {"latest", Type::date},    {"date_text", Type::text},
                {"amount", Type::decimal},    {"euros", Type::decimal},  {"counted", Type::boolean},
                {"source_value", Type::text}, {"currency", Type::text},  {"item", Type::text},
                {"units", Type::text},        {"delivered", Type::text}, {"explanation", Type::text},
                {"place", Type::text},        {"links", Type::text}},
               {}};
    add_entry_rows(table, list);
    add_observation_rows(table, list);
    return table;
}

}  // namespace pledgebook::render
