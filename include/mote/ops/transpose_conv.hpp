// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_TRANSPOSE_CONV_HPP
#define MOTE_OPS_TRANSPOSE_CONV_HPP

#include "../kernels/transpose_conv.hpp"
#include "../schema/options.hpp"
#include "channel_scales.hpp"
#include "op.hpp"
#include "product_quantization.hpp"
#include "window_op.hpp"

namespace mote::ops {

namespace detail {

/// Operands of TRANSPOSE_CONV; the output's shape is not read: the output tensor has it.
struct TransposeConvOperands : ScaledOperands<4, 3> {
    static constexpr int shape = 0;
    static constexpr int filter = 1;
    static constexpr int input = 2;
    static constexpr int bias = 3;
};

/// Shapes: filter [out channel, height, width, in channel], input and output [batch, height, width, channel].
/// The window is that of the convolution from output to input, whose padding this operator has.
template <class Node>
constexpr Result<Window> transpose_conv_window(const Node& node, const options::TransposeConv& o) noexcept {
    using Operand = TransposeConvOperands;
    const WindowExtents in = window_extents(node.input(Operand::input));
    const WindowExtents filter = window_extents(node.input(Operand::filter));
    const WindowExtents out = window_extents(node.output(0));
    if (filter[0] != out[3] || filter[3] != in[3]) return StatusCode::shape_mismatch;
    if (node.has_input(Operand::bias) && node.input(Operand::bias).elements() != out[3])
        return StatusCode::shape_mismatch;
    return window_of(out, in, filter[1], filter[2], o);
}

/// int8 or int16 activations with int8 weights, per-channel or per-tensor filter scales.
template <class T>
struct TransposeConv : TransposeConvOperands {
    using Accumulator = std::conditional_t<std::is_same_v<T, std::int16_t>, std::int64_t, std::int32_t>;

    struct Params {
        Window window;
        std::uint16_t short_bias; // int16 (with int16 activations): a bias of that type
        ChannelScales scales;
        ProductRange range;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<T>(node, input) && node.input(filter).template is<std::int8_t>();
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::TransposeConv>();
        if (!o) return o.status();
        const auto window = transpose_conv_window(node, *o);
        if (!window) return window.status();
        const bool short_bias = std::is_same_v<T, std::int16_t> && node.has_input(bias) &&
                                node.input(bias).template is<std::int16_t>();
        if (!short_bias && !is_absent_or<Accumulator>(node, bias))
            return Status(StatusCode::unsupported_type).at_tensor(node.input(bias).index());
        const auto q = product_quantization<T>(node, input, o->activation);
        if (!q) return q.status();
        const auto scales =
            channel_scales(node, filter, 0, window->in_c, q->input_scale, q->output_scale, requests);
        if (!scales) return scales.status();
        requests.overlap(input, transposed_overlap(*window, sizeof(T), sizeof(T)));
        return Params{*window, static_cast<std::uint16_t>(short_bias), *scales, q->range};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        if constexpr (std::is_same_v<T, std::int16_t>) {
            if (p.short_bias != 0)
                return run<Config>(p, context, context.template constants<std::int16_t>(bias));
        }
        run<Config>(p, context, context.template constants<Accumulator>(bias));
    }

private:
    template <class Config, class Bias>
    static void run(const Params& p, const EvalContext& context, Bias biases) noexcept {
        using Isa = typename Config::Isa;
        const Requantizer<typename Config::Numerics, T> finish{p.scales.template multipliers<Config>(context),
                                                               p.range.output_zero_point, p.range.low,
                                                               p.range.high};
        Kernel<transpose_conv, Isa>::template run<Isa, Accumulator>(
            p.window, context.template input<T>(input), p.range.input_offset,
            context.template input<std::int8_t>(filter), biases, finish, context.template output<T>(0));
    }
};

template <>
struct TransposeConv<float> : TransposeConvOperands {
    template <class Config>
    static constexpr int extras = 0;
    struct Params {
        Window window;
        std::uint16_t unused;
        Bounds<float> bounds;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<float>(node, input) && node.input(filter).template is<float>();
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::TransposeConv>();
        if (!o) return o.status();
        const auto window = transpose_conv_window(node, *o);
        if (!window) return window.status();
        if (!is_absent_or<float>(node, bias))
            return Status(StatusCode::unsupported_type).at_tensor(node.input(bias).index());
        requests.overlap(input, transposed_overlap(*window, sizeof(float), sizeof(float)));
        return Params{*window, 0, activation_bounds(o->activation)};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        using Isa = typename Config::Isa;
        const FloatClamp finish{p.bounds.low, p.bounds.high};
        Kernel<transpose_conv, Isa>::template run<Isa, float>(
            p.window, context.template input<float>(input), 0, context.template input<float>(filter),
            context.template input<float>(bias), finish, context.template output<float>(0));
    }
};

} // namespace detail

/// TRANSPOSE_CONV for float, and int8 and int16 activations with int8 weights. Fused RELU, RELU6,
/// RELU_N1_TO_1; one filter scale or one per output channel; no memory beside input and output.
template <class... Types>
struct TransposeConv : OpForTypes<schema::BuiltinOperator_TRANSPOSE_CONV, detail::TransposeConv,
                                  TypeList<Types...>, TypeList<float, std::int8_t, std::int16_t>> {
    static constexpr std::uint32_t inputs_read = ~(1u << detail::TransposeConvOperands::shape);
};

} // namespace mote::ops

#endif
