// SPDX-License-Identifier: Apache-2.0
// expect: an output cannot be set
#include "mote/core/tensor_view.hpp"

mote::Status change(const mote::TensorView<const float>& output) { return output.set({1.0f, 2.0f}); }
