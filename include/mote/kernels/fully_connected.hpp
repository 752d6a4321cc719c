// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_FULLY_CONNECTED_HPP
#define MOTE_KERNELS_FULLY_CONNECTED_HPP

#include "dot.hpp"
#include "finish_channels.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Extents of a matrix product: x is [rows, depth], weights are [channels, depth], the result [rows,
/// channels].
struct ProductShape {
    std::int32_t rows;
    std::int32_t depth;
    std::int32_t channels;
};

/// out[row][c] = finish(bias[c] + sum of (x[row][i] + x_offset) * (weights[c][i] + weight_offset), c); `bias`
/// may be null, offsets do not count for float. Goes through the rows in memory order and writes one after
/// reading it. Source: TFLite FULLY_CONNECTED.
struct fully_connected;

template <>
struct Kernel<fully_connected, isa::scalar> {
    template <class Isa, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const ProductShape& shape, const X* x, std::int32_t x_offset, Weights weights,
                    std::int32_t weight_offset, Bias bias, const Finish& finish,
                    typename Finish::Element* out) noexcept {
        for (std::int32_t row = 0; row < shape.rows; ++row, x += shape.depth, out += shape.channels) {
            const auto common = weight_offset == 0
                                    ? Accumulator{0}
                                    : scaled_sum<Accumulator>(x, x_offset, shape.depth, weight_offset);
            std::int32_t c = 0;
            for (; c + 4 <= shape.channels; c += 4)
                tile<Isa, 4>(shape, x, x_offset, weights, common, bias, c, finish, out);
            for (; c < shape.channels; ++c)
                tile<Isa, 1>(shape, x, x_offset, weights, common, bias, c, finish, out);
        }
    }

private:
    template <class Isa, int Channels, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void tile(const ProductShape& shape, const X* x, std::int32_t x_offset, Weights weights,
                     Accumulator common, Bias bias, std::int32_t c, const Finish& finish,
                     typename Finish::Element* out) noexcept {
        Accumulator sums[Channels];
        for (Accumulator& sum : sums) sum = common;
        if (bias != nullptr)
            for (int i = 0; i < Channels; ++i) sums[i] = add(common, static_cast<Accumulator>(bias[c + i]));
        Kernel<dot, Isa>::template run<Channels>(x, x_offset, weights + c * shape.depth, shape.depth,
                                                 shape.depth, sums);
        Kernel<finish_channels, Isa>::run(finish, sums, Channels, c, out + c);
    }

    /// What the weights' offset adds to every channel of a row.
    template <class Accumulator, class X>
    static Accumulator scaled_sum([[maybe_unused]] const X* x, [[maybe_unused]] std::int32_t x_offset,
                                  [[maybe_unused]] std::int32_t n,
                                  [[maybe_unused]] std::int32_t factor) noexcept {
        if constexpr (std::is_same_v<Accumulator, float>) {
            return 0.0f;
        } else {
            using Sum = std::make_unsigned_t<Accumulator>;
            Sum sum = 0;
            for (std::int32_t i = 0; i < n; ++i) sum += static_cast<Sum>(x[i] + x_offset);
            return static_cast<Accumulator>(sum * static_cast<Sum>(factor));
        }
    }

    static float add(float a, float b) noexcept { return a + b; }
    template <class T>
    static T add(T a, T b) noexcept {
        return static_cast<T>(static_cast<std::make_unsigned_t<T>>(a) +
                              static_cast<std::make_unsigned_t<T>>(b));
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
