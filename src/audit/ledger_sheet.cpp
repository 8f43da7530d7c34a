#include "audit/ledger_sheet.hpp"

#include "core/tsv.hpp"

#include "data_files.hpp"

#include <algorithm>
#include <utility>

namespace pledgebook::audit {

namespace {

using Words = std::map<std::string, std::string, std::less<>>;  // slug of a header -> field

Words read_words() {
    Words words;
    for (const std::string_view name : {"importers/kiel_ledger.tsv", "audit/ledger_columns.tsv"}) {
        const Tsv table(std::string(name), data::file(name));
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto field = table.cell(row, table.column("field"));
            for (const auto spelling : split(table.cell(row, table.column("spellings")), '|')) {
                words.emplace(slug(spelling), std::string(field));
            }
        }
    }
    return words;
}

const Words& words() {
    static const Words all = read_words();
    return all;
}

std::map<std::string, std::uint32_t, std::less<>> fields_of(const formats::Row& row) {
    std::map<std::string, std::uint32_t, std::less<>> fields;
    for (const auto& cell : row.cells) {
        if (const auto word = words().find(slug(cell.text)); word != words().end()) {
            fields.emplace(word->second, cell.column);  // the first of two headers that are the same
        }
    }
    return fields;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view plain = " \t\r\n";
    constexpr std::string_view no_break = "\xC2\xA0";
    for (bool more = true; more && !text.empty();) {
        more = false;
        if (plain.find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
            more = true;
        } else if (text.starts_with(no_break)) {
            text.remove_prefix(no_break.size());
            more = true;
        } else if (plain.find(text.back()) != std::string_view::npos) {
            text.remove_suffix(1);
            more = true;
        } else if (text.ends_with(no_break)) {
            text.remove_suffix(no_break.size());
            more = true;
        }
    }
    return text;
}

std::optional<Euros> euros_of(const Entry& entry, Measure measure) {
    for (const auto& value : entry.values) {
        if (value.measure == measure) {
            return value.euros;
        }
    }
    return std::nullopt;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    for (const auto each : text) {
        if (each >= '0' && each <= '9') {
            digits += each;
        }
    }
    return digits;
}

std::optional<Euros> any_euros_of(const Entry& entry) {
    for (const auto measure :
         {Measure::commitment, Measure::allocation, Measure::delivery, Measure::disbursement}) {
        if (const auto euros = euros_of(entry, measure)) {
            return euros;
        }
    }
    return std::nullopt;
}

LedgerSheet::LedgerSheet(const Evidence& evidence, std::string name, std::vector<const Entry*> entries)
    : m_name(std::move(name)), m_sheet(evidence.sheet(m_name)), m_entries(std::move(entries)) {
    std::stable_sort(m_entries.begin(), m_entries.end(), [](const Entry* left, const Entry* right) {
        return left->place.row < right->place.row;
    });
    if (m_sheet == nullptr) {
        return;
    }
    for (const auto& row : m_sheet->rows) {
        if (row.number >= m_entries.front()->place.row) {
            break;
        }
        if (auto fields = fields_of(row); fields.size() > m_columns.size()) {
            m_columns = std::move(fields);
        }
    }
}

std::vector<LedgerSheet> LedgerSheet::all_of(const Evidence& evidence) {
    std::vector<std::pair<std::string, std::vector<const Entry*>>> sheets;
    for (const auto& entry : evidence.intake().entries) {
        auto found = std::find_if(sheets.begin(), sheets.end(),
                                  [&](const auto& each) { return each.first == entry.place.sheet; });
        if (found == sheets.end()) {
            found = sheets.insert(sheets.end(), {entry.place.sheet, {}});
        }
        found->second.push_back(&entry);
    }
    std::vector<LedgerSheet> all;
    all.reserve(sheets.size());
    for (auto& [name, entries] : sheets) {
        all.push_back(LedgerSheet(evidence, name, std::move(entries)));
    }
    return all;
}

std::uint32_t LedgerSheet::column(std::string_view field) const {
    const auto found = m_columns.find(field);
    return found == m_columns.end() ? 0 : found->second;
}

const formats::Cell* LedgerSheet::cell(const Entry& entry, std::string_view field) const {
    const auto at = column(field);
    return at == 0 ? nullptr : m_sheet->at(entry.place.row, at);
}

std::string LedgerSheet::text(const Entry& entry, std::string_view field) const {
    const auto* there = cell(entry, field);
    return there == nullptr ? std::string{} : std::string(trimmed(there->text));
}

std::optional<Decimal> LedgerSheet::number(const Entry& entry, std::string_view field) const {
    const auto* there = cell(entry, field);
    return there == nullptr ? std::nullopt : Decimal::parse(trimmed(there->text));
}

Place LedgerSheet::place(const Entry& entry, std::string_view field) const {
    return {m_name, entry.place.row, column(field)};
}

}  // namespace pledgebook::audit
