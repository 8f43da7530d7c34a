// Reads a workbook whole (values, formulas, links, comments) and prints what it found, for bench/reading.sh.
#include "core/error.hpp"
#include "formats/workbook.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "reading FILE\n";
        return 2;
    }
    try {
        std::ifstream file(words[1], std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        const auto workbook = pledgebook::formats::Workbook::open(bytes);
        std::size_t values = 0;
        std::size_t formulas = 0;
        for (std::size_t index = 0; index < workbook.sheets().size(); ++index) {
            const auto sheet = workbook.load(index);
            for (const auto& row : sheet.rows) {
                for (const auto& cell : row.cells) {
                    values += cell.has_value() ? 1U : 0U;
                    formulas += cell.formula.empty() ? 0U : 1U;
                }
            }
        }
        std::cout << values << " values, " << formulas << " formulas\n";
        return 0;
    } catch (const pledgebook::Error& error) {
        std::cerr << error.what() << '\n';
        return 2;
    }
}
