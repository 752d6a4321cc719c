// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_CONV_HPP
#define MOTE_KERNELS_CONV_HPP

#include "dot.hpp"
#include "finish_channels.hpp"
#include "window.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Two-dimensional convolution of [batch, height, width, channel] with filters [out channel, height, width,
/// channel of the group]. Goes through output positions in memory order. `finish(accumulator, channel)` makes
/// the output element; `bias` may be null; `scratch` has `scratch_bytes` bytes, aligned as the arena is.
/// Source: TFLite CONV_2D.
struct conv;

template <>
struct Kernel<conv, isa::scalar> {
    template <class X, class Weights>
    static constexpr bool has_scratch = false;
    template <class X, class Weights>
    static constexpr std::uint32_t scratch_bytes(const Window&, std::int32_t) noexcept {
        return 0;
    }

    template <class Isa, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t filter_c, const X* x, std::int32_t offset, Weights weights,
                    Bias bias, const Finish& finish, typename Finish::Element* out, void*) noexcept {
        for (std::int32_t b = 0; b < w.batches; ++b, x += w.in_image())
            for (std::int32_t y = 0; y < w.out_h; ++y) {
                const Taps rows = rows_of(w, y);
                for (std::int32_t column = 0; column < w.out_w; ++column) {
                    const Patch patch(w, filter_c, rows, columns_of(w, column));
                    position<Isa, Accumulator>(w, patch, x, offset, weights, bias, finish, out);
                    out += w.out_c;
                }
            }
    }

private:
    /// The part of the filter that is inside the input at one position, as runs of elements that are
    /// contiguous in the input and in the filter.
    struct Patch {
        std::int32_t x_start, weight_start;      // first element of the first run
        std::int32_t rows, runs, length;         // filter rows, runs in each, elements in each run
        std::int32_t x_row, x_run, w_row, w_run; // steps between them
        std::int32_t filter;                     // elements of one filter

        Patch(const Window& w, std::int32_t filter_c, const Taps& ys, const Taps& xs) noexcept
            : x_start((ys.start(w.dilation_h) * w.in_w + xs.start(w.dilation_w)) * w.in_c),
              weight_start((ys.first * w.filter_w + xs.first) * filter_c),
              rows(ys.count()),
              runs(xs.count()),
              length(filter_c),
              x_row(w.dilation_h * w.in_w * w.in_c),
              x_run(w.dilation_w * w.in_c),
              w_row(w.filter_w * filter_c),
              w_run(filter_c),
              filter(w.filter_h * w.filter_w * filter_c) {
            if (x_run != w_run) return;
            // Neither groups nor dilation: a filter row is one run.
            length *= runs;
            runs = length > 0 ? 1 : 0;
        }
    };

    template <class Isa, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void position(const Window& w, const Patch& patch, const X* x, std::int32_t offset,
                         Weights weights, Bias bias, const Finish& finish,
                         typename Finish::Element* out) noexcept {
        const std::int32_t group_outputs = w.out_c * patch.w_run / w.in_c;
        const X* from = x + patch.x_start;
        for (std::int32_t first = 0; first < w.out_c; first += group_outputs, from += patch.w_run) {
            const std::int32_t end = first + group_outputs;
            std::int32_t c = first;
            for (; c + 4 <= end; c += 4)
                tile<Isa, 4, Accumulator>(patch, from, offset, weights, bias, c, finish, out);
            for (; c < end; ++c)
                tile<Isa, 1, Accumulator>(patch, from, offset, weights, bias, c, finish, out);
        }
    }

    template <class Isa, int Channels, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void tile(const Patch& patch, const X* x, std::int32_t offset, Weights weights, Bias bias,
                     std::int32_t channel, const Finish& finish, typename Finish::Element* out) noexcept {
        Accumulator sums[Channels];
        for (int i = 0; i < Channels; ++i)
            sums[i] = bias != nullptr ? static_cast<Accumulator>(bias[channel + i]) : 0;
        std::int32_t w_at = channel * patch.filter + patch.weight_start;
        for (std::int32_t row = 0; row < patch.rows; ++row, x += patch.x_row, w_at += patch.w_row)
            for (std::int32_t run = 0; run < patch.runs; ++run)
                Kernel<dot, Isa>::template run<Channels>(x + run * patch.x_run, offset,
                                                         weights + (w_at + run * patch.w_run), patch.filter,
                                                         patch.length, sums);
        Kernel<finish_channels, Isa>::run(finish, sums, Channels, channel, out + channel);
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
