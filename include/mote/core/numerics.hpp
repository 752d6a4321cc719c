// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_NUMERICS_HPP
#define MOTE_CORE_NUMERICS_HPP

#include "bits.hpp"
#include "fixed_point.hpp"
#include "math.hpp"

namespace mote::numerics {

/// TFLM's reference arithmetic: a product rounded to 32 bits, then a shift rounded again.
struct reference {
    /// Whether a filter's channels have float scales in place of Multipliers.
    static constexpr bool scales_in_float = false;

    static constexpr std::int32_t scale(std::int32_t accumulator, Multiplier multiplier) noexcept {
        return multiply_by_quantized_multiplier(accumulator, multiplier);
    }
    /// 64-bit accumulators (int16 activations) use the multiplier reduced to 16 bits.
    static constexpr std::int32_t scale(std::int64_t accumulator, Multiplier multiplier) noexcept {
        return multiply_by_reduced_multiplier(accumulator, multiplier);
    }
};

/// The same multipliers, with one rounding: halves up. What TFLite computes when it is built with
/// TFLITE_SINGLE_ROUNDING, and ruy. An element is at most one unit from the reference's.
struct single_rounding {
    static constexpr bool scales_in_float = false;

    static constexpr std::int32_t scale(std::int32_t accumulator, Multiplier multiplier) noexcept {
        const int right = static_cast<int>(31 - multiplier.shift);
        const std::int64_t half = std::int64_t{1} << (right - 1);
        const std::int64_t scaled = (std::int64_t{accumulator} * multiplier.value + half) >> right;
        return static_cast<std::int32_t>(clamp<std::int64_t>(scaled, INT32_MIN, INT32_MAX));
    }
    static constexpr std::int32_t scale(std::int64_t accumulator, Multiplier multiplier) noexcept {
        return multiply_by_reduced_multiplier(accumulator, multiplier);
    }
};

/// One float multiplication, rounded to the nearest integer, halves to even: what XNNPACK does for
/// convolutions and matrix products in LiteRT. Their channels' scales are input * filter / output in float,
/// made where they are needed, so that no multipliers are kept. Results are limited to 2^17, beyond any
/// int16.
struct float_scale {
    static constexpr bool scales_in_float = true;

    template <class Accumulator>
    static constexpr std::int32_t scale(Accumulator accumulator, float factor) noexcept {
        constexpr float limit = 131072.0f;
        // Its last bit is worth one: adding it rounds.
        constexpr float unit = 12582912.0f;
        const float scaled = clamp(static_cast<float>(accumulator) * factor, -limit, limit);
        return static_cast<std::int32_t>(float_to_bits(scaled + unit)) -
               static_cast<std::int32_t>(float_to_bits(unit));
    }
    /// Operators that have no filter keep their fixed-point multipliers, and the reference's arithmetic.
    template <class Accumulator>
    static constexpr std::int32_t scale(Accumulator accumulator, Multiplier multiplier) noexcept {
        return reference::scale(accumulator, multiplier);
    }
};

} // namespace mote::numerics

#endif
