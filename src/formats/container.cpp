#include "formats/container.hpp"

#include "core/error.hpp"

#include <fmt/format.h>
#include <libdeflate.h>
#include <zip.h>
#include <algorithm>
#include <map>
#include <mutex>

namespace pledgebook::formats {

namespace {

constexpr std::uint64_t small_file = 1ULL << 20;  // below this, no ratio is suspicious
constexpr const char* get_again =
    "Download the file again; if that does not help, its publisher must mend it.";
constexpr const char* do_not_trust = "Do not trust this file; get it again from its publisher.";

struct Archive {
    explicit Archive(std::string_view bytes) {
        zip_error_t error;
        zip_error_init(&error);
        auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
        const auto code = zip_error_code_zip(&error);
        const std::string message = zip == nullptr ? zip_error_strerror(&error) : "";
        zip_error_fini(&error);
        if (zip != nullptr) {
            return;
        }
        zip_source_free(source);
        if (code == ZIP_ER_NOZIP) {
            throw Error(
                "the file is cut off: it begins as a zip container, but the directory at its end is missing",
                get_again);
        }
        throw Error("the zip container is damaged (" + message + ")", get_again);
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    ~Archive() {
        if (zip != nullptr) {
            zip_discard(zip);
        }
    }
    zip_t* zip = nullptr;
};

std::string lower(std::string_view name) {
    std::string result(name);
    for (auto& each : result) {
        if (each >= 'A' && each <= 'Z') {
            each = static_cast<char>(each - 'A' + 'a');
        }
    }
    return result;
}

bool climbs_out(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos ||
        (name.size() > 1 && name[1] == ':')) {
        return true;
    }
    while (!name.empty()) {
        const auto slash = name.find('/');
        const auto part = name.substr(0, slash);
        if (part == ".." || part == ".") {
            return true;
        }
        name = slash == std::string_view::npos ? std::string_view{} : name.substr(slash + 1);
    }
    return false;
}

struct Entry {
    std::uint64_t stored = 0;
    std::uint64_t expanded = 0;
    std::uint32_t crc = 0;
    int method = 0;
};

Entry describe_entry(zip_t* zip, std::uint64_t index, const WorkbookLimits& limits) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_uint64_t wanted = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD;
    if (zip_stat_index(zip, index, 0, &stat) != 0 || (stat.valid & wanted) != wanted) {
        throw Error("the zip directory is damaged", get_again);
    }
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
        throw Error("the file is locked with a password", "Unpack it with its password first.");
    }
    if (stat.size > limits.expanded_bytes) {
        throw Error(
            fmt::format("it would expand to {} bytes; the limit is {}", stat.size, limits.expanded_bytes),
            do_not_trust);
    }
    if (stat.size > small_file && stat.size / limits.ratio > stat.comp_size) {
        throw Error(fmt::format("it would expand from {} to {} bytes; the limit is {} times", stat.comp_size,
                                stat.size, limits.ratio),
                    do_not_trust);
    }
    return {stat.comp_size, stat.size, stat.crc, stat.comp_method};
}

std::string inflate(const std::string& stored, std::uint64_t expanded) {
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflater(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    if (inflater == nullptr) {
        throw std::bad_alloc();
    }
    std::string result(expanded, '\0');
    std::size_t used = 0;
    std::size_t made = 0;
    const auto outcome = libdeflate_deflate_decompress_ex(inflater.get(), stored.data(), stored.size(),
                                                          result.data(), result.size(), &used, &made);
    if (outcome == LIBDEFLATE_INSUFFICIENT_SPACE) {
        throw Error(fmt::format("it holds more than the {} bytes that the directory declares", expanded),
                    do_not_trust);
    }
    if (outcome != LIBDEFLATE_SUCCESS || made != expanded || used != stored.size()) {
        throw Error("its compressed data is damaged", get_again);
    }
    return result;
}

}  // namespace

struct Container::Directory {
    explicit Directory(std::string_view bytes) : archive(bytes) {}

