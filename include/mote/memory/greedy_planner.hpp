// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_MEMORY_GREEDY_PLANNER_HPP
#define MOTE_MEMORY_GREEDY_PLANNER_HPP

#include "../config.hpp"
#include "../core/math.hpp"
#include "buffer.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {
namespace detail {

/// A head's layout in the making. Buffers are placed one by one, each at the first fit in what is occupied
/// already, or else where that grows least. The `offset` of a buffer still to be placed holds its rank.
class HeadLayout {
public:
    constexpr HeadLayout(Buffer* buffers, int count, std::uint32_t alignment) noexcept
        : buffers_(buffers), count_(count), alignment_(alignment) {
        const Buffer* previous = nullptr;
        for (int i = 0; i < count_; ++i) {
            if (buffers_[i].size == 0) continue;
            admit(buffers_[i]);
            if (previous != nullptr) note_order(*previous, buffers_[i]);
            previous = &buffers_[i];
        }
    }

    constexpr bool possible() const noexcept { return possible_; }
    constexpr bool has_obstacles() const noexcept { return has_obstacles_; }

    /// Ranks first what lives when most memory is needed. Returns that need: the least without overlaps.
    constexpr std::uint32_t rank_by_need() noexcept {
        by_size_ = false;
        std::uint32_t peak = 0;
        for (int i = 0; i < count_; ++i) {
            if (!is_mine(buffers_[i])) continue;
            const std::uint32_t need = greatest_need(i);
            peak = maximum(peak, need);
            buffers_[i].offset = first_rank | need;
        }
        return peak;
    }

    /// Ranks large buffers first.
    constexpr void rank_by_size() noexcept {
        by_size_ = true;
        for (int i = 0; i < count_; ++i) {
            if (is_mine(buffers_[i])) buffers_[i].offset = first_rank | buffers_[i].size;
        }
    }

    /// Places what is ranked. Returns the head's size, or head_too_large.
    constexpr std::uint32_t place_all() noexcept {
        low_ = has_obstacles_ ? 0 : origin;
        high_ = has_obstacles_ ? obstacles_end_ : origin;
        for (Buffer* buffer = next(); buffer != nullptr; buffer = next()) {
            if (!place(*buffer)) return head_too_large;
        }
        for (int i = 0; i < count_; ++i) {
            if (buffers_[i].size != 0) buffers_[i].offset -= low_;
        }
        return high_ - low_;
    }

private:
    // Offsets are below first_rank, ranks are not. Without obstacles the head may grow down from its origin.
    static constexpr std::uint32_t first_rank = std::uint32_t{1} << 31;
    static constexpr std::uint32_t origin = std::uint32_t{1} << 30;

    struct Window {
        int begin;
        int end;
    };

    static constexpr bool is_placed(const Buffer& buffer) noexcept { return buffer.offset < first_rank; }

    /// Not an obstacle, nor an empty buffer, which nobody places.
    constexpr bool is_mine(const Buffer& buffer) const noexcept {
        return buffer.size != 0 && !(has_obstacles_ && is_placed(buffer));
    }

    constexpr std::uint32_t align_down(std::uint32_t offset) const noexcept {
        return offset & ~(alignment_ - 1);
    }

    constexpr void admit(const Buffer& buffer) noexcept {
        longest_ = maximum(longest_, buffer.last - buffer.first);
        if (buffer.size > head_limit) possible_ = false;
        if (buffer.offset == Buffer::unplaced || !possible_) return;
        has_obstacles_ = true;
        if (buffer.offset > head_limit - buffer.size) {
            possible_ = false;
        } else {
            obstacles_end_ = maximum(obstacles_end_, buffer.offset + buffer.size);
        }
    }

    constexpr void note_order(const Buffer& previous, const Buffer& buffer) noexcept {
        if (buffer.first < previous.first) rising_ = false;
        if (buffer.first > previous.first) falling_ = false;
    }

    /// Indices outside of which nothing lives together with buffer `index`; close if births are in order.
    MOTE_NOINLINE constexpr Window contemporaries(int index) const noexcept {
        if (!rising_ && !falling_) return {0, count_};
        const Buffer& buffer = buffers_[index];
        const int later = rising_ ? 1 : -1;
        int last = index;
        while (is_within(last + later) && !is_after(buffers_[last + later], buffer)) last += later;
        int first = index;
        while (is_within(first - later) && !is_before(buffers_[first - later], buffer)) first -= later;
        return {minimum(first, last), maximum(first, last) + 1};
    }

    constexpr bool is_within(int index) const noexcept { return index >= 0 && index < count_; }

    // Whether `other`, and all beyond it, are born too late or too early to live together with `buffer`.
    constexpr bool is_after(const Buffer& other, const Buffer& buffer) const noexcept {
        return other.size != 0 && other.first > buffer.last;
    }
    constexpr bool is_before(const Buffer& other, const Buffer& buffer) const noexcept {
        return other.size != 0 && other.first + longest_ < buffer.first;
    }

