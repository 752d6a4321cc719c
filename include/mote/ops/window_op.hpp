// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_WINDOW_OP_HPP
#define MOTE_OPS_WINDOW_OP_HPP

#include "../core/result.hpp"
#include "../core/shape.hpp"
#include "../kernels/window.hpp"
#include "../schema/option_fields.hpp"
#include "quantized.hpp"

namespace mote {

/// One axis of a window operator as the model gives it.
struct WindowAxis {
    std::int32_t in, filter, out;
    std::int32_t stride, dilation;
};

namespace detail {

constexpr bool fits_extent(std::int32_t n) noexcept { return n > 0 && n <= 0xffff; }

/// The padding before the axis; bad_option or shape_mismatch when the axis makes no sense.
constexpr Result<std::uint16_t> padding_of_axis(const WindowAxis& axis, options::Padding padding) noexcept {
    if (!fits_extent(axis.stride) || !fits_extent(axis.dilation) || !fits_extent(axis.filter))
        return StatusCode::bad_option;
    if (!fits_extent(axis.in) || !fits_extent(axis.out)) return StatusCode::shape_mismatch;
    // Unsigned, and below 2^32 throughout: no product here is of more than two 16-bit numbers.
    const auto in = static_cast<std::uint32_t>(axis.in);
    const std::uint32_t reach =
        static_cast<std::uint32_t>(axis.filter - 1) * static_cast<std::uint32_t>(axis.dilation) + 1;
    if (padding != options::Padding::same && reach > in) return StatusCode::shape_mismatch;
    const std::uint32_t covered = padding == options::Padding::same ? in : in - reach + 1;
    const auto stride = static_cast<std::uint32_t>(axis.stride);
    if (static_cast<std::uint32_t>(axis.out) != ceil_div(covered, stride)) return StatusCode::shape_mismatch;
    const std::uint32_t end = static_cast<std::uint32_t>(axis.out - 1) * stride + reach;
    const std::uint32_t before = end > in ? (end - in) / 2 : 0;
    return before <= 0xffff ? Result<std::uint16_t>(static_cast<std::uint16_t>(before))
                            : StatusCode::bad_option;
}

} // namespace detail

/// The geometry of a window operator, checked: ranks 4, equal batches, output extents that the padding gives.
constexpr Result<Window> window_of(const Shape& in, const Shape& out, const WindowAxis& y,
                                   const WindowAxis& x, options::Padding padding) noexcept {
    if (in.rank != 4 || out.rank != 4 || in[0] != out[0]) return StatusCode::shape_mismatch;
    if (!detail::fits_extent(in[0]) || !detail::fits_extent(in[3]) || !detail::fits_extent(out[3]))
        return StatusCode::shape_mismatch;
    const Result<std::uint16_t> pad_h = detail::padding_of_axis(y, padding);
    if (!pad_h) return pad_h.status();
    const Result<std::uint16_t> pad_w = detail::padding_of_axis(x, padding);
    if (!pad_w) return pad_w.status();
    const auto u16 = [](std::int32_t n) { return static_cast<std::uint16_t>(n); };
    return Window{u16(in[0]),    u16(in[1]),      u16(in[2]),      u16(in[3]),    u16(out[1]),
                  u16(out[2]),   u16(out[3]),     u16(y.filter),   u16(x.filter), u16(y.stride),
                  u16(x.stride), u16(y.dilation), u16(x.dilation), *pad_h,        *pad_w};
}

} // namespace mote

#endif
