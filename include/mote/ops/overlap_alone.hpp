// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_OVERLAP_ALONE_HPP
#define MOTE_OPS_OVERLAP_ALONE_HPP

#include <cstdint>

namespace mote {

/// Requests::overlap(i, distance) for ops that read input `i` once, in order, and the others throughout. Not
/// where one of the others is computed at run time: it may be the same memory, perhaps under another name.
template <class Node, class Requests>
constexpr void overlap_alone(const Node& node, int i, std::uint32_t distance, Requests& requests) noexcept {
    for (int other = 0; other < node.input_count(); ++other) {
        const auto tensor = node.input(other);
        if (other != i && tensor.present() && !tensor.is_constant() && !tensor.is_variable()) return;
    }
    requests.overlap(i, distance);
}

} // namespace mote

#endif
