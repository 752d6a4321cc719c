// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_MVE_DEPTHWISE_HPP
#define MOTE_ISA_MVE_DEPTHWISE_HPP

#include "../kernels/depthwise.hpp"
#include "../kernels/patch_product.hpp"
#include "armv7em_dsp.hpp"
#include "mve_channels.hpp"

#if defined(__ARM_FEATURE_MVE) && defined(__OPTIMIZE__)

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Transposes the input of some neighbouring positions: a strip for each channel, column after column, in
/// which the taps of a position are together, so that one instruction multiplies up to 16 of them. Then each
/// filter, with its weights in that order, passes over its channel's strip. Since only a few channels have
/// strips at a time, outputs wait in scratch until the input has been read.
template <>
struct Kernel<depthwise, isa::armv8_1m_mve> {
    template <class X, class Weights>
    static constexpr bool has_scratch = detail::mve::are_int8<X, Weights> ||
                                        Kernel<depthwise, isa::armv7em_dsp>::template has_scratch<X, Weights>;
    template <class X, class Weights>
    static constexpr std::uint32_t scratch_bytes(const Window& w, std::int32_t multiplier) noexcept {
        if constexpr (detail::mve::are_int8<X, Weights>) {
            const Strips strips(w);
            if (strips.suit) return static_cast<std::uint32_t>(strips.end(w));
        }
        return Otherwise::template scratch_bytes<X, Weights>(w, multiplier);
    }

    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t multiplier, const X* x, std::int32_t offset,
                    Weights weights, Bias bias, const Finish& finish, typename Finish::Element* out,
                    void* scratch) noexcept {
        if constexpr (detail::mve::are_int8<X, Weights>) {
            const Strips strips(w);
            if (strips.suit)
                return blocks(w, strips, multiplier, x, offset, weights, bias, finish, out,
                              static_cast<std::int8_t*>(scratch));
        }
        Otherwise::template run<Leaf, Accumulator>(w, multiplier, x, offset, weights, bias, finish, out,
                                                   scratch);
    }

