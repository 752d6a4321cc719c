// SPDX-License-Identifier: Apache-2.0
// expect: one coordinate for each axis of the tensor
#include "mote/core/static_tensor_view.hpp"

float element(const mote::StaticTensorView<float, 2, 3>& view) { return view(1); }
