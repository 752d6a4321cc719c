// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_INT4_WEIGHTS_HPP
#define MOTE_KERNELS_INT4_WEIGHTS_HPP

#include "../config.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Reads int4 weights, two per byte, low nibble first, as a pointer to int8 would read its elements.
class Int4Weights {
public:
    explicit constexpr Int4Weights(const void* data, std::int32_t first = 0) noexcept
        : data_(static_cast<const std::int8_t*>(data)), first_(first) {}

    constexpr std::int8_t operator[](std::int32_t i) const noexcept {
        const std::int32_t at = first_ + i;
        const int byte = data_[at >> 1];
        return static_cast<std::int8_t>((at & 1) != 0 ? byte >> 4 : static_cast<std::int8_t>(byte * 16) >> 4);
    }
    constexpr Int4Weights operator+(std::int32_t i) const noexcept { return Int4Weights(data_, first_ + i); }

private:
    const std::int8_t* data_;
    std::int32_t first_;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
