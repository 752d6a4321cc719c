// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_QUANTIZATION_HPP
#define MOTE_CORE_QUANTIZATION_HPP

#include <cstdint>
#include <limits>
#include <type_traits>

#include "../config.hpp"
#include "bits.hpp"
#include "fixed_point.hpp"
#include "math.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail {

// A scale here is the bits of a normal positive float. All others are brought to one and a power of two:
// subnormals exactly; what is no scale (zero, negative, NaN; infinity) to 1 and an exponent that outweighs
// all others, so that nothing divides by zero.
constexpr bool is_normal_scale(std::uint32_t bits) noexcept { return bits - 0x00800000u < 0x7F000000u; }

constexpr bool is_subnormal_scale(std::uint32_t bits) noexcept { return bits - 1 < 0x007FFFFFu; }

MOTE_NOINLINE constexpr std::uint32_t normal_scale(std::uint32_t bits) noexcept {
    if (is_normal_scale(bits)) return bits;
    return is_subnormal_scale(bits) ? bits << (count_leading_zeros(bits) - 8) : 0x3F800000u;
}

MOTE_NOINLINE constexpr int scale_excess(std::uint32_t bits) noexcept {
    if (is_normal_scale(bits)) return 0;
    if (is_subnormal_scale(bits)) return 8 - count_leading_zeros(bits);
    return bits == 0x7F800000u ? 10000 : -10000;
}

constexpr std::uint32_t mantissa_of(std::uint32_t scale) noexcept {
    return (scale & 0x007FFFFFu) | 0x00800000u;
}

constexpr int exponent_of(std::uint32_t scale) noexcept { return static_cast<int>(scale >> 23); }

/// The biased exponent of any float taken as a scale: below 1 for subnormals.
constexpr int scale_exponent(std::uint32_t bits) noexcept {
    if (is_normal_scale(bits)) return exponent_of(bits);
    return exponent_of(normal_scale(bits)) + scale_excess(bits);
}

// TFLM rounds the quotient twice: to a double (22 bits below the integer part; a tie would go to the even
// neighbour, which here is one half), then halves up. Together: up when the remainder is at least
// (2^22 - 1) / 2^23 of the divisor.
template <class Unsigned>
constexpr bool rounds_up(Unsigned remainder, Unsigned divisor) noexcept {
    using Signed = std::make_signed_t<Unsigned>;
    return static_cast<Signed>(divisor - remainder * 2) <= static_cast<Signed>(divisor >> 22);
}

/// The multiplier for a quotient in [2^30, 2^31] with its limits: {0, 0} below a shift of -31.
constexpr Multiplier make_multiplier(std::uint32_t quotient, int shift, int largest_shift) noexcept {
    const std::uint32_t carry = quotient >> 31;
    shift += static_cast<int>(carry);
    if (shift < -31) return {0, 0};
    if (shift > largest_shift) return {(std::numeric_limits<std::int32_t>::max)(), largest_shift};
    return {static_cast<std::int32_t>(quotient >> carry), shift};
}

/// The multiplier in one word, as PackedMultiplier says; `filter_scale` are a float's bits.
constexpr std::uint32_t pack_multiplier(Multiplier multiplier, std::uint32_t filter_scale,
                                        int base) noexcept {
    const int expected = base + scale_exponent(filter_scale) - 127;
    const auto correction = static_cast<std::uint32_t>(static_cast<int>(multiplier.shift) - expected);
    if (multiplier.value == 0) return 0xC0000000u;
    if (correction > 2) return 0xFFFFFFFFu;
    return correction << 30 | (static_cast<std::uint32_t>(multiplier.value) & 0x3FFFFFFFu);
}

/// numerator / divisor in units of 2^-32, rounded down; needs numerator < divisor < 2^24.
MOTE_NOINLINE constexpr std::uint32_t divide_mantissas(std::uint32_t numerator,
                                                       std::uint32_t divisor) noexcept {
    // Long division in base 256: a remainder and one more digit fit in 32 bits.
    std::uint32_t quotient = 0;
    for (int i = 0; i < 4; ++i) {
        const std::uint32_t dividend = numerator << 8;
        const std::uint32_t digit = dividend / divisor;
        numerator = dividend - digit * divisor;
        quotient = quotient << 8 | digit;
    }
    return quotient;
}

/// The quotient of two scales, by which many others can be multiplied: all the division is done here. Scales
/// are the bits of floats.
class ScaleRatio {
public:
    constexpr ScaleRatio(std::uint32_t above, std::uint32_t below) noexcept
        : divisor_(mantissa_of(normal_scale(below))),
          shift_(scale_exponent(above) - scale_exponent(below) - 127) {
        const std::uint32_t mantissa = mantissa_of(normal_scale(above));
        dividend_ = mantissa << 8;
        if (mantissa < divisor_) {
            ratio_ = divide_mantissas(mantissa, divisor_);
        } else {
            dividend_ = mantissa << 7;
            ratio_ = 0x80000000u | divide_mantissas(mantissa - divisor_, divisor_) >> 1;
            above_ = 1;
            ++shift_;
        }
    }

