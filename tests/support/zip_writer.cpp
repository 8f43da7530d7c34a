#include "support/zip_writer.hpp"

#include <libdeflate.h>
#include <memory>

namespace pledgebook::test_support {

namespace {

constexpr std::uint32_t in_zip64 = 0xFFFFFFFF;
constexpr std::uint16_t dos_day = 0x21;  // 1 January 1980

class Bytes {
public:
    template <typename Number>
    Bytes& put(Number value) {
        for (std::size_t byte = 0; byte < sizeof(Number); ++byte) {
            m_out += static_cast<char>((static_cast<std::uint64_t>(value) >> (8 * byte)) & 0xFFU);
        }
        return *this;
    }
    Bytes& put(const std::string& text) {
        m_out += text;
        return *this;
    }
    [[nodiscard]] std::uint64_t size() const { return m_out.size(); }
    [[nodiscard]] const std::string& str() const { return m_out; }

private:
    std::string m_out;
};

struct Entry {
    const ZipPart* part;
    std::string data;
    std::uint64_t size;
    std::uint32_t crc;
    std::uint16_t method;
    std::uint64_t place = 0;
};

Entry make_entry(const ZipPart& part, int level) {
    auto data = part.stored ? *part.stored : part.compress ? deflate(part.bytes, level) : part.bytes;
    return {&part, std::move(data), part.declared_size.value_or(part.bytes.size()),
            part.declared_crc.value_or(libdeflate_crc32(0, part.bytes.data(), part.bytes.size())),
            static_cast<std::uint16_t>(part.compress ? 8 : 0)};
}

// APPNOTE 4.5.3: the true sizes (and in the directory the place) where the header says 0xFFFFFFFF.
std::string zip64_field(const Entry& entry, bool directory) {
    Bytes field;
    field.put<std::uint16_t>(1).put<std::uint16_t>(directory ? 24 : 16);
    field.put<std::uint64_t>(entry.size).put<std::uint64_t>(entry.data.size());
    if (directory) {
        field.put<std::uint64_t>(entry.place);
    }
    return field.str();
}

void put_common(Bytes& out, const Entry& entry, bool zip64, std::size_t extra) {
    constexpr std::uint16_t utf8_names = 0x800;
    out.put<std::uint16_t>(utf8_names).put<std::uint16_t>(entry.method);
    out.put<std::uint16_t>(0).put<std::uint16_t>(dos_day).put<std::uint32_t>(entry.crc);
    out.put<std::uint32_t>(zip64 ? in_zip64 : static_cast<std::uint32_t>(entry.data.size()));
    out.put<std::uint32_t>(zip64 ? in_zip64 : static_cast<std::uint32_t>(entry.size));
    out.put<std::uint16_t>(static_cast<std::uint16_t>(entry.part->name.size()));
    out.put<std::uint16_t>(static_cast<std::uint16_t>(extra));
}

void put_local(Bytes& out, Entry& entry, bool zip64) {
    entry.place = out.size();
    const auto extra = zip64 ? zip64_field(entry, false) : std::string{};
    out.put<std::uint32_t>(0x04034B50).put<std::uint16_t>(zip64 ? 45 : 20);
    put_common(out, entry, zip64, extra.size());
    out.put(entry.part->name).put(extra).put(entry.data);
}

void put_directory(Bytes& out, const Entry& entry, bool zip64) {
    const auto extra = zip64 ? zip64_field(entry, true) : std::string{};
    out.put<std::uint32_t>(0x02014B50).put<std::uint16_t>(45).put<std::uint16_t>(zip64 ? 45 : 20);
    put_common(out, entry, zip64, extra.size());
    out.put<std::uint16_t>(0).put<std::uint16_t>(0).put<std::uint16_t>(0).put<std::uint32_t>(0);
    out.put<std::uint32_t>(zip64 ? in_zip64 : static_cast<std::uint32_t>(entry.place));
    out.put(entry.part->name).put(extra);
}

void put_end(Bytes& out, std::uint64_t begin, std::size_t count, bool zip64) {
    const auto size = out.size() - begin;
    const auto end = out.size();
    if (zip64) {
        out.put<std::uint32_t>(0x06064B50)
            .put<std::uint64_t>(44)
            .put<std::uint16_t>(45)
            .put<std::uint16_t>(45);
        out.put<std::uint32_t>(0).put<std::uint32_t>(0).put<std::uint64_t>(count).put<std::uint64_t>(count);
        out.put<std::uint64_t>(size).put<std::uint64_t>(begin);
        out.put<std::uint32_t>(0x07064B50)
            .put<std::uint32_t>(0)
            .put<std::uint64_t>(end)
            .put<std::uint32_t>(1);
    }
    const auto files = static_cast<std::uint16_t>(zip64 ? 0xFFFF : count);
    out.put<std::uint32_t>(0x06054B50)
        .put<std::uint32_t>(0)
        .put<std::uint16_t>(files)
        .put<std::uint16_t>(files);
    out.put<std::uint32_t>(zip64 ? in_zip64 : static_cast<std::uint32_t>(size));
    out.put<std::uint32_t>(zip64 ? in_zip64 : static_cast<std::uint32_t>(begin));
    out.put<std::uint16_t>(0);
}

}  // namespace

std::string deflate(const std::string& bytes, int level) {
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(level), &libdeflate_free_compressor);
    std::string result(libdeflate_deflate_compress_bound(compressor.get(), bytes.size()), '\0');
    result.resize(libdeflate_deflate_compress(compressor.get(), bytes.data(), bytes.size(), result.data(),
                                              result.size()));
    return result;
}

std::string write_zip(const std::vector<ZipPart>& parts, const ZipOptions& options) {
    std::vector<Entry> entries;
    for (const auto& part : parts) {
        entries.push_back(make_entry(part, options.level));
    }
    Bytes out;
    for (auto& entry : entries) {
        put_local(out, entry, options.zip64);
    }
    const auto begin = out.size();
    for (const auto& entry : entries) {
        put_directory(out, entry, options.zip64);
    }
    put_end(out, begin, entries.size(), options.zip64);
    return out.str();
}

}  // namespace pledgebook::test_support
