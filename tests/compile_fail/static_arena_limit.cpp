// SPDX-License-Identifier: Apache-2.0
// expect: the activations must fit
#include "../support/tiny_models.hpp"

#include "mote/mote.hpp"
#include "mote/runtime/static_interpreter.hpp"

using Net = mote::StaticInterpreter<tiny::relu_relu>;
static_assert(Net::arena_bytes <= 8, "the activations must fit");
Net net;
