// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_WINDOW_OP_HPP
#define MOTE_OPS_WINDOW_OP_HPP

#include "../core/result.hpp"
#include "../core/shape.hpp"
#include "../kernels/window.hpp"
#include "../schema/options_conv.hpp"
#include "quantized.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail {

constexpr bool fits_extent(std::int32_t n) noexcept { return n > 0 && n <= 0xffff; }

/// The padding before an axis; bad_option or shape_mismatch when the axis makes no sense.
MOTE_NOINLINE constexpr Result<std::uint16_t> padding_of_axis(std::int32_t in, std::int32_t filter,
                                                              std::int32_t out, std::int32_t stride,
                                                              std::int32_t dilation,
                                                              options::Padding padding) noexcept {
    if (!fits_extent(stride) || !fits_extent(dilation) || !fits_extent(filter)) return StatusCode::bad_option;
    if (!fits_extent(in) || !fits_extent(out)) return StatusCode::shape_mismatch;
    // Unsigned, and below 2^32 throughout: no product here is of more than two 16-bit numbers.
    const auto u32 = [](std::int32_t n) { return static_cast<std::uint32_t>(n); };
    const std::uint32_t reach = u32(filter - 1) * u32(dilation) + 1;
    if (padding != options::Padding::same && reach > u32(in)) return StatusCode::shape_mismatch;
    const std::uint32_t covered = padding == options::Padding::same ? u32(in) : u32(in) - reach + 1;
    if (u32(out) != ceil_div(covered, u32(stride))) return StatusCode::shape_mismatch;
    const std::uint32_t end = u32(out - 1) * u32(stride) + reach;
    const std::uint32_t before = end > u32(in) ? (end - u32(in)) / 2 : 0;
    if (before > 0xffff) return StatusCode::bad_option;
    return static_cast<std::uint16_t>(before);
}

} // namespace detail

/// The extents of a tensor [batch, height, width, channel]; all 0, which no window can have, where its rank
/// is not 4.
struct WindowExtents {
    std::int32_t dims[4] = {};

    constexpr std::int32_t operator[](int axis) const noexcept { return dims[axis]; }
};

template <class Tensor>
MOTE_NOINLINE constexpr WindowExtents window_extents(const Tensor& tensor) noexcept {
    WindowExtents extents;
    return tensor.read_extents(extents.dims, 4) == 4 ? extents : WindowExtents{};
}

/// The geometry of a window operator, checked: equal batches, output extents that the padding gives.
MOTE_NOINLINE constexpr Result<Window> window_of(const WindowExtents& in, const WindowExtents& out,
                                                 std::int32_t filter_h, std::int32_t filter_w,
                                                 const options::WindowOptions& o) noexcept {
    if (in[0] != out[0] || !detail::fits_extent(in[0]) || !detail::fits_extent(in[3]) ||
        !detail::fits_extent(out[3]))
        return StatusCode::shape_mismatch;
    const auto pad_h = detail::padding_of_axis(in[1], filter_h, out[1], o.stride_h, o.dilation_h, o.padding);
    if (!pad_h) return pad_h.status();
    const auto pad_w = detail::padding_of_axis(in[2], filter_w, out[2], o.stride_w, o.dilation_w, o.padding);
    if (!pad_w) return pad_w.status();
    const auto u16 = [](std::int32_t n) { return static_cast<std::uint16_t>(n); };
    return Window{u16(in[0]),      u16(in[1]),        u16(in[2]),        u16(in[3]),    u16(out[1]),
                  u16(out[2]),     u16(out[3]),       u16(filter_h),     u16(filter_w), u16(o.stride_h),
                  u16(o.stride_w), u16(o.dilation_h), u16(o.dilation_w), *pad_h,        *pad_w};
}

/// The window of an operator with a filter, and what its channels have to do with each other.
struct FilterWindow {
    Window window{};
    std::uint16_t channels = 0; // of the filter's group; for a depthwise one, outputs per input
};

/// Checks the shapes of CONV_2D (filter [out channel, height, width, channel / groups]) or DEPTHWISE_CONV_2D
/// (filter [1, height, width, channel * multiplier]).
template <class Node>
MOTE_NOINLINE constexpr Result<FilterWindow> filter_window(const Node& node, bool depthwise,
                                                           const options::WindowOptions& o) noexcept {
    const WindowExtents in = window_extents(node.input(0));
    const WindowExtents filter = window_extents(node.input(1));
    const WindowExtents out = window_extents(node.output(0));
    // Input channels are in groups of `part`, output channels in as many groups.
    const std::int32_t part = depthwise ? 1 : filter[3];
    if (in[3] <= 0 || part <= 0 || in[3] % part != 0 || out[3] % (in[3] / part) != 0)
        return StatusCode::shape_mismatch;
    if (filter[depthwise ? 3 : 0] != out[3] || (depthwise && filter[0] != 1))
        return StatusCode::shape_mismatch;
    if (node.has_input(2) && node.input(2).elements() != out[3]) return StatusCode::shape_mismatch;
    const Result<Window> window = window_of(in, out, filter[1], filter[2], o);
    if (!window) return window.status();
    return FilterWindow{*window, static_cast<std::uint16_t>(depthwise ? out[3] / in[3] : part)};
}

/// Permits the overlap of a window kernel's output with its input, of elements of `in_bytes` and `out_bytes`.
template <class Requests>
MOTE_NOINLINE constexpr void permit_window_overlap(Requests& requests, const Window& window, int in_bytes,
                                                   int out_bytes) noexcept {
    requests.overlap(0, window_overlap(window, in_bytes, out_bytes));
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
