// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_ARITHMETIC_HPP
#define MOTE_OPS_ARITHMETIC_HPP

#include "../kernels/arithmetic.hpp"
#include "../schema/options.hpp"
#include "broadcast_axes.hpp"
#include "op.hpp"
#include "quantized.hpp"

namespace mote::ops::detail {

/// True when both inputs and the output have element type T.
template <class T, class Node>
constexpr bool is_pair_of(const Node& node) noexcept {
    return has_types<T>(node, 0) && has_types<T>(node, 1);
}

/// Whether any of the three tensors of an operator with two inputs is quantised.
template <class Node>
constexpr bool has_quantization(const Node& node) noexcept {
    return node.input(0).is_quantized() || node.input(1).is_quantized() || node.output(0).is_quantized();
}

/// How both inputs and the output of a quantised operator are quantised.
struct PairQuantization {
    Quantization a, b, out;
};

template <class T, class Node>
constexpr Result<PairQuantization> pair_quantization(const Node& node) noexcept {
    Quantization found[3] = {};
    for (int i = 0; i < 3; ++i) {
        const auto q = quantization_of<T>(i < 2 ? node.input(i) : node.output(0));
        if (!q) return q.status();
        found[i] = *q;
    }
    return PairQuantization{found[0], found[1], found[2]};
}

/// Operation on floats or on int32, which is not quantised, then the fused activation.
template <class T, class Options, class Operation>
struct PlainArithmetic : Operands<2> {
    struct Params {
        T low, high;
        std::int32_t axes;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return is_pair_of<T>(node);
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options_or_default<Options>();
        if (!o) return o.status();
        const auto axes = broadcast_axes(node, 0, 1, requests);
        if (!axes) return axes.status();
        overlap_either(node, requests);
        const Bounds<T> bounds = bounds_of(o->activation);
        return Params{bounds.low, bounds.high, *axes};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        using Isa = typename Config::Isa;
        const Limited<Operation, T> function{p.low, p.high};
        Kernel<broadcast, Isa>::template run<Isa>(context.table(p.axes), static_cast<int>(p.axes), function,
                                                  context.input<T>(0), context.input<T>(1),
                                                  context.output<T>(0));
    }

private:
    static constexpr Bounds<T> bounds_of(options::Activation activation) noexcept {
        if constexpr (std::is_same_v<T, float>)
            return activation_bounds(activation);
        else
            return activation_bounds<T>(activation, Quantization{1.0f, 0});
    }
};

} // namespace mote::ops::detail

#endif
