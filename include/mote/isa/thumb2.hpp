// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_THUMB2_HPP
#define MOTE_ISA_THUMB2_HPP

#include "../core/numerics.hpp"
#include "../kernels/arithmetic.hpp"
#include "../kernels/depthwise.hpp"
#include "../kernels/fully_connected.hpp"
#include "../kernels/pairwise.hpp"
#include "../kernels/patch_conv.hpp"
#include "../kernels/requantize.hpp"
#include "../kernels/transposed_filter.hpp"

// What the ISAs of Cortex-M from M3 up share: output stage and loops above their tiles.

namespace mote {
inline namespace MOTE_NAMESPACE {

/// TFLM's two roundings of a sum times a multiplier below 1/2, plus the zero point:
/// `run(std::int32_t sum, detail::thumb2::ChannelScale, std::int32_t zero_point)`.
struct requantize_sum;

/// Tiles of a depthwise convolution, four channels at a time. `offsets_word(offset)`: the input's offset as
/// the tiles take it. `add_taps(grid, x, word, weights, sums)` adds a tile; `plain<Taps>(grid, x, word,
/// weights, bias, stage, channels, out)` makes all channels of a position whose rows have two or three
/// neighbouring taps, where the stage is plain.
struct channel_tiles;

#if defined(__thumb2__)

namespace detail::thumb2 {

/// A multiplier below 1/2 in the form that `requantize_sum` takes; `right` is 0 where it is another one.
struct ChannelScale {
    std::uint32_t doubled;
    std::uint32_t right;
};

inline ChannelScale channel_scale(Multiplier m) noexcept {
    if (m.shift >= 0 || m.value == 0) return {0, 0};
    return {static_cast<std::uint32_t>(m.value) << 1, static_cast<std::uint32_t>(-m.shift)};
}

inline std::int32_t limited_to_int8(std::int32_t x) noexcept {
    asm("ssat %0, #8, %0" : "+r"(x));
    return x;
}

using Int8Stage = Requantizer<numerics::reference, std::int8_t>;

/// Whether the activation's limits are tighter than int8's.
inline bool has_limits(const Int8Stage& stage) noexcept { return stage.low > -128 || stage.high < 127; }

/// An output element from a sum, for a scale whose `right` is not 0.
template <class Isa>
std::int8_t finished(const Int8Stage& stage, bool limits, ChannelScale scale, std::int32_t sum) noexcept {
    const std::int32_t x = Kernel<requantize_sum, Isa>::run(sum, scale, stage.zero_point);
    return static_cast<std::int8_t>(limits ? clamp(x, stage.low, stage.high) : limited_to_int8(x));
}

/// Four sums: of one channel at four positions, or of four channels at one.
struct Sums {
    std::int32_t a, b, c, d;
};

/// The output stage with the multipliers of all channels unpacked in scratch.
template <class Isa>
struct ReadyStage {
    using Element = std::int8_t;

    const Int8Stage& stage;
    const ChannelScale* scales;
    bool limits;
    bool plain = true; // no limits, and all multipliers below 1/2

    ReadyStage(const Int8Stage& from, std::int32_t channels, void* scratch) noexcept
        : stage(from), scales(static_cast<ChannelScale*>(scratch)), limits(has_limits(from)) {
        auto* to = static_cast<ChannelScale*>(scratch);
        for (std::int32_t c = 0; c < channels; ++c) {
            to[c] = channel_scale(from.multipliers[c]);
            if (to[c].right == 0) plain = false;
        }
        if (limits) plain = false;
    }
    static constexpr std::uint32_t scratch_bytes(std::int32_t channels) noexcept {
        return static_cast<std::uint32_t>(channels) * sizeof(ChannelScale);
    }

    MOTE_NOINLINE std::int8_t operator()(std::int32_t sum, std::int32_t channel) const noexcept {
        const ChannelScale scale = scales[channel];
        return scale.right != 0 ? finished<Isa>(stage, limits, scale, sum) : stage(sum, channel);
    }
};

} // namespace detail::thumb2

/// For `Kernel<finish_channels, Isa>`.
template <class Isa>
struct Thumb2FinishChannels : Kernel<finish_channels, isa::scalar> {
    using Kernel<finish_channels, isa::scalar>::run;

    static void run(const detail::thumb2::Int8Stage& finish, const std::int32_t* accumulators, std::int32_t n,
                    std::int32_t channel, std::int8_t* out) noexcept {
        const bool limits = detail::thumb2::has_limits(finish);
        detail::thumb2::ChannelScale scale = detail::thumb2::channel_scale(finish.multipliers[channel]);
        for (std::int32_t i = 0; i < n; ++i) {
            if (finish.multipliers.per_channel && i > 0)
                scale = detail::thumb2::channel_scale(finish.multipliers[channel + i]);
            out[i] = scale.right != 0 ? detail::thumb2::finished<Isa>(finish, limits, scale, accumulators[i])
                                      : finish(accumulators[i], channel + i);
        }
    }
};

/// For `Kernel<fully_connected, Isa>`: matrix products with one multiplier for all channels, four channels at
/// a time.
template <class Isa>
struct Thumb2FullyConnected {
    using Portable = Kernel<fully_connected, isa::scalar>;

    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const ProductShape& shape, const X* x, std::int32_t x_offset, Weights weights,
                    std::int32_t weight_offset, Bias bias, const Finish& finish,
                    typename Finish::Element* out) noexcept {
        if constexpr (std::is_same_v<Finish, detail::thumb2::Int8Stage> &&
                      std::is_same_v<Weights, const std::int8_t*>) {
            const auto scale = detail::thumb2::channel_scale(finish.multipliers[0]);
            if (!finish.multipliers.per_channel && !detail::thumb2::has_limits(finish) && scale.right != 0 &&
                weight_offset == 0 && bias != nullptr)
                return plain(shape, x, x_offset, weights, bias, scale, finish.zero_point, out);
        }
        Portable::template run<Leaf, Accumulator>(shape, x, x_offset, weights, weight_offset, bias, finish,
                                                  out);
    }

private:
    MOTE_NOINLINE static void plain(const ProductShape& shape, const std::int8_t* x, std::int32_t x_offset,
                                    const std::int8_t* weights, const std::int32_t* bias,
                                    detail::thumb2::ChannelScale scale, std::int32_t zero_point,
                                    std::int8_t* out) noexcept {
        const std::int32_t depth = shape.depth;
        for (std::int32_t row = 0; row < shape.rows; ++row, x += depth) {
            const std::int8_t* from = weights;
            const std::int32_t* start = bias;
            std::int32_t left = shape.channels;
            for (; left >= 4; left -= 4, from += 4 * depth, start += 4, out += 4) {
                std::int32_t sums[] = {start[0], start[1], start[2], start[3]};
                Kernel<dot, Isa>::template run<4>(x, x_offset, from, depth, depth, sums);
                const auto finished = [&](std::int32_t sum) {
                    return static_cast<std::int8_t>(detail::thumb2::limited_to_int8(
                        Kernel<requantize_sum, Isa>::run(sum, scale, zero_point)));
                };
                out[0] = finished(sums[0]);
                out[1] = finished(sums[1]);
                out[2] = finished(sums[2]);
                out[3] = finished(sums[3]);
            }
            for (; left > 0; --left, from += depth) {
                std::int32_t sum = *start++;
                Kernel<dot, Isa>::template run<1>(x, x_offset, from, depth, depth, &sum);
                *out++ = static_cast<std::int8_t>(detail::thumb2::limited_to_int8(
                    Kernel<requantize_sum, Isa>::run(sum, scale, zero_point)));
            }
        }
    }
};

/// For `Kernel<conv, Isa>`, which needs a `patch_product`: multipliers are unpacked in front of the patches.
template <class Isa>
struct Thumb2Conv : PatchConv<Isa> {
    using Patches = PatchConv<Isa>;
    using Stage = detail::thumb2::ReadyStage<Isa>;

