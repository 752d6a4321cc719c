// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_MODEL_BYTES_HPP
#define MOTE_RUNTIME_MODEL_BYTES_HPP

#include "../core/span.hpp"

#include <cstddef>
#include <type_traits>

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail {
/// unsigned char, char, std::byte: what arrays of bytes are made of.
template <class T>
using IfByte = std::enable_if_t<sizeof(T) == 1 && (std::is_integral_v<T> || std::is_enum_v<T>)>;
} // namespace detail

/// A .tflite file in memory, 8-byte aligned, which must outlive its use: an array or a span of bytes, or
/// `{pointer, size}`.
struct ModelBytes {
    const unsigned char* data = nullptr;
    std::size_t size = 0;

    constexpr ModelBytes() noexcept = default;
    constexpr ModelBytes(const unsigned char* bytes, std::size_t count) noexcept : data(bytes), size(count) {}
    constexpr ModelBytes(Span<const unsigned char> bytes) noexcept : data(bytes.data), size(bytes.size) {}
    template <std::size_t N>
    constexpr ModelBytes(const unsigned char (&bytes)[N]) noexcept : data(bytes), size(N) {}
    template <class Byte, class = detail::IfByte<Byte>>
    ModelBytes(const Byte* bytes, std::size_t count) noexcept
        : data(reinterpret_cast<const unsigned char*>(bytes)), size(count) {}
    template <class Byte, std::size_t N, class = detail::IfByte<Byte>>
    ModelBytes(const Byte (&bytes)[N]) noexcept : ModelBytes(bytes, N) {}
};

/// For models linked into the firmware: the same bytes, which no verifier reads; its code is then not linked
/// either if no other load needs it. Indices, shapes and sizes are checked all the same.
struct TrustedModel : ModelBytes {
    constexpr explicit TrustedModel(ModelBytes bytes) noexcept : ModelBytes(bytes) {}
};
constexpr TrustedModel trusted(ModelBytes model) noexcept { return TrustedModel(model); }

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
