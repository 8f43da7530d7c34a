#include "run.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "fresh_folder.hpp"

namespace golden {

namespace {

namespace fs = std::filesystem;

std::string replace_all(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
    return text;
}

// A golden file holds whole lines; an output that ends within one says so, as `diff` does.
std::string whole_lines(std::string text) {
    if (!text.empty() && text.back() != '\n') {
        text += "\n\\ no end of line\n";
    }
    return text;
}

// The lines that differ, between those at the beginning and the end that are the same.
std::string compare(const std::string& name, const std::string& expected, const std::string& actual) {
    if (expected == actual) {
        return "";
    }
    const auto before = lines_of(expected);
    const auto after = lines_of(actual);
    const std::size_t least = std::min(before.size(), after.size());
    std::size_t start = 0;
    while (start < least && before[start] == after[start]) {
        ++start;
    }
    std::size_t end = 0;
    while (end < least - start && before[before.size() - 1 - end] == after[after.size() - 1 - end]) {
        ++end;
    }
    std::string text = "  " + name + ", from its line " + std::to_string(start + 1) + ":\n";
    for (std::size_t i = start; i < before.size() - end; ++i) {
        text += "  - " + before[i] + "\n";
    }
    for (std::size_t i = start; i < after.size() - end; ++i) {
        text += "  + " + after[i] + "\n";
    }
    return text;
}

// A golden file's commands, run one after another in one folder, so that one may build on the last.
class Run {
public:
    Run(const TestFile& file, const Program& program, const Places& places)
        : m_file(file), m_program(program), m_places(places) {
        for (const auto& [name, content] : file.files) {
            const auto path = m_folder.path() / name;
            fs::create_directories(path.parent_path());
            std::ofstream(path, std::ios::binary) << content;
        }
        const auto examples = places.sources / "examples";
        if (file.is_markdown && fs::is_directory(examples)) {
            fs::create_directory_symlink(examples, m_folder.path() / "examples");
        }
    }

    Outcome command(const std::string& words, const std::string& input) const {
        std::vector<std::string> arguments;
        if (m_file.has_book) {
            arguments = {"--book", "test.book"};
        }
        for (const auto& word : split_words(words)) {
            arguments.push_back(replace_all(replace_all(word, "$sources", m_places.sources.string()),
                                            "$shared", m_places.shared.string()));
        }
        if (m_file.is_markdown) {
            if (arguments.empty() || arguments.front() != "pledgebook") {
                throw std::runtime_error("only pledgebook is run in a console block, not '" + words + "'");
            }
            arguments.erase(arguments.begin());
        }
        return presentable(run_process(m_program, arguments, m_folder.path(), input));
    }

private:
    Outcome presentable(Outcome outcome) const {
        for (auto* text : {&outcome.output, &outcome.error}) {
            *text = replace_all(*text, m_folder.path().string(), "$folder");
            *text = replace_all(*text, m_places.shared.string(), "$shared");
            *text = whole_lines(replace_all(*text, m_places.sources.string(), "$sources"));
        }
        if (m_file.is_markdown) {
            outcome.output += outcome.error;
            outcome.error.clear();
        }
        return outcome;
    }

    const TestFile& m_file;
    const Program& m_program;
    const Places& m_places;
    FreshFolder m_folder;
};

}  // namespace

std::vector<Outcome> run_tests(const TestFile& file, const Program& program, const Places& places) {
    const Run run(file, program, places);
    for (const auto& words : file.setup) {
        const auto outcome = run.command(words, "");
        if (outcome.status != 0) {
            throw std::runtime_error("setup: " + words + "\n  ended with " + std::to_string(outcome.status) +
                                     "\n" + outcome.error);
        }
    }
    std::vector<Outcome> outcomes;
    for (const auto& test : file.tests) {
        outcomes.push_back(run.command(test.words, test.input));
    }
    return outcomes;
}

std::string difference(const Test& test, const Outcome& actual) {
    auto text = compare("output", test.expected.output, actual.output);
    text += compare("error", test.expected.error, actual.error);
    if (test.expected.status != actual.status) {
        text += "  exit status: - " + std::to_string(test.expected.status) + " + " +
                std::to_string(actual.status) + "\n";
    }
    return text;
}

}  // namespace golden
