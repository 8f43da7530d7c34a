#include "store/sources.hpp"

#include "core/error.hpp"
#include "store/disk.hpp"
#include "store/hash.hpp"

#include <algorithm>
#include <system_error>

namespace pledgebook::store {

namespace fs = std::filesystem;

fs::path Sources::path_of(const std::string& hash) const {
    return m_folder / hash.substr(0, 2) / hash;
}

bool Sources::holds(const std::string& hash) const {
    const auto file = path_of(hash);
    std::error_code ignored;
    return fs::is_regular_file(file, ignored) && sha256(read_file(file)) == hash;
}

bool Sources::put(const std::string& hash, std::string_view bytes) const {
    if (holds(hash)) {
        return false;
    }
    const auto file = path_of(hash);
    std::error_code failed;
    if (fs::create_directories(file.parent_path(), failed); failed) {
        fail_by_system("cannot be made", file.parent_path(), failed.value());
    }
    sync_folder(m_folder);
    write_durably(file, bytes);
    return true;
}

std::string Sources::get(const std::string& hash) const {
    const auto file = path_of(hash);
    const std::string advice =
        "Put the file back from a backup (its SHA-256 is its name), or import the file or folder it came "
        "from "
        "again.";
    if (std::error_code ignored; !fs::exists(file, ignored)) {
        throw Error("a source of this book is missing", advice).at(file.string());
    }
    auto bytes = read_file(file);
    if (sha256(bytes) != hash) {
        throw Error("a source of this book was altered: it is not what its name says", advice)
            .at(file.string());
    }
    return bytes;
}

void Sources::remove(const std::string& hash) const {
    std::error_code ignored;
    fs::remove(path_of(hash), ignored);
    fs::remove(path_of(hash).parent_path(), ignored);  // only where it is empty
}

Sources::Listing Sources::list() const {
    Listing listing;
    if (std::error_code ignored; !fs::is_directory(m_folder, ignored)) {
        return listing;
    }
    for (const auto& each : fs::recursive_directory_iterator(m_folder)) {
        if (each.is_directory()) {
            continue;
        }
        const auto name = each.path().filename().string();
        if (is_sha256(name) && each.path() == path_of(name)) {
            listing.hashes.push_back(name);
        } else {
            listing.others.push_back(each.path().lexically_relative(m_folder.parent_path()).generic_string());
        }
    }
    std::sort(listing.hashes.begin(), listing.hashes.end());
    std::sort(listing.others.begin(), listing.others.end());
    return listing;
}

void Sources::clean() const {
    for (const auto& name : list().others) {
        if (is_leftover(name)) {
            std::error_code ignored;
            fs::remove(m_folder.parent_path() / name, ignored);
        }
    }
}

}  // namespace pledgebook::store