    template <class X, class Weights>
    static constexpr std::uint32_t scratch_bytes(const Window& w, std::int32_t filter_c) noexcept {
        const std::uint32_t patches = Patches::template scratch_bytes<X, Weights>(w, filter_c);
        return patches > 0 ? patches + Stage::scratch_bytes(w.out_c) : 0;
    }

    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t filter_c, const X* x, std::int32_t offset, Weights weights,
                    Bias bias, const Finish& finish, typename Finish::Element* out, void* scratch) noexcept {
        if constexpr (std::is_same_v<Finish, detail::thumb2::Int8Stage> &&
                      std::is_same_v<Weights, const std::int8_t*>) {
            const Stage stage(finish, w.out_c, scratch);
            Patches::template run<Leaf, Accumulator>(w, filter_c, x, offset, weights, bias, stage, out,
                                                     static_cast<unsigned char*>(scratch) +
                                                         Stage::scratch_bytes(w.out_c));
        } else {
            Patches::template run<Leaf, Accumulator>(w, filter_c, x, offset, weights, bias, finish, out,
                                                     scratch);
        }
    }
};

/// For `Kernel<depthwise, Isa>`, which needs `channel_tiles`: multipliers are unpacked in scratch. A single
/// input channel with several outputs is a convolution with a transposed filter.
template <class Isa>
struct Thumb2Depthwise {
    using Portable = Kernel<depthwise, isa::scalar>;
    using AsConv = Kernel<conv, Isa>;
    using Tiles = Kernel<channel_tiles, Isa>;
    using Stage = detail::thumb2::ReadyStage<Isa>;

