// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_EXP_HPP
#define MOTE_CORE_EXP_HPP

#include <cstdint>

#include "bits.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail {

/// mantissa / 2^62 * 2^exponent, the mantissa in [2^62, 2^63).
struct WidePower {
    std::uint64_t mantissa;
    int exponent;
};

/// The upper half of a 128-bit product.
constexpr std::uint64_t multiply_high(std::uint64_t a, std::uint64_t b) noexcept {
    constexpr std::uint64_t low = 0xFFFFFFFFu;
    const std::uint64_t first = (a >> 32) * (b & low) + ((a & low) * (b & low) >> 32);
    const std::uint64_t second = (a & low) * (b >> 32) + (first & low);
    return (a >> 32) * (b >> 32) + (first >> 32) + (second >> 32);
}

struct InverseFactorials {
    static constexpr int count = 20;
    std::uint64_t values[count];
};

constexpr InverseFactorials make_inverse_factorials() noexcept {
    InverseFactorials table{{std::uint64_t{1} << 62}};
    for (int n = 1; n < InverseFactorials::count; ++n) {
        table.values[n] = table.values[n - 1] / static_cast<std::uint64_t>(n);
    }
    return table;
}

/// 2^62 / n!
inline constexpr InverseFactorials inverse_factorials = make_inverse_factorials();

/// exp(x / 2^56) to about 60 bits, for |x| < 2^63 - 2^60: the power of two below it times a Taylor
/// polynomial.
constexpr WidePower exp_wide(std::int64_t x) noexcept {
    constexpr std::int64_t ln2_56 = 49946518145322873; // ln 2 * 2^56, and the 32 bits below
    constexpr std::int64_t ln2_56_rest = 2882134963;
    constexpr std::int64_t ln2_63 = 6393154322601327829;
    constexpr std::int64_t log2e_30 = 1549082004;
    auto exponent = static_cast<int>(((x >> 34) * log2e_30) >> 52);
    std::int64_t remainder = (x - exponent * ln2_56) * 128 - (exponent * ln2_56_rest >> 25);
    if (remainder < 0) {
        remainder += ln2_63;
        --exponent;
    } else if (remainder >= ln2_63) {
        remainder -= ln2_63;
        ++exponent;
    }
    std::uint64_t sum = 0;
    for (int n = InverseFactorials::count - 1; n >= 0; --n) {
        sum = inverse_factorials.values[n] + multiply_high(static_cast<std::uint64_t>(remainder) * 2, sum);
    }
    return {sum, exponent};
}

/// To the nearest float, ties to even; subnormal, zero or infinite where the exponent says so.
constexpr float round_to_float(WidePower power) noexcept {
    const int exponent = power.exponent + 127;
    const int shift = exponent > 0 ? 39 : 40 - exponent;
    if (shift > 63) return 0.0f;
    if (exponent > 254) return float_from_bits(0x7F800000u);
    const std::uint64_t half = std::uint64_t{1} << (shift - 1);
    const std::uint64_t rest = power.mantissa & (2 * half - 1);
    auto bits = static_cast<std::uint32_t>(power.mantissa >> shift);
    if (rest > half || (rest == half && (bits & 1) != 0)) ++bits;
    // The leading bit of the mantissa adds one to the exponent field, and so does a carry out of it.
    if (exponent > 0) bits += static_cast<std::uint32_t>(exponent - 1) << 23;
    return float_from_bits(bits);
}

} // namespace detail

/// e^x to the nearest float (unless that is decided below the 60th bit), in integer arithmetic: the same on
/// every target and at compile time.
constexpr float exp(float x) noexcept {
    const std::uint32_t bits = float_to_bits(x);
    const std::uint32_t magnitude = bits & 0x7FFFFFFFu;
    if (magnitude > 0x7F800000u) return x;
    if (magnitude >= 0x42E00000u) return x < 0 ? 0.0f : float_from_bits(0x7F800000u); // |x| >= 112
    const auto mantissa = static_cast<std::int64_t>((magnitude & 0x007FFFFFu) | 0x00800000u);
    const int shift = static_cast<int>(magnitude >> 23) - 94;
    if (shift < -23) return 1.0f;
    const std::int64_t fixed = shift >= 0 ? mantissa << shift : mantissa >> -shift;
    return detail::round_to_float(detail::exp_wide(x < 0 ? -fixed : fixed));
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
