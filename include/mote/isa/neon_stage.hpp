// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_NEON_STAGE_HPP
#define MOTE_ISA_NEON_STAGE_HPP

// The output stage of int8 for the ISAs of AArch64.

#include "../core/numerics.hpp"
#include "../kernels/requantize.hpp"

#include <cstring>

#if defined(__aarch64__) && defined(__ARM_NEON) && !defined(__ARM_BIG_ENDIAN)

#include <arm_neon.h>

namespace mote {
inline namespace MOTE_NAMESPACE {

// Helpers are inlined by force: a linker that sees them compiled with different flags keeps any.
namespace detail::neon {

using Int8Stage = Requantizer<numerics::reference, std::int8_t>;

MOTE_INLINE int8x16_t indices() noexcept {
    return vcombine_s8(vcreate_s8(0x0706050403020100), vcreate_s8(0x0f0e0d0c0b0a0908));
}
/// All bits of the first `n` of 16 bytes; n in [0, 16].
MOTE_INLINE int8x16_t first_bytes(std::int32_t n) noexcept {
    return vreinterpretq_s8_u8(vcltq_s8(indices(), vdupq_n_s8(static_cast<std::int8_t>(n))));
}
/// The same for the last `n`.
MOTE_INLINE int8x16_t last_bytes(std::int32_t n) noexcept {
    return vreinterpretq_s8_u8(vcgeq_s8(indices(), vdupq_n_s8(static_cast<std::int8_t>(16 - n))));
}

// Clang's own are macros, in which no parameter pack can be expanded.
MOTE_INLINE int8x8_t load8(const std::int8_t* from) noexcept { return vld1_s8(from); }
MOTE_INLINE int8x8_t load_dup8(const std::int8_t* from) noexcept { return vld1_dup_s8(from); }
MOTE_INLINE int32x4_t load(const std::int32_t* from) noexcept { return vld1q_s32(from); }
MOTE_INLINE float32x4_t load(const float* from) noexcept { return vld1q_f32(from); }
MOTE_INLINE void store(std::int8_t* to, int8x8_t x) noexcept { vst1_s8(to, x); }
MOTE_INLINE void store(std::int32_t* to, int32x4_t x) noexcept { vst1q_s32(to, x); }
MOTE_INLINE void store(float* to, float32x4_t x) noexcept { vst1q_f32(to, x); }

// GCC's own are sums and products of signed numbers, whose overflow is undefined.
MOTE_INLINE int32x4_t wrapped_sum(int32x4_t a, int32x4_t b) noexcept {
    return vreinterpretq_s32_u32(vaddq_u32(vreinterpretq_u32_s32(a), vreinterpretq_u32_s32(b)));
}
MOTE_INLINE int32x4_t wrapped_product(int32x4_t a, std::int32_t b) noexcept {
    return vreinterpretq_s32_u32(vmulq_n_u32(vreinterpretq_u32_s32(a), static_cast<std::uint32_t>(b)));
}

/// Four bytes at any address, and four zeros.
MOTE_INLINE int8x8_t load4(const std::int8_t* from) noexcept {
    std::uint32_t bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    return vcreate_s8(bytes);
}

/// Multipliers of four channels, as `Multiplier` has them.
struct Scales {
    int32x4_t value, shift;
};

/// TFLM's arithmetic for any multiplier. A negative number less one makes halves go away from zero.
MOTE_INLINE int32x4_t scaled(int32x4_t x, const Scales& by) noexcept {
    const int32x4_t zero = vdupq_n_s32(0);
    const int32x4_t right = vminq_s32(by.shift, zero);
    const int32x4_t product = vqrdmulhq_s32(vshlq_s32(x, vmaxq_s32(by.shift, zero)), by.value);
    return vrshlq_s32(vqaddq_s32(product, vshrq_n_s32(vandq_s32(product, right), 31)), right);
}

/// Those of the first `n` channels from `channel` on, and others after them; n in [1, 4].
inline Scales unpacked_each(const ChannelMultipliers& from, std::int32_t channel, std::int32_t n) noexcept {
    std::int32_t value[4], shift[4];
    for (std::int32_t i = 0; i < 4; ++i) {
        const Multiplier m = from[channel + minimum(i, n - 1)];
        value[i] = m.value;
        shift[i] = m.shift;
    }
    return {vld1q_s32(value), vld1q_s32(shift)};
}

/// Those of four channels: unpack_multiplier, but for words and scales that are out of the ordinary.
MOTE_INLINE Scales unpacked(const ChannelMultipliers& from, std::int32_t channel) noexcept {
    if (!from.per_channel) {
        const Multiplier m = from[0];
        return {vdupq_n_s32(m.value), vdupq_n_s32(m.shift)};
    }
    const uint32x4_t packed = vld1q_u32(from.packed + channel);
    const uint32x4_t scale = vreinterpretq_u32_u8(vld1q_u8(from.filter_scales + channel * 4));
    const uint32x4_t odd_scale =
        vcgeq_u32(vsubq_u32(scale, vdupq_n_u32(0x00800000u)), vdupq_n_u32(0x7f000000u));
    if (vmaxvq_u32(vorrq_u32(vcgeq_u32(packed, vdupq_n_u32(0xc0000000u)), odd_scale)) != 0)
        return unpacked_each(from, channel, 4);
    const uint32x4_t value = vorrq_u32(vandq_u32(packed, vdupq_n_u32(0x3fffffffu)), vdupq_n_u32(0x40000000u));
    const uint32x4_t shift = vaddq_u32(vshrq_n_u32(scale, 23), vshrq_n_u32(packed, 30));
    return {vreinterpretq_s32_u32(value),
            vaddq_s32(vreinterpretq_s32_u32(shift), vdupq_n_s32(from.base_exponent - 127))};
}

/// What the output stage adds and limits to.
struct Limits {
    int32x4_t zero_point;
    int8x16_t low, high;

    explicit Limits(const Int8Stage& stage) noexcept
        : zero_point(vdupq_n_s32(stage.zero_point)),
          low(vdupq_n_s8(static_cast<std::int8_t>(stage.low))),
          high(vdupq_n_s8(static_cast<std::int8_t>(stage.high))) {}

    MOTE_INLINE int16x4_t moved(int32x4_t scaled) const noexcept {
        return vqmovn_s32(wrapped_sum(scaled, zero_point));
    }
    /// Eight elements from scaled sums.
    MOTE_INLINE int8x8_t narrowed(int32x4_t a, int32x4_t b) const noexcept {
        const int8x8_t bytes = vqmovn_s16(vcombine_s16(moved(a), moved(b)));
        return vmin_s8(vmax_s8(bytes, vget_low_s8(low)), vget_low_s8(high));
    }
};

/// The output stage with the multipliers of all channels unpacked in scratch.
struct ReadyStage {
    using Element = std::int8_t;

    Int8Stage stage;
    const std::int32_t* values;
    const std::int32_t* shifts;

    ReadyStage(const Int8Stage& from, std::int32_t channels, void* scratch) noexcept
        : stage(from), values(static_cast<std::int32_t*>(scratch)), shifts(values + room(channels)) {
        auto* to = static_cast<std::int32_t*>(scratch);
        for (std::int32_t c = 0; c < channels; c += 4, to += 4) {
            const bool whole = c + 4 <= channels;
            const Scales four = whole ? unpacked(from.multipliers, c)
                                      : unpacked_each(from.multipliers, c, channels - c);
            vst1q_s32(to, four.value);
            vst1q_s32(to + room(channels), four.shift);
        }
    }
    static constexpr std::int32_t room(std::int32_t channels) noexcept { return (channels + 3) & ~3; }
    static constexpr std::uint32_t scratch_bytes(std::int32_t channels) noexcept {
        return static_cast<std::uint32_t>(room(channels)) * 8;
    }

    MOTE_INLINE Scales scales(std::int32_t channel) const noexcept {
        return {vld1q_s32(values + channel), vld1q_s32(shifts + channel)};
    }
    std::int8_t operator()(std::int32_t sum, std::int32_t channel) const noexcept {
        const Multiplier m{values[channel], shifts[channel]};
        return static_cast<std::int8_t>(
            clamp(wrapping_add(numerics::reference::scale(sum, m), stage.zero_point), stage.low, stage.high));
    }
};

MOTE_INLINE const Int8Stage& int8_stage(const Int8Stage& stage) noexcept { return stage; }
MOTE_INLINE const Int8Stage& int8_stage(const ReadyStage& stage) noexcept { return stage.stage; }
MOTE_INLINE Scales scales_of(const Int8Stage& stage, std::int32_t channel) noexcept {
    return unpacked(stage.multipliers, channel);
}
MOTE_INLINE Scales scales_of(const ReadyStage& stage, std::int32_t channel) noexcept {
    return stage.scales(channel);
}

/// finish_channels for these two stages.
template <class Stage>
void finish_int8(const Stage& stage, const std::int32_t* sums, std::int32_t n, std::int32_t channel,
                 std::int8_t* out) noexcept {
    const Limits limits(int8_stage(stage));
    for (; n >= 8; n -= 8, sums += 8, channel += 8, out += 8)
        vst1_s8(out, limits.narrowed(scaled(vld1q_s32(sums), scales_of(stage, channel)),
                                     scaled(vld1q_s32(sums + 4), scales_of(stage, channel + 4))));
    if (n >= 4) {
        const int32x4_t four = scaled(vld1q_s32(sums), scales_of(stage, channel));
        const std::uint64_t bytes = vget_lane_u64(vreinterpret_u64_s8(limits.narrowed(four, four)), 0);
        std::memcpy(out, &bytes, 4);
        n -= 4, sums += 4, channel += 4, out += 4;
    }
    for (; n > 0; --n) *out++ = stage(*sums++, channel++);
}

} // namespace detail::neon

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif

#endif
