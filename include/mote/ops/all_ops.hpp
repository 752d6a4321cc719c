// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_ALL_OPS_HPP
#define MOTE_OPS_ALL_OPS_HPP

#include "conv_2d.hpp"
#include "reshape.hpp"

namespace mote {

template <class...>
class OpSet; // runtime/op_set.hpp

/// Every op that mote has, for every element type: for tools on a host, which cannot know their models. A device
/// names the ops of its model.
using AllOps = OpSet<ops::Conv2D<>, ops::Reshape>;

} // namespace mote

#endif
