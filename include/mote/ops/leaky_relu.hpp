// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_LEAKY_RELU_HPP
#define MOTE_OPS_LEAKY_RELU_HPP

#include "../kernels/leaky_relu_each.hpp"
#include "../schema/options.hpp"
#include "op.hpp"
#include "pointwise.hpp"
#include "quantized.hpp"

namespace mote::ops {

namespace detail {

/// int8 and int16, requantised. The multiplier below zero has alpha's sign.
template <class T>
struct LeakyRelu : Operands<1> {
    struct Params {
        std::int32_t elements;
        Multiplier positive, negative;
        std::int16_t input_zero_point, output_zero_point;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<T>(node);
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        constexpr float largest = (std::numeric_limits<float>::max)();
        const auto o = node.template options<options::LeakyRelu>();
        if (!o) return o.status();
        if (!(o->alpha >= -largest && o->alpha <= largest)) return StatusCode::bad_option;
        const auto in = quantization_of<T>(node.input(0));
        if (!in) return in.status();
        const auto out = quantization_of<T>(node.output(0));
        if (!out) return out.status();
        const auto elements = pointwise_elements<T, T>(node, requests);
        if (!elements) return elements.status();
        // TFLM's product and quotients are floats.
        return Params{*elements, quantize_multiplier(in->scale / out->scale),
                      quantize_multiplier(in->scale * o->alpha / out->scale),
                      static_cast<std::int16_t>(in->zero_point), static_cast<std::int16_t>(out->zero_point)};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        const Multiplier magnitude{absolute(p.negative.value), p.negative.shift};
        const LeakyRescaling rescaling{p.positive, magnitude, p.input_zero_point, p.output_zero_point,
                                       p.negative.value < 0};
        Kernel<leaky_relu_each, typename Config::Isa>::template run<typename Config::Numerics>(
            context.template input<T>(0), p.elements, rescaling, context.template output<T>(0));
    }
};

template <>
struct LeakyRelu<float> : Operands<1> {
    struct Params {
        std::int32_t elements;
        float alpha;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<float>(node);
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::LeakyRelu>();
        if (!o) return o.status();
        const auto elements = pointwise_elements<float, float>(node, requests);
        if (!elements) return elements.status();
        return Params{*elements, o->alpha};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        Kernel<leaky_relu_each, typename Config::Isa>::run(context.template input<float>(0), p.elements,
                                                           p.alpha, context.template output<float>(0));
    }
};

} // namespace detail

/// LEAKY_RELU for float, int8 and int16; alpha may have any value, negative ones too.
template <class... Types>
struct LeakyRelu : OpForTypes<schema::BuiltinOperator_LEAKY_RELU, detail::LeakyRelu, TypeList<Types...>,
                              TypeList<float, std::int8_t, std::int16_t>> {};

} // namespace mote::ops

#endif
