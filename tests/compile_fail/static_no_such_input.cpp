// SPDX-License-Identifier: Apache-2.0
// expect: the model has no input or output of this index
#include "../support/tiny_models.hpp"

#include "mote/mote.hpp"
#include "mote/runtime/static_interpreter.hpp"

mote::StaticInterpreter<tiny::relu_relu> net;
auto second = net.input<1>();
