// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_MULTIPLY_ACCUMULATES_HPP
#define MOTE_CLI_MULTIPLY_ACCUMULATES_HPP

#include "examination.hpp"

#include <cstdint>

namespace cli {

namespace detail {

inline std::uint64_t elements_of(const mote::Shape& shape, int first = 0) {
    std::uint64_t elements = 1;
    for (int axis = first; axis < shape.rank; ++axis) elements *= static_cast<std::uint64_t>(shape[axis]);
    return elements;
}

} // namespace detail

/// Multiply-accumulates of an operator's weights: convolutions (padding counts as pixels), FULLY_CONNECTED
/// and SVDF. 0 for others, and for what has too few operands. As TFLM's figures are counted: pooling and
/// additions are not in.
inline std::uint64_t multiply_accumulates(const Node& node) {
    using detail::elements_of;
    if (!node.input(0).present() || !node.input(1).present() || !node.output(0).present()) return 0;
    const mote::Shape weights = node.input(1).shape();
    const std::uint64_t outputs = elements_of(node.output(0).shape());
    const auto per_unit = elements_of(weights, 1);
    switch (node.code().builtin) {
    case mote::schema::BuiltinOperator_CONV_2D:
        return outputs * per_unit; // filter [out channel, height, width, channel]
    case mote::schema::BuiltinOperator_FULLY_CONNECTED: return outputs * per_unit; // weights [unit, depth]
    case mote::schema::BuiltinOperator_DEPTHWISE_CONV_2D: // filter [1, height, width, out channel]
        return weights.rank == 4
                   ? outputs * static_cast<std::uint64_t>(weights[1]) * static_cast<std::uint64_t>(weights[2])
                   : 0;
    case mote::schema::BuiltinOperator_TRANSPOSE_CONV: { // filter [out channel, height, width, channel]
        if (!node.input(2).present() || weights.rank != 4 || weights[3] == 0) return 0;
        return elements_of(node.input(2).shape()) / static_cast<std::uint64_t>(weights[3]) *
               elements_of(weights);
    }
    case mote::schema::BuiltinOperator_SVDF: { // features [filter, depth], time [filter, memory]
        if (!node.input(2).present() || node.output(0).shape().rank == 0) return 0;
        const auto batches = static_cast<std::uint64_t>(node.output(0).shape()[0]);
        return batches * (elements_of(weights) + elements_of(node.input(2).shape()));
    }
    default: return 0;
    }
}

/// Of all operators of subgraph 0.
inline std::uint64_t multiply_accumulates(const Model& model) {
    const auto subgraph = model.subgraph(0);
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < subgraph.operators().size(); ++i)
        sum += multiply_accumulates(Node(model, subgraph, static_cast<int>(i)));
    return sum;
}

} // namespace cli

#endif
