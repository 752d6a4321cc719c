// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_TRANSPOSE_CONV_HPP
#define MOTE_KERNELS_TRANSPOSE_CONV_HPP

#include "dot.hpp"
#include "finish_channels.hpp"
#include "window.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// What reaches one output position of a transposed convolution along an axis: tap `tap` from input `input`,
/// then every `stride`-th tap from the input before, `count` of them in all.
struct ReversedTaps {
    std::int32_t tap;
    std::int32_t input;
    std::int32_t count;

    constexpr ReversedTaps(std::int32_t position, std::int32_t stride, std::int32_t pad, std::int32_t filter,
                           std::int32_t extent) noexcept
        : tap((position + pad) % stride), input((position + pad) / stride), count(0) {
        const std::int32_t beyond = maximum(input - (extent - 1), std::int32_t{0});
        tap += beyond * stride;
        input -= beyond;
        if (tap < filter) count = minimum(input + 1, ceil_div(filter - tap, stride));
    }
};

/// As window_overlap(), for a transposed convolution: how many bytes below its input the output must start
/// when positions are written in memory order. `w` as below.
constexpr std::uint32_t transposed_overlap(const Window& w, std::int32_t in_bytes,
                                           std::int32_t out_bytes) noexcept {
    std::int64_t ahead = 0;
    for (std::int32_t y = 0; y < w.in_h; ++y) {
        // What the rows from y on read is not above this one.
        const std::int32_t reach = y + w.pad_h - (w.filter_h - 1);
        const std::int64_t lowest =
            minimum<std::int32_t>(reach > 0 ? ceil_div<std::int32_t>(reach, w.stride_h) : 0, w.out_h);
        const std::int64_t written = std::int64_t{y + 1} * w.in_w * w.in_c * out_bytes;
        ahead = maximum(ahead, written - lowest * w.out_w * w.out_c * in_bytes);
    }
    const std::int64_t per_image = std::int64_t{w.in_h} * w.in_w * w.in_c * out_bytes -
                                   std::int64_t{w.out_h} * w.out_w * w.out_c * in_bytes;
    if (per_image > 0) ahead += per_image * (w.batches - 1);
    const std::int64_t all = std::int64_t{w.batches} * w.in_h * w.in_w * w.in_c * out_bytes;
    return static_cast<std::uint32_t>(minimum(ahead, all));
}

/// Transposed convolution. `w` is the window of the convolution that it is the transpose of: [batches, out_h,
/// out_w, out_c] is the input here, [batches, in_h, in_w, in_c] the output; the filter is [in_c, filter_h,
/// filter_w, out_c]; no dilation. Goes through output positions in memory order and gathers what reaches
/// each, so it needs no memory for sums. `finish(accumulator, channel)` makes the output element; `bias` may
/// be null. Source: TFLite TRANSPOSE_CONV.
struct transpose_conv;

template <>
struct Kernel<transpose_conv, isa::scalar> {
    template <class Isa, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, const X* x, std::int32_t offset, Weights weights, Bias bias,
                    const Finish& finish, typename Finish::Element* out) noexcept {
        for (std::int32_t b = 0; b < w.batches; ++b, x += w.out_image())
            for (std::int32_t y = 0; y < w.in_h; ++y) {
                const ReversedTaps rows(y, w.stride_h, w.pad_h, w.filter_h, w.out_h);
                for (std::int32_t column = 0; column < w.in_w; ++column, out += w.in_c) {
                    const ReversedTaps columns(column, w.stride_w, w.pad_w, w.filter_w, w.out_w);
                    std::int32_t c = 0;
                    for (; c + 4 <= w.in_c; c += 4)
                        tile<Isa, 4, Accumulator>(w, rows, columns, x, offset, weights, bias, c, finish, out);
                    for (; c < w.in_c; ++c)
                        tile<Isa, 1, Accumulator>(w, rows, columns, x, offset, weights, bias, c, finish, out);
                }
            }
    }

private:
    template <class Isa, int Channels, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void tile(const Window& w, const ReversedTaps& rows, const ReversedTaps& columns, const X* x,
                     std::int32_t offset, Weights weights, Bias bias, std::int32_t channel,
                     const Finish& finish, typename Finish::Element* out) noexcept {
        Accumulator sums[Channels] = {};
        if (bias != nullptr)
            for (int i = 0; i < Channels; ++i) sums[i] = static_cast<Accumulator>(bias[channel + i]);
        const std::int32_t depth = w.out_c;
        const std::int32_t filter = w.filter_h * w.filter_w * depth;
        for (std::int32_t row = 0; row < rows.count; ++row) {
            std::int32_t x_at = ((rows.input - row) * w.out_w + columns.input) * depth;
            std::int32_t w_at =
                ((rows.tap + row * w.stride_h) * w.filter_w + columns.tap) * depth + channel * filter;
            for (std::int32_t n = columns.count; n > 0; --n, x_at -= depth, w_at += w.stride_w * depth)
                Kernel<dot, Isa>::template run<Channels>(x + x_at, offset, weights + w_at, filter, depth,
                                                         sums);
        }
        Kernel<finish_channels, Isa>::run(finish, sums, Channels, channel, out + channel);
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