    /// The ratio times `scale` times 2^exponent.
    constexpr Multiplier multiplier(std::uint32_t scale, int exponent, int largest_shift) const noexcept {
        const std::uint32_t normal = normal_scale(scale);
        const Quotient quotient = times(mantissa_of(normal));
        return make_multiplier(quotient.value, shift_ + scale_exponent(scale) + exponent + quotient.shift,
                               largest_shift);
    }

    /// The ratio times `scale` as pack_multiplier packs it.
    constexpr std::uint32_t packed(std::uint32_t scale, int base) const noexcept {
        const int exponent = exponent_of(scale);
        if (exponent == 0 || static_cast<unsigned>(shift_ + exponent + 31) > 31 + 28)
            return packed_in_general(scale, base);
        // A normal scale and a result within limits. A quotient of 2^31 carries into the correction, as it
        // should.
        const Quotient quotient = times(mantissa_of(scale));
        return (static_cast<std::uint32_t>(above_ + quotient.shift) << 30) + (quotient.value - 0x40000000u);
    }

private:
    struct Quotient {
        std::uint32_t value; // in [2^30, 2^31]
        int shift;           // 0 or 1
    };

    /// dividend / divisor * mantissa, rounded.
    constexpr Quotient times(std::uint32_t mantissa) const noexcept {
        // In [2^30, 2^32). The ratio is less than one too small, and this so too.
        auto quotient = static_cast<std::uint32_t>((std::uint64_t{ratio_} * (mantissa << 8)) >> 32);
        std::uint32_t divisor = divisor_;
        std::uint32_t remainder = dividend_ * mantissa - quotient * divisor;
        if (remainder >= divisor) {
            remainder -= divisor;
            ++quotient;
        }
        int shift = 0;
        if (quotient >> 31 != 0) {
            if ((quotient & 1) != 0) remainder += divisor;
            quotient >>= 1;
            divisor *= 2;
            shift = 1;
        }
        return {quotient + (rounds_up(remainder, divisor) ? 1 : 0), shift};
    }

    MOTE_NOINLINE constexpr std::uint32_t packed_in_general(std::uint32_t scale, int base) const noexcept {
        return pack_multiplier(multiplier(scale, 0, 30), scale, base);
    }

    std::uint32_t ratio_ = 0;    // of the mantissas, in [2^31, 2^32)
    std::uint32_t dividend_ = 0; // ratio_ is dividend_ / divisor_ * 2^24, rounded down
    std::uint32_t divisor_;
    int above_ = 0; // 1 if the mantissas' ratio is not below 1
    int shift_;
};

/// left * right / below * 2^exponent, from the bits of three floats.
MOTE_NOINLINE constexpr Multiplier divide_scales(std::uint32_t left, std::uint32_t right, std::uint32_t below,
                                                 int exponent, int largest_shift) noexcept {
    return ScaleRatio(left, below).multiplier(right, exponent, largest_shift);
}

} // namespace detail

/// a * b / c * 2^exponent as a multiplier, bit for bit what TFLM's QuantizeMultiplier makes of that
/// expression in double. Scales are positive and finite; too small (shift < -31) gives {0, 0}, too large
/// (shift > 30) the largest multiplier. Zero, negative and NaN count as nearly 0, infinity as very large.
constexpr Multiplier quantize_multiplier(float a, float b, float c, int exponent = 0) noexcept {
    return detail::divide_scales(float_to_bits(a), float_to_bits(b), float_to_bits(c), exponent, 30);
}

/// The same for a / c.
constexpr Multiplier quantize_multiplier(float a, float c) noexcept {
    return quantize_multiplier(a, 1.0f, c);
}

/// The same for one float, which may be negative.
constexpr Multiplier quantize_multiplier(float x) noexcept {
    const std::uint32_t bits = float_to_bits(x);
    const std::uint32_t magnitude = bits & 0x7FFFFFFFu;
    const Multiplier positive =
        detail::make_multiplier(detail::mantissa_of(detail::normal_scale(magnitude)) << 7,
                                detail::scale_exponent(magnitude) - 126, 30);
    return {bits >> 31 != 0 ? -positive.value : positive.value, positive.shift};
}

