// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_MVE_CONV_HPP
#define MOTE_ISA_MVE_CONV_HPP

#include "../kernels/conv.hpp"
#include "armv7em_dsp.hpp"
#include "mve_channels.hpp"

#if defined(__ARM_FEATURE_MVE) && defined(__OPTIMIZE__)

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Gathers the patches of a few positions, padding as the zero point, each from a multiple of 16 bytes on;
/// then each filter passes over them.
template <>
struct Kernel<conv, isa::armv8_1m_mve> {
    template <class X, class Weights>
    static constexpr bool has_scratch =
        detail::mve::are_int8<X, Weights> || Kernel<conv, isa::armv7em_dsp>::template has_scratch<X, Weights>;
    template <class X, class Weights>
    static constexpr std::uint32_t scratch_bytes(const Window& w, std::int32_t filter_c) noexcept {
        if constexpr (detail::mve::are_int8<X, Weights>) {
            const Patching p(w, filter_c);
            // Four short patches are read together.
            return static_cast<std::uint32_t>(p.group_bytes() * p.groups +
                                              (p.pitch <= 128 ? 3 * p.pitch : 0));
        } else {
            return Otherwise::template scratch_bytes<X, Weights>(w, filter_c);
        }
    }

    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t filter_c, const X* x, std::int32_t offset, Weights weights,
                    Bias bias, const Finish& finish, typename Finish::Element* out, void* scratch) noexcept {
        if constexpr (detail::mve::are_int8<X, Weights>)
            blocks(w, Patching(w, filter_c), x, offset, weights, bias, finish, out,
                   static_cast<std::int8_t*>(scratch));
        else
            Otherwise::template run<Leaf, Accumulator>(w, filter_c, x, offset, weights, bias, finish, out,
                                                       scratch);
    }

