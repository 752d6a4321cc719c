// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_DOT_CHANNELS_HPP
#define MOTE_KERNELS_DOT_CHANNELS_HPP

#include "../core/kernel.hpp"

#include <cstdint>
#include <type_traits>
#include <utility>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// The taps of a depthwise filter that are inside the input: `rows` rows of `taps` each, and the steps
/// between them in elements of the input and of the filter.
struct TapGrid {
    std::int32_t rows, taps;
    std::int32_t x_row, x_tap;
    std::int32_t w_row, w_tap;
};

/// accumulators[c] += sum over the taps of (x[c] + offset) * weights[c], for c < Channels: the register tile
/// under depthwise convolutions. Without `Spread` all channels read x[0]. Element types as in `dot`; no
/// alignment required. `widest`, a power of two from 4 up, is the tile to prefer; users also need its halves
/// down to 4, and 1.
struct dot_channels;

template <>
struct Kernel<dot_channels, isa::scalar> {
    // 64-bit targets have vector registers for 16 sums; Cortex-M keeps 4 in core registers.
    static constexpr int widest = sizeof(void*) > 4 ? 16 : 4;

    template <int Channels, bool Spread, class X, class Weights, class Accumulator>
    static void run(const TapGrid& grid, const X* x, std::int32_t offset, Weights weights,
                    Accumulator* accumulators) noexcept {
        add<Spread>(grid, x, offset, weights, accumulators, std::make_integer_sequence<int, Channels>{});
    }

private:
    // Sums of integers wrap, as TFLM's do in practice, so they are unsigned.
    template <class T>
    struct SumOf {
        using type = std::make_unsigned_t<T>;
    };

    // The channels are a pack, so that they are unrolled at any optimisation level.
    template <bool Spread, class X, class Weights, class Accumulator, int... Channel>
    static void add(const TapGrid& grid, const X* x, std::int32_t offset, Weights weights,
                    Accumulator* accumulators, std::integer_sequence<int, Channel...>) noexcept {
        using Sum = typename SumOf<Accumulator>::type;
        Sum sums[] = {static_cast<Sum>(accumulators[Channel])...};
        for (std::int32_t row = 0; row < grid.rows; ++row, x += grid.x_row, weights = weights + grid.w_row) {
            const X* from = x;
            Weights by = weights;
            for (std::int32_t tap = 0; tap < grid.taps; ++tap, from += grid.x_tap, by = by + grid.w_tap)
                ((sums[Channel] +=
                  static_cast<Sum>(shifted(from[Spread ? Channel : 0], offset) * widened(by[Channel]))),
                 ...);
        }
        ((accumulators[Channel] = static_cast<Accumulator>(sums[Channel])), ...);
    }

    static float shifted(float x, std::int32_t) noexcept { return x; }
    // 16 bits hold the sum: compilers then multiply pairs of 16-bit values in one instruction.
    static std::int16_t shifted(std::int8_t x, std::int32_t offset) noexcept {
        return static_cast<std::int16_t>(x + offset);
    }
    static std::int32_t shifted(std::int16_t x, std::int32_t offset) noexcept { return x + offset; }

    static float widened(float weight) noexcept { return weight; }
    static std::int16_t widened(std::int8_t weight) noexcept { return weight; }
};

template <>
struct Kernel<dot_channels, isa::scalar>::SumOf<float> {
    using type = float;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
