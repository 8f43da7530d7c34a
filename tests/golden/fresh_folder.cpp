#include "fresh_folder.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace golden {

FreshFolder::FreshFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "pledgebook-golden-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::system_error(errno, std::generic_category(), name);
    }
    m_path = std::filesystem::canonical(name);
}

FreshFolder::~FreshFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

}  // namespace golden
