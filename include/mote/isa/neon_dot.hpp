// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_NEON_DOT_HPP
#define MOTE_ISA_NEON_DOT_HPP

// Sums of products, for the ISAs of AArch64.

#include "../kernels/dot_channels.hpp"
#include "neon_stage.hpp"

#include <type_traits>
#include <utility>

#if defined(__aarch64__) && defined(__ARM_NEON) && !defined(__ARM_BIG_ENDIAN)

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail::neon {

/// 16 elements as int16.
struct Wide {
    int16x8_t low, high;
};

/// `n` elements, 8 to 15, as two eights that overlap.
MOTE_INLINE int8x16_t load_short(const std::int8_t* from, std::int32_t n) noexcept {
    return vcombine_s8(vld1_s8(from), vld1_s8(from + n - 8));
}
MOTE_INLINE Wide widened_short(const std::int8_t* from, std::int32_t n, int16x8_t offset) noexcept {
    return {vaddw_s8(offset, vld1_s8(from)), vaddw_s8(offset, vld1_s8(from + n - 8))};
}
MOTE_INLINE Wide widened_short(const std::int16_t* from, std::int32_t n, int16x8_t) noexcept {
    return {vld1q_s16(from), vld1q_s16(from + n - 8)};
}

MOTE_INLINE Wide widened(const std::int8_t* from, int16x8_t offset) noexcept {
    const int8x16_t bytes = vld1q_s8(from);
    return {vaddw_s8(offset, vget_low_s8(bytes)), vaddw_high_s8(offset, bytes)};
}
MOTE_INLINE Wide widened(const std::int8_t* from) noexcept {
    const int8x16_t bytes = vld1q_s8(from);
    return {vmovl_s8(vget_low_s8(bytes)), vmovl_high_s8(bytes)};
}
MOTE_INLINE Wide widened(const std::int16_t* from) noexcept { return {vld1q_s16(from), vld1q_s16(from + 8)}; }
/// The offset of int16 is 0.
MOTE_INLINE Wide widened(const std::int16_t* from, int16x8_t) noexcept { return widened(from); }

/// Those elements whose byte of `mask` is set, zeros in place of the others.
MOTE_INLINE Wide masked(const Wide& x, int8x16_t mask) noexcept {
    return {vandq_s16(x.low, vmovl_s8(vget_low_s8(mask))), vandq_s16(x.high, vmovl_high_s8(mask))};
}
MOTE_INLINE int8x16_t masked(int8x16_t x, int8x16_t mask) noexcept { return vandq_s8(x, mask); }

/// Sums of 32 bits, which wrap.
struct NarrowSums {
    struct Sum {
        int32x4_t a, b;
    };
    int16x8_t offset;

    template <class T>
    MOTE_INLINE Wide load(const T* x) const noexcept {
        return widened(x, offset);
    }
    template <class T>
    MOTE_INLINE Wide weights(const T* from) const noexcept {
        return widened(from);
    }
    template <class T>
    MOTE_INLINE Wide load_short(const T* x, std::int32_t n) const noexcept {
        return widened_short(x, n, offset);
    }
    template <class T>
    MOTE_INLINE Wide short_weights(const T* from, std::int32_t n) const noexcept {
        return widened_short(from, n, vdupq_n_s16(0));
    }
    MOTE_INLINE Sum zero() const noexcept { return {vdupq_n_s32(0), vdupq_n_s32(0)}; }
    MOTE_INLINE Sum add(const Sum& sum, const Wide& x, const Wide& w) const noexcept {
        return {vmlal_s16(vmlal_s16(sum.a, vget_low_s16(x.low), vget_low_s16(w.low)), vget_low_s16(x.high),
                          vget_low_s16(w.high)),
                vmlal_high_s16(vmlal_high_s16(sum.b, x.low, w.low), x.high, w.high)};
    }
    MOTE_INLINE std::int32_t total(const Sum& sum) const noexcept {
        return vaddvq_s32(wrapped_sum(sum.a, sum.b));
    }
};

/// Sums of 64 bits of products of at most 24.
struct WideSums {
    using Sum = int64x2_t;

    MOTE_INLINE Wide load(const std::int16_t* x) const noexcept { return widened(x); }
    MOTE_INLINE Wide weights(const std::int8_t* from) const noexcept { return widened(from); }
    MOTE_INLINE Wide load_short(const std::int16_t* x, std::int32_t n) const noexcept {
        return widened_short(x, n, vdupq_n_s16(0));
    }
    MOTE_INLINE Wide short_weights(const std::int8_t* from, std::int32_t n) const noexcept {
        return widened_short(from, n, vdupq_n_s16(0));
    }
    MOTE_INLINE Sum zero() const noexcept { return vdupq_n_s64(0); }
    MOTE_INLINE Sum add(Sum sum, const Wide& x, const Wide& w) const noexcept {
        const NarrowSums::Sum none{vdupq_n_s32(0), vdupq_n_s32(0)};
        const NarrowSums::Sum part = NarrowSums{vdupq_n_s16(0)}.add(none, x, w);
        return vpadalq_s32(sum, vaddq_s32(part.a, part.b));
    }
    MOTE_INLINE std::int64_t total(Sum sum) const noexcept { return vaddvq_s64(sum); }
};

/// The kernel `dot` for n >= 8: the last vector of a row may begin in the one before.
template <class Sums, class X, class Weight, class Accumulator, int... Row>
MOTE_INLINE void dot_rows(const Sums& how, const X* x, const Weight* weights, std::int32_t stride,
                          std::int32_t n, Accumulator* accumulators,
                          std::integer_sequence<int, Row...>) noexcept {
    typename Sums::Sum sums[] = {(static_cast<void>(Row), how.zero())...};
    std::int32_t i = 0;
    for (; i + 16 <= n; i += 16) {
        const auto v = how.load(x + i);
        ((sums[Row] = how.add(sums[Row], v, how.weights(weights + Row * stride + i))), ...);
    }
    if (n < 16) {
        const int8x16_t mask = vorrq_s8(first_bytes(8), last_bytes(n - 8));
        const auto v = how.load_short(x, n);
        ((sums[Row] = how.add(sums[Row], v, masked(how.short_weights(weights + Row * stride, n), mask))),
         ...);
    } else if (i < n) {
        const int8x16_t mask = last_bytes(n - i);
        i = n - 16;
        const auto v = how.load(x + i);
        ((sums[Row] = how.add(sums[Row], v, masked(how.weights(weights + Row * stride + i), mask))), ...);
    }
    using Unsigned = std::make_unsigned_t<Accumulator>;
    ((accumulators[Row] = static_cast<Accumulator>(static_cast<Unsigned>(accumulators[Row]) +
                                                   static_cast<Unsigned>(how.total(sums[Row])))),
     ...);
}

template <int... Row>
MOTE_INLINE void dot_float(const float* x, const float* weights, std::int32_t stride, std::int32_t fours,
                           float* accumulators, std::integer_sequence<int, Row...>) noexcept {
    float32x4_t sums[] = {(static_cast<void>(Row), vdupq_n_f32(0.0f))...};
    for (std::int32_t i = 0; i < fours; i += 4) {
        const float32x4_t v = load(x + i);
        ((sums[Row] = vfmaq_f32(sums[Row], v, load(weights + Row * stride + i))), ...);
    }
    ((accumulators[Row] += vaddvq_f32(sums[Row])), ...);
}

/// `Channels` elements from `from` on, plus `offset`, as int16; or that many times the first of them.
template <int Channels, bool Spread>
MOTE_INLINE Wide channels(const std::int8_t* from, int16x8_t offset) noexcept {
    if constexpr (!Spread) {
        const int16x8_t all = vaddw_s8(offset, vdup_n_s8(*from));
        return {all, all};
    } else if constexpr (Channels == 16) {
        return widened(from, offset);
    } else {
        const int16x8_t all = vaddw_s8(offset, Channels == 8 ? vld1_s8(from) : load4(from));
        return {all, all};
    }
}
template <int Channels, bool Spread>
MOTE_INLINE Wide channels(const std::int16_t* from, int16x8_t) noexcept {
    if constexpr (!Spread) {
        const int16x8_t all = vdupq_n_s16(*from);
        return {all, all};
    } else if constexpr (Channels == 16) {
        return widened(from);
    } else {
        const int16x8_t all = Channels == 8 ? vld1q_s16(from) : vcombine_s16(vld1_s16(from), vdup_n_s16(0));
        return {all, all};
    }
}

/// sum + the products of one quarter of 16 channels.
template <int Quarter>
MOTE_INLINE int32x4_t add_quarter(int32x4_t sum, const Wide& x, const Wide& w) noexcept {
    if constexpr (Quarter == 0) return vmlal_s16(sum, vget_low_s16(x.low), vget_low_s16(w.low));
    if constexpr (Quarter == 1) return vmlal_high_s16(sum, x.low, w.low);
    if constexpr (Quarter == 2) return vmlal_s16(sum, vget_low_s16(x.high), vget_low_s16(w.high));
    if constexpr (Quarter == 3) return vmlal_high_s16(sum, x.high, w.high);
}

/// Adds the taps of 4 * sizeof...(Quarter) channels to `sums`.
template <bool Spread, class X, int... Quarter>
MOTE_INLINE void add_taps(const TapGrid& grid, const X* x, std::int32_t offset, const std::int8_t* weights,
                          std::int32_t* sums, std::integer_sequence<int, Quarter...>) noexcept {
    constexpr int count = 4 * static_cast<int>(sizeof...(Quarter));
    const int16x8_t offsets = vdupq_n_s16(static_cast<std::int16_t>(offset)), zero = vdupq_n_s16(0);
    int32x4_t totals[] = {load(sums + 4 * Quarter)...};
    for (std::int32_t row = 0; row < grid.rows; ++row, x += grid.x_row, weights += grid.w_row) {
        const X* from = x;
        const std::int8_t* by = weights;
        for (std::int32_t tap = 0; tap < grid.taps; ++tap, from += grid.x_tap, by += grid.w_tap) {
            const Wide v = channels<count, Spread>(from, offsets);
            const Wide w = channels<count, true>(by, zero);
            ((totals[Quarter] = add_quarter<Quarter>(totals[Quarter], v, w)), ...);
        }
    }
    (store(sums + 4 * Quarter, totals[Quarter]), ...);
}

template <bool Spread, int... Quarter>
MOTE_INLINE void add_taps(const TapGrid& grid, const float* x, std::int32_t, const float* weights,
                          float* sums, std::integer_sequence<int, Quarter...>) noexcept {
    float32x4_t totals[] = {load(sums + 4 * Quarter)...};
    for (std::int32_t row = 0; row < grid.rows; ++row, x += grid.x_row, weights += grid.w_row) {
        const float* from = x;
        const float* by = weights;
        for (std::int32_t tap = 0; tap < grid.taps; ++tap, from += grid.x_tap, by += grid.w_tap)
            ((totals[Quarter] = vfmaq_f32(totals[Quarter],
                                          Spread ? load(from + 4 * Quarter) : vdupq_n_f32(*from),
                                          load(by + 4 * Quarter))),
             ...);
    }
    (store(sums + 4 * Quarter, totals[Quarter]), ...);
}

} // namespace detail::neon

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif

#endif