    template <class X, class Weights>
    static constexpr bool has_scratch =
        std::is_same_v<X, std::int8_t>&& std::is_same_v<Weights, const std::int8_t*>;
    template <class X, class Weights>
    static constexpr std::uint32_t scratch_bytes(const Window& w, std::int32_t multiplier) noexcept {
        if constexpr (std::is_same_v<X, std::int8_t> && std::is_same_v<Weights, const std::int8_t*>) {
            if (is_conv(w, multiplier))
                return filter_bytes(w) + AsConv::template scratch_bytes<X, Weights>(w, 1);
            return Stage::scratch_bytes(w.out_c);
        } else {
            return Portable::template scratch_bytes<X, Weights>(w, multiplier);
        }
    }

    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t multiplier, const X* x, std::int32_t offset,
                    Weights weights, Bias bias, const Finish& finish, typename Finish::Element* out,
                    void* scratch) noexcept {
        if constexpr (std::is_same_v<Finish, detail::thumb2::Int8Stage> &&
                      std::is_same_v<Weights, const std::int8_t*>) {
            if (is_conv(w, multiplier))
                return AsConv::template run<Leaf, Accumulator>(
                    w, 1, x, offset, transposed_filter(w, weights, scratch), bias, finish, out,
                    static_cast<unsigned char*>(scratch) + filter_bytes(w));
            run_ready<Leaf>(w, multiplier, x, offset, weights, bias, finish, out, scratch);
        } else {
            Portable::template run<Leaf, Accumulator>(w, multiplier, x, offset, weights, bias, finish, out,
                                                      nullptr);
        }
    }

