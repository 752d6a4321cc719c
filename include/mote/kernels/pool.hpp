// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_POOL_HPP
#define MOTE_KERNELS_POOL_HPP

#include "../core/fixed_point.hpp"
#include "fold_rows.hpp"
#include "window.hpp"

namespace mote {

/// Folds the part of each window that is inside the input, channel by channel: [batch, height, width, channel], no
/// dilation, as many output as input channels. `finish(folded, elements)` makes the output element. Goes through
/// output positions in memory order and writes each after reading its window.
struct pool;

template <>
struct Kernel<pool, isa::scalar> {
    template <class Isa, class Fold, class T, class Finish>
    static void run(const Window& w, const T* x, const Finish& finish, T* out) noexcept {
        for (std::int32_t b = 0; b < w.batches; ++b, x += w.in_image())
            for (std::int32_t y = 0; y < w.out_h; ++y) {
                const Taps rows = rows_of(w, y);
                for (std::int32_t column = 0; column < w.out_w; ++column, out += w.in_c) {
                    const Taps columns = columns_of(w, column);
                    const T* from = x + (rows.start(1) * w.in_w + columns.start(1)) * w.in_c;
                    position<Isa, Fold>(w, from, rows.count(), columns.count(), finish, out);
                }
            }
    }

private:
    template <class Isa, class Fold, class T, class Finish>
    static void position(const Window& w, const T* x, std::int32_t rows, std::int32_t columns, const Finish& finish,
                         T* out) noexcept {
        typename Fold::template Accumulator<T> folded[fold_block];
        for (std::int32_t c = 0; c < w.in_c; c += fold_block) {
            const std::int32_t channels = minimum<std::int32_t>(fold_block, w.in_c - c);
            for (std::int32_t i = 0; i < channels; ++i) folded[i] = Fold::template start<T>;
            for (std::int32_t row = 0; row < rows; ++row)
                Kernel<fold_rows, Isa>::template run<Fold>(x + row * w.in_w * w.in_c + c, w.in_c, columns, channels,
                                                           folded);
            for (std::int32_t i = 0; i < channels; ++i) out[c + i] = finish(folded[i], rows * columns);
        }
    }
};

/// From a window's sum to its mean, halves away from zero, within an activation's limits.
template <class T>
struct WindowMean {
    T low;
    T high;

    T operator()(std::int32_t sum, std::int32_t elements) const noexcept {
        const std::int32_t half = elements / 2;
        const std::int32_t rounded = sum > 0 ? wrapping_add(sum, half) : wrapping_subtract(sum, half);
        return static_cast<T>(clamp<std::int32_t>(rounded / elements, low, high));
    }
};
template <>
struct WindowMean<float> {
    float low;
    float high;

    float operator()(float sum, std::int32_t elements) const noexcept {
        return clamp(sum / static_cast<float>(elements), low, high);
    }
};

/// A window's largest element within an activation's limits.
template <class T>
struct WindowLargest {
    T low;
    T high;

    T operator()(T largest, std::int32_t) const noexcept { return clamp(largest, low, high); }
};

} // namespace mote

#endif
