#include "store/journal.hpp"

#include "core/error.hpp"
#include "store/disk.hpp"
#include "store/journal_line.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <string_view>
#include <variant>

namespace pledgebook::store {

namespace {

// A write that a crash cut short lacks its line end, or has blocks of zeros where bytes never arrived. A
// whole line whose checksum is wrong is something else: it may have counted, and is not passed over.
bool never_finished(std::string_view rest) {
    const auto end = rest.find('\n');
    return end == std::string_view::npos ||
           (end + 1 == rest.size() && rest.find('\0') != std::string_view::npos);
}

}  // namespace

std::filesystem::path Journal::path_in(const std::filesystem::path& book) {
    return book / "journal.jsonl";
}

void Journal::create(const std::filesystem::path& book) {
    write_durably(path_in(book), "");
}

Journal::Journal(std::filesystem::path book) : m_book(std::move(book)), m_last_sum(first_sum()) {
    const auto bytes = read_file(path_in(m_book));
    std::string_view rest = bytes;
    while (!rest.empty()) {
        if (never_finished(rest)) {
            m_torn = true;
            break;
        }
        const auto end = rest.find('\n');
        try {
            auto line = read_line(rest.substr(0, end), count() + 1, m_last_sum);
            if (auto* acknowledged = std::get_if<AcknowledgementLine>(&line)) {
                m_last_sum = acknowledged->sum;
                m_acknowledged.push_back(std::move(*acknowledged));
            } else {
                m_last_sum = std::get<JournalLine>(line).sum;
                m_lines.push_back(std::move(std::get<JournalLine>(line)));
            }
        } catch (Error& error) {
            throw error.at(path_in(m_book).string());
        }
        rest.remove_prefix(end + 1);
        m_length += end + 1;
    }
}

std::string Journal::last_sum() const {
    return m_last_sum;
}

std::string Journal::import_sum() const {
    return m_lines.empty() ? first_sum() : m_lines.back().sum;
}

const JournalLine* Journal::line_of(const std::string& sha256) const {
    const auto found = std::find_if(m_lines.begin(), m_lines.end(),
                                    [&](const JournalLine& each) { return each.sha256 == sha256; });
    return found == m_lines.end() ? nullptr : &*found;
}

std::string Journal::prepare(JournalLine& line) const {
    line.number = count() + 1;
    auto text = write_line(line, m_last_sum);
    line.sum = sum_of(text);
    return text;
}

std::string Journal::prepare(AcknowledgementLine& line) const {
    line.number = count() + 1;
    auto text = write_line(line, m_last_sum);
    line.sum = sum_of(text);
    return text;
}

void Journal::append(const JournalLine& line, const std::string& text) {
    write(text, line.sum);
    m_lines.push_back(line);
}

void Journal::append(const AcknowledgementLine& line, const std::string& text) {
    write(text, line.sum);
    m_acknowledged.push_back(line);
}

void Journal::write(const std::string& text, const std::string& sum) {
    const auto name = path_in(m_book);
    const Descriptor file(name, O_WRONLY | O_APPEND);
    const auto cut = [&] { return ::ftruncate(file.get(), static_cast<off_t>(m_length)) == 0; };
    if (!cut()) {
        fail_by_system("cannot be written", name, errno);
    }
    try {
        write_all(file, text + "\n", name);
        sync(file, name);
    } catch (Error& error) {
        if (!cut() || ::fsync(file.get()) != 0) {
            throw error.at("the last line may be unfinished, and will be cut off");
        }
        throw;
    }
    m_length += text.size() + 1;
    m_torn = false;
    m_last_sum = sum;
}

}  // namespace pledgebook::store
