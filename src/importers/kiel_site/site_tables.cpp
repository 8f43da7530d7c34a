#include "importers/kiel_site/site_tables.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "importers/quantity.hpp"

#include <charconv>

namespace pledgebook::importers::site {

namespace {

constexpr std::string_view words_file = "importers/kiel_site.tsv";

struct KnownTable {
    std::string name;
    ColumnWords words;
    std::vector<std::string> must;
    std::vector<Field> fields;
};

const std::vector<KnownTable>& known_tables() {
    static const auto tables = [] {
        std::vector<KnownTable> made;
        const Tsv tsv("data/" + std::string(words_file), data::file(words_file));
        for (std::size_t row = 0; row < tsv.rows(); ++row) {
            const std::string name(tsv.cell(row, tsv.column("table")));
            if (made.empty() || made.back().name != name) {
                made.push_back({name, ColumnWords(words_file, name), {}, {}});
            }
            const std::string field(tsv.cell(row, tsv.column("field")));
            made.back().fields.push_back({field, std::string(tsv.cell(row, tsv.column("use"))),
                                          std::string(tsv.cell(row, tsv.column("unit")))});
            if (!tsv.cell(row, tsv.column("must")).empty()) {
                made.back().must.push_back(field);
            }
        }
        return made;
    }();
    return tables;
}

std::optional<int> whole(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::string donor_code(std::string_view name) {
    const auto code = Reference::builtin().code_of(name);
    return code && Reference::builtin().donor(*code) != nullptr ? *code : std::string{};
}

}  // namespace

std::string_view Table::text(std::uint32_t row, std::string_view field) const {
    return text_at(sheet, row, header.column(field));
}

std::optional<Month> Table::month(std::uint32_t row) const {
    const auto year = whole(text(row, "year"));
    const auto number = whole(text(row, "month"));
    const bool known = year && number && Date::from(*year, *number, 1);
    return known ? std::optional(Month(*year, *number)) : std::nullopt;
}

std::string Table::donor(std::uint32_t row) const {
    const auto code = donor_code(text(row, "iso"));
    return code.empty() ? donor_code(text(row, header.column("country") != 0 ? "country" : "donor")) : code;
}

std::optional<Decimal> Table::number(std::uint32_t row, const Field& field) const {
    const auto unit = read_unit(field.unit);
    return read_number(text(row, field.name), unit ? unit->zeros : 0);
}

const Field* Table::field(std::string_view wanted) const {
    for (const auto& each : fields) {
        if (each.name == wanted) {
            return &each;
        }
    }
    return nullptr;
}

std::optional<Table> table_of(formats::Sheet sheet) {
    for (const auto& known : known_tables()) {
        const std::vector<std::string_view> must(known.must.begin(), known.must.end());
        if (auto header = find_header(sheet, known.words, must)) {
            Table table{known.name, std::move(sheet), std::move(*header), {}};
            for (const auto& field : known.fields) {
                if (table.header.column(field.name) != 0) {
                    table.fields.push_back(field);
                }
            }
            return table;
        }
    }
    return std::nullopt;
}

}  // namespace pledgebook::importers::site
