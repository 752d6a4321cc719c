// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_SOFTMAX_ROWS_HPP
#define MOTE_KERNELS_SOFTMAX_ROWS_HPP

#include "../core/fixed_exp.hpp"
#include "../core/kernel.hpp"
#include "../core/lookup_tables.hpp"
#include "../core/quantization.hpp"

#include <cmath>
#include <cstdint>
#include <limits>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// out = exp(beta * x) / sum of that over the row, for `rows` rows of `depth` > 0 elements, at most 65535
/// unless they are floats. An element is read for the last time before it, or any above it, is written: `out`
/// may be `x` or overlap it from below, int16 results of int8 rows with their end. Source: TFLite SOFTMAX.
struct softmax_rows;

template <>
struct Kernel<softmax_rows, isa::scalar> {
    static void run(const float* x, std::int32_t rows, std::int32_t depth, float beta, float* out) noexcept {
        for (; rows > 0; --rows, x += depth, out += depth) row(x, depth, beta, out);
    }

    /// From int8 to int8 or int16 over the whole range of the type; `multiplier` is softmax_multiplier().
    template <class Out>
    static void run(const std::int8_t* x, std::int32_t rows, std::int32_t depth, Multiplier multiplier,
                    Out* out) noexcept {
        for (; rows > 0; --rows, x += depth, out += depth) row(x, depth, multiplier, out);
    }

    /// From int16 to int16 at 2^15; `multiplier` is softmax_multiplier_s16().
    static void run(const std::int16_t* x, std::int32_t rows, std::int32_t depth, Multiplier multiplier,
                    std::int16_t* out) noexcept {
        for (; rows > 0; --rows, x += depth, out += depth) row(x, depth, multiplier, out);
    }

private:
    template <class T>
    static T largest(const T* x, std::int32_t depth) noexcept {
        T found = std::numeric_limits<T>::lowest();
        for (std::int32_t i = 0; i < depth; ++i) found = maximum(found, x[i]);
        return found;
    }

    static void row(const float* x, std::int32_t depth, float beta, float* out) noexcept {
        const float top = largest(x, depth);
        float sum = 0.0f;
        for (std::int32_t i = 0; i < depth; ++i) {
            out[i] = std::exp((x[i] - top) * beta);
            sum += out[i];
        }
        for (std::int32_t i = 0; i < depth; ++i) out[i] /= sum;
    }

    /// exp(difference to the row's largest) at 2^31; five integer bits hold the argument.
    static std::int32_t power(std::int32_t difference, Multiplier multiplier) noexcept {
        return fixed_exp_on_negative_values<5>(multiply_greater_than_one(difference, multiplier));
    }

    /// 1 / sum of the row's powers. The sum has twelve integer bits, thirteen as an unsigned number; all sums
    /// beyond are one.
    static FixedReciprocal reciprocal(const std::int8_t* x, std::int32_t depth, std::int32_t top,
                                      Multiplier multiplier, std::int32_t limit) noexcept {
        std::uint64_t sum = 0;
        for (std::int32_t i = 0; i < depth; ++i) {
            const std::int32_t difference = x[i] - top;
            if (difference < limit) continue;
            sum += static_cast<std::uint32_t>(rounding_divide_by_pot(power(difference, multiplier), 12));
        }
        sum = minimum(sum, std::uint64_t{0xFFFFFFFFu});
        return fixed_reciprocal(static_cast<std::int32_t>(static_cast<std::uint32_t>(sum)), 12);
    }

    template <class Out>
    static void row(const std::int8_t* x, std::int32_t depth, Multiplier multiplier, Out* out) noexcept {
        constexpr std::int32_t lowest = (std::numeric_limits<Out>::min)();
        constexpr std::int32_t highest = (std::numeric_limits<Out>::max)();
        const std::int32_t top = largest(x, depth);
        std::int32_t limit = softmax_difference_limit(multiplier.shift);
        const FixedReciprocal scale = reciprocal(x, depth, top, multiplier, limit);
        const int exponent = scale.bits_over_unit + 31 - static_cast<int>(sizeof(Out)) * 8;
        // Everything rounds to nothing: no difference is that large.
        if (exponent > 31) limit = 1;
        for (std::int32_t i = 0; i < depth; ++i) {
            const std::int32_t difference = x[i] - top;
            std::int32_t result = lowest;
            if (difference >= limit) {
                const std::int32_t share =
                    saturating_rounding_doubling_high_mul(scale.value, power(difference, multiplier));
                result = clamp(rounding_divide_by_pot(share, exponent) + lowest, lowest, highest);
            }
            out[i] = static_cast<Out>(result);
        }
    }

    // Powers and their reciprocal have 15 fractional bits; powers wait in `out`.
    static void row(const std::int16_t* x, std::int32_t depth, Multiplier multiplier,
                    std::int16_t* out) noexcept {
        constexpr std::int32_t lowest = -32768, highest = 32767;
        const std::int32_t top = largest(x, depth);
        std::uint32_t sum = 0;
        for (std::int32_t i = 0; i < depth; ++i) {
            const std::int32_t scaled = multiply_by_quantized_multiplier(x[i] - top, multiplier);
            const std::int32_t argument = clamp(wrapping_add(scaled, highest), lowest, highest);
            out[i] = interpolate(softmax_exp_table<>, static_cast<std::int16_t>(argument));
            sum += static_cast<std::uint32_t>(out[i]);
        }
        // The sum as 1 + x times a power of two, x with 16 bits, which the table wants around zero.
        const int headroom = count_leading_zeros(sum);
        const auto mantissa = static_cast<std::int32_t>(((sum << (headroom - 1)) + (1u << 13)) >> 14);
        const std::int32_t centred = clamp(mantissa - (3 << 15), lowest, highest);
        const std::int32_t scale =
            interpolate(softmax_reciprocal_table<>, static_cast<std::int16_t>(centred));
        const int right = 31 - headroom;
        for (std::int32_t i = 0; i < depth; ++i) {
            const std::int32_t result = (out[i] * scale + (std::int32_t{1} << (right - 1))) >> right;
            out[i] = static_cast<std::int16_t>(minimum(result, highest));
        }
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
