// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_NEAREST_HPP
#define MOTE_CLI_NEAREST_HPP

#include <algorithm>
#include <string>
#include <vector>

namespace cli {

/// How many letters must be put in, left out, replaced or swapped with their neighbour to make one word the
/// other.
inline std::size_t edits_between(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> edits(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                edits[i][j] = i + j;
                continue;
            }
            const std::size_t differs = a[i - 1] == b[j - 1] ? 0 : 1;
            std::size_t least = edits[i - 1][j - 1] + differs;
            least = (std::min)({least, edits[i - 1][j] + 1, edits[i][j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                least = (std::min)(least, edits[i - 2][j - 2] + 1);
            edits[i][j] = least;
        }
    return edits[a.size()][b.size()];
}

/// The nearest of the `known` words; empty when more than half of the longer word would have to change,
/// unless it only ends earlier or later.
inline std::string nearest(const std::string& word, const std::vector<std::string>& known) {
    std::string best;
    std::size_t least = 0;
    for (const std::string& one : known) {
        const std::size_t edits = edits_between(word, one);
        const std::size_t length = (std::min)(word.size(), one.size());
        const bool is_start = length > 2 && word.compare(0, length, one, 0, length) == 0;
        if (!is_start && 2 * edits > (std::max)(word.size(), one.size())) continue;
        if (!best.empty() && edits >= least) continue;
        best = one;
        least = edits;
    }
    return best;
}

/// "; did you mean run?", or nothing where no word is near.
inline std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
    const std::string best = nearest(word, known);
    return best.empty() ? "" : "; did you mean " + best + "?";
}

/// "a, b, c".
inline std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

} // namespace cli

#endif
