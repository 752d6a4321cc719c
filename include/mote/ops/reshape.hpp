// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_RESHAPE_HPP
#define MOTE_OPS_RESHAPE_HPP

#include "relabel.hpp"

namespace mote::ops {

/// RESHAPE for every element type, or for those named. The output tensor's shape counts; a shape operand or
/// option is not read.
template <class... Types>
struct Reshape : Op<schema::BuiltinOperator_RESHAPE, detail::Relabel<2, 1, TypeList<Types...>>> {
    static constexpr std::uint32_t inputs_read = 1; // not the shape
};

} // namespace mote::ops

#endif
