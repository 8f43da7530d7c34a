// What parts the fields of a CSV file: found by what the file holds, never by its name or by the country.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pledgebook::formats {

struct CsvDialect {
    char delimiter = ',';
    std::size_t skip = 0;  // bytes of a first line "sep=;", which speaks to Excel and is no record
};

// The one of comma, semicolon and tab that parts the first records most evenly, outside of quotes.
CsvDialect guess_dialect(std::string_view text);

// Splits records into fields (RFC 4180). A quote inside of a field that began without one is a quote;
// what follows a closing quote belongs to the field.
class CsvSplitter {
public:
    CsvSplitter(std::string_view text, char delimiter) : m_text(text), m_delimiter(delimiter) {}

    enum class Step {
        field,       // `field()` holds it, and more follow in this record
        last_field,  // of its record
        end,         // no more records
        open_quote,  // the text ended inside of quotes
    };
    Step next();
    [[nodiscard]] std::string& field() { return m_field; }
    [[nodiscard]] bool quoted() const { return m_quoted; }

private:
    Step finish_field();
    bool read_quoted();  // false where the quote never closes

    std::string_view m_text;
    char m_delimiter;
    std::size_t m_at = 0;
    std::string m_field;
    bool m_quoted = false;
    bool m_inside_record = false;
};

}  // namespace pledgebook::formats
