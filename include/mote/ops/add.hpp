// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_ADD_HPP
#define MOTE_OPS_ADD_HPP

#include "quantized_sum.hpp"

namespace mote::ops {

namespace detail {

template <class T>
struct Add : QuantizedSumOp<T, options::Add, false> {};

template <>
struct Add<float> : PlainArithmetic<float, options::Add, Plus> {};

template <>
struct Add<std::int32_t> : PlainArithmetic<std::int32_t, options::Add, Plus> {
    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        if (has_quantization(node)) return StatusCode::bad_quantization;
        const Result<Params> params = PlainArithmetic::prepare(node, requests);
        if (!params) return params;
        // As in TFLM, the fused activation does not apply.
        using Limits = std::numeric_limits<std::int32_t>;
        return Params{(Limits::min)(), (Limits::max)(), params->axes};
    }
};

} // namespace detail

/// ADD of float, int8, int16 and int32 tensors whose shapes broadcast to the output's. Fused RELU, RELU6 and
/// RELU_N1_TO_1, but not for int32.
template <class... Types>
struct Add : OpForTypes<schema::BuiltinOperator_ADD, detail::Add, TypeList<Types...>,
                        TypeList<float, std::int8_t, std::int16_t, std::int32_t>> {};

} // namespace mote::ops

#endif
