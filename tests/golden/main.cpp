// pledgebook_golden --program PROGRAM --sources DIR --shared DIR [--seconds N] [--bless] FILE...
// Runs golden files. Exits 0 where all is as written, 1 where something differs, 2 where it could not run,
// 77 where every file needs the published files and they are not there (ctest calls that skipped).
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "run.hpp"

namespace {

namespace fs = std::filesystem;

constexpr int skipped = 77;

struct Options {
    golden::Program program;
    golden::Places places;
    bool bless = false;
    std::vector<fs::path> files;
};

Options parse_options(const std::vector<std::string>& words) {
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto value = [&] {
            if (i + 1 == words.size()) {
                throw std::runtime_error("'" + words[i] + "' needs a value");
            }
            return words[++i];
        };
        if (words[i] == "--program") {
            options.program.path = fs::absolute(value());
        } else if (words[i] == "--sources") {
            options.places.sources = fs::weakly_canonical(value());
        } else if (words[i] == "--shared") {
            options.places.shared = fs::weakly_canonical(value());
        } else if (words[i] == "--seconds") {
            options.program.seconds = std::stoi(value());
        } else if (words[i] == "--bless") {
            options.bless = true;
        } else {
            options.files.emplace_back(words[i]);
        }
    }
    if (options.program.path.empty() || options.places.sources.empty() || options.places.shared.empty() ||
        options.files.empty()) {
        throw std::runtime_error(
            "usage: pledgebook_golden --program PROGRAM --sources DIR --shared DIR [--seconds N] [--bless] "
            "FILE...");
    }
    return options;
}

golden::TestFile parse(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        throw std::runtime_error("cannot read it");
    }
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    return path.extension() == ".md" ? golden::parse_markdown(text) : golden::parse_test(text);
}

// True where every test of the file is as written, or has been blessed.
bool run_file(const Options& options, const fs::path& path, const golden::TestFile& file) {
    const auto outcomes = golden::run_tests(file, options.program, options.places);
    if (options.bless) {
        std::ofstream(path, std::ios::binary) << golden::bless(file, outcomes);
        std::cout << path.string() << ": blessed " << outcomes.size() << '\n';
        return true;
    }
    bool same = true;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const auto& test = file.tests[i];
        if (const auto text = golden::difference(test, outcomes[i]); !text.empty()) {
            std::cout << path.string() << ':' << test.line << ": " << test.words << '\n' << text;
            same = false;
        }
    }
    std::cout << path.string() << ": " << outcomes.size() << " commands, "
              << (same ? "as written" : "not as written") << '\n';
    return same;
}

int run(const Options& options) {
    const bool has_shared = fs::exists(options.places.shared / "data");
    bool same = true;
    bool any = false;
    for (const auto& path : options.files) {
        try {
            const auto file = parse(path);
            if (file.needs_shared && !has_shared) {
                std::cout << path.string() << ": SKIPPED, it needs the published files in ../shared/data\n";
                continue;
            }
            any = true;
            same = run_file(options, path, file) && same;
        } catch (const std::exception& error) {
            throw std::runtime_error(path.string() + ": " + error.what());
        }
    }
    return !any ? skipped : same ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(parse_options({argv + 1, argv + argc}));
    } catch (const std::exception& error) {
        std::cerr << "golden: " << error.what() << '\n';
        return 2;
    }
}
