#include "commands/import/read_source.hpp"

#include "core/error.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace pledgebook::commands {

namespace {

namespace files = std::filesystem;

constexpr std::uintmax_t largest = 1ULL << 30U;  // a hundred times the largest release

std::string name_of(const files::path& path) {
    const auto clean = path.lexically_normal();
    return clean.has_filename() ? clean.filename().string() : clean.parent_path().filename().string();
}

}  // namespace

std::string read_file(const files::path& path) {
    std::error_code error;
    const auto status = files::status(path, error);
    if (!files::exists(status)) {
        throw Error("there is no such file").at(path.string());
    }
    if (files::is_directory(status)) {
        throw Error("this is a folder, not a file").at(path.string());
    }
    if (files::is_regular_file(status) && files::file_size(path, error) > largest) {
        throw Error("the file is larger than 1 GiB, which no source is").at(path.string());
    }
    std::ifstream in(path, std::ios::binary);
    std::string bytes;
    std::string block(1U << 20U, '\0');
    while (in && bytes.size() <= largest) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        bytes.append(block, 0, static_cast<std::size_t>(in.gcount()));
    }
    if (!in.eof()) {
        const int number = errno;
        throw Error(bytes.size() > largest ? "there is more than 1 GiB in it, which no source has"
                                           : "cannot be read: " + std::string(std::strerror(number)))
            .at(path.string());
    }
    return bytes;
}

store::SourceBytes piped_source(std::istream& in) {
    store::SourceBytes source{"-", false, {}};
    source.files.emplace_back("-", std::string(std::istreambuf_iterator<char>(in), {}));
    return source;
}

store::SourceBytes read_source(const files::path& path) {
    store::SourceBytes source;
    source.name = name_of(path);
    source.folder = files::is_directory(path);
    if (!source.folder) {
        source.files.emplace_back(source.name, read_file(path));
        return source;
    }
    std::error_code error;
    std::vector<files::path> inside;
    for (const auto& each : files::directory_iterator(path, error)) {
        if (each.is_regular_file() && !each.path().filename().string().starts_with(".")) {
            inside.push_back(each.path());
        }
    }
    if (error || inside.empty()) {
        throw Error(error ? "the folder cannot be read: " + error.message() : "the folder holds no files")
            .at(path.string());
    }
    std::sort(inside.begin(), inside.end());
    std::uintmax_t bytes = 0;
    for (const auto& each : inside) {
        source.files.emplace_back(each.filename().string(), read_file(each));
        bytes += source.files.back().second.size();
        if (bytes > largest) {
            throw Error("there is more than 1 GiB in the folder, which no source has").at(path.string());
        }
    }
    return source;
}

}  // namespace pledgebook::commands
