// The .sql files of this folder, as they are compiled into the program.
#pragma once

#include <string_view>

namespace pledgebook::store::schema {

extern const std::string_view tables;       // tables.sql
extern const std::string_view views;        // views.sql
extern const std::string_view fingerprint;  // fingerprint.sql

// Changes whenever one of these files or the engine's version does: a cache of another version is made anew.
extern const std::string_view version;

}  // namespace pledgebook::store::schema
