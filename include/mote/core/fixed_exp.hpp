// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_FIXED_EXP_HPP
#define MOTE_CORE_FIXED_EXP_HPP

#include <cstdint>
#include <limits>

#include "bits.hpp"
#include "fixed_point.hpp"
#include "math.hpp"

// Transcendental functions on int32 fixed point, bit for bit those of gemmlowp's scalar code. A number with
// `IntegerBits` integer bits is raw / 2^(31 - IntegerBits), in [-2^IntegerBits, 2^IntegerBits); results have
// none, so that 1 is not representable and stands as 2^31 - 1.

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail {

inline constexpr std::int32_t fixed_one = (std::numeric_limits<std::int32_t>::max)();

// exp(-1/4 * 2^i).
inline constexpr std::int32_t fixed_exp_factors[] = {1672461947, 1302514674, 790015084, 290630308,
                                                     39332535,   720401,     242};

// exp(a) for a in [-1/4, 0): the Taylor polynomial of degree four around -1/8.
constexpr std::int32_t fixed_exp_quarter(std::int32_t a) noexcept {
    constexpr std::int32_t exp_minus_eighth = 1895147668;
    constexpr std::int32_t one_third = 715827883;
    const std::int32_t x = a + (std::int32_t{1} << 28);
    const std::int32_t x2 = saturating_rounding_doubling_high_mul(x, x);
    const std::int32_t x3 = saturating_rounding_doubling_high_mul(x2, x);
    const std::int32_t x4 = saturating_rounding_doubling_high_mul(x2, x2);
    const std::int32_t x4_24_x3_6 =
        saturating_rounding_doubling_high_mul(rounding_divide_by_pot(x4, 2) + x3, one_third);
    const std::int32_t tail = rounding_divide_by_pot(x4_24_x3_6 + x2, 1);
    return exp_minus_eighth + saturating_rounding_doubling_high_mul(exp_minus_eighth, x + tail);
}

// 1 / ((1 + a) / 2) for a in [0, 1), with two integer bits: Newton-Raphson from the linear estimate
// 48/17 - 32/17 d of 1/d.
constexpr std::int32_t fixed_inverse_half_denominator(std::int32_t a) noexcept {
    constexpr std::int32_t one = std::int32_t{1} << 29;
    const std::int64_t sum = std::int64_t{a} + fixed_one;
    const auto denominator = static_cast<std::int32_t>((sum + (sum >= 0 ? 1 : -1)) / 2);
    std::int32_t x =
        wrapping_add(1515870810, saturating_rounding_doubling_high_mul(denominator, -1010580540));
    for (int i = 0; i < 3; ++i) {
        const std::int32_t error =
            wrapping_subtract(one, saturating_rounding_doubling_high_mul(denominator, x));
        x = wrapping_add(x, saturating_shift_left(saturating_rounding_doubling_high_mul(x, error), 2));
    }
    return x;
}

} // namespace detail

/// exp(a) for a <= 0 of `IntegerBits` integer bits.
template <int IntegerBits>
constexpr std::int32_t fixed_exp_on_negative_values(std::int32_t a) noexcept {
    constexpr int fraction_bits = 31 - IntegerBits;
    constexpr std::int32_t quarter = std::int32_t{1} << (fraction_bits - 2);
    if (a == 0) return detail::fixed_one;
    if (IntegerBits > 5 && a < -(std::int32_t{1} << (36 - maximum(IntegerBits, 6)))) return 0;

    const std::int32_t rest = (a & (quarter - 1)) - quarter;
    const std::int32_t quarters = wrapping_subtract(rest, a);
    std::int32_t result = detail::fixed_exp_quarter(wrapping_shift_left(rest, IntegerBits));
    for (int i = 0; i < minimum(IntegerBits + 2, 7); ++i) {
        if ((quarters & (quarter << i)) == 0) continue;
        result = saturating_rounding_doubling_high_mul(result, detail::fixed_exp_factors[i]);
    }
    return result;
}

/// 1 / (1 + a) for a in [0, 1), no integer bits.
constexpr std::int32_t fixed_one_over_one_plus_x(std::int32_t a) noexcept {
    return saturating_shift_left(detail::fixed_inverse_half_denominator(a), 1);
}

/// (1 - a) / (1 + a) for a in [0, 1), no integer bits.
constexpr std::int32_t fixed_one_minus_x_over_one_plus_x(std::int32_t a) noexcept {
    const std::int32_t inverse = detail::fixed_inverse_half_denominator(a);
    return saturating_shift_left(wrapping_subtract(inverse, std::int32_t{1} << 29), 2);
}

/// 1 / (1 + exp(-a)) for any a of `IntegerBits` integer bits.
template <int IntegerBits>
constexpr std::int32_t fixed_logistic(std::int32_t a) noexcept {
    if (a == 0) return std::int32_t{1} << 30;
    const std::int32_t negative = a > 0 ? -a : a;
    const std::int32_t result =
        fixed_one_over_one_plus_x(fixed_exp_on_negative_values<IntegerBits>(negative));
    return a > 0 ? result : detail::fixed_one - result;
}

/// tanh(a) for any a of `IntegerBits` integer bits.
template <int IntegerBits>
constexpr std::int32_t fixed_tanh(std::int32_t a) noexcept {
    if (a == 0) return 0;
    const std::int32_t negative = a > 0 ? -a : a;
    // The same raw number with one more integer bit is twice as much: exp(-2|a|).
    const std::int32_t result =
        fixed_one_minus_x_over_one_plus_x(fixed_exp_on_negative_values<IntegerBits + 1>(negative));
    return a > 0 ? result : -result;
}

/// 1 / x: `value` / 2^31 * 2^-bits_over_unit, `value` in [2^30, 2^31).
struct FixedReciprocal {
    std::int32_t value;
    int bits_over_unit;
};

/// 1 / x for x > 0 of `integer_bits` integer bits: the last step of int8 SOFTMAX.
constexpr FixedReciprocal fixed_reciprocal(std::int32_t x, int integer_bits) noexcept {
    const auto bits = static_cast<std::uint32_t>(x);
    const int headroom = count_leading_zeros(bits);
    const auto shifted = static_cast<std::int32_t>((bits << (headroom & 31)) - 0x80000000u);
    return {fixed_one_over_one_plus_x(shifted), integer_bits - headroom};
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
