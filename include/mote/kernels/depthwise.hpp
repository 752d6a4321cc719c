// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_DEPTHWISE_HPP
#define MOTE_KERNELS_DEPTHWISE_HPP

#include "dot_channels.hpp"
#include "finish_channels.hpp"
#include "window.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Convolution of each channel of [batch, height, width, channel] with `multiplier` filters of its own:
/// filters [1, height, width, channel * multiplier]. Goes through output positions in memory order.
/// `finish(accumulator, channel)` makes the output element; `bias` may be null; `scratch` has `scratch_bytes`
/// bytes, aligned as the arena is. Source: TFLite DEPTHWISE_CONV_2D.
struct depthwise;

template <>
struct Kernel<depthwise, isa::scalar> {
    template <class X, class Weights>
    static constexpr bool has_scratch = false;
    template <class X, class Weights>
    static constexpr std::uint32_t scratch_bytes(const Window&, std::int32_t) noexcept {
        return 0;
    }

    template <class Isa, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t multiplier, const X* x, std::int32_t offset,
                    Weights weights, Bias bias, const Finish& finish, typename Finish::Element* out,
                    void*) noexcept {
        for (std::int32_t b = 0; b < w.batches; ++b, x += w.in_image())
            for (std::int32_t y = 0; y < w.out_h; ++y) {
                const Taps rows = rows_of(w, y);
                for (std::int32_t column = 0; column < w.out_w; ++column, out += w.out_c) {
                    const Position position(w, rows, columns_of(w, column));
                    const Tiles<Accumulator, X, Weights, Bias, Finish> tiles{
                        position.grid, offset, weights + position.w_start, bias, finish, out};
                    const X* from = x + position.x_start;
                    if (multiplier == 1) {
                        tiles.template run<Isa, true>(from, 0, w.out_c);
                        continue;
                    }
                    for (std::int32_t c = 0; c < w.out_c; c += multiplier, ++from)
                        tiles.template run<Isa, false>(from, c, c + multiplier);
                }
            }
    }

private:
    /// The taps inside the input at one output position, and where the first of them is.
    struct Position {
        TapGrid grid;
        std::int32_t x_start, w_start;

        Position(const Window& w, const Taps& ys, const Taps& xs) noexcept
            : grid{ys.count(),           xs.count(), w.dilation_h * w.in_w * w.in_c, w.dilation_w * w.in_c,
                   w.filter_w * w.out_c, w.out_c},
              x_start((ys.start(w.dilation_h) * w.in_w + xs.start(w.dilation_w)) * w.in_c),
              w_start((ys.first * w.filter_w + xs.first) * w.out_c) {
            if (grid.rows == 0 || grid.taps == 0) x_start = w_start = grid.rows = 0;
        }
    };

    /// The output channels of one position, tile by tile.
    template <class Accumulator, class X, class Weights, class Bias, class Finish>
    struct Tiles {
        const TapGrid& grid;
        std::int32_t offset;
        Weights weights;
        Bias bias;
        const Finish& finish;
        typename Finish::Element* out;

        /// Channels [c, end); `x`: the first tap's input for channel 0 (Spread) or for all of them.
        template <class Isa, bool Spread, int Channels = Kernel<dot_channels, Isa>::widest>
        void run(const X* x, std::int32_t c, std::int32_t end) const noexcept {
            for (; c + Channels <= end; c += Channels) tile<Isa, Channels, Spread>(x, c);
            if constexpr (Channels > 1) run<Isa, Spread, (Channels > 4 ? Channels / 2 : 1)>(x, c, end);
        }

        template <class Isa, int Channels, bool Spread>
        void tile(const X* x, std::int32_t c) const noexcept {
            Accumulator sums[Channels] = {};
            if (bias != nullptr)
                for (int i = 0; i < Channels; ++i) sums[i] = static_cast<Accumulator>(bias[c + i]);
            Kernel<dot_channels, Isa>::template run<Channels, Spread>(grid, Spread ? x + c : x, offset,
                                                                      weights + c, sums);
            Kernel<finish_channels, Isa>::run(finish, sums, Channels, c, out + c);
        }
    };
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
