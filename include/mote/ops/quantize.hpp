// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_QUANTIZE_HPP
#define MOTE_OPS_QUANTIZE_HPP

#include "../kernels/quantize_each.hpp"
#include "../kernels/rescale_each.hpp"
#include "op_for_pairs.hpp"
#include "pointwise.hpp"
#include "quantized.hpp"

namespace mote::ops {

namespace detail {

/// The quantisation of QUANTIZE's output, which must be one for all elements.
template <class T, class Node>
constexpr Result<Quantization> quantize_target(const Node& node) noexcept {
    const auto output = node.output(0);
    if (output.scales().size() > 1) return Status(StatusCode::unsupported_feature).at_tensor(output.index());
    return quantization_of<T>(output);
}

/// From one integer type or scale to another.
template <class In, class Out>
struct Quantize : Operands<1> {
    using ZeroPoint = std::conditional_t<sizeof(In) == 4 || sizeof(Out) == 4, std::int32_t, std::int16_t>;

    struct Params {
        std::int32_t elements;
        Multiplier multiplier;
        ZeroPoint input_zero_point, output_zero_point;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return node.input(0).template is<In>() && node.output(0).template is<Out>();
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto in = quantization_of<In>(node.input(0));
        if (!in) return in.status();
        const auto out = quantize_target<Out>(node);
        if (!out) return out.status();
        const auto elements = pointwise_elements<In, Out>(node, requests);
        if (!elements) return elements.status();
        return Params{*elements, quantize_multiplier(in->scale, out->scale),
                      static_cast<ZeroPoint>(in->zero_point), static_cast<ZeroPoint>(out->zero_point)};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        using Limits = std::numeric_limits<Out>;
        const Rescaling rescaling{p.multiplier, p.input_zero_point, p.output_zero_point, (Limits::min)(),
                                  (Limits::max)()};
        Kernel<rescale_each, typename Config::Isa>::template run<typename Config::Numerics>(
            context.template input<In>(0), p.elements, rescaling, context.template output<Out>(0));
    }
};

/// From real values.
template <class Out>
struct Quantize<float, Out> : Operands<1> {
    struct Params {
        std::int32_t elements;
        float scale;
        std::int32_t zero_point;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return node.input(0).template is<float>() && node.output(0).template is<Out>();
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto out = quantize_target<Out>(node);
        if (!out) return out.status();
        const auto elements = pointwise_elements<float, Out>(node, requests);
        if (!elements) return elements.status();
        return Params{*elements, out->scale, out->zero_point};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        Kernel<quantize_each, typename Config::Isa>::run(context.template input<float>(0), p.elements,
                                                         p.scale, p.zero_point,
                                                         context.template output<Out>(0));
    }
};

using QuantizePairs = TypeList<TypePair<float, std::int8_t>, TypePair<float, std::int16_t>,
                               TypePair<std::int8_t, std::int8_t>, TypePair<std::int8_t, std::uint8_t>,
                               TypePair<std::int8_t, std::int16_t>, TypePair<std::int8_t, std::int32_t>,
                               TypePair<std::uint8_t, std::int8_t>, TypePair<std::int16_t, std::int8_t>,
                               TypePair<std::int16_t, std::int16_t>, TypePair<std::int16_t, std::int32_t>,
                               TypePair<std::int32_t, std::int8_t>, TypePair<std::int32_t, std::int16_t>>;

} // namespace detail

/// QUANTIZE among the named element types, all of TFLM's pairs when none is named: float to int8 and int16,
/// between int8, int16 and int32 (not from int32 to itself), between int8 and uint8. `Quantize<float,
/// std::int8_t>` makes int8 of float, and of int8 of another scale.
template <class... Types>
struct Quantize : OpForPairs<schema::BuiltinOperator_QUANTIZE, detail::Quantize, TypeList<Types...>,
                             detail::QuantizePairs> {};

} // namespace mote::ops

#endif
