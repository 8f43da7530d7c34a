#include "layers.hpp"

#include <algorithm>
#include <regex>
#include <sstream>

namespace layers {

namespace {

// One file on its way through the rules.
class Check {
public:
    Check(const Rules& rules, const std::string& path)
        : m_rules(rules),
          m_path(path),
          m_room(room_of(path)),
          m_is_header(path.ends_with(".hpp")),
          m_is_test(path.find("_test.") != std::string::npos) {
        if (!rules.is_room(m_room)) {
            complain(0, "'" + m_room + "' is no room of the design (tests/layers/rules.txt)");
        }
    }

    void quoted_include(int line, const std::string& file) {
        const auto other = room_of(file);
        if (file.find('/') != std::string::npos && m_rules.is_room(other)) {
            if (!m_rules.may_include(m_room, other)) {
                complain(line, "no arrow goes from " + m_room + " to " + other + " (\"" + file + "\")");
            }
            return;
        }
        if (m_is_test && m_rules.test_folders.contains(other)) {
            return;
        }
        for (const auto& data : m_rules.data) {
            if (file == data.subject && data.open_to(m_room)) {
                return;
            }
        }
        complain(line, "\"" + file + "\" names no room; include as \"room/file.hpp\"");
    }

    void angle_include(int line, const std::string& file) {
        if (file.find_first_of("./") == std::string::npos || (m_is_test && file.starts_with("g"))) {
            return;  // the standard library; googletest
        }
        const auto is_prefix = [&](const std::string& prefix) { return file.starts_with(prefix); };
        if (std::ranges::any_of(m_rules.system, is_prefix)) {
            return;
        }
        const auto open_by = [&](const std::vector<Permission>& permissions) {
            return std::ranges::any_of(permissions, [&](const Permission& permission) {
                return is_prefix(permission.subject) && permission.open_to(m_room);
            });
        };
        if (!open_by(m_rules.libraries)) {
            complain(line, "<" + file + "> is not for " + m_room);
        } else if (m_is_header && !open_by(m_rules.in_headers)) {
            complain(line, "<" + file + "> in a header: a third party's types stay in the .cpp");
        }
    }

    void words(int line, const std::string& code) {
        if (m_is_test) {
            return;
        }
        for (const auto& word : m_rules.words) {
            if (!word.open_to(m_room) && code.find(word.subject) != std::string::npos) {
                complain(line, "'" + word.subject + "' is not for " + m_room);
            }
        }
    }

    std::vector<Complaint> complaints() const { return m_complaints; }

private:
    void complain(int line, std::string what) { m_complaints.push_back({m_path, line, std::move(what)}); }

    const Rules& m_rules;
    std::string m_path;
    std::string m_room;
    bool m_is_header;
    bool m_is_test;
    std::vector<Complaint> m_complaints;
};

// Copies a comment or a literal as blanks from `i` to behind `end`, keeping its line ends; moves `i` there.
void blank(std::string& out, std::string_view text, std::size_t& i, std::size_t end) {
    for (end = std::min(end, text.size()); i < end; ++i) {
        out += text[i] == '\n' ? '\n' : ' ';
    }
}

// Behind the closing quote of the literal that opens at `i`.
std::size_t literal_end(std::string_view text, std::size_t i) {
    if (i > 0 && text[i - 1] == 'R' && text[i] == '"') {
        const auto bracket = text.find('(', i);
        if (bracket == std::string_view::npos) {
            return text.size();
        }
        const auto closing = ")" + std::string(text.substr(i + 1, bracket - i - 1)) + "\"";
        const auto end = text.find(closing, bracket);
        return end == std::string_view::npos ? text.size() : end + closing.size();
    }
    const char quote = text[i];
    for (++i; i < text.size() && text[i] != quote && text[i] != '\n'; ++i) {
        i += text[i] == '\\' ? 1 : 0;
    }
    return i + 1;
}

bool opens_literal(std::string_view text, std::size_t i) {
    // A quote between digits parts thousands: 1'000.
    return text[i] == '"' ||
           (text[i] == '\'' && (i == 0 || std::isalnum(static_cast<unsigned char>(text[i - 1])) == 0));
}

}  // namespace

std::string code_only(std::string_view text, bool strings) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto rest = text.substr(i);
        if (rest.starts_with("//")) {
            blank(out, text, i, text.find('\n', i));
        } else if (rest.starts_with("/*")) {
            const auto end = text.find("*/", i + 2);
            blank(out, text, i, end == std::string_view::npos ? end : end + 2);
        } else if (opens_literal(text, i)) {
            const auto end = std::min(literal_end(text, i), text.size());
            if (strings) {
                blank(out, text, i, end);
            } else {
                out += text.substr(i, end - i);
                i = end;
            }
        } else {
            out += text[i++];
        }
    }
    return out;
}

std::string room_of(const std::string& path) {
    const auto end = path.find('/');
    return end == std::string::npos ? path.substr(0, path.find('.')) : path.substr(0, end);
}

std::vector<Include> includes_of(std::string_view text) {
    static const std::regex include(R"(^\s*#\s*include\s*(["<])([^">]+)[">])");
    std::vector<Include> includes;
    std::istringstream lines(code_only(text, false));
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        std::smatch match;
        if (std::regex_search(line, match, include)) {
            includes.push_back({number, match[1] == "<", match[2]});
        }
    }
    return includes;
}

std::vector<Complaint> check_source(const Rules& rules, const std::string& path, std::string_view text) {
    Check check(rules, path);
    for (const auto& include : includes_of(text)) {
        if (include.angle) {
            check.angle_include(include.line, include.file);
        } else {
            check.quoted_include(include.line, include.file);
        }
    }
    std::istringstream lines(code_only(text, true));
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        check.words(number, line);
    }
    return check.complaints();
}

std::vector<Complaint> check_cmake(const Rules& rules, const std::string& path, std::string_view text) {
    static const std::regex call(R"(pledgebook_room\(\s*(\w+)([^)]*)\))");
    const std::string content(text);
    std::vector<Complaint> complaints;
    for (std::sregex_iterator found(content.begin(), content.end(), call), end; found != end; ++found) {
        const std::string room = (*found)[1];
        std::istringstream words((*found)[2]);
        bool uses = false;
        for (std::string word; words >> word;) {
            if (word == "USES" || word == "LINKS") {
                uses = word == "USES";
            } else if (uses && (!rules.is_room(word) || !rules.may_include(room, word))) {
                complaints.push_back({path, 0, "no arrow goes from " + room + " to " + word + " (USES)"});
            }
        }
    }
    return complaints;
}

}  // namespace layers
