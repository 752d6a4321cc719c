// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_DEPTHWISE_CONV_2D_HPP
#define MOTE_OPS_DEPTHWISE_CONV_2D_HPP

#include "../kernels/depthwise.hpp"
#include "../schema/options.hpp"
#include "channel_scales.hpp"
#include "op.hpp"
#include "product_quantization.hpp"
#include "weights.hpp"
#include "window_op.hpp"

namespace mote::ops {

namespace detail {

/// What every DEPTHWISE_CONV_2D checks and keeps, whatever its element types: 32 bytes.
struct DepthwiseGeometry {
    Window window;
    std::uint16_t multiplier; // output channels per input channel
};

/// Shapes: input [batch, height, width, channel], filter [1, height, width, channel * multiplier]. The
/// multiplier in the options does not count.
template <class Node>
constexpr Result<DepthwiseGeometry> depthwise_geometry(const Node& node,
                                                       const options::DepthwiseConv2D& o) noexcept {
    const Shape in = node.input(0).shape();
    const Shape filter = node.input(1).shape();
    const Shape out = node.output(0).shape();
    if (in.rank != 4 || filter.rank != 4 || out.rank != 4) return StatusCode::shape_mismatch;
    if (filter[0] != 1 || filter[3] != out[3] || in[3] <= 0 || out[3] % in[3] != 0)
        return StatusCode::shape_mismatch;
    if (node.has_input(2) && node.input(2).elements() != out[3]) return StatusCode::shape_mismatch;
    const auto window = window_of(in, out, {in[1], filter[1], out[1], o.stride_h, o.dilation_h},
                                  {in[2], filter[2], out[2], o.stride_w, o.dilation_w}, o.padding);
    if (!window) return window.status();
    return DepthwiseGeometry{*window, static_cast<std::uint16_t>(out[3] / in[3])};
}

/// Activations T with int8 weights (or int4 ones, for T = int4), per-channel or per-tensor filter scales.
template <class T>
struct DepthwiseConv2D : ScaledOperands<3, 2> {
    using Activation = std::conditional_t<std::is_same_v<T, int4>, std::int8_t, T>;
    using Weight = std::conditional_t<std::is_same_v<T, int4>, int4, std::int8_t>;
    using Accumulator = std::conditional_t<std::is_same_v<T, std::int16_t>, std::int64_t, std::int32_t>;

    struct Params {
        DepthwiseGeometry geometry;
        ChannelScales scales;
        ProductRange range;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<Activation>(node) && node.input(1).template is<Weight>();
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::DepthwiseConv2D>();
        if (!o) return o.status();
        const auto geometry = depthwise_geometry(node, *o);
        if (!geometry) return geometry.status();
        if (!is_absent_or<Accumulator>(node, 2))
            return Status(StatusCode::unsupported_type).at_tensor(node.input(2).index());
        const auto q = product_quantization<Activation>(node, 0, o->activation);
        if (!q) return q.status();
        const auto scales =
            channel_scales(node, 1, 3, geometry->window.out_c, q->input_scale, q->output_scale, requests);
        if (!scales) return scales.status();
        requests.overlap(0, window_overlap(geometry->window, sizeof(Activation), sizeof(Activation)));
        return Params{*geometry, *scales, q->range};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        using Isa = typename Config::Isa;
        const Requantizer<typename Config::Numerics, Activation> finish{
            p.scales.template multipliers<Config>(context), p.range.output_zero_point, p.range.low,
            p.range.high};
        Kernel<depthwise, Isa>::template run<Isa, Accumulator>(
            p.geometry.window, p.geometry.multiplier, context.template input<Activation>(0),
            p.range.input_offset, weights_of<Weight>(context, 1), context.template constants<Accumulator>(2),
            finish, context.template output<Activation>(0));
    }
};

template <>
struct DepthwiseConv2D<float> : Operands<3, 2> {
    struct Params {
        DepthwiseGeometry geometry;
        Bounds<float> bounds;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<float>(node) && node.input(1).template is<float>();
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::DepthwiseConv2D>();
        if (!o) return o.status();
        const auto geometry = depthwise_geometry(node, *o);
        if (!geometry) return geometry.status();
        if (!is_absent_or<float>(node, 2))
            return Status(StatusCode::unsupported_type).at_tensor(node.input(2).index());
        requests.overlap(0, window_overlap(geometry->window, sizeof(float), sizeof(float)));
        return Params{*geometry, activation_bounds(o->activation)};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        using Isa = typename Config::Isa;
        const FloatClamp finish{p.bounds.low, p.bounds.high};
        Kernel<depthwise, Isa>::template run<Isa, float>(
            p.geometry.window, p.geometry.multiplier, context.template input<float>(0), 0,
            context.template input<float>(1), context.template input<float>(2), finish,
            context.template output<float>(0));
    }
};

} // namespace detail

/// DEPTHWISE_CONV_2D for float, int8 and int16 activations with int8 weights, and int8 activations with int4
/// weights
/// (`int4`). Any channel multiplier, dilation, fused RELU, RELU6, RELU_N1_TO_1; one filter scale or one per
/// channel.
template <class... Types>
struct DepthwiseConv2D : OpForTypes<schema::BuiltinOperator_DEPTHWISE_CONV_2D, detail::DepthwiseConv2D,
                                    TypeList<Types...>, TypeList<float, std::int8_t, std::int16_t, int4>> {};

} // namespace mote::ops

#endif
