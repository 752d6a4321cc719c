// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_STATIC_BYTES_HPP
#define MOTE_RUNTIME_STATIC_BYTES_HPP

#include "model_bytes.hpp"

#include <type_traits>

/// The bytes of a model that a template argument names.
namespace mote::detail {

template <class T>
inline constexpr bool is_byte_array = false;
template <std::size_t N>
inline constexpr bool is_byte_array<const unsigned char[N]> = true;

/// Whether the compiler can read them: those of a constexpr array of unsigned char.
template <const auto& Bytes, class = void>
inline constexpr bool is_constant = false;
template <const auto& Bytes>
inline constexpr bool is_constant<Bytes, std::void_t<std::integral_constant<int, Bytes[0]>>> =
    is_byte_array<std::remove_reference_t<decltype(Bytes)>>;

/// A function, for Clang gives up what needs a class or a constant that has such an assertion.
template <const auto& Bytes>
auto unreadable_model() noexcept {
    static_assert(is_constant<Bytes>,
                  "mote: the compiler cannot read this model: declare it `alignas(16) inline "
                  "constexpr unsigned char model[] = {...};`, as `mote embed` writes it");
    return ModelBytes();
}

/// The bytes; none, after an error of one sentence, where the compiler cannot read them.
template <const auto& Bytes>
constexpr ModelBytes static_bytes() noexcept {
    if constexpr (is_constant<Bytes>)
        return ModelBytes(Bytes, sizeof Bytes);
    else
        return decltype(unreadable_model<Bytes>())();
}

} // namespace mote::detail

#endif
