// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_MEMORY_CHECK_PLAN_HPP
#define MOTE_MEMORY_CHECK_PLAN_HPP

#include "../core/math.hpp"
#include "buffer.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Whether two buffers of a plan do each other no harm: they never hold data at the same time, or lie apart,
/// or overlap as one of them permits.
constexpr bool compatible(const Buffer* buffers, int i, int j) noexcept {
    const Buffer& a = buffers[i];
    const Buffer& b = buffers[j];
    if (!live_together(a, b)) return true;
    if (a.offset <= b.offset && b.offset - a.offset >= clearance(buffers, i, j)) return true;
    return b.offset <= a.offset && a.offset - b.offset >= clearance(buffers, j, i);
}

/// Whether a complete plan is safe: every buffer that is not empty has an offset, and is compatible with all
/// others. For plans that come with an untrusted model.
constexpr bool plan_is_valid(const Buffer* buffers, int count) noexcept {
    for (int i = 0; i < count; ++i) {
        if (buffers[i].size != 0 && buffers[i].offset == Buffer::unplaced) return false;
        for (int j = 0; j < i; ++j) {
            if (!compatible(buffers, i, j)) return false;
        }
    }
    return true;
}

/// The largest sum in bytes of the buffers that live at one step: the least head without overlaps.
constexpr std::uint64_t lower_bound(const Buffer* buffers, int count) noexcept {
    std::uint64_t largest = 0;
    for (int i = 0; i < count; ++i) {
        // The sum only rises where a buffer begins.
        const std::uint16_t step = buffers[i].first;
        std::uint64_t sum = 0;
        for (int j = 0; j < count; ++j) {
            if (buffers[j].first <= step && step <= buffers[j].last) sum += buffers[j].size;
        }
        largest = maximum(largest, sum);
    }
    return largest;
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
