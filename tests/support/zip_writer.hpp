// Zip containers for tests: sound ones, and ones that lie.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pledgebook::test_support {

struct ZipPart {
    std::string name;
    std::string bytes;
    bool compress = true;
    std::optional<std::uint64_t> declared_size = std::nullopt;  // instead of the true expanded size
    std::optional<std::uint32_t> declared_crc = std::nullopt;   // instead of the true check sum
    std::optional<std::string> stored =
        std::nullopt;  // the data as it lies in the container, instead of `bytes` packed
};

struct ZipOptions {
    bool zip64 = false;  // sizes, places and counts in the 64-bit records, as in files over 4 GiB
    int level = 6;       // of compression, from 1 (fastest, as spreadsheet programs do it) to 12
};

std::string write_zip(const std::vector<ZipPart>& parts, const ZipOptions& options = {});

// `bytes` compressed as a zip does it (raw deflate).
std::string deflate(const std::string& bytes, int level = 6);

}  // namespace pledgebook::test_support
