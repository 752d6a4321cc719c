// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_TEXT_TABLE_HPP
#define MOTE_CLI_TEXT_TABLE_HPP

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace cli {

/// Rows of words printed in columns as wide as they need.
class TextTable {
public:
    /// One letter for each column: 'l' starts on the left, 'r' ends on the right.
    explicit TextTable(std::string alignments) : alignments_(std::move(alignments)) {}

    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

    void print(std::ostream& out, const std::string& indent = "") const {
        const std::vector<std::size_t> widths = column_widths();
        for (const auto& row : rows_) {
            std::string line = indent;
            for (std::size_t i = 0; i < row.size(); ++i) {
                const std::string padding(widths[i] - row[i].size(), ' ');
                line += alignments_[i] == 'r' ? padding + row[i] : row[i] + padding;
                line += "  ";
            }
            line.erase(line.find_last_not_of(' ') + 1);
            out << line << '\n';
        }
    }

private:
    std::vector<std::size_t> column_widths() const {
        std::vector<std::size_t> widths(alignments_.size());
        for (const auto& row : rows_)
            for (std::size_t i = 0; i < row.size(); ++i) widths[i] = (std::max)(widths[i], row[i].size());
        return widths;
    }

    std::string alignments_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace cli

#endif
