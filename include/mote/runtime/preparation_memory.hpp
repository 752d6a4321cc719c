// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_PREPARATION_MEMORY_HPP
#define MOTE_RUNTIME_PREPARATION_MEMORY_HPP

#include "../core/math.hpp"
#include "../memory/buffer.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Every block of memory starts at a multiple of this many bytes.
inline constexpr std::uint32_t memory_alignment = 8;

/// How much memory a prepared model needs, in bytes.
struct Requirement {
    std::uint32_t head = 0;        ///< activations and scratch
    std::uint32_t tail = 0;        ///< what is kept: program, variables and state, list of the user's buffers
    std::uint32_t preparation = 0; ///< what preparing needs in the memory where the tail will be

    /// Bytes of one arena that holds all of it.
    constexpr std::uint32_t arena_bytes() const noexcept { return maximum(head + tail, preparation); }
};

/// The memory that a preparation works in: the program grows up from `words`, the planner's records grow down
/// from `buffers_end`. When both ends are one block's, `shared_bytes` is its size, else 0.
struct PreparationMemory {
    std::uint32_t* words = nullptr;
    std::size_t word_capacity = 0;
    Buffer* buffers_end = nullptr;
    std::size_t buffer_capacity = 0;
    std::size_t shared_bytes = 0;

    constexpr bool fits(std::size_t word_count, std::size_t buffer_count) const noexcept {
        // Counts are below 2^31: on a 32-bit target, bytes of both may be more than std::size_t can say.
        if (shared_bytes != 0)
            return std::uint64_t{word_count} * 4 + std::uint64_t{buffer_count} * sizeof(Buffer) <=
                   shared_bytes;
        return word_count <= word_capacity && buffer_count <= buffer_capacity;
    }

    /// One block of raw memory for both, 8-byte aligned.
    static PreparationMemory of(unsigned char* block, std::size_t bytes) noexcept {
        bytes &= ~std::size_t{memory_alignment - 1};
        PreparationMemory memory;
        memory.words = reinterpret_cast<std::uint32_t*>(block);
        memory.word_capacity = bytes / 4;
        memory.buffers_end = reinterpret_cast<Buffer*>(block + bytes);
        memory.buffer_capacity = bytes / sizeof(Buffer);
        memory.shared_bytes = bytes;
        return memory;
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
