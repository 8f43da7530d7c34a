#include "importers/kiel_ledger/entry_row.hpp"

#include "core/reference.hpp"
#include "importers/date_text.hpp"
#include "importers/quantity.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pledgebook::importers::kiel_ledger {

namespace {

constexpr std::string_view link_prefix = "link_";

// Between them lies whatever an announcement of aid can be dated, and more.
const auto earliest_plausible = Date::from(2000, 1, 1);
const auto latest_plausible = Date::from(2099, 12, 31);

std::string without_dot(std::string_view text) {
    return text == "." ? std::string{} : std::string(text);
}

}  // namespace

EntryReader::EntryReader(const formats::Sheet& sheet, const Header& header, LedgerSort sort,
                         std::vector<Finding>& findings)
    : m_sheet(sheet), m_header(header), m_sort(sort), m_findings(findings) {
    for (const auto& [field, column] : header.columns) {
        if (field.starts_with(link_prefix)) {
            m_link_columns.insert(column);
        }
    }
}

std::optional<Kind> EntryReader::kind_of(const std::string& text) {
    const auto [known, added] = m_kinds.try_emplace(text);
    if (added) {
        known->second = parse_kind(folded(text));
    }
    return known->second;
}

std::string EntryReader::donor_of(const std::string& text) {
    const auto [known, added] = m_donors.try_emplace(text);
    if (added) {
        const auto code = Reference::builtin().code_of(text);
        known->second = code && Reference::builtin().donor(*code) != nullptr ? *code : std::string{};
    }
    return known->second;
}

const formats::Cell* EntryReader::cell(const formats::Row& row, std::string_view field) const {
    const auto column = m_header.column(field);
    const auto found = std::lower_bound(
        row.cells.begin(), row.cells.end(), column,
        [](const formats::Cell& each, std::uint32_t wanted) { return each.column < wanted; });
    const bool there = column != 0 && found != row.cells.end() && found->column == column;
    return there && found->has_value() ? &*found : nullptr;
}

// A cell that is covered by a merged range says what the range's first cell says.
const formats::Cell* EntryReader::cell_or_merged(const formats::Row& row, std::string_view field) const {
    const auto* own = cell(row, field);
    const auto column = m_header.column(field);
    if (own != nullptr || column == 0) {
        return own;
    }
    for (const auto& range : m_sheet.merged) {
        if (range.first_row < row.number && row.number <= range.last_row && range.first_column <= column &&
            column <= range.last_column && range.first_row > m_header.row) {
            return m_sheet.at(range.first_row, range.first_column);
        }
    }
    return nullptr;
}

std::string EntryReader::text(const formats::Row& row, std::string_view field) const {
    const auto* found = cell(row, field);
    return found == nullptr ? std::string{} : std::string(trimmed(found->text));
}

Place EntryReader::place(const formats::Row& row, std::string_view field) const {
    return {m_sheet.name, row.number, m_header.column(field)};
}

void EntryReader::find(std::string_view rule, Finding::Weight weight, std::string what, Place place,
                       std::optional<Euros> effect) {
    m_findings.push_back({std::string(rule), weight, std::move(what), std::move(place), effect});
}

Entry EntryReader::read(const formats::Row& row) {
    Entry entry;
    entry.channel = m_sort.channel;
    entry.place = {m_sheet.name, row.number, 0};
    read_identity(row, entry);
    read_date(row, entry);
    entry.explanation = text(row, "explanation");
    entry.value_source = text(row, "value_source");
    read_source_value(row, entry);
    read_item(row, entry);
    read_links(row, entry);
    read_values(row, entry);
    read_month(row, entry);
    return entry;
}

void EntryReader::read_identity(const formats::Row& row, Entry& entry) {
    const auto said = [&](std::string_view field) {
        const auto* found = cell_or_merged(row, field);
        return found == nullptr ? std::string{} : std::string(trimmed(found->text));
    };
    m_child = cell(row, "id") == nullptr && cell_or_merged(row, "id") != nullptr;
    entry.package = said("id");
    if (entry.package.empty()) {
        entry.package = fmt::format("row-{}", row.number);
        if (m_header.column("id") != 0) {
            find("row_without_id", Finding::Weight::wrong,
                 fmt::format("the row holds data but no ID; it is kept as a package of its own, '{}'",
                             entry.package),
                 entry.place);
        }
    }
    entry.line = ++m_lines[entry.package];
    entry.donor_text = said("donor");
    const auto kind = said("kind");
    entry.kind = kind_of(kind);
    entry.kind_text = without_dot(said("kind_text"));
    // Multilateral sheet: the rows below a package's first one each name a country and its contribution.
    if (m_child && cell(row, "contributor") != nullptr) {
        entry.donor_text = text(row, "contributor");
    }
    entry.donor = donor_of(entry.donor_text);
}

