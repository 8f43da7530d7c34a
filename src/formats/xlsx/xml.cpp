#include "formats/xlsx/xml.hpp"

#include "core/error.hpp"

#include <expat.h>
#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <new>
#include <utility>

namespace pledgebook::formats::xlsx {

namespace {

constexpr char separator = '\n';  // expat puts it between namespace and name

// ECMA-376: transitional names first, then those of the strict variant.
constexpr std::array<std::pair<std::string_view, Space>, 8> spaces{{
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", Space::main},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", Space::links},
    {"http://schemas.openxmlformats.org/package/2006/relationships", Space::package_links},
    {"http://schemas.openxmlformats.org/package/2006/content-types", Space::content_types},
    {"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments", Space::threaded},
    {"http://www.w3.org/XML/1998/namespace", Space::xml},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", Space::main},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", Space::links},
}};

struct Name {
    Space space;
    std::string_view local;
};

Name split_name(const char* raw) {
    const std::string_view whole(raw);
    const auto cut = whole.rfind(separator);
    if (cut == std::string_view::npos) {
        return {Space::none, whole};
    }
    const auto uri = whole.substr(0, cut);
    for (const auto& [known, space] : spaces) {
        if (uri == known) {
            return {space, whole.substr(cut + 1)};
        }
    }
    return {Space::other, whole.substr(cut + 1)};
}

// Exceptions must not pass through expat, which is C: they wait here until it has returned.
struct Run {
    XML_Parser parser;
    XmlHandler& handler;
    std::uint32_t depth_limit;
    std::uint32_t depth = 0;
    std::exception_ptr failure = nullptr;

    template <typename Step>
    void guarded(Step step) {
        if (failure != nullptr) {
            return;
        }
        try {
            step();
        } catch (...) {
            failure = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
};

void XMLCALL on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
    auto& run = *static_cast<Run*>(data);
    run.guarded([&] {
        if (++run.depth > run.depth_limit) {
            throw Error(
                fmt::format("the XML is more than {} elements deep, which is the limit", run.depth_limit),
                "Do not trust this file; get it again from its publisher.");
        }
        const auto split = split_name(name);
        run.handler.start(XmlElement(split.space, split.local, attributes));
    });
}

void XMLCALL on_end(void* data, const XML_Char* name) {
    auto& run = *static_cast<Run*>(data);
    run.guarded([&] {
        --run.depth;
        const auto split = split_name(name);
        run.handler.end(split.space, split.local);
    });
}

void XMLCALL on_text(void* data, const XML_Char* text, int length) {
    auto& run = *static_cast<Run*>(data);
    run.guarded([&] { run.handler.text({text, static_cast<std::size_t>(length)}); });
}

// OPC (ECMA-376 part 2, 8.1.4) allows no document type, and with it goes every trick with entities.
void XMLCALL on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    auto& run = *static_cast<Run*>(data);
    run.guarded([] {
        throw Error("the XML declares a document type, which a workbook must not",
                    "Do not trust this file; get it again from its publisher.");
    });
}

void parse_piece(Run& run, std::string_view piece, bool last) {
    const auto status = XML_Parse(run.parser, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (run.failure != nullptr) {
        std::rethrow_exception(run.failure);
    }
    if (status == XML_STATUS_OK) {
        return;
    }
    const auto code = XML_GetErrorCode(run.parser);
    if (code == XML_ERROR_NO_MEMORY) {
        throw std::bad_alloc();
    }
    throw Error(
        fmt::format("the XML is broken at line {}, column {}: {}", XML_GetCurrentLineNumber(run.parser),
                    XML_GetCurrentColumnNumber(run.parser) + 1, XML_ErrorString(code)),
        "Open the file in a spreadsheet program and save it as .xlsx, or download it again.");
}

}  // namespace

std::optional<std::string_view> XmlElement::attribute(std::string_view wanted) const {
    for (const auto* each = m_attributes; *each != nullptr; each += 2) {
        if (wanted == *each) {  // a name without a namespace has no separator in it
            return std::string_view(each[1]);
        }
    }
    return std::nullopt;
}

std::optional<std::string_view> XmlElement::attribute(Space wanted_space, std::string_view wanted) const {
    for (const auto* each = m_attributes; *each != nullptr; each += 2) {
        const auto split = split_name(*each);
        if (split.space == wanted_space && split.local == wanted) {
            return std::string_view(each[1]);
        }
    }
    return std::nullopt;
}

bool XmlElement::flag(std::string_view wanted) const {
    const auto value = attribute(wanted);
    return value && (*value == "1" || *value == "true" || *value == "on");
}

void parse_xml(std::string_view bytes, XmlHandler& handler, const WorkbookLimits& limits) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
        XML_ParserCreateNS(nullptr, separator), &XML_ParserFree);
    if (parser == nullptr) {
        throw std::bad_alloc();
    }
    Run run{parser.get(), handler, limits.depth};
    XML_SetUserData(parser.get(), &run);
    XML_SetElementHandler(parser.get(), &on_start, &on_end);
    XML_SetCharacterDataHandler(parser.get(), &on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), &on_doctype);
    constexpr std::size_t piece = 1U << 18;
    std::size_t place = 0;
    do {
        const auto length = std::min(piece, bytes.size() - place);
        parse_piece(run, bytes.substr(place, length), place + length == bytes.size());
        place += length;
    } while (place < bytes.size());
}

}  // namespace pledgebook::formats::xlsx
