// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_POINTWISE_HPP
#define MOTE_OPS_POINTWISE_HPP

#include "../core/result.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Elements of an op that makes one output element T of each input element U, in order: as many of both, else
/// shape_mismatch. Lets the output overlap the input as far as a forward walk allows, which reads an element
/// before it writes it or any above it.
template <class U, class T, class Node, class Requests>
constexpr Result<std::int32_t> pointwise_elements(const Node& node, Requests& requests) noexcept {
    constexpr auto gain = static_cast<std::uint32_t>(sizeof(T) > sizeof(U) ? sizeof(T) - sizeof(U) : 0);
    const std::int32_t n = node.input(0).elements();
    if (node.output(0).elements() != n)
        return Status(StatusCode::shape_mismatch).at_tensor(node.output(0).index());
    requests.overlap(0, n > 0 ? static_cast<std::uint32_t>(n - 1) * gain : 0);
    return n;
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
