// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_SIGMOID_ARGUMENT_HPP
#define MOTE_KERNELS_SIGMOID_ARGUMENT_HPP

#include "../core/fixed_point.hpp"
#include "../core/lookup_tables.hpp"
#include "../core/math.hpp"

#include <cstdint>
#include <limits>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// How int8 LOGISTIC and TANH read their input: as fixed point with four integer bits, `multiplier` being
/// scale * 2^27. Where that exceeds 15, the function is at its limit.
struct SigmoidArgumentS8 {
    Multiplier multiplier;
    std::int32_t zero_point;

    /// The distance from the zero point at which the limit begins.
    constexpr std::int32_t radius() const noexcept {
        return multiplier.shift < 0 ? (std::numeric_limits<std::int32_t>::max)()
                                    : (std::int32_t{15} << 27) >> multiplier.shift;
    }
};

/// out[i] = function(x[i] as a fixed-point number), limited to int8; at the ends of int8 beyond the radius.
template <class Function>
void map_sigmoid_s8(const std::int8_t* x, std::int32_t n, SigmoidArgumentS8 argument, Function function,
                    std::int8_t* out) noexcept {
    constexpr std::int32_t lowest = -128, highest = 127;
    const std::int32_t radius = argument.radius();
    for (std::int32_t i = 0; i < n; ++i) {
        const std::int32_t value = x[i] - argument.zero_point;
        std::int32_t result = value <= -radius ? lowest : highest;
        if (value > -radius && value < radius)
            result = clamp(function(multiply_by_quantized_multiplier(value, argument.multiplier)), lowest,
                           highest);
        out[i] = static_cast<std::int8_t>(result);
    }
}

/// How int16 LOGISTIC and TANH read their input: x * multiplier / 2^shift, rounded, is 3 * 4096 times the
/// real value. Both in 16 bits, `multiplier` not negative, `shift` in [0, 31].
struct SigmoidArgumentS16 {
    std::int16_t multiplier;
    std::int16_t shift;

    constexpr std::int32_t operator()(std::int16_t x) const noexcept {
        const std::int32_t half = shift > 0 ? std::int32_t{1} << (shift - 1) : 0;
        return (x * multiplier + half) >> shift;
    }
};

/// The sigmoid of |argument| at 2^(16 + Bits), entries of the table being 2^Bits apart; `limit` at 2^16
/// beyond its end.
template <int Bits>
constexpr std::int32_t look_up_sigmoid(std::int32_t argument, std::int32_t limit) noexcept {
    const std::int32_t magnitude = absolute(argument);
    const std::int32_t index = magnitude >> Bits;
    if (index >= 255) return limit << Bits;
    const std::int32_t below = sigmoid_table<>.values[index];
    const std::int32_t above = sigmoid_table<>.values[index + 1];
    return (below << Bits) + (magnitude & ((1 << Bits) - 1)) * (above - below);
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
