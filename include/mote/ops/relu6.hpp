// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_RELU6_HPP
#define MOTE_OPS_RELU6_HPP

#include "../kernels/clamp_each.hpp"
#include "op.hpp"
#include "pointwise.hpp"
#include "quantized.hpp"

namespace mote::ops {

namespace detail {

/// int8 and int16: the values of 0 and 6 on the input's scale limit the result. What the output says of its
/// own is not read, as in TFLM.
template <class T>
struct Relu6 : Operands<1> {
    struct Params {
        std::int32_t elements;
        std::int16_t low, high;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<T>(node);
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto in = quantization_of<T>(node.input(0));
        if (!in) return in.status();
        const auto elements = pointwise_elements<T, T>(node, requests);
        if (!elements) return elements.status();
        const Bounds<std::int32_t> bounds = activation_bounds<T>(options::Activation::relu6, *in);
        return Params{*elements, static_cast<std::int16_t>(bounds.low),
                      static_cast<std::int16_t>(bounds.high)};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        Kernel<clamp_each, typename Config::Isa>::run(context.template input<T>(0), p.elements,
                                                      static_cast<T>(p.low), static_cast<T>(p.high),
                                                      context.template output<T>(0));
    }
};

template <>
struct Relu6<float> : Operands<1> {
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
                                                      6.0f, context.template output<float>(0));
    }
};

} // namespace detail

/// RELU6 for float, int8 and int16; input and output have the same scale.
template <class... Types>
struct Relu6 : OpForTypes<schema::BuiltinOperator_RELU6, detail::Relu6, TypeList<Types...>,
                          TypeList<float, std::int8_t, std::int16_t>> {};

} // namespace mote::ops

#endif
