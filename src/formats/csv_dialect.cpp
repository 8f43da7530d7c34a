#include "formats/csv_dialect.hpp"

#include <map>

namespace pledgebook::formats {

namespace {

constexpr std::size_t sample_records = 100;
constexpr std::size_t sample_bytes = 1U << 18;

struct Evenness {
    std::size_t alike = 0;   // records with the most usual number of fields
    std::size_t fields = 1;  // that number
};

Evenness evenness(std::string_view text, char delimiter) {
    std::map<std::size_t, std::size_t> records_of;  // number of fields -> records
    CsvSplitter splitter(text.substr(0, sample_bytes), delimiter);
    std::size_t fields = 0;
    std::size_t first = 0;
    for (std::size_t records = 0; records < sample_records;) {
        const auto step = splitter.next();
        if (step == CsvSplitter::Step::end || step == CsvSplitter::Step::open_quote) {
            break;
        }
        ++fields;
        if (step == CsvSplitter::Step::last_field) {
            first = records == 0 ? fields : first;
            ++records;
            ++records_of[fields];
            fields = 0;
        }
    }
    Evenness best;
    for (const auto& [count, records] : records_of) {
        if (count > 1 && records >= best.alike) {
            best = {records, count};
        }
    }
    // Decimal commas part every record save the header, so the header has a greater say.
    best.alike += first == best.fields && first > 1 ? sample_records / 4 : 0;
    return best;
}

}  // namespace

CsvDialect guess_dialect(std::string_view text) {
    CsvDialect result;
    if (text.starts_with("sep=") && text.size() > 5 && (text[5] == '\r' || text[5] == '\n')) {
        result.delimiter = text[4];
        result.skip = text.substr(5).starts_with("\r\n") ? 7 : 6;
        return result;
    }
    Evenness best;
    for (const char candidate : {',', ';', '\t'}) {
        const auto each = evenness(text, candidate);
        if (each.alike > best.alike || (each.alike == best.alike && each.fields > best.fields)) {
            best = each;
            result.delimiter = candidate;
        }
    }
    return result;
}

bool CsvSplitter::read_quoted() {
    ++m_at;
    m_quoted = true;
    while (true) {
        const auto quote = m_text.find('"', m_at);
        if (quote == std::string_view::npos) {
            m_at = m_text.size();
            return false;
        }
        m_field += m_text.substr(m_at, quote - m_at);
        m_at = quote + 1;
        if (m_at >= m_text.size() || m_text[m_at] != '"') {
            return true;
        }
        m_field += '"';
        ++m_at;
    }
}

CsvSplitter::Step CsvSplitter::finish_field() {
    m_inside_record = false;
    if (m_at >= m_text.size()) {
        return Step::last_field;
    }
    const auto each = m_text[m_at];
    ++m_at;
    if (each == m_delimiter) {
        m_inside_record = true;
        return Step::field;
    }
    if (each == '\r' && m_at < m_text.size() && m_text[m_at] == '\n') {
        ++m_at;
    }
    return Step::last_field;
}

CsvSplitter::Step CsvSplitter::next() {
    m_field.clear();
    m_quoted = false;
    if (m_at >= m_text.size() && !m_inside_record) {
        return Step::end;
    }
    if (m_at < m_text.size() && m_text[m_at] == '"' && !read_quoted()) {
        return Step::open_quote;
    }
    const auto begin = m_at;
    while (m_at < m_text.size() && m_text[m_at] != m_delimiter && m_text[m_at] != '\r' &&
           m_text[m_at] != '\n') {
        ++m_at;
    }
    m_field += m_text.substr(begin, m_at - begin);
    return finish_field();
}

}  // namespace pledgebook::formats
