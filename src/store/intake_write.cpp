#include "store/intake_rows.hpp"

#include "core/kinds.hpp"

namespace pledgebook::store {

namespace {

using duck::Appender;

std::string_view word(Finding::Weight weight) {
    switch (weight) {
        case Finding::Weight::note:
            return "note";
        case Finding::Weight::odd:
            return "odd";
        case Finding::Weight::wrong:
            break;
    }
    return "wrong";
}

void put(Appender& row, const Place& place) {
    row.text(place.sheet).integer(place.row).integer(place.column);
}

void put(Appender& row, const std::optional<Currency>& currency) {
    currency ? row.text(currency->code()) : row.null();
}

void put(Appender& row, const std::optional<Kind>& kind) {
    kind ? row.text(to_string(*kind)) : row.null();
}

void put(Appender& row, const Quantity& quantity) {
    row.text(to_string(quantity.given)).decimal(quantity.value).text(quantity.text);
}

std::optional<Decimal> value_of(const std::optional<Euros>& euros) {
    return euros ? std::optional(euros->value()) : std::nullopt;
}

void put(Appender& row, const CodedMonth& code) {
    if (!code.coded) {
        row.null();
    } else {
        row.text(code.month ? to_string(*code.month) : std::string(unknown_month));
    }
}

void put(Appender& row, const Entry& entry) {
    row.text(entry.package).integer(entry.line).text(to_string(entry.channel));
    row.text(entry.donor).text(entry.donor_text);
    put(row, entry.kind);
    row.text(entry.kind_text).text(to_string(entry.announced.sort));
    row.day(entry.announced.earliest).day(entry.announced.latest).text(entry.announced.text);
    put(row, entry.coded_month);
    row.text(entry.explanation);
    put(row, entry.currency);
    put(row, entry.source_value);
    row.text(entry.value_source).text(entry.item.name).text(entry.item.type).text(entry.item.sub_type);
    put(row, entry.item.units);
    put(row, entry.item.units_delivered);
    put(row, entry.item.unit_price_usd);
    put(row, entry.place);
}

void put(Appender& row, const Value& value) {
    row.text(to_string(value.measure)).text(to_string(value.given));
    if (value.amount) {
        row.decimal(value.amount->value).text(value.amount->currency.code());
    } else {
        row.null().null();
    }
    row.decimal(value_of(value.euros));
    put(row, value.place);
}

void put(Appender& row, const Observation& seen) {
    row.text(seen.donor).text(seen.donor_text).text(to_string(seen.month));
    put(row, seen.kind);
    row.text(to_string(seen.measure)).decimal(seen.euros.value());
    put(row, seen.place);
}

void put(Appender& row, const Figure& figure) {
    row.text(figure.table).text(figure.row).text(figure.row_text).text(figure.column);
    row.text(figure.unit).text(figure.value).text(figure.formula);
    put(row, figure.place);
}

void put(Appender& row, const ReleaseRate& rate) {
    row.text(rate.currency.code()).rate(rate.rate);
    put(row, rate.place);
}

void put(Appender& row, const DayRate& rate) {
    row.text(rate.currency.code()).day(rate.day).rate(rate.rate);
}

void put(Appender& row, const Price& price) {
    row.text(price.item).text(price.type).text(price.sub_type);
    put(row, price.price);
    put(row, price.currency);
    row.text(price.source).text(price.source_kind).text(price.notes);
    put(row, price.place);
}

void put(Appender& row, const Macro& macro) {
    row.text(macro.donor).text(macro.what == Macro::What::gdp ? "gdp" : "population").integer(macro.year);
    row.decimal(macro.value);
    put(row, macro.currency);
    put(row, macro.place);
}

void put(Appender& row, const Note& note) {
    row.text(note.text);
    put(row, note.place);
}

void put(Appender& row, const Finding& finding) {
    row.text(finding.rule).text(word(finding.weight)).text(finding.what).decimal(value_of(finding.effect));
    put(row, finding.place);
}

template <typename Record>
void write(duck::Connection& connection, const std::string& table, const std::string& id,
           const std::vector<Record>& records) {
    if (records.empty()) {
        return;
    }
    Appender row(connection, table);
    std::int64_t number = 0;
    for (const auto& record : records) {
        row.text(id).integer(++number);
        put(row, record);
        row.end_row();
    }
    row.close();
}

void write_parts_of_entries(duck::Connection& connection, const Intake& intake) {
    Appender values(connection, "entry_values");
    Appender links(connection, "links");
    std::int64_t number = 0;
    for (const auto& entry : intake.entries) {
        ++number;
        for (const auto& value : entry.values) {
            values.text(intake.release.id).integer(number);
            put(values, value);
            values.end_row();
        }
        for (const auto& link : entry.links) {
            links.text(intake.release.id).integer(number).text(link).end_row();
        }
    }
    values.close();
    links.close();
}

void write_note_links(duck::Connection& connection, const Intake& intake) {
    Appender row(connection, "note_links");
    std::int64_t number = 0;
    for (const auto& note : intake.notes) {
        ++number;
        for (const auto& package : note.packages) {
            row.text(intake.release.id).integer(number).text("package").text(package).end_row();
        }
        for (const auto& donor : note.donors) {
            row.text(intake.release.id).integer(number).text("donor").text(donor).end_row();
        }
    }
    row.close();
}

void write_release(duck::Connection& connection, const Intake& intake, std::uint64_t number) {
    const auto& release = intake.release;
    Appender row(connection, "releases");
    row.text(release.id).integer(static_cast<std::int64_t>(number));
    row.text(release.series).text(release.label).text(release.title);
    row.day(release.begins).day(release.cutoff).day(release.published);
    row.text(release.sha256).text(release.file).text(release.importer);
    row.integer(static_cast<std::int64_t>(intake.entries.size()));
    row.integer(static_cast<std::int64_t>(intake.observations.size()));
    row.end_row();
    row.close();
}

void write_cells(duck::Connection& connection, const Intake& intake) {
    Appender row(connection, "cells");
    std::int64_t number = 0;
    const auto put_row = [&](std::string_view fate, std::string_view reason, std::uint64_t cells) {
        row.text(intake.release.id).integer(++number).text(fate).text(reason);
        row.integer(static_cast<std::int64_t>(cells)).end_row();
    };
    put_row("in", "", intake.cells.in);
    put_row("used", "", intake.cells.used);
    for (const auto& [reason, cells] : intake.cells.set_aside) {
        put_row("set_aside", reason, cells);
    }
    row.close();
}

}  // namespace

void write_intake(duck::Connection& connection, const Intake& intake, std::uint64_t number) {
    const auto& id = intake.release.id;
    write_release(connection, intake, number);
    write(connection, "entries", id, intake.entries);
    write_parts_of_entries(connection, intake);
    write(connection, "observations", id, intake.observations);
    write(connection, "figures", id, intake.figures);
    write(connection, "rates", id, intake.rates);
    write(connection, "day_rates", id, intake.day_rates);
    write(connection, "prices", id, intake.prices);
    write(connection, "macro", id, intake.macro);
    write(connection, "notes", id, intake.notes);
    write_note_links(connection, intake);
    write(connection, "findings", id, intake.findings);
    write_cells(connection, intake);
}

}  // namespace pledgebook::store