private:
    using Otherwise = Kernel<depthwise, isa::armv7em_dsp>;

    /// What a block has, and where it is in scratch: where positions begin in a strip (32 bits each), eight
    /// filters, the strips, the outputs.
    struct Strips {
        std::int32_t reach_h, reach_w;  // rows and columns of the input under a filter
        std::int32_t rows = 1, columns; // positions of a block; more than one row only of whole rows
        std::int32_t height, width;     // of a strip
        std::int32_t channels;          // strips at a time
        std::int32_t span;              // elements from a position's first tap to its last
        std::int32_t beyond;            // bytes that may be read after the strips
        bool suit;

        constexpr explicit Strips(const Window& w) noexcept
            : reach_h((w.filter_h - 1) * w.dilation_h + 1),
              reach_w((w.filter_w - 1) * w.dilation_w + 1),
              columns(even_share(w.out_w, 24)),
              height(reach_h),
              width(0),
              channels(minimum<std::int32_t>(w.in_c, 16)),
              span(0),
              beyond(0),
              suit(reach_h * reach_w <= 512) {
            while (!fits(w, height)) {
                if (channels > 8)
                    channels = 8;
                else if (columns > 1)
                    columns = columns > 4 ? (columns - 1) & ~3 : columns - 1,
                    channels = minimum<std::int32_t>(w.in_c, 16);
                else
                    break;
            }
            columns = even_share(w.out_w, columns);
            if (channels < w.in_c && channels < 16) {
                channels = minimum<std::int32_t>(w.in_c, 16);
                if (!fits(w, height)) channels = 8;
            }
            if (columns == w.out_w)
                while (grows(w)) ++rows, height += w.stride_h;
            width = (columns - 1) * w.stride_w + reach_w;
            span = (reach_w - 1) * height + reach_h;
            beyond = span <= 16 ? 16 : 3 * w.stride_w * height;
        }

        constexpr std::int32_t strip() const noexcept { return height * width; }
        constexpr std::int32_t positions() const noexcept {
            return detail::mve::rounded_up(rows * columns, 4);
        }
        constexpr std::int32_t filters_at() const noexcept { return 4 * positions(); }
        constexpr std::int32_t filter() const noexcept { return detail::mve::rounded_up(span, 16); }
        constexpr std::int32_t strips_at() const noexcept { return filters_at() + 8 * filter(); }
        constexpr std::int32_t outputs_at() const noexcept {
            return strips_at() + channels * strip() + beyond;
        }
        constexpr std::int32_t end(const Window& w) const noexcept {
            return outputs_at() + rows * columns * w.out_c;
        }

    private:
        /// At most `most` columns, so that blocks are about equal.
        static constexpr std::int32_t even_share(std::int32_t n, std::int32_t most) noexcept {
            return n <= most ? n : minimum(most, detail::mve::rounded_up(ceil_div(n, ceil_div(n, most)), 4));
        }
        constexpr bool fits(const Window& w, std::int32_t high) const noexcept {
            const std::int32_t wide = (columns - 1) * w.stride_w + reach_w;
            const std::int32_t positions = ((high - reach_h) / w.stride_h + 1) * columns;
            return channels * high * wide + positions * w.out_c <=
                   clamp<std::int32_t>(256 + 32 * w.out_c, 768, 1536);
        }
        /// One row more still fits, and does not spread the taps of short filters over more than 16 elements.
        constexpr bool grows(const Window& w) const noexcept {
            const std::int32_t higher = height + w.stride_h;
            return rows < w.out_h && rows * columns < 16 && (reach_w - 1) * higher + reach_h <= 16 &&
                   fits(w, higher);
        }
    };

    template <class Finish>
    static void blocks(const Window& w, const Strips& s, std::int32_t multiplier, const std::int8_t* x,
                       std::int32_t offset, const std::int8_t* weights, const std::int32_t* bias,
                       const Finish& finish, typename Finish::Element* out, std::int8_t* scratch) noexcept {
        list(w, s, scratch);
        for (std::int32_t b = 0; b < w.batches; ++b, x += w.in_image(), out += w.out_image())
            for (std::int32_t y = 0; y < w.out_h; y += s.rows)
                for (std::int32_t column = 0; column < w.out_w; column += s.columns) {
                    const Block block{y, column, minimum(s.rows, w.out_h - y),
                                      minimum(s.columns, w.out_w - column)};
                    auto* const to = out + (y * w.out_w + column) * w.out_c;
                    constexpr bool waits = sizeof *out == 1;
                    auto* const first =
                        waits ? reinterpret_cast<typename Finish::Element*>(scratch + s.outputs_at()) : to;
                    for (std::int32_t c = 0; c < w.in_c; c += s.channels) {
                        const std::int32_t n = minimum(s.channels, w.in_c - c);
                        transpose(w, s, block, x + c, n, -offset, scratch + s.strips_at());
                        multiply(w, s, block, ChannelRange{c * multiplier, (c + n) * multiplier}, multiplier,
                                 offset, weights, bias, finish, first, scratch);
                    }
                    if constexpr (waits) detail::mve::copy(to, first, block.rows * block.columns * w.out_c);
                }
    }

    /// Positions of output, the first of them and how many.
    struct Block {
        std::int32_t y, x, rows, columns;
    };

    /// Makes the lists in scratch.
    static void list(const Window& w, const Strips& s, std::int8_t* scratch) noexcept {
        auto* starts = reinterpret_cast<std::uint32_t*>(scratch);
        auto* const end = starts + s.positions();
        for (std::int32_t y = 0; y < s.rows; ++y)
            for (std::int32_t x = 0; x < s.columns; ++x)
                *starts++ = static_cast<std::uint32_t>(x * w.stride_w * s.height + y * w.stride_h);
        while (starts != end) *starts++ = 0;
        detail::mve::fill(scratch + s.filters_at(), 0, 8 * s.filter());
    }

    static void transpose(const Window& w, const Strips& s, const Block& block, const std::int8_t* x,
                          std::int32_t channels, std::int32_t padding, std::int8_t* strips) noexcept {
        const std::int32_t first_y = block.y * w.stride_h - w.pad_h, first_x = block.x * w.stride_w - w.pad_w;
        const std::int32_t height = (block.rows - 1) * w.stride_h + s.reach_h;
        const std::int32_t width = (block.columns - 1) * w.stride_w + s.reach_w;
        const std::int32_t top = maximum<std::int32_t>(0, -first_y),
                           left = maximum<std::int32_t>(0, -first_x);
        const std::int32_t bottom = minimum(height, w.in_h - first_y);
        const std::int32_t right = minimum(width, w.in_w - first_x);
        if (top != 0 || left != 0 || bottom != height || right != width)
            detail::mve::fill(strips, padding, channels * s.strip());
        if (right <= left) return;
        x += ((first_y + top) * w.in_w + first_x + left) * w.in_c;
        strips += left * s.height;
        for (std::int32_t y = top; y < bottom; ++y, x += w.in_w * w.in_c) {
            if (w.in_c == 1)
                one_channel(x, right - left, s.height, strips + y);
            else
                all_channels(x, w.in_c, right - left, channels, s, strips + y);
        }
    }

    static void one_channel(const std::int8_t* x, std::int32_t n, std::int32_t height,
                            std::int8_t* to) noexcept {
        const uint16x8_t places = detail::mve::eight_multiples_of(height);
        const std::int32_t full = n >> 3;
        if (full != 0) detail::mve::scatter(x, 8, to, 8 * height, full, 8, places);
        if ((n & 7) != 0) detail::mve::scatter(x + 8 * full, 0, to + 8 * full * height, 0, 1, n & 7, places);
    }

    static void all_channels(const std::int8_t* x, std::int32_t step, std::int32_t n, std::int32_t channels,
                             const Strips& s, std::int8_t* to) noexcept {
        const uint16x8_t places = detail::mve::eight_multiples_of(s.strip());
        if (channels == 16)
            return detail::mve::scatter_sixteen(x, step, to, s.height, n, places, 8 * s.strip());
        for (; channels > 0; channels -= 8, x += 8, to += 8 * s.strip())
            detail::mve::scatter(x, step, to, s.height, n, channels, places);
    }

    template <class Finish>
    static void multiply(const Window& w, const Strips& s, const Block& block, ChannelRange channels,
                         std::int32_t multiplier, std::int32_t offset, const std::int8_t* weights,
                         const std::int32_t* bias, const Finish& finish, typename Finish::Element* out,
                         std::int8_t* scratch) noexcept {
        using namespace detail::mve;
        FourMultipliers<Finish> multipliers(finish);
        ChannelOutput<Finish> output(finish, w.out_c);
        const auto* starts = reinterpret_cast<const std::uint32_t*>(scratch);
        std::int8_t* const filters = scratch + s.filters_at();
        const std::int8_t* strip = scratch + s.strips_at();
        const std::int32_t count = block.rows * block.columns;
        const std::int32_t filter_bytes = s.filter(), strip_bytes = s.strip(), stride = w.out_c;
        LongPatches by{w.stride_w * s.height, s.span, offset, 0, filters};
        std::int32_t left = multiplier;
        if (bias != nullptr) bias += channels.first;
        out += channels.first;
        for (std::int32_t c = channels.first, i = 0; c < channels.end; ++c, ++i, ++out) {
            if (left-- == 0) left = multiplier - 1, strip += strip_bytes;
            if ((i & 3) == 0) multipliers.load(c, minimum<std::int32_t>(channels.end - c, 4));
            if ((i & 7) == 0) {
                reorder(w, s, weights + c, channels.end - c, filters);
                by.weights = filters;
            }
            by.bias = bias != nullptr ? *bias++ : 0;
            output.open(c, multipliers[i & 3]);
            if (filter_bytes == 16)
                short_channel(ListedPatches{strip, starts}, count, offset, ShortFilter<1>(by.weights, 16),
                              by.bias, output, stride, out);
            else
                long_channel(strip, count, by, output, stride, out);
            by.weights += filter_bytes;
        }
    }

    /// n filters, at most eight, in the order of the strips.
    static void reorder(const Window& w, const Strips& s, const std::int8_t* weights, std::int32_t n,
                        std::int8_t* filters) noexcept {
        const uint16x8_t places = detail::mve::eight_multiples_of(s.filter());
        for (std::int32_t y = 0; y < w.filter_h;
             ++y, weights += w.filter_w * w.out_c, filters += w.dilation_h)
            detail::mve::scatter(weights, w.out_c, filters, w.dilation_w * s.height, w.filter_w, n, places);
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif

#endif
