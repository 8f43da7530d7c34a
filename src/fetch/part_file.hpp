// What has come so far of a download, kept in a file so that the next try goes on from there, and beside it
// ("<file>.from") of which state of which address it is. Locked against other processes while it is open.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace pledgebook::fetch {

// The state of a file, as its server names it.
struct Origin {
    std::string address;
    std::string tag;                    // its strong ETag, with the quotation marks
    std::string modified;               // its Last-Modified, as the server writes it
    std::optional<std::uint64_t> size;  // of the whole

    // What the server can be asked to hold against its own state; empty where that cannot be told.
    [[nodiscard]] const std::string& validator() const { return tag.empty() ? modified : tag; }

    bool operator==(const Origin&) const = default;
};

class PartFile {
public:
    // Opens what there is, or makes an empty one. Throws Error where that cannot be written, or another
    // process has it open.
    explicit PartFile(std::filesystem::path file);
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    // An empty one goes.
    ~PartFile();

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] const Origin& origin() const { return m_origin; }

    // Empties the file; what is added from now on is of this state.
    void start(Origin origin);
    void add(std::string_view bytes);
    [[nodiscard]] std::string bytes() const;

    // Puts the file where it belongs, whole. Throws Error where something is there already.
    void keep_as(const std::filesystem::path& file);
    // Both files go.
    void remove();

private:
    bool open_and_lock();
    void read_origin();
    [[nodiscard]] std::filesystem::path origin_path() const { return m_path.string() + ".from"; }

    std::filesystem::path m_path;
    int m_descriptor = -1;
    std::uint64_t m_size = 0;
    Origin m_origin;
    bool m_gone = false;
};

}  // namespace pledgebook::fetch
