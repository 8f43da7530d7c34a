// An empty folder among the temporary ones, that goes when its owner does.
#pragma once

#include <filesystem>

namespace golden {

class FreshFolder {
public:
    FreshFolder();  // throws std::system_error where it cannot be made
    ~FreshFolder();
    FreshFolder(const FreshFolder&) = delete;
    FreshFolder& operator=(const FreshFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

}  // namespace golden
