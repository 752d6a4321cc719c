// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_DEPTHWISE_CONV_2D_HPP
#define MOTE_OPS_DEPTHWISE_CONV_2D_HPP

#include "../kernels/depthwise.hpp"
#include "../schema/options.hpp"
#include "channel_scales.hpp"
#include "filter_operands.hpp"
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

/// Activations T with int8 weights (or int4 ones, for T = int4), per-channel or per-tensor filter scales.
template <class T>
struct DepthwiseConv2D : FilterOperands<depthwise, T> {
    using Filter = FilterOperands<depthwise, T>;
    using typename Filter::Activation;
    using typename Filter::Weight;
    using Accumulator = std::conditional_t<std::is_same_v<T, std::int16_t>, std::int64_t, std::int32_t>;

    struct Params {
        DepthwiseGeometry geometry;
        ChannelScales scales;
        ProductRange range;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<Activation>(node) && node.input_type(1) == element_type_of<Weight>;
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::DepthwiseConv2D>();
        if (!o) return o.status();
        const auto found = filter_window(node, true, *o);
        if (!found) return found.status();
        if (!is_absent_or<Accumulator>(node, 2))
            return Status(StatusCode::unsupported_type).at_tensor(node.input(2).index());
        const auto q = product_quantization<Activation>(node, 0, o->activation);
        if (!q) return q.status();
        const auto scales =
            channel_scales(node, 1, 3, found->window.out_c, q->input_scale, q->output_scale, requests);
        if (!scales) return scales.status();
        permit_window_overlap(requests, found->window, sizeof(Activation), sizeof(Activation));
        Filter::request_scratch(requests, found->window, found->channels);
        return Params{{found->window, found->channels}, *scales, q->range};
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
            finish, context.template output<Activation>(0), Filter::template scratch<Config>(context));
    }
};

template <>
struct DepthwiseConv2D<float> : FilterOperands<depthwise, float> {
    struct Params {
        DepthwiseGeometry geometry;
        Bounds<float> bounds;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<float>(node) && node.input_type(1) == element_type_of<float>;
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::DepthwiseConv2D>();
        if (!o) return o.status();
        const auto found = filter_window(node, true, *o);
        if (!found) return found.status();
        if (!is_absent_or<float>(node, 2))
            return Status(StatusCode::unsupported_type).at_tensor(node.input(2).index());
        permit_window_overlap(requests, found->window, sizeof(float), sizeof(float));
        request_scratch(requests, found->window, found->channels);
        return Params{{found->window, found->channels}, activation_bounds(o->activation)};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        using Isa = typename Config::Isa;
        const FloatClamp finish{p.bounds.low, p.bounds.high};
        Kernel<depthwise, Isa>::template run<Isa, float>(
            p.geometry.window, p.geometry.multiplier, context.template input<float>(0), 0,
            context.template input<float>(1), context.template input<float>(2), finish,
            context.template output<float>(0), scratch<Config>(context));
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
