#include "formats/sniff.hpp"

#include "formats/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pledgebook::formats {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view zip_file = "PK\x03\x04"sv;
constexpr std::string_view empty_zip = "PK\x05\x06"sv;
constexpr std::string_view ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;  // compound file, [MS-CFB] 2.2
constexpr std::string_view encrypted_package = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;

FileType sniff_zip(std::string_view bytes) {
    // An OpenDocument says what it is in its first file, which is never compressed (part 2, 3.3).
    if (bytes.substr(std::min<std::size_t>(bytes.size(), 30))
            .starts_with("mimetypeapplication/vnd.oasis.opendocument.")) {
        return FileType::open_document;
    }
    // Names stand uncompressed before each file and in the directory, so even half a workbook shows.
    return bytes.find("xl/workbook.") != std::string_view::npos ? FileType::workbook : FileType::zip;
}

// The first words after blanks, a byte order mark, remarks and declarations.
FileType sniff_markup(std::string_view text) {
    std::string head;
    for (const auto each : text.substr(0, 4096)) {
        head += static_cast<char>(each >= 'A' && each <= 'Z' ? each - 'A' + 'a' : each);
    }
    const auto first = head.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || head[first] != '<') {
        return FileType::text;
    }
    const auto found = [&](std::string_view word) { return head.find(word) != std::string::npos; };
    if (found("<!doctype html") || found("<html") || found("<head") || found("<body")) {
        return FileType::html;
    }
    return head.compare(first, 5, "<?xml") == 0 ? FileType::xml : FileType::text;
}

}  // namespace

FileType sniff(std::string_view bytes) {
    if (bytes.empty()) {
        return FileType::empty;
    }
    if (bytes.starts_with(zip_file) || bytes.starts_with(empty_zip)) {
        return sniff_zip(bytes);
    }
    if (bytes.starts_with(ole)) {
        return bytes.find(encrypted_package) != std::string_view::npos ? FileType::encrypted
                                                                       : FileType::legacy_excel;
    }
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) {
        return FileType::pdf;
    }
    const auto head = decode_head(bytes);
    return head ? sniff_markup(*head) : FileType::binary;
}

std::string_view describe(FileType type) {
    switch (type) {
        case FileType::empty:
            return "an empty file";
        case FileType::workbook:
            return "an Excel workbook";
        case FileType::zip:
            return "a zip file";
        case FileType::open_document:
            return "an OpenDocument file (.ods)";
        case FileType::legacy_excel:
            return "an Office file of before 2007 (.xls)";
        case FileType::encrypted:
            return "an Office file locked with a password";
        case FileType::html:
            return "an HTML page";
        case FileType::xml:
            return "an XML file";
        case FileType::pdf:
            return "a PDF";
        case FileType::text:
            return "plain text";
        case FileType::binary:
            break;
    }
    return "a file of an unknown sort";
}

}  // namespace pledgebook::formats
