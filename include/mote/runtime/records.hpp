// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_RECORDS_HPP
#define MOTE_RUNTIME_RECORDS_HPP

#include "../memory/place.hpp"
#include "preparation_memory.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// What is known of each tensor and scratch while a model is prepared: one planner's Buffer each, found by
/// tensor index. Those that the planner must not place (aliases, variables and state, the user's buffers)
/// have size 0 and say in `shares` what they are. Records are numbered as they come and lie in memory last to
/// first.
class Records {
public:
    static constexpr std::uint16_t scratch_id = 0xffff; ///< the id of scratch and state, which no tensor has

    constexpr explicit Records(const PreparationMemory& memory) noexcept : memory_(memory) {}

    constexpr const PreparationMemory& memory() const noexcept { return memory_; }
    constexpr int count() const noexcept { return count_; }
    /// False once records were lost for lack of room: then only counts are right.
    constexpr bool complete() const noexcept { return complete_; }
    constexpr Buffer& operator[](int record) const noexcept { return *(memory_.buffers_end - 1 - record); }
    /// The first in memory, as a planner takes them.
    constexpr Buffer* data() const noexcept { return memory_.buffers_end - count_; }

    /// The new record's number; -1 when lost.
    constexpr int add(const Buffer& buffer) noexcept {
        ++count_;
        complete_ = complete_ && memory_.fits(0, static_cast<std::size_t>(count_));
        if (!complete_) return -1;
        (*this)[count_ - 1] = buffer;
        return count_ - 1;
    }
    constexpr int add_head(std::uint16_t id, std::uint32_t bytes, int step, std::uint32_t offset) noexcept {
        Buffer buffer{};
        buffer.size = maximum(bytes, std::uint32_t{1});
        buffer.offset = offset;
        buffer.first = buffer.last = static_cast<std::uint16_t>(step);
        buffer.id = id;
        buffer.shares = Buffer::none;
        return add(buffer);
    }
    constexpr int add_state(std::uint16_t id, std::uint32_t bytes, int step) noexcept {
        const std::uint32_t offset = state_bytes_;
        // Sticks where it would wrap; what is more than places can name is refused.
        const std::uint64_t sum = std::uint64_t{offset} + align_up(bytes, memory_alignment);
        state_bytes_ = static_cast<std::uint32_t>(minimum<std::uint64_t>(sum, UINT32_MAX));
        return add(special(id, state_kind, offset, bytes, step));
    }
    constexpr int add_external(std::uint16_t id, std::uint32_t number, int step) noexcept {
        return add(special(id, external_kind, number, 0, step));
    }
    /// From now on `record` is another name of `target`.
    constexpr void make_alias(int record, int target) noexcept {
        const Buffer& buffer = (*this)[record];
        (*this)[record] = special(buffer.id, alias_kind, static_cast<std::uint32_t>(target), 0, buffer.first);
    }

    /// The record of a tensor, aliases followed; -1 when there is none.
    MOTE_NOINLINE constexpr int find(std::int32_t tensor) const noexcept {
        if (!complete_) return -1;
        // From the last: most operands come from a step not long ago.
        const Buffer* const last = memory_.buffers_end - count_;
        for (const Buffer* buffer = last; buffer != memory_.buffers_end; ++buffer)
            if (buffer->id == static_cast<std::uint16_t>(tensor))
                return root(count_ - 1 - static_cast<int>(buffer - last));
        return -1;
    }
    constexpr bool is_head(int record) const noexcept { return (*this)[record].size != 0; }
    constexpr bool is_state(int record) const noexcept { return is_kind(record, state_kind); }
    constexpr bool is_alias(int record) const noexcept { return is_kind(record, alias_kind); }
    constexpr std::uint32_t state_bytes() const noexcept { return state_bytes_; }
    /// Bytes of a record of state.
    constexpr std::uint32_t size_of_state(int record) const noexcept { return (*this)[record].distance; }

    /// A record as an operand while offsets are not known yet.
    constexpr Place provisional(int record) const noexcept {
        return Place(Region::head, static_cast<std::uint32_t>(record));
    }
    /// Where the record ended up, with the state at `state_base` of the tail.
    constexpr Place final_place(int record, std::uint32_t state_base) const noexcept {
        const int at = root(record);
        const Buffer& buffer = (*this)[at];
        if (is_head(at)) return Place(Region::head, buffer.offset);
        if (is_state(at)) return Place(Region::tail, state_base + buffer.offset);
        return Place(Region::external, buffer.offset);
    }
    /// `shares` names records by number; a planner counts from the first in memory.
    constexpr void renumber_shares() const noexcept {
        for (int i = 0; i < count_; ++i)
            if (is_head(i) && (*this)[i].shares != Buffer::none)
                (*this)[i].shares = static_cast<std::uint16_t>(count_ - 1 - (*this)[i].shares);
    }

private:
    static constexpr std::uint16_t alias_kind = 1;
    static constexpr std::uint16_t state_kind = 2;
    static constexpr std::uint16_t external_kind = 3;

    static constexpr Buffer special(std::uint16_t id, std::uint16_t kind, std::uint32_t offset,
                                    std::uint32_t bytes, int step) noexcept {
        Buffer buffer{};
        buffer.size = 0;
        buffer.offset = offset;
        buffer.distance = bytes;
        buffer.first = buffer.last = static_cast<std::uint16_t>(step);
        buffer.id = id;
        buffer.shares = kind;
        return buffer;
    }
    constexpr bool is_kind(int record, std::uint16_t kind) const noexcept {
        return (*this)[record].size == 0 && (*this)[record].shares == kind;
    }
    constexpr int root(int record) const noexcept {
        while (is_alias(record)) record = static_cast<int>((*this)[record].offset);
        return record;
    }

    PreparationMemory memory_;
    std::uint32_t state_bytes_ = 0;
    int count_ = 0;
    bool complete_ = true;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
