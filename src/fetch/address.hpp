// Addresses of the web: only http and https, made absolute, and shown without the passwords in them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pledgebook::fetch {

// The address as it is asked for: without a fragment, blanks encoded, "example.org/page" taken for https.
// Throws Error where it is no address of http or https.
std::string checked_address(std::string_view address);

// A reference as it stands in a page ("../a.xlsx", "//example.org/a", "?b") against that page's address.
// Nothing where it is none, or leads elsewhere than http and https ("mailto:", "javascript:").
std::optional<std::string> joined(const std::string& base, std::string_view reference);

// For people: without user, password and fragment.
std::string shown(const std::string& address);

// http, which anybody on the way can read and change.
bool is_plain(std::string_view address);

// "www.kielinstitut.de", with its port where that is not the usual one.
std::string host_of(const std::string& address);

// The last part of the path, decoded; never a path itself, and empty where there is none.
std::string file_name_of(const std::string& address);

}  // namespace pledgebook::fetch
