// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_MEMORY_OFFLINE_PLAN_HPP
#define MOTE_MEMORY_OFFLINE_PLAN_HPP

#include "buffer.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A plan made ahead of time: the contents of the model's metadata "OfflineMemoryAllocation". Little-endian
/// words of 32 bits: a version and a second word that nobody reads, the number of offsets, and for each
/// tensor, subgraph after subgraph, its offset in the head or -1 to plan it here. A view: the bytes are read
/// in place, at any alignment.
class OfflinePlan {
public:
    /// No plan: `present` is false, the rest must not be asked.
    constexpr OfflinePlan() noexcept = default;
    /// `bytes` must outlive the plan.
    constexpr OfflinePlan(const unsigned char* bytes, std::size_t size) noexcept
        : bytes_(bytes), size_(bytes != nullptr ? size : 0), present_(true) {}

    constexpr bool present() const noexcept { return present_; }

    /// Whether there is one offset for each of the model's `tensors` tensors in all its subgraphs, each -1 or
    /// a multiple of `alignment` (a power of two) not above `limit`. How buffers with these offsets get on
    /// with each other is for plan_is_valid.
    constexpr bool is_valid(std::size_t tensors, std::uint32_t limit,
                            std::uint32_t alignment) const noexcept {
        if (size_ < header_bytes || raw(2) != tensors) return false;
        if ((size_ - header_bytes) / word_bytes < tensors) return false;
        for (std::size_t i = 0; i < tensors; ++i) {
            const std::uint32_t at = offset(i);
            if (at != Buffer::unplaced && (at > limit || (at & (alignment - 1)) != 0)) return false;
        }
        return true;
    }

    /// The offset of a tensor of a valid plan, Buffer::unplaced for -1.
    constexpr std::uint32_t offset(std::size_t tensor) const noexcept {
        return raw(header_bytes / word_bytes + tensor);
    }

private:
    static constexpr std::size_t word_bytes = 4;
    static constexpr std::size_t header_bytes = 3 * word_bytes;

    constexpr std::uint32_t raw(std::size_t index) const noexcept {
        const unsigned char* at = bytes_ + index * word_bytes;
        std::uint32_t value = 0;
        for (std::size_t i = word_bytes; i-- > 0;) value = value << 8 | at[i];
        return value;
    }

    const unsigned char* bytes_ = nullptr;
    std::size_t size_ = 0;
    bool present_ = false;
};

static_assert(Buffer::unplaced == 0xFFFFFFFFu, "the plan's -1 is taken as it is");

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
