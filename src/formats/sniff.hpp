// What sort of file these bytes are, by the bytes alone.
#pragma once

#include <string_view>

namespace pledgebook::formats {

enum class FileType {
    empty,
    workbook,       // a zip with a workbook in it
    zip,            // another zip
    open_document,  // .ods and its like
    legacy_excel,   // .xls of before 2007
    encrypted,      // an encrypted Office file
    html,
    xml,
    pdf,
    text,    // anything that reads as text: CSV and the like
    binary,  // none of the above
};

FileType sniff(std::string_view bytes);

// "an HTML page", "a PDF": for errors.
std::string_view describe(FileType type);

}  // namespace pledgebook::formats
