#include "audit/evidence.hpp"

#include "core/reference.hpp"

#include <algorithm>

namespace pledgebook::audit {

namespace {

constexpr std::size_t longest_slug = 60;
constexpr std::uint32_t first_rows = 2;  // where a column that is meant as a whole has its header

std::string_view table_of_channel(Channel channel) {
    switch (channel) {
        case Channel::bilateral:
            return "bilateral";
        case Channel::commercial:
            return "commercial";
        case Channel::multilateral:
            return "multilateral";
    }
    return "";
}

bool is_letter(char each) {
    return (each >= 'a' && each <= 'z') || static_cast<unsigned char>(each) >= 0x80;
}

// Figures are renumbered from release to release: "Figure 2 Ranking (€ billion)" is the ranking all the same.
std::string without_number(std::string words) {
    for (const std::string_view figure : {"figure-", "fig-"}) {
        if (words.starts_with(figure)) {
            const auto rest = words.find('-', figure.size());
            words = rest == std::string::npos ? words : words.substr(rest + 1);
        }
    }
    return words;
}

}  // namespace

std::string slug(std::string_view text) {
    std::string made;
    for (const auto each : folded(text)) {
        if (is_letter(each) || (each >= '0' && each <= '9')) {
            made += each;
        } else if (!made.empty() && made.back() != '-') {
            made += '-';
        }
    }
    // Cut only between letters of UTF-8.
    if (made.size() > longest_slug) {
        auto end = longest_slug;
        while (end > 0 && (static_cast<unsigned char>(made[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        made.resize(end);
    }
    while (!made.empty() && made.back() == '-') {
        made.pop_back();
    }
    return made;
}

std::string key(std::initializer_list<std::string_view> parts) {
    std::string made;
    for (const auto part : parts) {
        if (!part.empty()) {
            made += (made.empty() ? "" : "/") + std::string(part);
        }
    }
    return made;
}

Evidence::Evidence(Intake intake, std::vector<formats::Sheet> sheets)
    : m_intake(std::move(intake)), m_sheets(std::move(sheets)) {
    for (const auto& each : m_sheets) {
        m_known[each.name].sheet = &each;
    }
    for (const auto& entry : m_intake.entries) {
        auto& there = m_known[entry.place.sheet];
        there.table = table_of_channel(entry.channel);
        there.first_entry = there.entries.empty() ? entry.place.row : there.first_entry;
        there.entries.emplace(entry.place.row, &entry);
    }
    for (const auto& figure : m_intake.figures) {
        auto& there = m_known[figure.place.sheet];
        there.table = there.table.empty() ? figure.table : there.table;
        there.figures.emplace(At{figure.place.row, figure.place.column}, &figure);
    }
    const auto name_table = [&](const Place& place, std::string_view table) {
        auto& there = m_known[place.sheet];
        there.table = there.table.empty() ? std::string(table) : there.table;
    };
    for (const auto& price : m_intake.prices) {
        name_table(price.place, "prices");
        auto& first = m_known[price.place.sheet].first_entry;
        first = first == 0 ? price.place.row : std::min(first, price.place.row);
    }
    for (const auto& rate : m_intake.rates) {
        name_table(rate.place, "rates");
    }
}

const Evidence::Known* Evidence::known(std::string_view sheet) const {
    const auto found = m_known.find(sheet);
    return found == m_known.end() ? nullptr : &found->second;
}

const formats::Sheet* Evidence::sheet(std::string_view name) const {
    const auto* there = known(name);
    return there == nullptr ? nullptr : there->sheet;
}

const formats::Cell* Evidence::cell(const Place& place) const {
    const auto* there = sheet(place.sheet);
    return there == nullptr ? nullptr : there->at(place.row, place.column);
}

const Figure* Evidence::figure_at(const Place& place) const {
    const auto* there = known(place.sheet);
    if (there == nullptr) {
        return nullptr;
    }
    const auto found = there->figures.find({place.row, place.column});
    return found == there->figures.end() ? nullptr : found->second;
}

const Entry* Evidence::entry_in(const Place& place) const {
    const auto* there = known(place.sheet);
    if (there == nullptr) {
        return nullptr;
    }
    const auto found = there->entries.find(place.row);
    return found == there->entries.end() ? nullptr : found->second;
}

std::string Evidence::table_of(std::string_view name) const {
    const auto* there = known(name);
    return there != nullptr && !there->table.empty() ? there->table : without_number(slug(name));
}

std::string Evidence::header_of(const Place& place) const {
    if (const auto* figure = figure_at(place)) {
        return figure->column;
    }
    const auto* there = known(place.sheet);
    if (there == nullptr || there->sheet == nullptr || place.column == 0) {
        return {};
    }
    auto row = place.row;
    if (there->first_entry > 0 && row >= there->first_entry) {
        row = there->first_entry;  // a ledger's cells hold words too; its header stands above the first entry
    }
    for (row = row == 0 ? first_rows : row; row-- > 1;) {  // of a whole column the top
        const auto* cell = there->sheet->at(row, place.column);
        if (cell != nullptr && cell->type == formats::CellType::text && !slug(cell->text).empty()) {
            return cell->text;
        }
    }
    return {};
}

std::string Evidence::row_of(const Place& place) const {
    if (const auto* entry = entry_in(place)) {
        return entry->package + (entry->item.name.empty() ? "" : " " + entry->item.name);
    }
    const auto* there = known(place.sheet);
    if (there == nullptr) {
        return {};
    }
    const auto found = there->figures.lower_bound({place.row, 0});
    if (found != there->figures.end() && found->first.first == place.row) {
        return found->second->row;
    }
    const auto* row = there->sheet == nullptr ? nullptr : there->sheet->row(place.row);
    if (row != nullptr) {
        for (const auto& cell : row->cells) {
            if (cell.type == formats::CellType::text && !slug(cell.text).empty()) {
                return cell.text;
            }
        }
    }
    return {};
}

std::string Evidence::key_of(const Place& place) const {
    return key({table_of(place.sheet), slug(row_of(place)), slug(header_of(place))});
}

}  // namespace pledgebook::audit
