// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_FIXED_POINT_HPP
#define MOTE_CORE_FIXED_POINT_HPP

#include "../config.hpp"

#include <cstdint>
#include <limits>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// The real number value * 2^(shift - 31). TFLite's convention: a positive shift is to the left, `value` is 0
/// or its magnitude is in [2^30, 2^31), `shift` is in [-31, 31].
struct Multiplier {
    std::int32_t value;
    std::int32_t shift;
};

constexpr bool operator==(Multiplier a, Multiplier b) noexcept {
    return a.value == b.value && a.shift == b.shift;
}
constexpr bool operator!=(Multiplier a, Multiplier b) noexcept { return !(a == b); }

/// x * 2^amount modulo 2^32; of `amount` only the low five bits count.
constexpr std::int32_t wrapping_shift_left(std::int32_t x, int amount) noexcept {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(x) << (amount & 31));
}

/// x + y modulo 2^32.
constexpr std::int32_t wrapping_add(std::int32_t x, std::int32_t y) noexcept {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(x) + static_cast<std::uint32_t>(y));
}

/// x - y modulo 2^32.
constexpr std::int32_t wrapping_subtract(std::int32_t x, std::int32_t y) noexcept {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(x) - static_cast<std::uint32_t>(y));
}

/// x * 2^amount, at the limits of int32 where that does not fit; amount in [0, 31].
constexpr std::int32_t saturating_shift_left(std::int32_t x, int amount) noexcept {
    using Limits = std::numeric_limits<std::int32_t>;
    if (x > (Limits::max)() >> amount) return (Limits::max)();
    if (x < (Limits::min)() >> amount) return (Limits::min)();
    return wrapping_shift_left(x, amount);
}

/// a * b / 2^31 to the nearest integer, halves up; only -2^31 squared does not fit and saturates.
/// The product of two numbers in [-1, 1) with 31 fractional bits (ARM's VQRDMULH).
constexpr std::int32_t saturating_rounding_doubling_high_mul(std::int32_t a, std::int32_t b) noexcept {
    constexpr std::int32_t lowest = (std::numeric_limits<std::int32_t>::min)();
    if (a == b && a == lowest) return (std::numeric_limits<std::int32_t>::max)();
    return static_cast<std::int32_t>((std::int64_t{a} * b + (std::int64_t{1} << 30)) >> 31);
}

/// x / 2^exponent to the nearest integer, halves away from zero. Of `exponent`, in [0, 31], only the
/// low five bits count.
constexpr std::int32_t rounding_divide_by_pot(std::int32_t x, int exponent) noexcept {
    const int amount = exponent & 31;
    const auto mask = static_cast<std::int32_t>((std::uint32_t{1} << amount) - 1);
    const std::int32_t threshold = (mask >> 1) + (x < 0 ? 1 : 0);
    return (x >> amount) + ((x & mask) > threshold ? 1 : 0);
}

/// x times a multiplier not above 1 (shift <= 0), in TFLM's two roundings.
constexpr std::int32_t multiply_smaller_than_one(std::int32_t x, Multiplier multiplier) noexcept {
    return rounding_divide_by_pot(saturating_rounding_doubling_high_mul(x, multiplier.value),
                                  static_cast<int>(-multiplier.shift));
}

/// x times a multiplier of at least 1/2 (shift >= 0), in one rounding; x * 2^shift wraps at 32 bits.
constexpr std::int32_t multiply_greater_than_one(std::int32_t x, Multiplier multiplier) noexcept {
    return saturating_rounding_doubling_high_mul(wrapping_shift_left(x, static_cast<int>(multiplier.shift)),
                                                 multiplier.value);
}

/// x times any multiplier as TFLM's reference kernels compute it: shift left (wrapping), multiply and round,
/// shift right and round again.
constexpr std::int32_t multiply_by_quantized_multiplier(std::int32_t x, Multiplier multiplier) noexcept {
    return multiplier.shift > 0 ? multiply_greater_than_one(x, multiplier)
                                : multiply_smaller_than_one(x, multiplier);
}

/// The same for 64-bit accumulators (int16 kernels): the multiplier is first reduced to 16 bits, then there
/// is one rounding, halves up. Exact for |x| < 2^47 and shift in [-31, 7]; beyond that it wraps at 64 bits.
constexpr std::int32_t multiply_by_reduced_multiplier(std::int64_t x, Multiplier multiplier) noexcept {
    const std::int32_t reduced =
        multiplier.value < 0x7FFF0000 ? (multiplier.value + (std::int32_t{1} << 15)) >> 16 : 0x7FFF;
    const int right = static_cast<int>(15 - multiplier.shift);
    const std::uint64_t half = std::uint64_t{1} << ((right - 1) & 63);
    const std::uint64_t sum =
        static_cast<std::uint64_t>(x) * static_cast<std::uint64_t>(std::int64_t{reduced}) + half;
    return static_cast<std::int32_t>(static_cast<std::int64_t>(sum) >> (right & 63));
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
