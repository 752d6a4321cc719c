// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_TANH_HPP
#define MOTE_OPS_TANH_HPP

#include "../kernels/tanh_each.hpp"
#include "sigmoid_op.hpp"

namespace mote::ops {

namespace detail {

struct TanhFunction {
    using kernel = tanh_each;
    static constexpr bool is_shifted_s8 = false;
    static constexpr bool twice_s16 = true;
};

template <class T>
using Tanh = SigmoidOp<T, TanhFunction>;

} // namespace detail

/// TANH for float, int8 (output scale 1/128, zero point 0) and int16 (zero points 0, output scale 2^-15).
template <class... Types>
struct Tanh : OpForTypes<schema::BuiltinOperator_TANH, detail::Tanh, TypeList<Types...>,
                         TypeList<float, std::int8_t, std::int16_t>> {};

} // namespace mote::ops

#endif
