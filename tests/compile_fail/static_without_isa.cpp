// SPDX-License-Identifier: Apache-2.0
// expect: mote: the ISA is not defined here: #include <mote/mote.hpp>, <mote/static.hpp> or
// <mote/isa/native.hpp>
#include "../support/tiny_models.hpp"

#include "mote/runtime/static_interpreter.hpp"

mote::StaticInterpreter<tiny::relu_relu> net;
