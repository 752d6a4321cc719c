// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_POOL_HPP
#define MOTE_KERNELS_POOL_HPP

#include "../core/fixed_point.hpp"
#include "fold_rows.hpp"
#include "window.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A Window without dilation whose outputs have the input's channels.
struct PoolWindow {
    std::uint16_t batches;
    std::uint16_t in_h, in_w, channels;
    std::uint16_t out_h, out_w;
    std::uint16_t filter_h, filter_w;
    std::uint16_t stride_h, stride_w;
    std::uint16_t pad_h, pad_w;

    static constexpr PoolWindow of(const Window& w) noexcept {
        return {w.batches,  w.in_h,     w.in_w,     w.in_c,     w.out_h, w.out_w,
                w.filter_h, w.filter_w, w.stride_h, w.stride_w, w.pad_h, w.pad_w};
    }
    constexpr Taps rows(std::int32_t out_y) const noexcept {
        return {out_y, stride_h, pad_h, 1, filter_h, in_h};
    }
    constexpr Taps columns(std::int32_t out_x) const noexcept {
        return {out_x, stride_w, pad_w, 1, filter_w, in_w};
    }
};

/// Folds the part of each window that is inside the input, channel by channel; tensors are [batch, height,
/// width, channel]. `finish(folded, elements)` makes the output element. Goes through output positions in
/// memory order and writes each after reading its window. Windows inside the padding alone must not occur.
struct pool;

template <>
struct Kernel<pool, isa::scalar> {
    template <class Isa, class Fold, class T, class Finish>
    static void run(const PoolWindow& w, const T* x, const Finish& finish, T* out) noexcept {
        const std::int32_t row = w.in_w * w.channels;
        for (std::int32_t b = 0; b < w.batches; ++b, x += w.in_h * row)
            for (std::int32_t y = 0; y < w.out_h; ++y) {
                const Taps rows = w.rows(y);
                const T* const first_row = x + rows.start(1) * row;
                for (std::int32_t column = 0; column < w.out_w; ++column, out += w.channels) {
                    const Taps columns = w.columns(column);
                    const T* const first = first_row + columns.start(1) * w.channels;
                    position<Isa, Fold>(first, row, rows.count(), columns.count(), w.channels, finish, out);
                }
            }
    }

private:
    template <class Isa, class Fold, class T, class Finish>
    static void position(const T* x, std::int32_t row, std::int32_t rows, std::int32_t columns,
                         std::int32_t channels, const Finish& finish, T* out) noexcept {
        const std::int32_t elements = rows * columns;
        Folded<T> folded[fold_block];
        for (std::int32_t c = 0; c < channels; c += fold_block) {
            const std::int32_t block = minimum(fold_block, channels - c);
            for (std::int32_t i = 0; i < block; ++i) folded[i] = Fold::template start<T>;
            for (std::int32_t r = 0; r < rows; ++r)
                Kernel<fold_rows, Isa>::template run<Fold>(x + r * row + c, channels, columns, block, folded);
            for (std::int32_t i = 0; i < block; ++i) out[c + i] = finish(folded[i], elements);
        }
    }
};

/// From a window's sum to its mean, halves away from zero, within an activation's limits.
template <class T>
struct WindowMean {
    std::int32_t low;
    std::int32_t high;

    T operator()(std::int32_t sum, std::int32_t elements) const noexcept {
        const std::int32_t half = elements / 2;
        const std::int32_t rounded =
            (sum > 0 ? wrapping_add(sum, half) : wrapping_subtract(sum, half)) / elements;
        return static_cast<T>(clamp(rounded, low, high));
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

/// A window's largest element, within an activation's limits.
template <class T>
struct WindowLargest {
    Folded<T> low;
    Folded<T> high;

    T operator()(Folded<T> largest, std::int32_t) const noexcept {
        return static_cast<T>(clamp(largest, low, high));
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