// Programs that save without styles leave a day as the number that it is counted by. Other numbers (a year,
// an amount in the wrong column) are not taken for days.
std::optional<Date> EntryReader::unmarked_day(const formats::Cell& cell) const {
    const auto text = trimmed(cell.text);
    const bool plain = text.size() == 5 && text.find_first_not_of("0123456789") == std::string_view::npos;
    const auto day = plain ? m_sheet.day_of(text) : std::nullopt;
    const bool near = day && *earliest_plausible <= *day && *day <= *latest_plausible;
    return near ? day : std::nullopt;
}

void EntryReader::read_date(const formats::Row& row, Entry& entry) {
    const auto* found = cell_or_merged(row, "announced");
    if (found == nullptr) {
        return;
    }
    if (found->date) {
        entry.announced = {EntryDate::Sort::day, found->date, found->date, {}};
        return;
    }
    if (const auto day = unmarked_day(*found)) {
        entry.announced = {EntryDate::Sort::day, day, day, {}};
        m_unmarked_days.add(place(row, "announced"), {});
        return;
    }
    if (found->type == formats::CellType::number) {
        entry.announced.text = found->text;
    } else if (const auto iso = Date::parse(trimmed(found->text).substr(0, 10));
               m_sort.numbers_are_text && iso) {
        entry.announced = {EntryDate::Sort::day, iso, iso, {}};  // a true date, as CSV writes it
        return;
    } else {
        auto read = read_date_text(found->text);
        entry.announced = std::move(read.date);
        if (read.understood) {
            return;
        }
    }
    find("unreadable_date", Finding::Weight::odd,
         fmt::format("'{}' cannot be read as a date; the entry has none", entry.announced.text),
         place(row, "announced"));
}

Quantity EntryReader::quantity(const formats::Row& row, std::string_view field, Given blank) {
    const auto* found = cell(row, field);
    auto read = read_quantity(found, blank);
    if (read.given == Given::unreadable && found->type != formats::CellType::error) {
        find("text_in_number", Finding::Weight::wrong,
             fmt::format("'{}' stands where a number belongs and cannot be read as one", read.text),
             place(row, field));
    } else if (!m_sort.numbers_are_text && read.given == Given::given && is_number_as_text(found)) {
        find("text_in_number", Finding::Weight::odd,
             fmt::format("the number {} is written as text; the sheet's own sums leave it out",
                         to_string(*read.value)),
             place(row, field));
    }
    return read;
}

std::optional<Currency> EntryReader::currency(const formats::Row& row, std::string_view field) {
    const auto code = without_dot(text(row, field));
    auto parsed = Currency::parse(code);
    if (!parsed && !code.empty() && !missing_word(code)) {
        find("unknown_currency", Finding::Weight::wrong,
             fmt::format("'{}' is no currency; the amount in it is left out", code), place(row, field));
    }
    return parsed;
}

void EntryReader::read_source_value(const formats::Row& row, Entry& entry) {
    if (m_child && m_header.column("contribution") != 0) {
        entry.source_value = quantity(row, "contribution", Given::not_given);
        entry.currency = currency(row, "contribution_currency");
        return;
    }
    entry.source_value = quantity(row, "source_value", Given::not_given);
    entry.currency = currency(row, "currency");
    const auto contributor = without_dot(text(row, "contributor"));
    if (!contributor.empty() && entry.value_source.empty()) {
        entry.value_source = fmt::format("contributed by {}: {} {}", contributor, text(row, "contribution"),
                                         text(row, "contribution_currency"));
    }
}

void EntryReader::read_item(const formats::Row& row, Entry& entry) {
    auto& item = entry.item;
    item.name = without_dot(text(row, "item"));
    item.type = without_dot(text(row, "item_type"));
    item.sub_type = without_dot(text(row, "item_sub_type"));
    item.units = quantity(row, "units", Given::none);
    item.units_delivered = quantity(row, "units_delivered", Given::none);
    item.unit_price_usd = quantity(row, "unit_price_usd", item.name.empty() ? Given::none : Given::no_price);
}

void EntryReader::read_links(const formats::Row& row, Entry& entry) const {
    const auto add = [&entry](std::string_view link) {
        link = trimmed(link);
        const bool empty = link.empty() || link == "." || missing_word(link);
        if (!empty && std::find(entry.links.begin(), entry.links.end(), link) == entry.links.end()) {
            entry.links.emplace_back(link);
        }
    };
    for (const auto& each : row.cells) {
        if (each.has_value() && m_link_columns.contains(each.column)) {
            add(each.text);
        }
        if (!each.link.empty()) {
            add(each.link);
        }
    }
}

}  // namespace pledgebook::importers::kiel_ledger
