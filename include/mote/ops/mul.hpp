// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_MUL_HPP
#define MOTE_OPS_MUL_HPP

#include "arithmetic.hpp"

namespace mote::ops {

namespace detail {

/// Quantised, int8 or int16. Elements of Params are as narrow as T: they stay in RAM.
template <class T>
struct Mul : Operands<2> {
    struct Params {
        std::int32_t multiplier;
        T shift; // of the multiplier
        T a_zero_point, b_zero_point, zero_point, low, high;
        T axes;
        T unused;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return is_pair_of<T>(node);
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options_or_default<options::Mul>();
        if (!o) return o.status();
        const auto q = pair_quantization<T>(node);
        if (!q) return q.status();
        // TFLM takes int16 only where it is symmetric.
        if (std::is_same_v<T, std::int16_t> && (q->a.zero_point | q->b.zero_point | q->out.zero_point) != 0)
            return StatusCode::bad_quantization;
        const auto axes = broadcast_axes(node, 0, 1, requests);
        if (!axes) return axes.status();
        overlap_either(node, requests);
        const Multiplier multiplier = quantize_multiplier(q->a.scale, q->b.scale, q->out.scale);
        const Bounds<std::int32_t> bounds = activation_bounds<T>(o->activation, q->out);
        const auto narrow = [](std::int32_t value) { return static_cast<T>(value); };
        return Params{multiplier.value,
                      narrow(multiplier.shift),
                      narrow(q->a.zero_point),
                      narrow(q->b.zero_point),
                      narrow(q->out.zero_point),
                      narrow(bounds.low),
                      narrow(bounds.high),
                      narrow(*axes),
                      T{0}};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        using Isa = typename Config::Isa;
        const QuantizedProduct<typename Config::Numerics, T> function{
            {p.multiplier, p.shift}, p.a_zero_point, p.b_zero_point, p.zero_point, p.low, p.high};
        Kernel<broadcast, Isa>::template run<Isa>(context.table(p.axes), p.axes, function,
                                                  context.input<T>(0), context.input<T>(1),
                                                  context.output<T>(0));
    }
};

template <>
struct Mul<float> : PlainArithmetic<float, options::Mul, Times> {};

template <>
struct Mul<std::int32_t> : PlainArithmetic<std::int32_t, options::Mul, Times> {};

} // namespace detail

/// MUL of float, int8, int16 and int32 tensors whose shapes broadcast to the output's. Fused RELU, RELU6 and
/// RELU_N1_TO_1.
template <class... Types>
struct Mul : OpForTypes<schema::BuiltinOperator_MUL, detail::Mul, TypeList<Types...>,
                        TypeList<float, std::int8_t, std::int16_t, std::int32_t>> {};

} // namespace mote::ops

#endif
