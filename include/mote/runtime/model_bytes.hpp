// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_MODEL_BYTES_HPP
#define MOTE_RUNTIME_MODEL_BYTES_HPP

#include "../core/span.hpp"

#include <cstddef>

namespace mote {

/// A .tflite file in memory, 8-byte aligned, which must outlive its use. Arrays and spans convert to it.
struct ModelBytes {
    const unsigned char* data = nullptr;
    std::size_t size = 0;

    constexpr ModelBytes() noexcept = default;
    constexpr ModelBytes(const unsigned char* bytes, std::size_t count) noexcept : data(bytes), size(count) {}
    constexpr ModelBytes(Span<const unsigned char> bytes) noexcept : data(bytes.data), size(bytes.size) {}
    template <std::size_t N>
    constexpr ModelBytes(const unsigned char (&bytes)[N]) noexcept : data(bytes), size(N) {}
};

/// For models linked into the firmware: the same bytes without FlatBuffers' verifier, whose code is then not
/// linked either if no other load needs it. Indices, shapes and sizes are checked all the same.
struct TrustedModel : ModelBytes {
    constexpr explicit TrustedModel(ModelBytes model) noexcept : ModelBytes(model) {}
};
constexpr TrustedModel trusted(ModelBytes model) noexcept { return TrustedModel(model); }

} // namespace mote

#endif
