// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_POOL_2D_HPP
#define MOTE_OPS_POOL_2D_HPP

#include "../kernels/pool.hpp"
#include "../schema/options.hpp"
#include "op.hpp"
#include "window_op.hpp"

namespace mote::ops::detail {

/// The limits of a pooling operator's result. Input and output must be quantised alike; TFLM lets the scales
/// differ by 1e-6.
template <class T, class Node>
constexpr Result<Bounds<T>> pool_bounds(const Node& node, options::Activation activation) noexcept {
    if constexpr (std::is_same_v<T, float>) {
        return activation_bounds(activation);
    } else {
        const auto in = quantization_of<T>(node.input(0));
        if (!in) return in.status();
        const auto out = quantization_of<T>(node.output(0));
        if (!out) return out.status();
        if (in->zero_point != out->zero_point || absolute(in->scale - out->scale) > 1e-6f)
            return Status(StatusCode::bad_quantization).at_tensor(node.output(0).index());
        const Bounds<std::int32_t> bounds = activation_bounds<T>(activation, *out);
        return Bounds<T>{static_cast<T>(bounds.low), static_cast<T>(bounds.high)};
    }
}

/// A pooling operator: `Fold` over each window, then `Finish`.
template <class T, class Fold, class Finish>
struct Pool2D : Operands<1> {
    struct Params {
        PoolWindow window;
        std::conditional_t<std::is_same_v<T, float>, float, std::int16_t> low, high;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<T>(node);
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::Pool2D>();
        if (!o) return o.status();
        const auto window = window_of(window_extents(node.input(0)), window_extents(node.output(0)),
                                      o->filter_h, o->filter_w, *o);
        if (!window) return window.status();
        if (window->in_c != window->out_c) return StatusCode::shape_mismatch;
        const auto bounds = pool_bounds<T>(node, o->activation);
        if (!bounds) return bounds.status();
        permit_window_overlap(requests, *window, sizeof(T), sizeof(T));
        return Params{PoolWindow::of(*window), bounds->low, bounds->high};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        using Isa = typename Config::Isa;
        const Finish finish{p.low, p.high};
        Kernel<pool, Isa>::template run<Isa, Fold>(p.window, context.input<T>(0), finish,
                                                   context.output<T>(0));
    }
};

} // namespace mote::ops::detail

#endif
