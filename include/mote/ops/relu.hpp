// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_RELU_HPP
#define MOTE_OPS_RELU_HPP

#include "../kernels/clamp_each.hpp"
#include "../kernels/rescale_each.hpp"
#include "op.hpp"
#include "pointwise.hpp"
#include "quantized.hpp"

namespace mote::ops {

namespace detail {

/// int8 and int16: brought to the output's scale, then not below its zero point.
template <class T>
struct Relu : Operands<1> {
    struct Params {
        std::int32_t elements;
        Multiplier multiplier;
        std::int16_t input_zero_point, output_zero_point;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<T>(node);
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto in = quantization_of<T>(node.input(0));
        if (!in) return in.status();
        const auto out = quantization_of<T>(node.output(0));
        if (!out) return out.status();
        if (std::is_same_v<T, std::int16_t> && (in->zero_point != 0 || out->zero_point != 0))
            return StatusCode::bad_quantization;
        const auto elements = pointwise_elements<T, T>(node, requests);
        if (!elements) return elements.status();
        // TFLM's quotient is a float.
        return Params{*elements, quantize_multiplier(in->scale / out->scale),
                      static_cast<std::int16_t>(in->zero_point), static_cast<std::int16_t>(out->zero_point)};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        const Rescaling rescaling{p.multiplier, p.input_zero_point, p.output_zero_point, p.output_zero_point,
                                  (std::numeric_limits<T>::max)()};
        Kernel<rescale_each, typename Config::Isa>::template run<typename Config::Numerics>(
            context.template input<T>(0), p.elements, rescaling, context.template output<T>(0));
    }
};

template <>
struct Relu<float> : Operands<1> {
    struct Params {
        std::int32_t elements;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<float>(node);
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto elements = pointwise_elements<float, float>(node, requests);
        if (!elements) return elements.status();
        return Params{*elements};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        Kernel<clamp_each, typename Config::Isa>::run(context.template input<float>(0), p.elements, 0.0f,
                                                      std::numeric_limits<float>::infinity(),
                                                      context.template output<float>(0));
    }
};

} // namespace detail

/// RELU for float, int8 and int16. Integers are requantised from the input's scale to the output's.
template <class... Types>
struct Relu : OpForTypes<schema::BuiltinOperator_RELU, detail::Relu, TypeList<Types...>,
                         TypeList<float, std::int8_t, std::int16_t>> {};

} // namespace mote::ops

#endif
