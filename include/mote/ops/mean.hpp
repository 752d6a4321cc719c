// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_MEAN_HPP
#define MOTE_OPS_MEAN_HPP

#include "reduce_sum.hpp"

namespace mote::ops {

namespace detail {
template <class T>
using Mean = ReduceSum<T, true>;
}

/// MEAN of float, int8 and int16 tensors along any axes, constant or an input of the model.
template <class... Types>
struct Mean : OpForTypes<schema::BuiltinOperator_MEAN, detail::Mean, TypeList<Types...>,
                         TypeList<float, std::int8_t, std::int16_t>> {};

} // namespace mote::ops

#endif