private:
    using Otherwise = Kernel<conv, isa::armv7em_dsp>;

    /// How much is gathered: at most 1.5 KiB where four positions fit, so that a channel's multiplier is read
    /// for many positions where there are few products.
    struct Patching {
        std::int32_t filter_c, depth, pitch, groups, all, positions;

        constexpr Patching(const Window& w, std::int32_t c) noexcept
            : filter_c(c),
              depth(w.filter_h * w.filter_w * c),
              pitch(detail::mve::rounded_up(depth, 16)),
              groups(w.in_c / c),
              all(w.batches * w.out_h * w.out_w),
              positions(minimum(all, most(pitch * groups))) {}

        constexpr std::int32_t group_bytes() const noexcept {
            return (positions > 2 ? detail::mve::rounded_up(positions, 4) : positions) * pitch;
        }
        /// The patches are the input's pixels, in order.
        constexpr bool is_pixel(const Window& w) const noexcept {
            return depth == w.in_c && w.stride_h == 1 && w.stride_w == 1 && w.out_h == w.in_h &&
                   w.out_w == w.in_w;
        }

    private:
        static constexpr std::int32_t most(std::int32_t bytes) noexcept {
            if (bytes > 640) return bytes > 1280 ? 1 : 2;
            return clamp<std::int32_t>(1536 / bytes, 4, 32) & ~3;
        }
    };

    template <class Finish>
    static void blocks(const Window& w, const Patching& p, const std::int8_t* x, std::int32_t offset,
                       const std::int8_t* weights, const std::int32_t* bias, const Finish& finish,
                       typename Finish::Element* out, std::int8_t* scratch) noexcept {
        const bool pixels = p.is_pixel(w);
        Gatherer gatherer(w, p, x, -offset);
        std::int32_t count;
        for (std::int32_t left = p.all; left > 0; left -= count, out += count * w.out_c) {
            count = minimum(left, p.positions);
            if (pixels && p.pitch == p.depth)
                detail::mve::copy(scratch, x, count * p.depth), x += count * p.depth;
            else if (pixels)
                for (std::int32_t i = 0; i < count; ++i, x += p.depth)
                    detail::mve::copy(scratch + i * p.pitch, x, p.depth);
            else
                for (std::int32_t i = 0; i < count; ++i) gatherer.next(scratch + i * p.pitch);
            multiply(p, count, offset, scratch, w.out_c, weights, bias, finish, out);
        }
    }

    template <class Finish>
    static void multiply(const Patching& p, std::int32_t count, std::int32_t offset,
                         const std::int8_t* patches, std::int32_t channels, const std::int8_t* weights,
                         const std::int32_t* bias, const Finish& finish,
                         typename Finish::Element* out) noexcept {
        using namespace detail::mve;
        if (p.depth == 128)
            return filters<FullFilter<8>>(p, count, offset, patches, channels, weights, bias, finish, out);
        if (p.depth == 64)
            return filters<FullFilter<4>>(p, count, offset, patches, channels, weights, bias, finish, out);
        if (p.depth > 48)
            return filters<void>(p, count, offset, patches, channels, weights, bias, finish, out);
        if (p.depth > 32)
            return filters<ShortFilter<3>>(p, count, offset, patches, channels, weights, bias, finish, out);
        if (p.depth > 16)
            return filters<ShortFilter<2>>(p, count, offset, patches, channels, weights, bias, finish, out);
        filters<ShortFilter<1>>(p, count, offset, patches, channels, weights, bias, finish, out);
    }

    /// All output channels, with filters of one type, or of any number of weights for void.
    template <class Filter, class Finish>
    static void filters(const Patching& p, std::int32_t count, std::int32_t offset,
                        const std::int8_t* patches, std::int32_t channels, const std::int8_t* weights,
                        const std::int32_t* bias, const Finish& finish,
                        typename Finish::Element* out) noexcept {
        using namespace detail::mve;
        FourMultipliers<Finish> multipliers(finish);
        ChannelOutput<Finish> output(finish, channels);
        LongPatches by{p.pitch, p.depth, offset, 0, weights};
        const std::int32_t group_channels = channels / p.groups;
        std::int32_t last = group_channels;
        for (std::int32_t c = 0; c < channels; ++c, ++out, by.weights += p.depth) {
            if (c == last) last += group_channels, patches += p.group_bytes();
            if ((c & 3) == 0) multipliers.load(c, minimum<std::int32_t>(channels - c, 4));
            by.bias = bias != nullptr ? *bias++ : 0;
            output.open(c, multipliers[c & 3]);
            if constexpr (std::is_void_v<Filter>)
                long_channel(patches, count, by, output, channels, out);
            else
                short_channel(DensePatches{patches}, count, offset, Filter(by.weights, p.depth), by.bias,
                              output, channels, out);
        }
    }

    /// Copies patches, position after position in memory order.
    class Gatherer {
    public:
        Gatherer(const Window& w, const Patching& p, const std::int8_t* x, std::int32_t padding) noexcept
            : w_(w),
              p_(p),
              x_(x),
              padding_(padding),
              dense_(w.dilation_w * w.in_c == p.filter_c),
              step_x_(w.stride_w * w.in_c),
              step_y_(w.dilation_h * w.in_w * w.in_c),
              length_(w.filter_w * p.filter_c),
              rows_(0, 0, 0, 1, 0, 0) {
            start_row();
        }

        /// The next position's, one for each group, p.group_bytes() apart.
        void next(std::int8_t* to) noexcept {
            if (column_ >= first_whole_ && column_ <= last_whole_)
                whole(to);
            else
                clipped(to);
            from_ += step_x_;
            if (++column_ == w_.out_w) {
                column_ = 0;
                ++row_;
                start_row();
            }
        }

    private:
        void whole(std::int8_t* to) const noexcept {
            const std::int8_t* from = from_;
            for (std::int32_t row = w_.filter_h; row > 0; --row, from += step_y_, to += length_)
                detail::mve::copy(to, from, length_);
        }
        MOTE_NOINLINE void clipped(std::int8_t* to) const noexcept {
            const Taps columns = columns_of(w_, column_);
            const std::int8_t* from =
                x_ + (rows_.start(w_.dilation_h) * w_.in_w + columns.start(w_.dilation_w)) * w_.in_c;
            for (std::int32_t g = 0; g < p_.groups; ++g, from += p_.filter_c, to += p_.group_bytes()) {
                detail::mve::fill(to, padding_, p_.depth);
                patch(columns, from, to);
            }
        }
        void patch(const Taps& columns, const std::int8_t* from, std::int8_t* to) const noexcept {
            const std::int32_t runs = dense_ ? columns.count() != 0 : columns.count();
            const std::int32_t length = dense_ ? columns.count() * p_.filter_c : p_.filter_c;
            to += (rows_.first * w_.filter_w + columns.first) * p_.filter_c;
            for (std::int32_t row = 0; row < rows_.count(); ++row, from += step_y_, to += length_)
                for (std::int32_t run = 0; run < runs; ++run)
                    detail::mve::copy(to + run * length, from + run * w_.dilation_w * w_.in_c, length);
        }
        /// Looks for the positions of a row whose patches are copied in whole rows.
        void start_row() noexcept {
            if (row_ == w_.out_h) {
                row_ = 0;
                x_ += w_.in_image();
            }
            rows_ = rows_of(w_, row_);
            from_ = x_ + (rows_.origin * w_.in_w - w_.pad_w) * w_.in_c;
            const std::int32_t most = w_.in_w + w_.pad_w - w_.filter_w;
            first_whole_ = ceil_div<std::int32_t>(w_.pad_w, w_.stride_w);
            last_whole_ = dense_ && rows_.count() == w_.filter_h && most >= 0 ? most / w_.stride_w : -1;
        }

        const Window& w_;
        const Patching& p_;
        const std::int8_t* x_;    // of this image
        const std::int8_t* from_; // where this position's first tap is, or would be
        std::int32_t padding_;
        bool dense_; // without groups and dilation: a filter's row is a part of the input's
        std::int32_t step_x_, step_y_, length_;
        std::int32_t first_whole_, last_whole_;
        std::int32_t row_ = 0, column_ = 0;
        Taps rows_;
    };
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif

#endif
