#include "fetch/address.hpp"

#include "core/error.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace pledgebook::fetch {

namespace {

struct Cleanup {
    void operator()(CURLU* handle) const { curl_url_cleanup(handle); }
    void operator()(char* text) const { curl_free(text); }
};
using Url = std::unique_ptr<CURLU, Cleanup>;

Url parsed(const std::string& address, unsigned flags) {
    Url url(curl_url());
    const bool fine = url && curl_url_set(url.get(), CURLUPART_URL, address.c_str(), flags) == CURLUE_OK;
    return fine ? std::move(url) : Url();
}

std::string part(const Url& url, CURLUPart which, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) {
        return {};
    }
    const std::unique_ptr<char, Cleanup> owned(text);
    return text;
}

bool is_web(const Url& url) {
    const auto scheme = part(url, CURLUPART_SCHEME);
    return (scheme == "https" || scheme == "http") && !part(url, CURLUPART_HOST).empty();
}

std::string without_fragment(const Url& url) {
    curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
    return part(url, CURLUPART_URL);
}

std::string trimmed(std::string_view text) {
    const std::string_view blanks = " \t\r\n\f\v";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return {};
    }
    std::string inner(text.substr(first, text.find_last_not_of(blanks) + 1 - first));
    // As browsers do with an address that was broken over two lines.
    inner.erase(std::remove_if(inner.begin(), inner.end(),
                               [](char c) { return c == '\n' || c == '\r' || c == '\t'; }),
                inner.end());
    return inner;
}

constexpr unsigned lenient = CURLU_URLENCODE | CURLU_ALLOW_SPACE;

}  // namespace

std::string checked_address(std::string_view address) {
    auto text = trimmed(address);
    if (text.find("://") == std::string::npos) {
        text.insert(0, "https://");
    }
    const auto url = parsed(text, lenient);
    if (!url || !is_web(url)) {
        throw Error("'" + trimmed(address) + "' is no address that can be fetched",
                    "give one that begins with https:// (or http://, where there is no other)");
    }
    return without_fragment(url);
}

std::optional<std::string> joined(const std::string& base, std::string_view reference) {
    const auto url = parsed(base, lenient);
    const auto text = trimmed(reference);
    if (!url || text.empty() || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), lenient) != CURLUE_OK ||
        !is_web(url)) {
        return std::nullopt;
    }
    return without_fragment(url);
}

std::string shown(const std::string& address) {
    const auto url = parsed(address, lenient);
    if (!url) {
        return address.substr(0, address.find("://")) + "://…";
    }
    curl_url_set(url.get(), CURLUPART_USER, nullptr, 0);
    curl_url_set(url.get(), CURLUPART_PASSWORD, nullptr, 0);
    return without_fragment(url);
}

bool is_plain(std::string_view address) {
    return address.starts_with("http://");
}

std::string host_of(const std::string& address) {
    const auto url = parsed(address, lenient);
    if (!url) {
        return {};
    }
    const auto port = part(url, CURLUPART_PORT);
    return part(url, CURLUPART_HOST) + (port.empty() ? "" : ":" + port);
}

std::string file_name_of(const std::string& address) {
    const auto url = parsed(address, lenient);
    if (!url) {
        return {};
    }
    auto path = part(url, CURLUPART_PATH, CURLU_URLDECODE);
    if (path.empty()) {  // what it decodes to is no text
        path = part(url, CURLUPART_PATH);
    }
    auto name = path.substr(path.find_last_of("/\\") + 1);
    return name == "." || name == ".." ? std::string() : name;
}

}  // namespace pledgebook::fetch
