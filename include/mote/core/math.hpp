// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_MATH_HPP
#define MOTE_CORE_MATH_HPP

#include <cstdint>
#include <limits>
#include <type_traits>

#include "../config.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// The smaller of two values of one type, `a` if they compare equal.
template <class T>
constexpr T minimum(T a, T b) noexcept {
    return b < a ? b : a;
}

/// The larger of two values of one type, `a` if they compare equal.
template <class T>
constexpr T maximum(T a, T b) noexcept {
    return a < b ? b : a;
}

/// `value` limited to [low, high]; needs low <= high.
template <class T>
constexpr T clamp(T value, T low, T high) noexcept {
    return value < low ? low : high < value ? high : value;
}

/// a / b rounded up, for integers a >= 0 and b > 0. Cannot overflow.
template <class T>
constexpr T ceil_div(T a, T b) noexcept {
    static_assert(std::is_integral_v<T>, "ceil_div needs integers");
    return static_cast<T>(a / b + (a % b != 0 ? 1 : 0));
}

/// The smallest multiple of `alignment`, a power of two, that is not below `value`; both unsigned.
/// Wraps to 0 where that multiple does not fit in T.
template <class T>
constexpr T align_up(T value, T alignment) noexcept {
    static_assert(std::is_unsigned_v<T>, "align_up needs unsigned integers");
    MOTE_ASSERT(alignment != 0 && (alignment & (alignment - 1)) == 0);
    return static_cast<T>((value + (alignment - 1)) & ~(alignment - 1));
}

/// |value|; +0 for -0. The most negative integer, whose magnitude does not fit, stays as it is.
template <class T>
constexpr T absolute(T value) noexcept {
    static_assert(std::is_signed_v<T>, "absolute needs a signed type");
    if constexpr (std::is_integral_v<T>) {
        using Unsigned = std::make_unsigned_t<T>;
        return value < 0 ? static_cast<T>(Unsigned{0} - static_cast<Unsigned>(value)) : value;
    } else {
        return value > 0 ? value : 0 - value;
    }
}

/// The nearest integer, halves away from zero: std::round, then a cast. Beyond int32 it saturates; NaN gives
/// 0.
constexpr std::int32_t round_half_away(float value) noexcept {
    constexpr float limit = 2147483648.0f;
    // The float below one half: with 0.5 itself, the sum would carry 0.49999997f up to 1.
    constexpr float nearly_half = 0.49999997f;
    if (value >= limit) return (std::numeric_limits<std::int32_t>::max)();
    if (value >= 0) return static_cast<std::int32_t>(value + nearly_half);
    if (value > -limit) return static_cast<std::int32_t>(value - nearly_half);
    return value < 0 ? (std::numeric_limits<std::int32_t>::min)() : 0;
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
