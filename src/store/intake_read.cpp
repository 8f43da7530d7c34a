#include "core/error.hpp"
#include "core/kinds.hpp"
#include "store/intake_rows.hpp"

namespace pledgebook::store {

namespace {

using duck::Result;

[[noreturn]] void unknown_word(std::string_view word) {
    throw Error("the cache holds the word '" + std::string(word) + "', which means nothing",
                "Run `pledgebook rebuild`.");
}

template <typename T>
T sure(std::string_view word, const std::optional<T>& value) {
    if (!value) {
        unknown_word(word);
    }
    return *value;
}

std::string text(Result& row) {
    return std::string(row.text());
}

std::uint32_t count(Result& row) {
    return static_cast<std::uint32_t>(row.integer());
}

std::optional<Date> day(Result& row) {
    return row.skip_null() ? std::nullopt : std::optional(row.day());
}

std::optional<Decimal> decimal(Result& row) {
    return row.skip_null() ? std::nullopt : std::optional(row.decimal());
}

std::optional<Euros> euros(Result& row) {
    const auto value = decimal(row);
    return value ? std::optional(Euros(*value)) : std::nullopt;
}

Currency sure_currency(Result& row) {
    const auto code = row.text();
    return sure(code, Currency::parse(code));
}

std::optional<Currency> currency(Result& row) {
    return row.skip_null() ? std::nullopt : std::optional(sure_currency(row));
}

std::optional<Kind> kind(Result& row) {
    if (row.skip_null()) {
        return std::nullopt;
    }
    const auto word = row.text();
    return sure(word, parse_kind(word));
}

Measure measure(Result& row) {
    const auto word = row.text();
    return sure(word, parse_measure(word));
}

Given given(Result& row) {
    const auto word = row.text();
    return sure(word, parse_given(word));
}

void get(Result& row, Place& place) {
    place.sheet = text(row);
    place.row = count(row);
    place.column = count(row);
}

void get(Result& row, Quantity& quantity) {
    quantity.given = given(row);
    quantity.value = decimal(row);
    quantity.text = text(row);
}

void get(Result& row, CodedMonth& code) {
    if (row.skip_null()) {
        return;
    }
    code.coded = true;
    const auto word = row.text();
    code.month = word == unknown_month ? std::nullopt : std::optional(sure(word, Month::parse(word)));
}

void get(Result& row, Entry& entry) {
    entry.package = text(row);
    entry.line = count(row);
    const auto channel = row.text();
    entry.channel = sure(channel, parse_channel(channel));
    entry.donor = text(row);
    entry.donor_text = text(row);
    entry.kind = kind(row);
    entry.kind_text = text(row);
    const auto sort = row.text();
    entry.announced.sort = sure(sort, parse_date_sort(sort));
    entry.announced.earliest = day(row);
    entry.announced.latest = day(row);
    entry.announced.text = text(row);
    get(row, entry.coded_month);
    entry.explanation = text(row);
    entry.currency = currency(row);
    get(row, entry.source_value);
    entry.value_source = text(row);
    entry.item.name = text(row);
    entry.item.type = text(row);
    entry.item.sub_type = text(row);
    get(row, entry.item.units);
    get(row, entry.item.units_delivered);
    get(row, entry.item.unit_price_usd);
    get(row, entry.place);
}

void get(Result& row, Value& value) {
    value.measure = measure(row);
    value.given = given(row);
    const auto amount = decimal(row);
    const auto unit = currency(row);
    if (amount && unit) {
        value.amount = Amount{*amount, *unit};
    }
    value.euros = euros(row);
    get(row, value.place);
}

void get(Result& row, Observation& seen) {
    seen.donor = text(row);
    seen.donor_text = text(row);
    const auto month = row.text();
    seen.month = sure(month, Month::parse(month));
    seen.kind = kind(row);
    seen.measure = measure(row);
    seen.euros = Euros(row.decimal());
    get(row, seen.place);
}

void get(Result& row, Figure& figure) {
    figure.table = text(row);
    figure.row = text(row);
    figure.row_text = text(row);
    figure.column = text(row);
    figure.unit = text(row);
    figure.value = text(row);
    figure.formula = text(row);
    get(row, figure.place);
}

void get(Result& row, ReleaseRate& rate) {
    rate.currency = sure_currency(row);
    rate.rate = row.rate();
    get(row, rate.place);
}

void get(Result& row, DayRate& rate) {
    rate.currency = sure_currency(row);
    rate.day = row.day();
    rate.rate = row.rate();
}

void get(Result& row, Price& price) {
    price.item = text(row);
    price.type = text(row);
    price.sub_type = text(row);
    get(row, price.price);
    price.currency = currency(row);
    price.source = text(row);
    price.source_kind = text(row);
    price.notes = text(row);
    get(row, price.place);
}

void get(Result& row, Macro& macro) {
    macro.donor = text(row);
    macro.what = row.text() == "gdp" ? Macro::What::gdp : Macro::What::population;
    macro.year = static_cast<int>(row.integer());
    macro.value = row.decimal();
    macro.currency = currency(row);
    get(row, macro.place);
}

void get(Result& row, Note& note) {
    note.text = text(row);
    get(row, note.place);
}

void get(Result& row, Finding& finding) {
    finding.rule = text(row);
    const auto weight = row.text();
    if (weight != "note" && weight != "odd" && weight != "wrong") {
        unknown_word(weight);
    }
    finding.weight = weight == "note"  ? Finding::Weight::note
                     : weight == "odd" ? Finding::Weight::odd
                                       : Finding::Weight::wrong;
    finding.what = text(row);
    finding.effect = euros(row);
    get(row, finding.place);
}

Result rows_of(duck::Connection& connection, const std::string& table, const std::string& id) {
    return connection.query("FROM " + table + " WHERE release = ?", {id});
}

template <typename Record>
void read(Result rows, std::vector<Record>& records) {
    while (rows.next()) {
        (void)rows.text();
        (void)rows.integer();
        get(rows, records.emplace_back());
    }
}

void read_parts_of_entries(duck::Connection& connection, Intake& intake) {
    const auto entry_of = [&](Result& row) -> Entry& {
        (void)row.text();
        return intake.entries.at(static_cast<std::size_t>(row.integer() - 1));
    };
    auto values = rows_of(connection, "entry_values", intake.release.id);
    while (values.next()) {
        get(values, entry_of(values).values.emplace_back());
    }
    auto links = rows_of(connection, "links", intake.release.id);
    while (links.next()) {
        auto& entry = entry_of(links);
        entry.links.push_back(text(links));
    }
}

void read_note_links(duck::Connection& connection, Intake& intake) {
    auto rows = rows_of(connection, "note_links", intake.release.id);
    while (rows.next()) {
        (void)rows.text();
        auto& note = intake.notes.at(static_cast<std::size_t>(rows.integer() - 1));
        const auto what = text(rows);
        (what == "package" ? note.packages : note.donors).push_back(text(rows));
    }
}

Release release_of(Result& row) {
    Release release;
    release.id = text(row);
    (void)row.integer();
    release.series = text(row);
    release.label = text(row);
    release.title = text(row);
    release.begins = day(row);
    release.cutoff = day(row);
    release.published = day(row);
    release.sha256 = text(row);
    release.file = text(row);
    release.importer = text(row);
    return release;
}

void read_cells(duck::Connection& connection, Intake& intake) {
    auto rows = rows_of(connection, "cells", intake.release.id);
    while (rows.next()) {
        (void)rows.text();
        (void)rows.integer();
        const auto fate = text(rows);
        const auto reason = text(rows);
        const auto cells = static_cast<std::uint64_t>(rows.integer());
        if (fate == "in") {
            intake.cells.in = cells;
        } else if (fate == "used") {
            intake.cells.used = cells;
        } else {
            intake.cells.set_aside[reason] = cells;
        }
    }
}

}  // namespace

Intake read_intake(duck::Connection& connection, const std::string& id) {
    Intake intake;
    auto releases = connection.query("FROM releases WHERE id = ?", {id});
    if (!releases.next()) {
        throw Error("there is no release '" + id + "'");
    }
    intake.release = release_of(releases);
    read(rows_of(connection, "entries", id), intake.entries);
    read_parts_of_entries(connection, intake);
    read(rows_of(connection, "observations", id), intake.observations);
    read(rows_of(connection, "figures", id), intake.figures);
    read(rows_of(connection, "rates", id), intake.rates);
    read(rows_of(connection, "day_rates", id), intake.day_rates);
    read(rows_of(connection, "prices", id), intake.prices);
    read(rows_of(connection, "macro", id), intake.macro);
    read(rows_of(connection, "notes", id), intake.notes);
    read_note_links(connection, intake);
    read(rows_of(connection, "findings", id), intake.findings);
    read_cells(connection, intake);
    return intake;
}

std::vector<Release> read_releases(duck::Connection& connection, bool only_ledgers) {
    std::vector<Release> releases;
    auto rows =
        connection.query(only_ledgers ? "FROM releases WHERE entries + observations > 0" : "FROM releases");
    while (rows.next()) {
        releases.push_back(release_of(rows));
    }
    return releases;
}

std::vector<DayRate> read_day_rates(duck::Connection& connection) {
    std::vector<DayRate> rates;
    read(connection.query("FROM day_rates"), rates);
    return rates;
}

std::vector<Macro> read_macro(duck::Connection& connection) {
    std::vector<Macro> macro;
    read(connection.query("FROM macro"), macro);
    return macro;
}

}  // namespace pledgebook::store
