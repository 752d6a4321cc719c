// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_X86_TAP_CONV_HPP
#define MOTE_ISA_X86_TAP_CONV_HPP

#include "../../kernels/conv.hpp"
#include "../../kernels/depthwise.hpp"
#include "../../kernels/transposed_filter.hpp"
#include "patch_rows.hpp"
#include "vectors.hpp"

#include <cstddef>
#include <cstring>
#include <new>
#include <type_traits>

#if defined(__AVX2__) && defined(__FMA__)

namespace mote::detail::x86 {

/// A tile of a depthwise convolution: its channels' multipliers, what their sums start from, and, behind it,
/// the weights of one pair of taps after the other, interleaved and widened. Width 8 has 16 lanes, too.
template <int Width>
struct alignas(64) TapTile {
    static constexpr int lanes = Width < 16 ? 16 : Width;

    ScaleTable<lanes> scales;
    std::int32_t start[lanes];

    std::int16_t* weights() noexcept { return reinterpret_cast<std::int16_t*>(this + 1); }
    const std::int16_t* weights() const noexcept { return reinterpret_cast<const std::int16_t*>(this + 1); }
    static constexpr std::uint32_t bytes(std::int32_t pairs) noexcept {
        return whole_lines(static_cast<std::int32_t>(sizeof(TapTile)) + pairs * lanes * 4);
    }
};

/// One tile of channels at one position:
///
///     static constexpr int widest;  // tile to prefer; 16 and 8 are there, too
///     template <int Width> static void add_weights(TapTile<Width>&, pair, const int8_t* a, const int8_t* b,
///                                                  offset);
///     template <int Width, class Finish>
///     static void run(const TapTile<Width>&, const int8_t* const* taps, pairs, channel, finish, out);
struct tap_tile;

/// Depthwise convolution by tiles of taps. Taps outside the input read a row of zero points, so that all
/// positions are alike and the offset's part is constant. Where channels are few, neighbouring positions
/// share a tile; one input channel makes an ordinary convolution.
template <class Isa>
struct TapConv {
    template <class X, class Weights>
    static constexpr bool available =
        std::is_same_v<X, std::int8_t>&& std::is_same_v<Weights, const std::int8_t*>;
    template <class X, class Weights>
    static constexpr bool has_scratch = available<X, Weights>;
    template <class X, class Weights>
    static constexpr std::uint32_t scratch_bytes(const Window& w, std::int32_t multiplier) noexcept {
        if constexpr (available<X, Weights>) {
            if (!is_moderate(w, w.out_c)) return 0;
            if (is_conv(w))
                return whole_lines(w.filter_h * w.filter_w * w.out_c) +
                       Kernel<conv, Isa>::template scratch_bytes<X, Weights>(w, 1);
            if (multiplier == 1 && w.in_c >= 8) {
                const Plan plan(w);
                if (w.in_c >= widest) return plan.template bytes<widest>(w);
                return w.in_c >= 16 ? plan.template bytes<16>(w) : plan.template bytes<8>(w);
            }
        }
        return 0;
    }

    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t multiplier, const X* x, std::int32_t offset,
                    Weights weights, Bias bias, const Finish& finish, typename Finish::Element* out,
                    void* scratch) noexcept {
        if constexpr (available<X, Weights> && std::is_same_v<Accumulator, std::int32_t>) {
            if (is_moderate(w, w.out_c) && is_conv(w))
                return as_conv<Leaf>(w, x, offset, weights, bias, finish, out, scratch);
            if (is_moderate(w, w.out_c) && multiplier == 1 && w.in_c >= 8) {
                const Run<Finish> run{w, Plan(w), x, offset, weights, bias, finish, out};
                if (w.in_c >= widest) return run.template all<widest>(cache_line(scratch));
                if (w.in_c >= 16) return run.template all<16>(cache_line(scratch));
                return run.template all<8>(cache_line(scratch));
            }
        }
        Kernel<depthwise, isa::scalar>::run<Leaf, Accumulator>(w, multiplier, x, offset, weights, bias,
                                                               finish, out, scratch);
    }

private:
    using Tile = Kernel<tap_tile, Isa>;
    static constexpr int widest = Tile::widest;

