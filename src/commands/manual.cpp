#include "commands/manual.hpp"

#include "commands/command.hpp"
#include "commands/filters.hpp"
#include "commands/near_words.hpp"
#include "core/error.hpp"
#include "render/screen_text.hpp"

#include <CLI/CLI.hpp>

#include <fmt/format.h>
#include <algorithm>

namespace pledgebook::commands {

namespace {

constexpr std::size_t option_column = 22;

// A page as lines for a terminal: headings without their marks, examples set in, paragraphs wrapped.
class PlainPage {
public:
    explicit PlainPage(int width) : m_width(width) {}

    void add(std::string_view line) {
        if (line.starts_with("```")) {
            end_paragraph();
            m_example = !m_example;
        } else if (m_example) {
            m_out += line.empty() ? "\n" : fmt::format("  {}\n", line);
        } else if (line.empty() || line.starts_with("    ")) {
            end_paragraph();
            m_out += fmt::format("{}\n", line);
        } else if (line.starts_with('#')) {
            end_paragraph();
            line.remove_prefix(line.find_first_not_of("# "));
            m_out += fmt::format("{}\n", line);
        } else {
            m_paragraph += (m_paragraph.empty() ? "" : " ") + std::string(line);
        }
    }

    std::string text() {
        end_paragraph();
        return m_out;
    }

private:
    void end_paragraph() {
        if (!m_paragraph.empty()) {
            m_out += render::paragraph("", m_paragraph, m_width);
            m_paragraph.clear();
        }
    }

    int m_width;
    bool m_example = false;
    std::string m_paragraph;
    std::string m_out;
};

// CLI11 sets the options in columns but wraps nothing: what stands in the second column is wrapped within it.
std::string options_of(const CLI::App& app, int width) {
    CLI::Formatter formatter;
    formatter.column_width(option_column);
    const auto text =
        formatter.make_positionals(&app) + formatter.make_groups(&app, CLI::AppFormatMode::Normal);
    std::string out;
    for (std::string_view left = text; !left.empty();) {
        const auto end = std::min(left.find('\n'), left.size());
        const auto line = left.substr(0, end);
        left.remove_prefix(std::min(end + 1, left.size()));
        if (line.size() > option_column && line[option_column - 1] == ' ') {
            out += render::paragraph(line.substr(0, option_column), line.substr(option_column), width);
        } else if (!line.empty() || !(out.empty() || out.ends_with("\n\n"))) {
            out += fmt::format("{}\n", line);
        }
    }
    return out;
}

}  // namespace

std::string plain_page(std::string_view markdown, int width) {
    PlainPage page(width);
    while (!markdown.empty()) {
        const auto end = std::min(markdown.find('\n'), markdown.size());
        page.add(markdown.substr(0, end));
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
    }
    return page.text();
}

void add_main_options(CLI::App& app, std::string& book, bool& version) {
    app.set_help_flag("-h,--help", "show this help");
    app.add_option("--book", book, "the book; else PLEDGEBOOK, else the built-in figures")
        ->type_name("DIR")
        ->check(nothing_given);
    app.add_flag("--version", version, "show the program's version");
}

std::string overview(int width) {
    auto out =
        render::paragraph("",
                          "Pledgebook keeps the book of who pledged, allocated and delivered what to "
                          "Ukraine, answers questions from it, and checks what is said with its figures.",
                          width);
    out += "\n  pledgebook [--book DIR] COMMAND …\n\nCommands:\n";
    for (const auto& listed : all_commands()) {
        out += render::paragraph(fmt::format("  {:<10}", listed.word), listed.command.what, width);
    }
    CLI::App app;
    std::string book;
    bool version = false;
    add_main_options(app, book, version);
    return out + "\n" + options_of(app, width) +
           "\nWithout a book the commands answer from the built-in figures:\n"
           "  pledgebook total --donor USA --to 2025-08\n"
           "  pledgebook rank --per gdp --top 5\n"
           "  pledgebook trend --donor EU --by quarter --currency USD\n"
           "pledgebook help COMMAND shows the manual page of a command.\n";
}

std::string manual_of(std::string_view word, int width) {
    std::vector<std::string> words;
    for (const auto& listed : all_commands()) {
        words.emplace_back(listed.word);
        if (listed.word == word) {
            CLI::App app;
            app.set_help_flag("-h,--help", "show this help");
            listed.command.set_up(app);
            return plain_page(listed.manual, width) + "\n" + options_of(app, width);
        }
    }
    throw Error(fmt::format("there is no command '{}'{}", word, did_you_mean(word, words)),
                "pledgebook help lists the commands");
}

std::string version_line() {
    return "pledgebook " PLEDGEBOOK_VERSION "\n";
}

}  // namespace pledgebook::commands
