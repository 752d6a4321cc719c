// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_SHAPE_HPP
#define MOTE_CORE_SHAPE_HPP

#include "../config.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A tensor's extents, outermost first. Rank 0 is a scalar: one element.
struct Shape {
    static constexpr int max_rank = 8;

    std::int32_t dims[max_rank] = {};
    int rank = 0;

    constexpr std::int32_t operator[](int axis) const noexcept { return dims[axis]; }
    constexpr std::int32_t& operator[](int axis) noexcept { return dims[axis]; }

    /// The extent `from_end` axes before the last: back(0) is the last one.
    constexpr std::int32_t back(int from_end = 0) const noexcept { return dims[rank - 1 - from_end]; }

    /// Product of the extents of axes [first, last).
    constexpr std::int32_t product(int first, int last) const noexcept {
        std::int32_t n = 1;
        for (int axis = first; axis < last; ++axis) n *= dims[axis];
        return n;
    }

    /// Elements in all. A loaded model's shapes never overflow here.
    constexpr std::int32_t elements() const noexcept { return product(0, rank); }
};

constexpr bool operator==(const Shape& a, const Shape& b) noexcept {
    if (a.rank != b.rank) return false;
    for (int axis = 0; axis < a.rank; ++axis)
        if (a.dims[axis] != b.dims[axis]) return false;
    return true;
}
constexpr bool operator!=(const Shape& a, const Shape& b) noexcept { return !(a == b); }

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
