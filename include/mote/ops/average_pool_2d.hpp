// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_AVERAGE_POOL_2D_HPP
#define MOTE_OPS_AVERAGE_POOL_2D_HPP

#include "pool_2d.hpp"

namespace mote::ops {

namespace detail {
template <class T>
using AveragePool2D = Pool2D<T, FoldSum, WindowMean<T>>;
}

/// AVERAGE_POOL_2D for float, int8 and int16; padding does not count. Fused RELU, RELU6 and RELU_N1_TO_1.
template <class... Types>
struct AveragePool2D : OpForTypes<schema::BuiltinOperator_AVERAGE_POOL_2D, detail::AveragePool2D,
                                  TypeList<Types...>, TypeList<float, std::int8_t, std::int16_t>> {};

} // namespace mote::ops

#endif
