#include "test_file.hpp"

#include <charconv>
#include <sstream>
#include <stdexcept>

namespace golden {

namespace {

const std::string error_mark = "__ERROR__";
const std::string fence = "```";

[[noreturn]] void complain(std::size_t index, const std::string& what) {
    throw std::runtime_error("line " + std::to_string(index + 1) + ": " + what);
}

// "end test -> 2" or "```console -> 2": the number after the arrow, 0 without one.
int status_after(const std::string& line, const std::string& start, std::size_t index) {
    if (line == start) {
        return 0;
    }
    const auto arrow = start + " -> ";
    int status = 0;
    const auto* const end = line.data() + line.size();
    if (!line.starts_with(arrow) || std::from_chars(line.data() + arrow.size(), end, status).ptr != end) {
        complain(index, "expected '" + start + "' or '" + arrow + "STATUS'");
    }
    return status;
}

// A file is read from its first line to its last; `m_at` is the line being read.
class TestParser {
public:
    explicit TestParser(std::string_view text) { m_file.lines = lines_of(text); }

    TestFile parse() {
        for (; m_at < m_file.lines.size(); ++m_at) {
            directive(m_file.lines[m_at]);
        }
        if (m_file.tests.empty()) {
            throw std::runtime_error("no test in it");
        }
        return std::move(m_file);
    }

private:
    void directive(const std::string& line) {
        if (line.empty() || line.starts_with('#')) {
            return;
        }
        if (line == "needs: shared") {
            m_file.needs_shared = true;
        } else if (line == "book") {
            m_file.has_book = true;
        } else if (line.starts_with("setup: ")) {
            m_file.setup.push_back(line.substr(7));
        } else if (line.starts_with("file ")) {
            m_file.files.emplace_back(line.substr(5), block("end file"));
        } else if (line == "stdin:") {
            m_input = block("end stdin");
        } else if (line.starts_with("test ") || line == "test") {
            test(line);
        } else {
            complain(m_at, "'" + line + "' is no line of a .test file (tests/golden/README.md)");
        }
    }

    // The lines up to `end`, which `m_at` then stands on.
    std::string block(const std::string& end) {
        const auto start = m_at;
        std::string text;
        for (++m_at; m_at < m_file.lines.size(); ++m_at) {
            if (m_file.lines[m_at] == end) {
                return text;
            }
            text += m_file.lines[m_at] + "\n";
        }
        complain(start, "no '" + end + "' after it");
    }

    void test(const std::string& line) {
        Test test{m_at + 1, line.size() > 5 ? line.substr(5) : "", std::move(m_input), {}, m_at + 1, 0};
        m_input.clear();
        auto* text = &test.expected.output;
        for (++m_at; m_at < m_file.lines.size(); ++m_at) {
            const auto& next = m_file.lines[m_at];
            if (next.starts_with("end test")) {
                test.expected.status = status_after(next, "end test", m_at);
                test.last = m_at + 1;
                m_file.tests.push_back(std::move(test));
                return;
            }
            if (next == error_mark) {
                text = &test.expected.error;
            } else {
                *text += next + "\n";
            }
        }
        complain(test.line - 1, "no 'end test' after it");
    }

    TestFile m_file;
    std::size_t m_at = 0;
    std::string m_input;
};

// Reads the commands of the block whose fence opens at `at`; leaves `at` on the closing fence.
void parse_block(TestFile& file, std::size_t& at) {
    const auto opening = at;
    const int status = status_after(file.lines[at], fence + "console", at);
    for (++at; at < file.lines.size() && file.lines[at] != fence; ++at) {
        const auto& line = file.lines[at];
        if (line.starts_with("$ ")) {
            file.tests.push_back({at + 1, line.substr(2), "", {"", "", status}, at + 1, at + 1});
        } else if (file.tests.empty() || file.tests.back().line <= opening) {
            complain(at, "a console block begins with a command: '$ pledgebook …'");
        } else {
            file.tests.back().expected.output += line + "\n";
            file.tests.back().last = at + 1;
        }
    }
    if (at == file.lines.size()) {
        complain(opening, "the block is not closed");
    }
}

void bless_block(std::string& text, const TestFile& file, const Outcome& outcome) {
    text += outcome.output;
    if (file.is_markdown) {
        return;
    }
    if (!outcome.error.empty()) {
        text += error_mark + "\n" + outcome.error;
    }
    text += "end test";
    if (outcome.status != 0) {
        text += " -> " + std::to_string(outcome.status);
    }
    text += "\n";
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    std::istringstream stream{std::string(text)};
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

TestFile parse_test(std::string_view text) {
    return TestParser(text).parse();
}

TestFile parse_markdown(std::string_view text) {
    TestFile file;
    file.is_markdown = true;
    file.lines = lines_of(text);
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
        if (file.lines[at].starts_with(fence + "console")) {
            parse_block(file, at);
        }
    }
    if (file.tests.empty()) {
        throw std::runtime_error("no console block in it");
    }
    return file;
}

std::string bless(const TestFile& file, const std::vector<Outcome>& outcomes) {
    std::string text;
    std::size_t at = 0;
    for (std::size_t i = 0; i < file.tests.size(); ++i) {
        for (; at < file.tests[i].first; ++at) {
            text += file.lines[at] + "\n";
        }
        bless_block(text, file, outcomes.at(i));
        at = file.tests[i].last;
    }
    for (; at < file.lines.size(); ++at) {
        text += file.lines[at] + "\n";
    }
    return text;
}

std::vector<std::string> split_words(std::string_view words) {
    std::vector<std::string> split;
    bool inside = false;  // a word has begun, be it empty: ''
    char quote = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char c = words[i];
        if (quote == 0 && (c == ' ' || c == '\t')) {
            inside = false;
            continue;
        }
        if (!inside) {
            split.emplace_back();
            inside = true;
        }
        if (quote == 0 && (c == '\'' || c == '"')) {
            quote = c;
        } else if (c == quote && quote != 0) {
            quote = 0;
        } else if (c == '\\' && quote != '\'' && i + 1 < words.size()) {
            split.back() += words[++i];
        } else {
            split.back() += c;
        }
    }
    if (quote != 0) {
        throw std::runtime_error("a quote is not closed: " + std::string(words));
    }
    return split;
}

}  // namespace golden
