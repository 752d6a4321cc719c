// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_MEMORY_ARENA_HPP
#define MOTE_MEMORY_ARENA_HPP

#include "../core/math.hpp"
#include "../core/span.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// RAM that models run in, owned by somebody else: one block whose low end is the head and whose high end is
/// the tail, or a block for each (fast and slow RAM). Several interpreters may share it: their tails stack
/// up, their heads overlap, inputs and outputs among them. So each is to ask for its inputs, write them, run
/// and be read before another of the same arena does any of it, or loads; MOTE_ASSERT watches over that. Its
/// type does not carry the size, so that code which works on arenas exists once.
class ArenaRef {
public:
    static constexpr std::size_t alignment = 8;

    constexpr ArenaRef() noexcept = default;
    /// One block for both. Bytes at its ends that are not 8-byte aligned are not used.
    explicit ArenaRef(Span<unsigned char> block) noexcept : head_(aligned(block)), tail_(head_) {}
    /// The head and the tail in blocks of their own.
    ArenaRef(Span<unsigned char> head, Span<unsigned char> tail) noexcept
        : head_(aligned(head)), tail_(aligned(tail)) {}

    constexpr bool is_one_block() const noexcept { return head_.data == tail_.data; }
    /// Bytes taken by tails.
    constexpr std::size_t tail_used() const noexcept { return tail_used_; }
    /// Bytes taken by the largest head.
    constexpr std::size_t head_used() const noexcept { return head_used_; }
    constexpr unsigned char* head() const noexcept { return head_.data; }

    /// What no tail has taken of the block where tails go: where a model may be prepared while no other one
    /// of the same arena runs.
    constexpr Span<unsigned char> free_tail() const noexcept { return {tail_.data, tail_.size - tail_used_}; }

    /// Bytes for a head and one more tail together (one block), or else for the head alone.
    constexpr std::size_t head_room() const noexcept {
        return is_one_block() ? free_tail().size : head_.size;
    }

    /// Whether a head and one more tail would fit.
    constexpr bool fits(std::size_t head, std::size_t tail) const noexcept {
        if (tail > free_tail().size) return false;
        const std::size_t largest_head = maximum(head, head_used_);
        return largest_head <= (is_one_block() ? free_tail().size - tail : head_.size);
    }

    /// Takes both, which must fit. Returns where the new tail starts.
    constexpr unsigned char* take(std::size_t head, std::size_t tail) noexcept {
        head_used_ = maximum(head, head_used_);
        tail_used_ += tail;
        return tail_.data + (tail_.size - tail_used_);
    }
    /// Gives back the tail at `start` if it is the last one taken; another stays taken until `clear`.
    constexpr void give_back(const unsigned char* start, std::size_t tail) noexcept {
        if (start == tail_.data + (tail_.size - tail_used_)) tail_used_ -= tail;
        if (tail_used_ == 0) head_used_ = 0;
    }
    /// Forgets everything that was taken. The interpreters that took it must be loaded again.
    constexpr void clear() noexcept { head_used_ = tail_used_ = 0; }

    // Who has written the head last: only MOTE_ASSERT asks.
    constexpr bool use_head(const void* user) noexcept {
        head_user_ = user;
        return true;
    }
    constexpr bool is_head_of(const void* user) const noexcept { return head_user_ == user; }

private:
    static Span<unsigned char> aligned(Span<unsigned char> block) noexcept {
        const std::size_t skip =
            (alignment - reinterpret_cast<std::uintptr_t>(block.data) % alignment) % alignment;
        if (skip > block.size) return {block.data, 0};
        return {block.data + skip, (block.size - skip) & ~(alignment - 1)};
    }

    Span<unsigned char> head_{};
    Span<unsigned char> tail_{};
    std::size_t head_used_ = 0;
    std::size_t tail_used_ = 0;
    const void* head_user_ = nullptr;
};

/// `Bytes` bytes of RAM. As a global it costs .bss and no code at start-up.
template <std::size_t Bytes>
class Arena {
    static_assert(Bytes > 0, "an arena needs at least one byte");

public:
    constexpr Arena() noexcept = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    constexpr Span<unsigned char> bytes() noexcept { return {bytes_, Bytes}; }

private:
    alignas(16) unsigned char bytes_[Bytes] = {};
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