    Archive archive;
    std::mutex reading;      // libzip's archive has one place at which it reads
    std::uint64_t size = 0;  // of the whole file
    std::vector<std::string> names;
    std::vector<Entry> entries;
    std::map<std::string, std::size_t> by_name;  // in lower case

    // The bytes of a file as they lie in the container.
    std::string stored(std::size_t index) {
        const std::lock_guard<std::mutex> alone(reading);
        const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
            zip_fopen_index(archive.zip, index, ZIP_FL_COMPRESSED), &zip_fclose);
        std::string data(entries.at(index).stored, '\0');
        if (file == nullptr ||
            zip_fread(file.get(), data.data(), data.size()) != static_cast<zip_int64_t>(data.size())) {
            throw Error("its data is cut off or not where the directory says", get_again);
        }
        return data;
    }

    void add(std::uint64_t index, const WorkbookLimits& limits) {
        const char* raw = zip_get_name(archive.zip, index, 0);
        if (raw == nullptr) {
            throw Error("the zip directory is damaged: a file in it has no name", get_again);
        }
        const std::string name = raw;
        if (climbs_out(name)) {
            throw Error(fmt::format("'{}' in the container is a name that leads out of it", name),
                        do_not_trust);
        }
        if (!by_name.emplace(lower(name), names.size()).second) {
            throw Error(fmt::format("'{}' is in the container twice", name), do_not_trust);
        }
        try {
            entries.push_back(describe_entry(archive.zip, index, limits));
        } catch (Error& error) {
            error.at(name);
            throw;
        }
        if (entries.back().stored > size) {
            throw Error("the zip directory is damaged: a file is longer than its container", get_again)
                .at(name);
        }
        names.push_back(name);
    }
};

Container::Container(std::string_view bytes, const WorkbookLimits& limits)
    : m_directory(std::make_unique<Directory>(bytes)) {
    auto& directory = *m_directory;
    directory.size = bytes.size();
    const auto count = static_cast<std::uint64_t>(zip_get_num_entries(directory.archive.zip, 0));
    if (count > limits.entries) {
        throw Error(fmt::format("the container holds {} files; the limit is {}", count, limits.entries),
                    do_not_trust);
    }
    std::uint64_t total = 0;
    for (std::uint64_t index = 0; index < count; ++index) {
        directory.add(index, limits);
        total += directory.entries.back().expanded;
        if (total > limits.expanded_bytes) {
            throw Error(
                fmt::format("the container's files would expand to more than {} bytes, which is the limit",
                            limits.expanded_bytes),
                do_not_trust);
        }
    }
}

Container::Container(Container&&) noexcept = default;
Container& Container::operator=(Container&&) noexcept = default;
Container::~Container() = default;

const std::vector<std::string>& Container::names() const {
    return m_directory->names;
}

std::optional<std::size_t> Container::find(std::string_view name) const {
    const auto found = m_directory->by_name.find(lower(name));
    return found == m_directory->by_name.end() ? std::nullopt : std::optional(found->second);
}

std::string Container::read(std::size_t index) const {
    const auto& entry = m_directory->entries.at(index);
    try {
        if (entry.method != ZIP_CM_STORE && entry.method != ZIP_CM_DEFLATE) {
            throw Error(fmt::format("it is compressed by method {}, which is not read here", entry.method),
                        "Open the file in a spreadsheet program and save it as .xlsx, or pack it again as a "
                        "plain zip.");
        }
        auto data = m_directory->stored(index);
        if (entry.method == ZIP_CM_DEFLATE) {
            data = inflate(data, entry.expanded);
        }
        if (data.size() != entry.expanded || libdeflate_crc32(0, data.data(), data.size()) != entry.crc) {
            throw Error("its data is damaged: the check sum does not agree", get_again);
        }
        return data;
    } catch (Error& error) {
        error.at(m_directory->names.at(index));
        throw;
    }
}

}  // namespace pledgebook::formats
