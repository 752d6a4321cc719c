// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_MEMORY_BUFFER_HPP
#define MOTE_MEMORY_BUFFER_HPP

#include "../core/math.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// One block of head memory that lives from step `first` to step `last` (both ends count).
/// An empty one (size 0) is nothing to them; its owner may keep what he likes in it.
struct Buffer {
    static constexpr std::uint32_t unplaced = 0xFFFFFFFFu;
    static constexpr std::uint16_t none = 0xFFFFu;

    std::uint32_t size = 0;          // bytes
    std::uint32_t offset = unplaced; // the planner's answer: bytes from the head's base
    std::uint32_t distance = 0;      // with `shares`: this buffer may start so far below that one, or farther
    std::uint16_t first = 0;
    std::uint16_t last = 0;
    std::uint16_t id = 0;        // the owner's business: a tensor index or a scratch number
    std::uint16_t shares = none; // index of the input, dying at step `first`, that this may overlap
};

static_assert(sizeof(Buffer) == 20, "the planner's records are part of what load() needs");

/// The largest head that can be planned: 512 MiB.
inline constexpr std::uint32_t head_limit = std::uint32_t{1} << 29;

/// What planners return if the head would be larger than `head_limit`. Offsets mean nothing then.
inline constexpr std::uint32_t head_too_large = 0xFFFFFFFFu;

/// Whether there is a step at which both hold data.
constexpr bool live_together(const Buffer& a, const Buffer& b) noexcept {
    return a.first <= b.last && b.first <= a.last && a.size != 0 && b.size != 0;
}

/// How many bytes above the start of buffer `low` buffer `high` has to start, if it starts no lower: all of
/// `low`, or only its distance if `low` is an output that may overlap its input `high`. Of two buffers that
/// live together, one must be clear of the other in this sense; that is all a plan has to obey.
constexpr std::uint32_t clearance(const Buffer* buffers, int low, int high) noexcept {
    const Buffer& output = buffers[low];
    const bool overlaps = output.shares == high && output.first == buffers[high].last;
    return overlaps ? minimum(output.distance, output.size) : output.size;
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
