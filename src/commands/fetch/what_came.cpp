#include "commands/fetch/what_came.hpp"

#include "core/error.hpp"
#include "fetch/address.hpp"
#include "fetch/links.hpp"
#include "formats/container.hpp"
#include "formats/sniff.hpp"
#include "formats/workbook.hpp"
#include "render/screen_text.hpp"

namespace pledgebook::commands {

namespace {

constexpr int excerpt = 60;  // columns

bool looks_like_json(std::string_view bytes) {
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

std::string quoted(std::string_view text) {
    auto words = render::harmless(text.substr(0, 1000));
    words.erase(words.find_last_not_of(' ') + 1);
    return "'" + render::shortened(words, excerpt) + "'";
}

std::string name_of_page(std::string_view html, const std::string& address) {
    const auto page = fetch::read_html(html, address);
    const auto& name = page.title.empty() ? page.first_heading : page.title;
    return (page.asks_for_password ? "a page to log in at" : "an HTML page") +
           (name.empty() ? std::string() : " (" + quoted(name) + ")");
}

// "an HTML page ('Not found')"
std::string name_of(std::string_view bytes, formats::FileType type, const std::string& address) {
    if (type == formats::FileType::html) {
        return name_of_page(bytes, address);
    }
    if (type == formats::FileType::text) {
        return (looks_like_json(bytes) ? "JSON (" : "plain text (") + quoted(bytes) + ")";
    }
    return std::string(formats::describe(type));
}

[[noreturn]] void refuse(std::string_view bytes, formats::FileType type, const std::string& wanted,
                         const std::string& address) {
    throw Error(name_of(bytes, type, address) + " came, and no " + wanted + "; nothing was taken in",
                "open the address in a browser to see why")
        .at(fetch::shown(address));
}

// Every part expanded, its length and check sum compared: what is cut or broken anywhere shows.
void check_whole(std::string_view bytes) {
    const formats::Container container(bytes, {});
    for (std::size_t part = 0; part < container.names().size(); ++part) {
        if (!container.names()[part].ends_with("/")) {
            static_cast<void>(container.read(part));
        }
    }
    formats::Workbook::open(bytes);
}

}  // namespace

void check_workbook(std::string_view bytes, const std::string& address) {
    const auto type = formats::sniff(bytes);
    using formats::FileType;
    if (type != FileType::workbook && type != FileType::zip) {
        refuse(bytes, type, "workbook", address);
    }
    try {
        check_whole(bytes);
    } catch (Error& error) {
        throw error.at(fetch::shown(address));
    }
}

void check_table(std::string_view bytes, const std::string& address) {
    const auto type = formats::sniff(bytes);
    if (type != formats::FileType::text || looks_like_json(bytes)) {
        refuse(bytes, type, "table", address);
    }
}

}  // namespace pledgebook::commands
