// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_BUFFER_BINDING_HPP
#define MOTE_RUNTIME_BUFFER_BINDING_HPP

#include "../config.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Whose memory a graph input or output lies in: the caller's, at `data`, `size` bytes or more, aligned for
/// its elements. It takes no room in the arena and the interpreter never overwrites an input that is bound.
/// An input or output may be bound once, and must be a tensor of its own: load refuses the others.
struct BufferBinding {
    enum class Side : std::uint8_t { input, output };

    Side side = Side::input;
    std::uint16_t index = 0;
    void* data = nullptr;
    std::size_t size = 0;

    /// Whether there is memory, aligned for elements of `bytes` bytes.
    bool is_aligned(int bytes) const noexcept {
        const auto alignment = static_cast<std::uintptr_t>(bytes > 1 ? bytes : 1);
        return data != nullptr && reinterpret_cast<std::uintptr_t>(data) % alignment == 0;
    }
};

/// Binds the caller's memory to graph input `index`.
constexpr BufferBinding bind_input(std::uint16_t index, void* data, std::size_t size) noexcept {
    return {BufferBinding::Side::input, index, data, size};
}
/// Binds the caller's memory to graph output `index`.
constexpr BufferBinding bind_output(std::uint16_t index, void* data, std::size_t size) noexcept {
    return {BufferBinding::Side::output, index, data, size};
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
