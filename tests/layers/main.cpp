// pledgebook_layers layers|house REPOSITORY
// Holds the sources against the design. Prints one line for each thing that is not so; exits 1 where there
// is one, 2 where it could not look.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>

#include "house.hpp"
#include "layers.hpp"
#include "leaks.hpp"

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        throw std::runtime_error("cannot read " + path.string());
    }
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Not the project's own: what is built, fetched, or a book that somebody made here.
bool is_foreign(const fs::path& folder) {
    static const std::set<std::string> names = {"build", ".deps", ".git", ".cache", "node_modules"};
    return names.contains(folder.filename().string()) || folder.extension() == ".book";
}

std::vector<std::string> files_below(const fs::path& top) {
    std::vector<std::string> files;
    for (auto at = fs::recursive_directory_iterator(top); at != fs::recursive_directory_iterator(); ++at) {
        if (at->is_directory() && is_foreign(at->path())) {
            at.disable_recursion_pending();
        } else if (at->is_regular_file()) {
            files.push_back(at->path().lexically_relative(top).generic_string());
        }
    }
    std::ranges::sort(files);
    return files;
}

std::vector<layers::Complaint> check_layers(const fs::path& repository, std::size_t& looked_at) {
    const auto rules = layers::parse_rules(read(repository / "tests/layers/rules.txt"));
    std::map<std::string, std::string> sources;
    std::vector<layers::Complaint> all;
    const auto add = [&](const std::vector<layers::Complaint>& found) {
        for (const auto& complaint : found) {
            all.push_back({"src/" + complaint.path, complaint.line, complaint.what});
        }
    };
    for (const auto& file : files_below(repository / "src")) {
        if (file.ends_with(".cpp") || file.ends_with(".hpp")) {
            sources[file] = read(repository / "src" / file);
            add(layers::check_source(rules, file, sources[file]));
        } else if (file.ends_with("/CMakeLists.txt")) {
            add(layers::check_cmake(rules, file, read(repository / "src" / file)));
            ++looked_at;
        }
    }
    add(layers::find_leaks(rules, sources));
    looked_at += sources.size();
    return all;
}

std::vector<layers::Complaint> check_house(const fs::path& repository, std::size_t& looked_at) {
    std::vector<layers::Complaint> all;
    for (const auto& file : files_below(repository)) {
        const auto found = layers::check_house(file, read(repository / file));
        ++looked_at;
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

int run(const std::string& mode, const fs::path& repository) {
    std::size_t looked_at = 0;
    std::vector<layers::Complaint> complaints;
    if (mode == "layers") {
        complaints = check_layers(repository, looked_at);
    } else if (mode == "house") {
        complaints = check_house(repository, looked_at);
    } else {
        throw std::runtime_error("'" + mode + "' is neither layers nor house");
    }
    if (looked_at == 0) {
        throw std::runtime_error("no file found below " + repository.string());
    }
    for (const auto& complaint : complaints) {
        std::cout << complaint.path;
        if (complaint.line > 0) {
            std::cout << ':' << complaint.line;
        }
        std::cout << ": " << complaint.what << '\n';
    }
    std::cout << mode << ": " << looked_at << " files, " << complaints.size() << " complaints\n";
    return complaints.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc != 3) {
            throw std::runtime_error("usage: pledgebook_layers layers|house REPOSITORY");
        }
        return run(argv[1], argv[2]);
    } catch (const std::exception& error) {
        std::cerr << "layers: " << error.what() << '\n';
        return 2;
    }
}
