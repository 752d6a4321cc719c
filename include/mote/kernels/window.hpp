// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_WINDOW_HPP
#define MOTE_KERNELS_WINDOW_HPP

#include "../core/math.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Shapes of a two-dimensional window operator on [batch, height, width, channel] tensors, in elements.
/// Extents are 16 bits wide: they stay in RAM for as long as the model is loaded.
struct Window {
    std::uint16_t batches;
    std::uint16_t in_h, in_w, in_c;
    std::uint16_t out_h, out_w, out_c;
    std::uint16_t filter_h, filter_w;
    std::uint16_t stride_h, stride_w;
    std::uint16_t dilation_h, dilation_w;
    std::uint16_t pad_h, pad_w; // before the first row and column

    /// Elements from one image to the next.
    constexpr std::int32_t in_image() const noexcept { return in_h * in_w * in_c; }
    constexpr std::int32_t out_image() const noexcept { return out_h * out_w * out_c; }
};

/// The taps [first, last) of a filter's axis that fall inside the input, for one position; `origin` is the
/// input index of tap 0, which may be outside.
struct Taps {
    std::int32_t origin;
    std::int32_t first;
    std::int32_t last;

    constexpr Taps(std::int32_t position, std::int32_t stride, std::int32_t pad, std::int32_t dilation,
                   std::int32_t filter, std::int32_t extent) noexcept
        : origin(position * stride - pad), first(origin < 0 ? ceil_div(-origin, dilation) : 0), last(filter) {
        // Most windows are inside: they need no division.
        if (origin + (filter - 1) * dilation >= extent)
            last = origin < extent ? ceil_div(extent - origin, dilation) : std::int32_t{0};
        first = minimum(first, filter);
        last = maximum(first, last);
    }
    constexpr std::int32_t count() const noexcept { return last - first; }
    /// The input index of the first tap inside.
    constexpr std::int32_t start(std::int32_t dilation) const noexcept { return origin + first * dilation; }
};

constexpr Taps rows_of(const Window& w, std::int32_t out_y) noexcept {
    return {out_y, w.stride_h, w.pad_h, w.dilation_h, w.filter_h, w.in_h};
}
constexpr Taps columns_of(const Window& w, std::int32_t out_x) noexcept {
    return {out_x, w.stride_w, w.pad_w, w.dilation_w, w.filter_w, w.in_w};
}

/// How many bytes below its input the output of a window kernel must start to overlap it, when the kernel
/// goes through output positions in memory order and writes each after reading its window: the most by which
/// what is written runs ahead of what is still to be read.
constexpr std::uint32_t window_overlap(const Window& w, std::int32_t in_bytes,
                                       std::int32_t out_bytes) noexcept {
    // Linear in the image, the row and the column: its largest value is at the first or the last of each.
    const std::int64_t in_pixel = w.in_c * in_bytes, out_pixel = w.out_c * out_bytes;
    const std::int64_t in_row = w.in_w * in_pixel, out_row = w.out_w * out_pixel;
    const std::int64_t per_image = w.out_h * out_row - w.in_h * in_row;
    const std::int64_t per_row = out_row - w.stride_h * in_row;
    const std::int64_t per_column = out_pixel - w.stride_w * in_pixel;
    const std::int64_t ahead = out_pixel + w.pad_h * in_row + w.pad_w * in_pixel +
                               (w.batches - 1) * maximum<std::int64_t>(per_image, 0) +
                               (w.out_h - 1) * maximum<std::int64_t>(per_row, 0) +
                               (w.out_w - 1) * maximum<std::int64_t>(per_column, 0);
    const std::int64_t all = std::int64_t{w.batches} * w.out_h * w.out_w * w.out_c * out_bytes;
    return static_cast<std::uint32_t>(minimum(ahead, all));
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
