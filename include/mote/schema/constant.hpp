// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_CONSTANT_HPP
#define MOTE_SCHEMA_CONSTANT_HPP

#include "../core/bits.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A constant tensor's bytes where they lie in the model; empty when the tensor is not constant.
struct Constant {
    const unsigned char* data = nullptr;
    std::size_t size = 0;

    /// Element `i` of type T. Bytes in the file are little-endian and may lie at any address.
    template <class T>
    constexpr T at(std::size_t i) const noexcept {
        return load_le<T>(data + i * sizeof(T));
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
