// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_NEON_DEPTHWISE_HPP
#define MOTE_ISA_NEON_DEPTHWISE_HPP

// Depthwise convolutions for the ISAs of AArch64.

#include "../kernels/conv.hpp"
#include "../kernels/depthwise.hpp"
#include "../kernels/transposed_filter.hpp"
#include "neon_stage.hpp"

#include <cstddef>
#include <cstring>
#include <type_traits>
#include <utility>

#if defined(__aarch64__) && defined(__ARM_NEON) && !defined(__ARM_BIG_ENDIAN)

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail::neon {

/// The input that one row of outputs of a 3x3 filter reads, in scratch: three rows of pixels, padding and
/// all.
class PaddedRows {
public:
    PaddedRows(const Window& w, std::int32_t offset, void* scratch) noexcept
        : w_(w),
          row_(row_bytes(w)),
          before_(minimum(w.pad_w * w.in_c, row_)),
          inside_(minimum(w.in_w * w.in_c, row_ - before_)),
          nothing_(static_cast<std::int8_t>(-offset)),
          first_(static_cast<std::int8_t*>(scratch)) {}

    static constexpr std::uint32_t bytes(const Window& w) noexcept {
        return static_cast<std::uint32_t>((3 * row_bytes(w) + 15) & ~15);
    }

    /// `x`: the image.
    void read(const std::int8_t* x, std::int32_t out_y) const noexcept {
        for (std::int32_t tap = 0; tap < 3; ++tap) {
            std::int8_t* const to = first_ + tap * row_;
            const std::int32_t y = out_y * w_.stride_h - w_.pad_h + tap * w_.dilation_h;
            if (y < 0 || y >= w_.in_h) {
                fill(to, row_);
                continue;
            }
            fill(to, before_);
            std::memcpy(to + before_, x + y * w_.in_w * w_.in_c, static_cast<std::size_t>(inside_));
            fill(to + before_ + inside_, row_ - before_ - inside_);
        }
    }
    const std::int8_t* tap(int row, int column) const noexcept {
        return first_ + row * row_ + column * w_.dilation_w * w_.in_c;
    }

private:
    static constexpr std::int32_t row_bytes(const Window& w) noexcept {
        return ((w.out_w - 1) * w.stride_w + 2 * w.dilation_w + 1) * w.in_c;
    }
    void fill(std::int8_t* to, std::int32_t n) const noexcept {
        if (n > 0) std::memset(to, nothing_, static_cast<std::size_t>(n));
    }

    const Window& w_;
    std::int32_t row_, before_, inside_; // bytes
    std::int8_t nothing_;
    std::int8_t* first_;
};

/// The weights of eight channels of a 3x3 filter stay in registers along a row of outputs. With other filters
/// a single input channel with several outputs is a convolution, its filter transposed. All else is the
/// portable loop, with the multipliers unpacked in scratch.
template <class Isa>
struct Depthwise {
    using Portable = Kernel<depthwise, isa::scalar>;

    template <class X, class Weights>
    static constexpr bool has_scratch = std::is_same_v<X, std::int8_t>;
    template <class X, class Weights>
    static constexpr std::uint32_t scratch_bytes(const Window& w, std::int32_t multiplier) noexcept {
        if (!std::is_same_v<X, std::int8_t>) return 0;
        if constexpr (std::is_same_v<Weights, const std::int8_t*>) {
            if (has_rows(w, multiplier)) return ReadyStage::scratch_bytes(w.out_c) + PaddedRows::bytes(w);
            if (is_conv(w, multiplier))
                return filter_bytes(w) + Kernel<conv, Isa>::template scratch_bytes<X, Weights>(w, 1);
        }
        return ReadyStage::scratch_bytes(w.out_c);
    }

    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t multiplier, const X* x, std::int32_t offset,
                    Weights weights, Bias bias, const Finish& finish, typename Finish::Element* out,
                    void* scratch) noexcept {
        constexpr bool int8 = std::is_same_v<X, std::int8_t> && std::is_same_v<Accumulator, std::int32_t>;
        if constexpr (int8 && std::is_same_v<Weights, const std::int8_t*>) {
            if (is_conv(w, multiplier) && !has_rows(w, multiplier))
                return Kernel<conv, Isa>::template run<Leaf, Accumulator>(
                    w, 1, x, offset, transposed_filter(w, weights, scratch), bias, finish, out,
                    static_cast<unsigned char*>(scratch) + filter_bytes(w));
        }
        if constexpr (int8 && std::is_same_v<Finish, Int8Stage>) {
            const ReadyStage ready(finish, w.out_c, scratch);
            if constexpr (std::is_same_v<Weights, const std::int8_t*>) {
                if (has_rows(w, multiplier))
                    return rows(w, x, offset, weights, bias, ready, out,
                                static_cast<unsigned char*>(scratch) + ReadyStage::scratch_bytes(w.out_c));
            }
            Portable::run<Leaf, Accumulator>(w, multiplier, x, offset, weights, bias, ready, out, nullptr);
        } else {
            Portable::run<Leaf, Accumulator>(w, multiplier, x, offset, weights, bias, finish, out, nullptr);
        }
    }

private:
    static constexpr bool is_conv(const Window& w, std::int32_t multiplier) noexcept {
        return w.in_c == 1 && multiplier > 1;
    }
    static constexpr bool has_rows(const Window& w, std::int32_t multiplier) noexcept {
        return (multiplier == 1 || w.in_c == 1) && w.filter_h == 3 && w.filter_w == 3 && w.out_c >= 8;
    }
    static constexpr std::uint32_t filter_bytes(const Window& w) noexcept {
        return static_cast<std::uint32_t>((w.filter_h * w.filter_w * w.out_c + 15) & ~15);
    }

    static void rows(const Window& w, const std::int8_t* x, std::int32_t offset, const std::int8_t* weights,
                     const std::int32_t* bias, const ReadyStage& stage, std::int8_t* out,
                     void* scratch) noexcept {
        const PaddedRows input(w, offset, scratch);
        for (std::int32_t b = 0; b < w.batches; ++b, x += w.in_image())
            for (std::int32_t y = 0; y < w.out_h; ++y, out += w.out_w * w.out_c) {
                input.read(x, y);
                // The last eight channels may begin among those before.
                for (std::int32_t next = 0; next < w.out_c; next += 8) {
                    const std::int32_t c = minimum(next, std::int32_t{w.out_c} - 8);
                    const std::make_integer_sequence<int, 9> taps;
                    if (w.in_c == 1)
                        eight_channels<false>(w, input, offset, weights, bias, stage, c, out, taps);
                    else
                        eight_channels<true>(w, input, offset, weights, bias, stage, c, out, taps);
                }
            }
    }

    /// Without `Spread` all read one input channel.
    template <bool Spread, int... Tap>
    static void eight_channels(const Window& w, const PaddedRows& input, std::int32_t offset,
                               const std::int8_t* weights, const std::int32_t* bias, const ReadyStage& stage,
                               std::int32_t c, std::int8_t* out,
                               std::integer_sequence<int, Tap...>) noexcept {
        const Limits limits(stage.stage);
        const Scales low = stage.scales(c), high = stage.scales(c + 4);
        const int32x4_t zero = vdupq_n_s32(0);
        const int32x4_t start_low = bias != nullptr ? vld1q_s32(bias + c) : zero;
        const int32x4_t start_high = bias != nullptr ? vld1q_s32(bias + c + 4) : zero;
        const int16x8_t offsets = vdupq_n_s16(static_cast<std::int16_t>(offset));
        const int16x8_t by[] = {vmovl_s8(load8(weights + Tap * w.out_c + c))...};
        const std::int8_t* const from[] = {input.tap(Tap / 3, Tap % 3) + (Spread ? c : 0)...};
        const std::ptrdiff_t step = w.stride_w * w.in_c, to_step = w.out_c;
        std::int8_t* to = out + c;
        std::ptrdiff_t at = 0;
        for (std::int32_t left = w.out_w; left > 0; --left, at += step, to += to_step) {
            int32x4_t a = start_low, b = start_high;
            (add_tap(vaddw_s8(offsets, Spread ? load8(from[Tap] + at) : load_dup8(from[Tap] + at)), by[Tap],
                     a, b),
             ...);
            vst1_s8(to, limits.narrowed(scaled(a, low), scaled(b, high)));
        }
    }

    MOTE_INLINE static void add_tap(int16x8_t x, int16x8_t weights, int32x4_t& low,
                                    int32x4_t& high) noexcept {
        low = vmlal_s16(low, vget_low_s16(x), vget_low_s16(weights));
        high = vmlal_high_s16(high, x, weights);
    }
};

} // namespace detail::neon

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif

#endif
