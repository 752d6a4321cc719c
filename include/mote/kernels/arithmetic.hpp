// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_ARITHMETIC_HPP
#define MOTE_KERNELS_ARITHMETIC_HPP

#include "../core/fixed_point.hpp"
#include "../core/math.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

// Functions of two elements, for the pairwise kernel.

/// a + b; modulo 2^32 for int32.
struct Plus {
    static constexpr float of(float a, float b) noexcept { return a + b; }
    static constexpr std::int32_t of(std::int32_t a, std::int32_t b) noexcept { return wrapping_add(a, b); }
};

/// a - b; modulo 2^32 for int32.
struct Minus {
    static constexpr float of(float a, float b) noexcept { return a - b; }
    static constexpr std::int32_t of(std::int32_t a, std::int32_t b) noexcept {
        return wrapping_subtract(a, b);
    }
};

/// a * b; modulo 2^32 for int32.
struct Times {
    static constexpr float of(float a, float b) noexcept { return a * b; }
    static constexpr std::int32_t of(std::int32_t a, std::int32_t b) noexcept {
        return static_cast<std::int32_t>(static_cast<std::uint32_t>(a) * static_cast<std::uint32_t>(b));
    }
};

/// Operation::of(a, b), limited to [low, high].
template <class Operation, class T>
struct Limited {
    T low;
    T high;

    T operator()(T a, T b) const noexcept { return clamp(Operation::of(a, b), low, high); }
};

/// A multiplier below 1 as two numbers. Reading it tells the compiler what is known of it, and so saves
/// branches.
struct SmallMultiplier {
    std::int32_t value;
    std::int32_t right_shift;

    constexpr Multiplier get() const noexcept { return {value & 0x7FFFFFFF, -(right_shift & 31)}; }
};

/// Quantised sum or difference. Both operands are brought to twice the larger of their scales: x, whose scale
/// that is, by a factor of exactly one half, y by a multiplier. `x_factor` and `y_sign` carry the signs.
/// Source: TFLite ADD and SUB.
template <class Numerics, class T>
struct QuantizedSum {
    /// Bits that the operands are shifted up by, so that rounding them costs no precision.
    static constexpr int shift = sizeof(T) == 1 ? 20 : 15;

    SmallMultiplier y_multiplier;
    SmallMultiplier multiplier;
    std::int32_t x_zero_point, y_zero_point, zero_point;
    std::int32_t low, high;
    std::int32_t x_factor; // 2^(shift - 1) or its negative
    std::int32_t y_sign;   // 1 or -1

    T operator()(T x, T y) const noexcept {
        const std::int32_t raised_y = (y - y_zero_point) * (std::int32_t{1} << shift);
        const std::int32_t scaled_y = Numerics::scale(raised_y, y_multiplier.get());
        const std::int32_t sum = (x - x_zero_point) * x_factor + scaled_y * y_sign;
        return static_cast<T>(
            clamp(wrapping_add(Numerics::scale(sum, multiplier.get()), zero_point), low, high));
    }
};

/// Quantised product. Source: TFLite MUL.
template <class Numerics, class T>
struct QuantizedProduct {
    Multiplier multiplier;
    std::int32_t a_zero_point, b_zero_point, zero_point;
    std::int32_t low, high;

    T operator()(T a, T b) const noexcept {
        const std::int32_t product = (a - a_zero_point) * (b - b_zero_point);
        const Multiplier positive{multiplier.value & 0x7FFFFFFF, multiplier.shift};
        return static_cast<T>(clamp(wrapping_add(Numerics::scale(product, positive), zero_point), low, high));
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