/// The double nearest to numerator / denominator, times 2^exponent, as a multiplier with the same limits. Bit
/// by bit and so slow: for the few multipliers that do not come from three floats.
/// Both operands must be in [1, 2^63).
constexpr Multiplier quantize_ratio(std::uint64_t numerator, std::uint64_t denominator,
                                    int exponent = 0) noexcept {
    MOTE_ASSERT(numerator != 0 && numerator >> 63 == 0 && denominator != 0 && denominator >> 63 == 0);
    const int up = count_leading_zeros(numerator) - 1;
    const int down = count_leading_zeros(denominator) - 1;
    std::uint64_t remainder = numerator << up;
    const std::uint64_t divisor = denominator << down;
    int shift = 1 + down - up + exponent;
    if (remainder < divisor) {
        remainder *= 2;
        --shift;
    }
    remainder -= divisor;
    std::uint32_t quotient = 1;
    for (int i = 0; i < 30; ++i) {
        remainder *= 2;
        quotient *= 2;
        if (remainder < divisor) continue;
        remainder -= divisor;
        ++quotient;
    }
    return detail::make_multiplier(quotient + (detail::rounds_up(remainder, divisor) ? 1 : 0), shift, 30);
}

/// The multiplier of int8 SOFTMAX and LOG_SOFTMAX, PreprocessSoftmaxScaling: beta * input_scale * 2^26, at
/// most 2^31 - 1. Its shift can be 31. TFLM refuses results that are not above 1: shift < 1, or {2^30, 1}.
constexpr Multiplier softmax_multiplier(float beta, float input_scale) noexcept {
    return detail::divide_scales(float_to_bits(beta), float_to_bits(input_scale), float_to_bits(1.0f), 26,
                                 31);
}

/// Differences to the row's maximum below this one do not count in int8 SOFTMAX, CalculateInputRadius:
/// `shift` is that of its multiplier, in [0, 31].
constexpr std::int32_t softmax_difference_limit(std::int32_t shift) noexcept {
    return -(std::int32_t{31 << 26} >> shift);
}

/// The multiplier of int16 SOFTMAX: input_scale * beta / (10.0 / 65535.0).
constexpr Multiplier softmax_multiplier_s16(float input_scale, float beta) noexcept {
    constexpr std::uint64_t ten_over_65535 = 0x14001400140014u; // times 2^-65: the double
    const std::uint32_t left = float_to_bits(input_scale);
    const std::uint32_t right = float_to_bits(beta);
    const std::uint64_t product = std::uint64_t{detail::mantissa_of(detail::normal_scale(left))} *
                                  detail::mantissa_of(detail::normal_scale(right));
    return quantize_ratio(product, ten_over_65535,
                          detail::scale_exponent(left) + detail::scale_exponent(right) - 300 + 65);
}

/// One word per output channel in place of a Multiplier's two: 30 bits of value below two bits that say how
/// far its shift is from what the exponents of the scales promise. Read it with the filter scale, which stays
/// in flash.
using PackedMultiplier = std::uint32_t;

/// The part of a packed multiplier's shift that all channels share: from the scales of input and output.
constexpr int base_exponent(float input_scale, float output_scale) noexcept {
    return detail::scale_exponent(float_to_bits(input_scale)) -
           detail::scale_exponent(float_to_bits(output_scale));
}

/// Packs quantize_multiplier(input_scale, filter_scale, output_scale); `base` is base_exponent() of the same
/// input and output scales.
constexpr PackedMultiplier pack_multiplier(Multiplier multiplier, float filter_scale, int base) noexcept {
    return detail::pack_multiplier(multiplier, float_to_bits(filter_scale), base);
}

/// The multiplier in a word of pack_multiplier; `filter_scale_bits` are the bits of the same filter scale.
constexpr Multiplier unpack_multiplier(PackedMultiplier word, std::uint32_t filter_scale_bits,
                                       int base) noexcept {
    if (word >= 0xC0000000u) {
        return word == 0xC0000000u ? Multiplier{0, 0}
                                   : Multiplier{(std::numeric_limits<std::int32_t>::max)(), 30};
    }
    const int expected = base + detail::scale_exponent(filter_scale_bits) - 127;
    return {static_cast<std::int32_t>((word & 0x3FFFFFFFu) | 0x40000000u),
            expected + static_cast<int>(word >> 30)};
}

/// The quantised value of a real bound: zero_point + round(x / scale), halves away from zero; limited to
/// int32.
constexpr std::int32_t quantize_bound(float x, float scale, std::int32_t zero_point) noexcept {
    using Limits = std::numeric_limits<std::int32_t>;
    const std::int64_t sum = std::int64_t{zero_point} + round_half_away(x / scale);
    return static_cast<std::int32_t>(clamp<std::int64_t>(sum, (Limits::min)(), (Limits::max)()));
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