private:
    template <class Leaf>
    MOTE_NOINLINE static void run_ready(const Window& w, std::int32_t multiplier, const std::int8_t* x,
                                        std::int32_t offset, const std::int8_t* weights,
                                        const std::int32_t* bias, const detail::thumb2::Int8Stage& finish,
                                        std::int8_t* out, void* scratch) noexcept {
        const Stage stage(finish, w.out_c, scratch);
        if (multiplier == 1 && w.out_c % 4 == 0)
            rows(w, x, offset, weights, bias, stage, out);
        else
            portable<Leaf>(w, multiplier, x, offset, weights, bias, stage, out);
    }
    template <class Leaf> // apart, for its stack is large
    MOTE_NOINLINE static void portable(const Window& w, std::int32_t multiplier, const std::int8_t* x,
                                       std::int32_t offset, const std::int8_t* weights,
                                       const std::int32_t* bias, const Stage& stage,
                                       std::int8_t* out) noexcept {
        Portable::template run<Leaf, std::int32_t>(w, multiplier, x, offset, weights, bias, stage, out,
                                                   nullptr);
    }

    static constexpr bool is_conv(const Window& w, std::int32_t multiplier) noexcept {
        return w.in_c == 1 && multiplier > 1;
    }
    static constexpr std::uint32_t filter_bytes(const Window& w) noexcept {
        return static_cast<std::uint32_t>((w.filter_h * w.filter_w * w.out_c + 7) & ~7);
    }

    MOTE_NOINLINE static void rows(const Window& w, const std::int8_t* x, std::int32_t offset,
                                   const std::int8_t* weights, const std::int32_t* bias, const Stage& stage,
                                   std::int8_t* out) noexcept {
        const std::uint32_t offsets = Tiles::offsets_word(offset);
        for (std::int32_t b = 0; b < w.batches; ++b, x += w.in_image())
            for (std::int32_t y = 0; y < w.out_h; ++y) {
                const Taps ys = rows_of(w, y);
                for (std::int32_t column = 0; column < w.out_w; ++column, out += w.out_c) {
                    const Taps xs = columns_of(w, column);
                    const TapGrid grid{
                        xs.count() > 0 ? ys.count() : 0, xs.count(),           w.dilation_h * w.in_w * w.in_c,
                        w.dilation_w * w.in_c,           w.filter_w * w.out_c, w.out_c};
                    const std::int32_t first_x =
                        (ys.start(w.dilation_h) * w.in_w + xs.start(w.dilation_w)) * w.in_c;
                    const std::int32_t first_weight = (ys.first * w.filter_w + xs.first) * w.out_c;
                    position(grid, x + first_x, offsets, weights + first_weight, bias, stage, w.out_c, out);
                }
            }
    }

    MOTE_NOINLINE static void position(const TapGrid& grid, const std::int8_t* x, std::uint32_t offsets,
                                       const std::int8_t* weights, const std::int32_t* bias,
                                       const Stage& stage, std::int32_t channels, std::int8_t* out) noexcept {
        if (stage.plain && bias != nullptr && grid.x_tap == grid.w_tap && grid.rows > 0) {
            if (grid.taps == 3)
                return Tiles::template plain<3>(grid, x, offsets, weights, bias, stage, channels, out);
            if (grid.taps == 2)
                return Tiles::template plain<2>(grid, x, offsets, weights, bias, stage, channels, out);
        }
        for (std::int32_t c = 0; c < channels; c += 4) {
            detail::thumb2::Sums sums{};
            if (bias != nullptr) sums = {bias[c], bias[c + 1], bias[c + 2], bias[c + 3]};
            Tiles::add_taps(grid, x + c, offsets, weights + c, sums);
            out[c] = stage(sums.a, c);
            out[c + 1] = stage(sums.b, c + 1);
            out[c + 2] = stage(sums.c, c + 2);
            out[c + 3] = stage(sums.d, c + 3);
        }
    }
};

/// For `Kernel<pairwise, Isa>`: sums of int8 tensors.
template <class Isa>
struct Thumb2Pairwise : Kernel<pairwise, isa::scalar> {
    using Kernel<pairwise, isa::scalar>::run;
    using Sum = QuantizedSum<numerics::reference, std::int8_t>;

    static void run(const Sum& sum, const std::int8_t* x, const std::int8_t* y, std::int8_t* out,
                    std::int32_t n) noexcept {
        const auto result = detail::thumb2::channel_scale(sum.multiplier.get());
        if (result.right == 0 || sum.low > -128 || sum.high < 127)
            return Kernel<pairwise, isa::scalar>::run(sum, x, y, out, n);
        const auto scale = detail::thumb2::channel_scale(sum.y_multiplier.get());
        // Operands of equal scales have the multiplier 1/2, which is exact.
        if (scale.right != 0)
            add([&](std::int32_t raised) { return Kernel<requantize_sum, Isa>::run(raised, scale, 0); }, sum,
                result, x, y, out, n);
        else if (sum.y_multiplier.value == std::int32_t{1} << 30 && sum.y_multiplier.right_shift == 0)
            add([](std::int32_t raised) { return raised >> 1; }, sum, result, x, y, out, n);
        else
            Kernel<pairwise, isa::scalar>::run(sum, x, y, out, n);
    }

private:
    template <class Scale>
    static void add(const Scale& scaled, const Sum& sum, detail::thumb2::ChannelScale result,
                    const std::int8_t* x, const std::int8_t* y, std::int8_t* out, std::int32_t n) noexcept {
        const std::int32_t x_zero = sum.x_zero_point, y_zero = sum.y_zero_point, zero = sum.zero_point;
        const std::int32_t x_factor = sum.x_factor, y_sign = sum.y_sign;
        for (; n > 0; --n) {
            const std::int32_t raised = (*y++ - y_zero) * (std::int32_t{1} << Sum::shift);
            const std::int32_t total = (*x++ - x_zero) * x_factor + scaled(raised) * y_sign;
            *out++ = static_cast<std::int8_t>(
                detail::thumb2::limited_to_int8(Kernel<requantize_sum, Isa>::run(total, result, zero)));
        }
    }
};

#endif

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