    static constexpr bool is_conv(const Window& w) noexcept { return w.in_c == 1 && w.out_c >= 4; }

    template <class Leaf, class Finish>
    static void as_conv(const Window& w, const std::int8_t* x, std::int32_t offset,
                        const std::int8_t* weights, const std::int32_t* bias, const Finish& finish,
                        typename Finish::Element* out, void* scratch) noexcept {
        const std::int32_t elements = w.filter_h * w.filter_w * w.out_c;
        Kernel<conv, Isa>::template run<Leaf, std::int32_t>(
            w, 1, x, offset, transposed_filter(w, weights, scratch), bias, finish, out,
            static_cast<unsigned char*>(scratch) + whole_lines(elements));
    }

    /// What is where in the scratch memory, and where the columns are whose taps are all inside.
    struct Plan {
        std::int32_t taps, pairs;
        std::uint32_t steps, outside, tiles; // after the taps' addresses
        std::int32_t first, end;

        constexpr explicit Plan(const Window& w) noexcept
            : taps(w.filter_h * w.filter_w),
              pairs((taps + 1) / 2),
              steps(whole_lines(pairs * 2 * static_cast<std::int32_t>(sizeof(void*)))),
              outside(2 * steps),
              tiles(outside + whole_lines(maximum(std::int32_t{w.in_c}, std::int32_t{64}))),
              first(
                  minimum(ceil_div(std::int32_t{w.pad_w}, std::int32_t{w.stride_w}), std::int32_t{w.out_w})),
              end(first) {
            const std::int32_t room = w.in_w + w.pad_w - (w.filter_w - 1) * w.dilation_w;
            if (room > 0) end = minimum(ceil_div(room, std::int32_t{w.stride_w}), std::int32_t{w.out_w});
            end = maximum(first, end);
        }
        template <int Width>
        constexpr std::uint32_t bytes(const Window& w) const noexcept {
            const auto count =
                static_cast<std::uint32_t>(ceil_div(std::int32_t{w.in_c}, std::int32_t{Width}));
            return 64 + tiles + count * TapTile<Width>::bytes(pairs) + TapTile<widest>::bytes(pairs);
        }
    };

    template <class Finish>
    struct Run {
        const Window& w;
        Plan plan;
        const std::int8_t* x;
        std::int32_t offset;
        const std::int8_t* weights;
        const std::int32_t* bias;
        const Finish& finish;
        typename Finish::Element* out;

        template <int Width>
        void all(unsigned char* scratch) const noexcept {
            const Row<Width> row = prepare<Width>(scratch);
            const std::int8_t* image = x;
            typename Finish::Element* to = out;
            for (std::int32_t b = 0; b < w.batches; ++b, image += w.in_image())
                for (std::int32_t y = 0; y < w.out_h; ++y) {
                    for (std::int32_t column = 0; column < plan.first; ++column, to += w.out_c)
                        find(row, image, y, column), position(row, to);
                    if (plan.first < plan.end) {
                        find(row, image, y, plan.first);
                        to = inner(row, to);
                    }
                    for (std::int32_t column = plan.end; column < w.out_w; ++column, to += w.out_c)
                        find(row, image, y, column), position(row, to);
                }
        }

        /// The places in scratch memory.
        template <int Width>
        struct Row {
            const std::int8_t** taps;
            std::ptrdiff_t* steps;
            std::int8_t* outside;
            unsigned char* tiles;
            TapTile<widest>* shared; // for `neighbours` positions side by side, if that is above 1
            std::int32_t neighbours;

            const TapTile<Width>& tile(std::int32_t i, std::int32_t pairs) const noexcept {
                const auto at = static_cast<std::uint32_t>(i) * TapTile<Width>::bytes(pairs);
                return *reinterpret_cast<const TapTile<Width>*>(tiles + at);
            }
        };

