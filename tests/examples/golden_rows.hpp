// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_EXAMPLES_GOLDEN_ROWS_HPP
#define MOTE_TESTS_EXAMPLES_GOLDEN_ROWS_HPP

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace test {

/// The numbers of a file of this example with comma-separated values, without its line of names.
template <class T>
std::vector<std::vector<T>> golden_rows(const std::string& name) {
    std::ifstream file(MOTE_EXAMPLE "/" + name);
    std::vector<std::vector<T>> rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream cells(line);
        rows.emplace_back();
        for (T value; cells >> value; cells.ignore()) rows.back().push_back(value);
    }
    return rows;
}

} // namespace test

#endif
