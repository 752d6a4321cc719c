// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_PADV2_HPP
#define MOTE_OPS_PADV2_HPP

#include "pad.hpp"

namespace mote::ops {

/// PADV2 for every type of whole bytes up to 8, or for those named; constant paddings. Pads with operand 2,
/// one element, which need not be constant.
template <class... Types>
struct Padv2 : Op<schema::BuiltinOperator_PADV2, detail::Pad<TypeList<Types...>>> {};

} // namespace mote::ops

#endif
