// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_PATCH_CONV_HPP
#define MOTE_KERNELS_PATCH_CONV_HPP

#include "../config.hpp"
#include "conv.hpp"
#include "patch_product.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Convolution as matrix products, for an ISA that has a `patch_product`: the patches of a few neighbouring
/// output positions are gathered, padding and all, into a block of scratch; then the weights pass over the
/// block once. A position's input is read before any output of its block is written, so the output may
/// overlap the input as far as `window_overlap` says. What the product does not know goes to the ISA's
/// parent.
///
///     template <> struct Kernel<conv, isa::mine> : PatchConv<isa::mine> {};
template <class Isa>
struct PatchConv {
    using Product = Kernel<patch_product, Isa>;
    using Otherwise = Kernel<conv, typename Isa::base>;

    template <class X, class Weights>
    static constexpr bool has_scratch =
        Product::template available<X, Weights> || Otherwise::template has_scratch<X, Weights>;
    template <class X, class Weights>
    static constexpr std::uint32_t scratch_bytes(const Window& w, std::int32_t filter_c) noexcept {
        if constexpr (Product::template available<X, Weights>)
            return Product::block_bytes(patch_size(w, filter_c), block_positions(w, filter_c)) *
                   static_cast<std::uint32_t>(groups(w, filter_c));
        else
            return Otherwise::template scratch_bytes<X, Weights>(w, filter_c);
    }

    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t filter_c, const X* x, std::int32_t offset, Weights weights,
                    Bias bias, const Finish& finish, typename Finish::Element* out, void* scratch) noexcept {
        if constexpr (Product::template available<X, Weights> && std::is_same_v<Accumulator, std::int32_t>)
            blocks(w, filter_c, x, offset, weights, bias, finish, out, static_cast<unsigned char*>(scratch));
        else
            Otherwise::template run<Leaf, Accumulator>(w, filter_c, x, offset, weights, bias, finish, out,
                                                       scratch);
    }

private:
    static constexpr std::int32_t patch_size(const Window& w, std::int32_t filter_c) noexcept {
        return w.filter_h * w.filter_w * filter_c;
    }
    static constexpr std::int32_t groups(const Window& w, std::int32_t filter_c) noexcept {
        return w.in_c / filter_c;
    }
    static constexpr std::int32_t positions(const Window& w) noexcept {
        return w.batches * w.out_h * w.out_w;
    }
    static constexpr std::int32_t block_positions(const Window& w, std::int32_t filter_c) noexcept {
        return minimum(positions(w), Product::most_positions(patch_size(w, filter_c)));
    }

    /// Output positions, in memory order.
    struct Position {
        std::int32_t b = 0, y = 0, x = 0;
        Taps rows;

        explicit Position(const Window& w) noexcept : rows(rows_of(w, 0)) {}

        void advance(const Window& w) noexcept {
            if (++x < w.out_w) return;
            x = 0;
            if (++y == w.out_h) {
                y = 0;
                ++b;
            }
            rows = rows_of(w, y);
        }
    };

    template <class X, class Weights, class Bias, class Finish>
    static void blocks(const Window& w, std::int32_t filter_c, const X* x, std::int32_t offset,
                       Weights weights, Bias bias, const Finish& finish, typename Finish::Element* out,
                       unsigned char* scratch) noexcept {
        const std::int32_t depth = patch_size(w, filter_c);
        const std::int32_t most = block_positions(w, filter_c);
        const std::int32_t group_outputs = w.out_c / groups(w, filter_c);
        Position position(w);
        std::int32_t count;
        for (std::int32_t left = positions(w); left > 0; left -= count, out += count * w.out_c) {
            count = minimum(left, most);
            const std::uint32_t block_bytes = Product::block_bytes(depth, count);
            for (std::int32_t i = 0; i < count; ++i, position.advance(w)) {
                unsigned char* block = scratch;
                for (std::int32_t c = 0; c < w.in_c; c += filter_c, block += block_bytes) {
                    typename Product::Writer writer(block, count, i, offset);
                    gather(w, filter_c, x + position.b * w.in_image() + c, position, writer);
                }
            }
            const unsigned char* block = scratch;
            for (std::int32_t c = 0; c < w.out_c; c += group_outputs, block += block_bytes)
                Product::run(PatchBlock{block, count, depth, offset}, weights + c * depth, bias,
                             ChannelRange{c, c + group_outputs}, finish, out, w.out_c);
        }
    }

    /// Writes one patch, in the order of a filter's elements.
    template <class X, class Writer>
    MOTE_NOINLINE static void gather(const Window& w, std::int32_t filter_c, const X* x,
                                     const Position& position, Writer& to) noexcept {
        Writer writer = to; // a copy, which what is written below cannot alias
        if (w.filter_h == 1 && w.filter_w == 1) {
            const std::int32_t pixel = position.y * w.stride_h * w.in_w + position.x * w.stride_w;
            writer.copy(x + pixel * w.in_c, filter_c);
            return writer.close();
        }
        const Taps& ys = position.rows;
        const Taps xs = columns_of(w, position.x);
        const std::int32_t row = w.filter_w * filter_c;
        if (ys.count() == 0 || xs.count() == 0) {
            writer.pad(w.filter_h * row);
            return writer.close();
        }
        const std::int32_t tap_step = w.dilation_w * w.in_c;
        const std::int32_t row_step = w.dilation_h * w.in_w * w.in_c;
        // Neither groups nor dilation: a filter row is one run.
        const std::int32_t runs = tap_step == filter_c ? 1 : xs.count();
        const std::int32_t length = tap_step == filter_c ? xs.count() * filter_c : filter_c;
        const std::int32_t before = xs.first * filter_c;
        const std::int32_t after = (w.filter_w - xs.last) * filter_c;
        const X* from = x + (ys.start(w.dilation_h) * w.in_w + xs.start(w.dilation_w)) * w.in_c;
        writer.pad(ys.first * row);
        for (std::int32_t y = ys.count(); y > 0; --y, from += row_step) {
            if (before > 0) writer.pad(before);
            for (std::int32_t run = 0; run < runs; ++run) writer.copy(from + run * tap_step, length);
            if (after > 0) writer.pad(after);
        }
        writer.pad((w.filter_h - ys.last) * row);
        writer.close();
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
