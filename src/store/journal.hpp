// The journal of a book: one line of JSON per import and per finding acknowledged, each with its own checksum
// and the one of the line before, only ever added to. A line counts once it is on the disk with its line end.
#pragma once

#include "core/audit_finding.hpp"
#include "core/date.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pledgebook::store {

struct JournalFile {
    std::string name;
    std::string sha256;
    std::uint64_t size = 0;

    bool operator==(const JournalFile&) const = default;
};

// What one import was. What the importer said of the release is not here: it is read again from the source.
struct JournalLine {
    std::uint64_t number = 0;  // from 1
    std::string sum;           // of the line, in hexadecimal
    Date day;                  // of the import
    std::string id;            // "ust-7"
    std::string series;
    std::string label;
    std::optional<Date> cutoff;
    std::optional<Date> published;
    std::string importer;
    std::string sha256;  // of the source as a whole
    std::string name;    // of the file or folder
    bool folder = false;
    std::vector<JournalFile> files;
};

// A finding of the audit acknowledged, or that acknowledgement taken back (its reason may then be empty).
struct AcknowledgementLine {
    std::uint64_t number = 0;
    std::string sum;
    bool withdrawn = false;
    Acknowledgement what;
};

class Journal {
public:
    // Reads what is sound. A last line that was never finished is passed over. Throws Error, naming the line,
    // where any other line is damaged or is not of this chain.
    explicit Journal(std::filesystem::path book);
    static std::filesystem::path path_in(const std::filesystem::path& book);
    // An empty journal, safe on the disk.
    static void create(const std::filesystem::path& book);

    // The imports, and beside them what was acknowledged and withdrawn; each in the order of the file.
    [[nodiscard]] const std::vector<JournalLine>& lines() const { return m_lines; }
    [[nodiscard]] const std::vector<AcknowledgementLine>& acknowledged() const { return m_acknowledged; }
    [[nodiscard]] std::uint64_t count() const { return m_lines.size() + m_acknowledged.size(); }
    [[nodiscard]] std::string last_sum() const;    // of the last line of any sort
    [[nodiscard]] std::string import_sum() const;  // of the last import
    // The import of the source with this hash, or nothing.
    [[nodiscard]] const JournalLine* line_of(const std::string& sha256) const;
    // True where something after the last sound line was passed over.
    [[nodiscard]] bool torn() const { return m_torn; }

    // Gives a line its number and sum as the next one; the text is for `append`.
    [[nodiscard]] std::string prepare(JournalLine& line) const;
    [[nodiscard]] std::string prepare(AcknowledgementLine& line) const;
    // Adds a prepared line and brings it to the disk: then it counts. What a crash left after the last sound
    // line is cut off first. When it throws, the journal is as it was. The caller holds the lock, and has
    // read the journal since it does.
    void append(const JournalLine& line, const std::string& text);
    void append(const AcknowledgementLine& line, const std::string& text);

private:
    void write(const std::string& text, const std::string& sum);

    std::filesystem::path m_book;
    std::vector<JournalLine> m_lines;
    std::vector<AcknowledgementLine> m_acknowledged;
    std::string m_last_sum;
    std::uint64_t m_length = 0;  // of the sound lines, in bytes
    bool m_torn = false;
};

}  // namespace pledgebook::store
