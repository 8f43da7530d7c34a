// The files of data/, as they are compiled into the program.
#pragma once

#include <string_view>
#include <vector>

namespace pledgebook::data {

struct File {
    std::string_view name;  // path below data/: "donors.tsv", "words/en.tsv"
    std::string_view bytes;
};

// All of them, by name.
const std::vector<File>& files();

// The file of that name; empty bytes where there is none.
std::string_view file(std::string_view name);

}  // namespace pledgebook::data
