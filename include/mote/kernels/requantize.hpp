// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_REQUANTIZE_HPP
#define MOTE_KERNELS_REQUANTIZE_HPP

#include "../core/bits.hpp"
#include "../core/math.hpp"
#include "../core/quantization.hpp"

#include <cstdint>
#include <type_traits>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// The multipliers of output channels: packed words, to be read with the filter's scales, which stay in the
/// model. One word serves all channels where the filter has one scale.
struct ChannelMultipliers {
    const std::uint32_t* packed;
    const unsigned char* filter_scales; // little-endian floats
    std::int32_t base_exponent;
    bool per_channel;

    constexpr Multiplier operator[](std::int32_t channel) const noexcept {
        const std::int32_t i = per_channel ? channel : 0;
        return unpack_multiplier(packed[i], load_le<std::uint32_t>(filter_scales + i * 4), base_exponent);
    }
};

/// The scales of output channels as floats: numerator * filter / denominator. One filter scale serves all
/// channels where the filter has no more.
struct ChannelFloatScales {
    const unsigned char* filter_scales; // little-endian floats
    float numerator;
    float denominator;
    bool per_channel;

    float operator[](std::int32_t channel) const noexcept {
        const std::uint32_t bits = load_le<std::uint32_t>(filter_scales + (per_channel ? channel : 0) * 4);
        return numerator * float_from_bits(bits) / denominator;
    }
};

/// From an accumulator to an output element: scaled by its channel's multiplier, shifted to the output's zero
/// point, limited by the activation.
template <class Numerics, class T>
struct Requantizer {
    using Element = T;
    using Multipliers = std::conditional_t<Numerics::scales_in_float, ChannelFloatScales, ChannelMultipliers>;

    Multipliers multipliers;
    std::int32_t zero_point;
    std::int32_t low;
    std::int32_t high;

    template <class Accumulator>
    T operator()(Accumulator accumulator, std::int32_t channel) const noexcept {
        const std::int32_t scaled = Numerics::scale(accumulator, multipliers[channel]);
        return static_cast<T>(clamp(wrapping_add(scaled, zero_point), low, high));
    }
};

/// The same stage for float: only the activation's limits.
struct FloatClamp {
    using Element = float;

    float low;
    float high;

    float operator()(float accumulator, std::int32_t) const noexcept { return clamp(accumulator, low, high); }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