        template <int Width>
        Row<Width> prepare(unsigned char* scratch) const noexcept {
            Row<Width> row{reinterpret_cast<const std::int8_t**>(scratch),
                           reinterpret_cast<std::ptrdiff_t*>(scratch + plan.steps),
                           reinterpret_cast<std::int8_t*>(scratch + plan.outside),
                           scratch + plan.tiles,
                           nullptr,
                           1};
            std::memset(row.outside, static_cast<int>(-offset), plan.tiles - plan.outside);
            unsigned char* at = row.tiles;
            for (std::int32_t done = 0; done < w.in_c; done += Width, at += TapTile<Width>::bytes(plan.pairs))
                fill(*new (at) TapTile<Width>, start_of<Width>(done), Width);
            if (w.in_c < widest && widest % w.in_c == 0 && w.stride_w == 1) {
                row.shared = new (at) TapTile<widest>;
                fill(*row.shared, 0, w.in_c);
                if (row.shared->scales.regular) row.neighbours = widest / w.in_c;
            }
            return row;
        }
        /// The last tile ends where the channels do.
        template <int Width>
        std::int32_t start_of(std::int32_t channel) const noexcept {
            return minimum(channel, w.in_c - Width);
        }

        /// For channels from `channel` on, `period` of them over and over.
        template <int Width>
        void fill(TapTile<Width>& tile, std::int32_t channel, std::int32_t period) const noexcept {
            constexpr int lanes = TapTile<Width>::lanes;
            const auto order = [period](int i) { return Packed<lanes>{}(i) % period; };
            const std::int32_t width = Width;
            tile.scales.fill(finish, channel, w.in_c, order);
            for (int i = 0; i < lanes; ++i)
                tile.start[i] = bias == nullptr || Packed<lanes>{}(i) >= width ? 0 : bias[channel + order(i)];
            for (std::int32_t pair = 0; pair < plan.pairs; ++pair) {
                std::int8_t two[2][Width] = {};
                for (std::int32_t k = 0; k < 2 && 2 * pair + k < plan.taps; ++k)
                    for (std::int32_t i = 0; i < width; i += period)
                        std::memcpy(two[k] + i, weights + (2 * pair + k) * w.in_c + channel,
                                    static_cast<std::size_t>(period));
                Tile::template add_weights<Width>(tile, pair, two[0], two[1], offset);
            }
        }

        /// Finds the taps of a position, and how far they move from one column to the next.
        template <int Width>
        void find(const Row<Width>& row, const std::int8_t* image, std::int32_t y,
                  std::int32_t column) const noexcept {
            std::int32_t i = 0;
            std::int32_t in_y = y * w.stride_h - w.pad_h;
            for (std::int32_t fy = 0; fy < w.filter_h; ++fy, in_y += w.dilation_h) {
                std::int32_t in_x = column * w.stride_w - w.pad_w;
                for (std::int32_t fx = 0; fx < w.filter_w; ++fx, in_x += w.dilation_w, ++i) {
                    const bool inside = in_y >= 0 && in_y < w.in_h && in_x >= 0 && in_x < w.in_w;
                    row.taps[i] = inside ? image + (in_y * w.in_w + in_x) * w.in_c : row.outside;
                    row.steps[i] = inside ? w.stride_w * w.in_c : 0;
                }
            }
            if (i == plan.pairs * 2) return;
            row.taps[i] = row.outside;
            row.steps[i] = 0;
        }

        template <int Width>
        MOTE_INLINE void position(const Row<Width>& row, typename Finish::Element* to) const noexcept {
            for (std::int32_t i = 0, done = 0; done < w.in_c; ++i, done += Width)
                Tile::template run<Width>(row.tile(i, plan.pairs), row.taps, plan.pairs,
                                          start_of<Width>(done), finish, to);
        }
        /// All columns inside.
        template <int Width>
        typename Finish::Element* inner(const Row<Width>& row, typename Finish::Element* to) const noexcept {
            std::int32_t left = plan.end - plan.first;
            for (const std::int32_t n = row.neighbours; n > 1 && left >= n; left -= n, to += n * w.out_c) {
                Tile::template run<widest>(*row.shared, row.taps, plan.pairs, 0, finish, to);
                advance(row, n);
            }
            for (; left > 0; --left, to += w.out_c) {
                position(row, to);
                advance(row, 1);
            }
            return to;
        }
        template <int Width>
        MOTE_INLINE void advance(const Row<Width>& row, std::int32_t columns) const noexcept {
            for (std::int32_t i = 0; i < plan.pairs * 2; ++i) row.taps[i] += row.steps[i] * columns;
        }
    };
};

} // namespace mote::detail::x86

#endif

#endif
