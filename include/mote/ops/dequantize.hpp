// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_DEQUANTIZE_HPP
#define MOTE_OPS_DEQUANTIZE_HPP

#include "../kernels/dequantize_each.hpp"
#include "op.hpp"
#include "pointwise.hpp"
#include "quantized.hpp"

namespace mote::ops {

namespace detail {

/// From T to float.
template <class T>
struct Dequantize : Operands<1> {
    struct Params {
        std::int32_t elements;
        float scale;
        std::int32_t zero_point;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return node.input(0).template is<T>() && node.output(0).template is<float>();
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto input = node.input(0);
        if (input.scales().size() > 1)
            return Status(StatusCode::unsupported_feature).at_tensor(input.index());
        const auto in = quantization_of<T>(input);
        if (!in) return in.status();
        const auto elements = pointwise_elements<T, float>(node, requests);
        if (!elements) return elements.status();
        return Params{*elements, in->scale, in->zero_point};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        Kernel<dequantize_each, typename Config::Isa>::run(context.template input<T>(0), p.elements, p.scale,
                                                           p.zero_point, context.template output<float>(0));
    }
};

} // namespace detail

/// DEQUANTIZE to float from int8, int16 and uint8, with one scale for all elements.
template <class... Types>
struct Dequantize : OpForTypes<schema::BuiltinOperator_DEQUANTIZE, detail::Dequantize, TypeList<Types...>,
                               TypeList<std::int8_t, std::int16_t, std::uint8_t>> {};

} // namespace mote::ops

#endif
