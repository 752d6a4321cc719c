// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_POOL_2D_HPP
#define MOTE_OPS_POOL_2D_HPP

#include "../kernels/pool.hpp"
#include "../schema/options.hpp"
#include "op.hpp"
#include "window_op.hpp"

namespace mote::ops::detail {

/// The bounds of a pooling operator's result; input and output must be quantised alike, but for what TFLM allows.
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

/// AVERAGE_POOL_2D, MAX_POOL_2D: `Fold` over each window, then `Finish`.
template <class T, class Fold, class Finish>
struct Pool2D : Operands<1> {
    struct Params {
        Window window;
        std::uint16_t unused;
        T low, high;
        T fill[sizeof(T) == 1 ? 2 : sizeof(T) == 2 ? 0 : 0]; 
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<T>(node);
    }
};

} // namespace mote::ops::detail

#endif
