// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_SPAN_HPP
#define MOTE_CORE_SPAN_HPP

#include "../config.hpp"

#include <cstddef>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A run of `size` objects that somebody else owns.
template <class T>
struct Span {
    T* data = nullptr;
    std::size_t size = 0;

    constexpr Span() noexcept = default;
    constexpr Span(T* first, std::size_t count) noexcept : data(first), size(count) {}
    template <std::size_t N>
    constexpr Span(T (&array)[N]) noexcept : data(array), size(N) {}
    /// A span of T is also one of const T.
    constexpr operator Span<const T>() const noexcept { return {data, size}; }

    constexpr T* begin() const noexcept { return data; }
    constexpr T* end() const noexcept { return data + size; }
    constexpr T& operator[](std::size_t i) const noexcept { return data[i]; }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
