// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_UNALIGNED_HPP
#define MOTE_CORE_UNALIGNED_HPP

#include "../config.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Reads elements as a pointer to const T would, from memory that need not be aligned for T.
template <class T>
class Unaligned {
public:
    constexpr Unaligned() noexcept = default;
    constexpr explicit Unaligned(const void* data) noexcept
        : data_(static_cast<const unsigned char*>(data)) {}

    T operator[](std::int32_t i) const noexcept {
        T value;
        std::memcpy(&value, data_ + static_cast<std::ptrdiff_t>(i) * static_cast<std::ptrdiff_t>(sizeof(T)),
                    sizeof value);
        return value;
    }
    constexpr bool operator!=(std::nullptr_t) const noexcept { return data_ != nullptr; }

private:
    const unsigned char* data_ = nullptr;
};

/// How to read constants of type T in place: a file aligns them to four bytes only.
template <class T>
using ConstantPointer = std::conditional_t<(sizeof(T) > 4), Unaligned<T>, const T*>;

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
