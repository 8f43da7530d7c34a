// make_tracker SHAPE [--rows N] [--seed N] FILE: writes a workbook in the shape of one of the tracker's
// releases, for benchmarks and for people who want to try one.
#include "support/tracker/tracker.hpp"

#include <fstream>
#include <iostream>
#include <stdexcept>
#include <vector>

namespace {

using namespace pledgebook::test_support;

int usage() {
    std::cerr << "make_tracker SHAPE [--rows N] [--seed N] FILE\nShapes:";
    for (const auto name : tracker_shape_names()) {
        std::cerr << ' ' << name;
    }
    std::cerr << '\n';
    return 2;
}

int make(const std::vector<std::string>& words) {
    unsigned rows = 0;
    std::uint32_t seed = 1;
    std::vector<std::string> rest;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool option = words[at] == "--rows" || words[at] == "--seed";
        if (option && at + 1 == words.size()) {
            return usage();
        }
        if (words[at] == "--rows") {
            rows = static_cast<unsigned>(std::stoul(words[++at]));
        } else if (words[at] == "--seed") {
            seed = static_cast<std::uint32_t>(std::stoul(words[++at]));
        } else {
            rest.push_back(words[at]);
        }
    }
    if (rest.size() != 2) {
        return usage();
    }
    const auto made = make_tracker(rest[0], rows, seed);
    std::ofstream file(rest[1], std::ios::binary);
    file << made.bytes;
    file.close();
    if (!file) {
        std::cerr << rest[1] << " could not be written\n";
        return 2;
    }
    std::cout << made.shape.sheets.size() << " sheets, " << made.ledger.truth.rows << " rows of "
              << made.shape.columns.size() << " columns, " << made.bytes.size() << " bytes\n";
    return 0;
}

}  // namespace

int main(int count, char** words) {
    try {
        return make({words + 1, words + count});
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return usage();
    }
}
