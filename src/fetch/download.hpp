// A file from its address into a part file, going on from what came before where the server can prove that
// the file is still the same.
#pragma once

#include "fetch/limits.hpp"
#include "fetch/part_file.hpp"

#include <cstdint>
#include <string>

namespace pledgebook::fetch {

struct Downloaded {
    std::string address;      // where it came from in the end
    std::uint64_t kept = 0;   // bytes that were there before and did not have to come again
    bool begun_anew = false;  // something was there, but of another state of the file
};

// When it returns, `part` holds the whole file, as the server sent it. What breaks off is tried again, from
// where it broke off; as long as that brings more, without end. Throws Error; what has come so far then stays
// in `part`, where the server can go on from it.
Downloaded download(const std::string& address, PartFile& part, const Limits& limits,
                    const Progress& progress);

}  // namespace pledgebook::fetch
