// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_LOGISTIC_HPP
#define MOTE_OPS_LOGISTIC_HPP

#include "../kernels/logistic_each.hpp"
#include "sigmoid_op.hpp"

namespace mote::ops {

namespace detail {

struct LogisticFunction {
    using kernel = logistic_each;
    static constexpr bool is_shifted_s8 = true;
    static constexpr bool twice_s16 = false;
};

template <class T>
using Logistic = SigmoidOp<T, LogisticFunction>;

} // namespace detail

/// LOGISTIC for float, int8 (output scale 1/256, zero point -128) and int16 (zero points 0, output scale
/// 2^-15).
template <class... Types>
struct Logistic : OpForTypes<schema::BuiltinOperator_LOGISTIC, detail::Logistic, TypeList<Types...>,
                             TypeList<float, std::int8_t, std::int16_t>> {};

} // namespace mote::ops

#endif
