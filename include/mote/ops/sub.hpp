// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_SUB_HPP
#define MOTE_OPS_SUB_HPP

#include "quantized_sum.hpp"

namespace mote::ops {

namespace detail {

template <class T>
struct Sub : QuantizedSumOp<T, options::Sub, true> {};

template <>
struct Sub<float> : PlainArithmetic<float, options::Sub, Minus> {};

template <>
struct Sub<std::int32_t> : PlainArithmetic<std::int32_t, options::Sub, Minus> {
    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        if (has_quantization(node)) return StatusCode::bad_quantization;
        return PlainArithmetic::prepare(node, requests);
    }
};

} // namespace detail

/// SUB of float, int8, int16 and int32 tensors whose shapes broadcast to the output's. Fused RELU, RELU6 and
/// RELU_N1_TO_1.
template <class... Types>
struct Sub : OpForTypes<schema::BuiltinOperator_SUB, detail::Sub, TypeList<Types...>,
                        TypeList<float, std::int8_t, std::int16_t, std::int32_t>> {};

} // namespace mote::ops

#endif
