// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_CONV_2D_HPP
#define MOTE_OPS_CONV_2D_HPP

#include "../kernels/conv.hpp"
#include "../schema/options.hpp"
#include "channel_scales.hpp"
#include "filter_operands.hpp"
#include "op.hpp"
#include "product_quantization.hpp"
#include "weights.hpp"
#include "window_op.hpp"

namespace mote::ops {

namespace detail {

/// What every CONV_2D checks and keeps, whatever its element types: 32 bytes.
struct ConvGeometry {
    Window window;
    std::uint16_t filter_c;
};

/// Activations T with int8 weights (or int4 ones, for T = int4), per-channel or per-tensor filter scales.
template <class T>
struct Conv2D : FilterOperands<conv, T> {
    using Filter = FilterOperands<conv, T>;
    using typename Filter::Activation;
    using typename Filter::Weight;

    struct Params {
        ConvGeometry geometry;
        ChannelScales scales;
        ProductRange range;
        std::uint32_t wide; // accumulate in 64 bits (int16 activations, unless the bias is int32)
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<Activation>(node) && node.input_type(1) == element_type_of<Weight>;
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::Conv2D>();
        if (!o) return o.status();
        const auto found = filter_window(node, false, *o);
        if (!found) return found.status();
        const auto q = product_quantization<Activation>(node, 0, o->activation);
        if (!q) return q.status();
        const auto wide = bias_is_wide<Activation>(node, 2, o->quantized_bias_type);
        if (!wide) return wide.status();
        const auto scales =
            channel_scales(node, 1, 0, found->window.out_c, q->input_scale, q->output_scale, requests);
        if (!scales) return scales.status();
        permit_window_overlap(requests, found->window, sizeof(Activation), sizeof(Activation));
        Filter::request_scratch(requests, found->window, found->channels);
        return Params{{found->window, found->channels}, *scales, q->range, *wide};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        if constexpr (std::is_same_v<Activation, std::int16_t>) {
            if (p.wide != 0)
                return run<Config, std::int64_t>(p, context, context.template constants<std::int64_t>(2));
        }
        run<Config, std::int32_t>(p, context, context.template constants<std::int32_t>(2));
    }

private:
    template <class Config, class Accumulator>
    static void run(const Params& p, const EvalContext& context, ConstantPointer<Accumulator> bias) noexcept {
        using Isa = typename Config::Isa;
        const Requantizer<typename Config::Numerics, Activation> finish{
            p.scales.template multipliers<Config>(context), p.range.output_zero_point, p.range.low,
            p.range.high};
        Kernel<conv, Isa>::template run<Isa, Accumulator>(
            p.geometry.window, p.geometry.filter_c, context.template input<Activation>(0),
            p.range.input_offset, weights_of<Weight>(context, 1), bias, finish,
            context.template output<Activation>(0), Filter::template scratch<Config>(context));
    }
};

template <>
struct Conv2D<float> : FilterOperands<conv, float> {
    struct Params {
        ConvGeometry geometry;
        Bounds<float> bounds;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<float>(node) && node.input_type(1) == element_type_of<float>;
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::Conv2D>();
        if (!o) return o.status();
        const auto found = filter_window(node, false, *o);
        if (!found) return found.status();
        if (node.has_input(2) && !node.input(2).template is<float>()) return StatusCode::unsupported_type;
        permit_window_overlap(requests, found->window, sizeof(float), sizeof(float));
        request_scratch(requests, found->window, found->channels);
        return Params{{found->window, found->channels}, activation_bounds(o->activation)};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        using Isa = typename Config::Isa;
        const FloatClamp finish{p.bounds.low, p.bounds.high};
        Kernel<conv, Isa>::template run<Isa, float>(
            p.geometry.window, p.geometry.filter_c, context.template input<float>(0), 0,
            context.template input<float>(1), context.template input<float>(2), finish,
            context.template output<float>(0), scratch<Config>(context));
    }
};

} // namespace detail

/// CONV_2D for float, int8 and int16 activations with int8 weights, and int8 activations with int4 weights
/// (`int4`). Groups, dilation, fused RELU, RELU6, RELU_N1_TO_1; one filter scale or one per output channel.
template <class... Types>
struct Conv2D : OpForTypes<schema::BuiltinOperator_CONV_2D, detail::Conv2D, TypeList<Types...>,
                           TypeList<float, std::int8_t, std::int16_t, int4>> {};

} // namespace mote::ops

#endif