    /// The larger of the sums of what lives at the buffer's first and at its last step, at most 2^31 - 1.
    constexpr std::uint32_t greatest_need(int index) const noexcept {
        const Buffer& buffer = buffers_[index];
        const Window window = contemporaries(index);
        std::uint32_t at_first = 0;
        std::uint32_t at_last = 0;
        for (int i = window.begin; i < window.end; ++i) {
            const Buffer& other = buffers_[i];
            if (!live_together(buffer, other)) continue;
            if (other.first <= buffer.first) at_first = minimum(at_first + other.size, first_rank - 1);
            if (other.last >= buffer.last) at_last = minimum(at_last + other.size, first_rank - 1);
        }
        return maximum(at_first, at_last);
    }

    /// The buffer to place next, nullptr if there is none.
    constexpr Buffer* next() const noexcept {
        Buffer* best = nullptr;
        std::uint32_t rank = first_rank;
        for (Buffer* buffer = buffers_; buffer != buffers_ + count_; ++buffer) {
            if (buffer->offset < rank || buffer->size == 0) continue;
            if (buffer->offset == rank && best != nullptr && !precedes(*buffer, *best)) continue;
            best = buffer;
            rank = buffer->offset;
        }
        return best;
    }

    /// Whether `a` comes before `b`, which has the same rank.
    constexpr bool precedes(const Buffer& a, const Buffer& b) const noexcept {
        if (by_size_) return a.first < b.first;
        // An output before its input of the same size: the input then goes above it, and the two overlap.
        return a.size != b.size ? a.size > b.size : a.last > b.last;
    }

    constexpr bool place(Buffer& buffer) noexcept {
        const int index = static_cast<int>(&buffer - buffers_);
        const Window window = contemporaries(index);
        std::uint32_t start = first_fit(index, window, low_, true);
        if (start + buffer.size > high_ && !has_obstacles_ && !by_size_) {
            const std::uint32_t lower = first_fit(index, window, align_down(high_ - buffer.size), false);
            if (low_ - lower < start + buffer.size - high_) start = lower;
        }
        buffer.offset = start;
        low_ = minimum(low_, start);
        high_ = maximum(high_, start + buffer.size);
        return high_ - low_ <= head_limit;
    }

    /// The first start from `start` upwards or downwards where the buffer is clear of all that are placed.
    MOTE_NOINLINE constexpr std::uint32_t first_fit(int index, Window window, std::uint32_t start,
                                                    bool upwards) const noexcept {
        const Buffer& buffer = buffers_[index];
        int i = window.end;
        for (int clear_of = 0; clear_of < window.end - window.begin; ++clear_of) {
            i = i + 1 < window.end ? i + 1 : window.begin;
            const Buffer& other = buffers_[i];
            if (!live_together(buffer, other) || !is_placed(other)) continue;
            const std::uint32_t below = clearance(buffers_, index, i);
            const std::uint32_t above = clearance(buffers_, i, index);
            if (start + below <= other.offset || start >= other.offset + above) continue;
            start = upwards ? align_up(other.offset + above, alignment_) : align_down(other.offset - below);
            clear_of = 0;
        }
        return start;
    }

    Buffer* buffers_;
    int count_;
    std::uint32_t alignment_;
    std::uint32_t obstacles_end_ = 0;
    std::uint32_t low_ = 0;
    std::uint32_t high_ = 0;
    int longest_ = 0;
    bool rising_ = true;
    bool falling_ = true;
    bool has_obstacles_ = false;
    bool possible_ = true;
    bool by_size_ = false;
};

} // namespace detail

/// Lays buffers out so that those that do not live together reuse memory, and outputs overlap inputs where
/// permitted. Buffers that have an offset already (from an offline plan) stay where they are. `alignment`, a
/// power of two, holds for the other offsets. Returns the head's size in bytes, or head_too_large. Needs no
/// memory beside the buffers; is fastest if they come in the order of their first steps, or the reverse.
/// Empty buffers are left as they are.
struct greedy_planner {
    static constexpr std::uint32_t plan(Buffer* buffers, int count, std::uint32_t alignment) noexcept {
        detail::HeadLayout layout(buffers, count, alignment);
        if (!layout.possible()) return head_too_large;
        const std::uint32_t peak = layout.rank_by_need();
        const std::uint32_t by_need = layout.place_all();
        if (by_need <= peak || layout.has_obstacles()) return by_need;
        // Without overlaps, plain first fit by decreasing size is sometimes better.
        layout.rank_by_size();
        const std::uint32_t by_size = layout.place_all();
        if (by_size < by_need) return by_size;
        layout.rank_by_need();
        return layout.place_all();
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
