// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_MEMORY_LINEAR_PLANNER_HPP
#define MOTE_MEMORY_LINEAR_PLANNER_HPP

#include "../core/math.hpp"
#include "buffer.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Lays buffers one after the other, in their order, and reuses nothing: every tensor keeps its data to the
/// end. Buffers that have an offset already stay; the others follow after the last of them, at multiples of
/// `alignment`. Empty buffers are left as they are. Returns the head's size in bytes, or head_too_large.
struct linear_planner {
    static constexpr std::uint32_t plan(Buffer* buffers, int count, std::uint32_t alignment) noexcept {
        std::uint32_t end = 0;
        for (int i = 0; i < count; ++i) {
            if (buffers[i].size == 0 || buffers[i].offset == Buffer::unplaced) continue;
            if (!fits(buffers[i].offset, buffers[i].size)) return head_too_large;
            end = maximum(end, buffers[i].offset + buffers[i].size);
        }
        for (int i = 0; i < count; ++i) {
            if (buffers[i].size == 0 || buffers[i].offset != Buffer::unplaced) continue;
            buffers[i].offset = align_up(end, alignment);
            if (!fits(buffers[i].offset, buffers[i].size)) return head_too_large;
            end = buffers[i].offset + buffers[i].size;
        }
        return end;
    }

private:
    static constexpr bool fits(std::uint32_t offset, std::uint32_t size) noexcept {
        return size <= head_limit && offset <= head_limit - size;
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
