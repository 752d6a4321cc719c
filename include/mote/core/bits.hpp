// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_BITS_HPP
#define MOTE_CORE_BITS_HPP

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "../config.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail {

/// The bits of a float, by arithmetic: a NaN keeps its sign only. Templates: without use they need no
/// builtins.
template <class Float>
constexpr std::uint32_t computed_bits(Float value) noexcept {
    const std::uint32_t sign = __builtin_copysignf(1.0f, value) < 0 ? 0x80000000u : 0;
    if (value != value) return sign | 0x7FC00000u;
    float mantissa = value < 0 ? -value : value;
    if (mantissa > 3.40282347e+38f) return sign | 0x7F800000u;
    std::uint32_t exponent = 150; // the value is mantissa * 2^(exponent - 150)
    for (; mantissa >= 16777216.0f; mantissa /= 2) ++exponent;
    for (; mantissa < 8388608.0f && exponent > 1; mantissa *= 2) --exponent;
    return sign |
           (static_cast<std::uint32_t>(mantissa) + ((exponent - 1) << 23)); // a normal one carries into it
}

/// The float with these bits, by arithmetic; any NaN becomes the quiet one.
template <class Bits>
constexpr float computed_float(Bits bits) noexcept {
    const std::uint32_t fraction = bits & 0x007FFFFFu;
    std::uint32_t exponent = bits >> 23 & 0xFF;
    float value = static_cast<float>(exponent > 0 ? fraction | 0x00800000u : fraction);
    if (exponent == 255) {
        value = fraction > 0 ? __builtin_nanf("") : __builtin_inff();
    } else {
        if (exponent == 0) exponent = 1;
        for (; exponent > 150; --exponent) value *= 2;
        for (; exponent < 150; ++exponent) value /= 2;
    }
    return bits >> 31 != 0 ? -value : value;
}

/// What MOTE_BIT_CAST is without the compiler's help. A constant expression must not read a union's other
/// member: there, numbers are computed, and other types do not compile.
template <class To, class From>
constexpr To union_cast(From from) noexcept {
    if constexpr (std::is_same_v<To, std::uint32_t> && std::is_same_v<From, float>) {
        if (__builtin_constant_p(from)) return computed_bits(from);
    } else if constexpr (std::is_same_v<To, float> && std::is_same_v<From, std::uint32_t>) {
        if (__builtin_constant_p(from)) return computed_float(from);
    } else if constexpr (std::is_integral_v<From> && (std::is_integral_v<To> || std::is_enum_v<To>)) {
        return static_cast<To>(from);
    }
    union {
        From from;
        To to;
    } both = {from};
    return both.to;
}

constexpr int portable_clz32(std::uint32_t bits) noexcept {
    int zeros = 0;
    for (int width = 16; width > 0; width /= 2) {
        if ((bits >> (32 - width)) != 0) continue;
        bits <<= width;
        zeros += width;
    }
    return zeros;
}

template <std::size_t Bytes>
using UnsignedOfSize =
    std::conditional_t<Bytes == 1, std::uint8_t,
                       std::conditional_t<Bytes == 2, std::uint16_t,
                                          std::conditional_t<Bytes == 4, std::uint32_t, std::uint64_t>>>;

MOTE_INLINE constexpr std::uint16_t load_le16(const unsigned char* bytes) noexcept {
    return static_cast<std::uint16_t>(bytes[0] | bytes[1] << 8);
}

// Written out, not a loop: compilers fold this form into one load even when they optimise for size.
MOTE_INLINE constexpr std::uint32_t load_le32(const unsigned char* bytes) noexcept {
    return std::uint32_t{bytes[0]} | std::uint32_t{bytes[1]} << 8 | std::uint32_t{bytes[2]} << 16 |
           std::uint32_t{bytes[3]} << 24;
}

MOTE_INLINE constexpr std::uint64_t load_le64(const unsigned char* bytes) noexcept {
    return load_le32(bytes) | std::uint64_t{load_le32(bytes + 4)} << 32;
}

} // namespace detail

/// The value of type `To` whose bytes are those of `from`; both trivially copyable and of one size.
template <class To, class From>
constexpr To bit_cast(const From& from) noexcept {
    static_assert(sizeof(To) == sizeof(From), "bit_cast needs two types of the same size");
    static_assert(std::is_trivially_copyable_v<To> && std::is_trivially_copyable_v<From>,
                  "bit_cast needs trivially copyable types");
    return MOTE_BIT_CAST(To, from);
}

/// The 32 bits of an IEEE-754 float: sign, 8 bits of exponent (bias 127), 23 bits of fraction.
constexpr std::uint32_t float_to_bits(float value) noexcept { return bit_cast<std::uint32_t>(value); }

/// The float with these bits.
constexpr float float_from_bits(std::uint32_t bits) noexcept { return bit_cast<float>(bits); }

/// Number of zero bits above the highest one bit of an unsigned integer; its whole width for 0.
template <class Unsigned>
constexpr int count_leading_zeros(Unsigned value) noexcept {
    static_assert(std::is_unsigned_v<Unsigned>, "count_leading_zeros needs an unsigned integer");
    constexpr int width = static_cast<int>(sizeof(Unsigned)) * 8;
    if constexpr (width == 64) {
        const auto high = static_cast<std::uint32_t>(value >> 32);
        return high != 0 ? count_leading_zeros(high)
                         : 32 + count_leading_zeros(static_cast<std::uint32_t>(value));
    } else {
        return value != 0 ? MOTE_CLZ32(value) - (32 - width) : width;
    }
}

/// Reads an integer, float or enumeration stored least significant byte first, at any alignment.
/// `bytes` must point to `sizeof(T)` readable bytes.
template <class T>
MOTE_INLINE constexpr T load_le(const unsigned char* bytes) noexcept {
    static_assert(std::is_arithmetic_v<T> || std::is_enum_v<T>, "load_le reads plain numbers");
    using Bits = detail::UnsignedOfSize<sizeof(T)>;
    if constexpr (sizeof(T) == 1) {
        return bit_cast<T>(static_cast<Bits>(bytes[0]));
    } else if constexpr (sizeof(T) == 2) {
        return bit_cast<T>(detail::load_le16(bytes));
    } else if constexpr (sizeof(T) == 4) {
        return bit_cast<T>(detail::load_le32(bytes));
    } else {
        return bit_cast<T>(detail::load_le64(bytes));
    }
}

/// The same from an address that is a multiple of sizeof(T): where a target has no unaligned loads, one load
/// all the same.
template <class T>
MOTE_INLINE T load_le_aligned(const unsigned char* bytes) noexcept {
    return load_le<T>(MOTE_ASSUME_ALIGNED(bytes, sizeof(T)));
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
