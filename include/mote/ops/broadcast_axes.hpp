// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_BROADCAST_AXES_HPP
#define MOTE_OPS_BROADCAST_AXES_HPP

#include "../core/math.hpp"
#include "../core/result.hpp"
#include "../core/shape.hpp"
#include "../kernels/broadcast.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail {

/// Extent of the axis `from_end` axes before the last; 1 beyond the first.
constexpr std::int32_t extent_from_end(const Shape& shape, int from_end) noexcept {
    return from_end < shape.rank ? shape.back(from_end) : 1;
}

/// The axes along which two shapes are combined, merged where the same operands move along neighbours.
struct BroadcastAxes {
    BroadcastAxis axes[Shape::max_rank] = {};
    int count = 0;

    constexpr void add(const BroadcastAxis& axis) noexcept {
        if (count > 0 && axes[count - 1].a_moves == axis.a_moves && axes[count - 1].b_moves == axis.b_moves)
            axes[count - 1].extent *= axis.extent;
        else
            axes[count++] = axis;
    }
};

constexpr Result<BroadcastAxes> merge_axes(const Shape& a, const Shape& b, const Shape& out) noexcept {
    BroadcastAxes merged{};
    for (int i = maximum(out.rank, maximum(a.rank, b.rank)) - 1; i >= 0; --i) {
        const std::int32_t extent_a = extent_from_end(a, i);
        const std::int32_t extent_b = extent_from_end(b, i);
        const std::int32_t extent = maximum(extent_a, extent_b);
        if (extent_a <= 0 || extent_b <= 0 || extent != extent_from_end(out, i))
            return StatusCode::shape_mismatch;
        if ((extent_a != extent && extent_a != 1) || (extent_b != extent && extent_b != 1))
            return StatusCode::shape_mismatch;
        if (extent != 1) merged.add({extent, extent_a == extent, extent_b == extent});
    }
    if (merged.count == 0) merged.add({1, true, true});
    return merged;
}

} // namespace detail

/// Checks that inputs `a` and `b` broadcast to output 0 (leading axes of extent 1 do not count) and puts the
/// axes of the broadcast kernel in the step's table. Their number, at least 1. Zero extents are refused.
template <class Node, class Requests>
constexpr Result<int> broadcast_axes(const Node& node, int a, int b, Requests& requests) noexcept {
    const auto merged =
        detail::merge_axes(node.input(a).shape(), node.input(b).shape(), node.output(0).shape());
    if (!merged) return merged.status();
    const auto table = requests.table(merged->count);
    for (int i = 0; i < merged->count; ++i) table.set(i, merged->axes[i].to_word());
    return merged->count;
}

/// Lets the output lie in the memory of either of two inputs, if of the output's size. For kernels that go
/// forward through all three, on elements of one width.
template <class Node, class Requests>
constexpr void overlap_either(const Node& node, Requests& requests) noexcept {
    for (int i = 0; i < 2; ++i)
        if (node.input(i).elements() == node.output(0).elements()) requests.overlap(i);
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
