// SPDX-License-Identifier: Apache-2.0
// What GCC 8 to 10 make of it.
// expect: StaticInterpreter needs GCC 11 or newer
#define MOTE_BIT_CAST(To, from) ::mote::detail::union_cast<To>(from)
#include "../support/tiny_models.hpp"

#include "mote/mote.hpp"
#include "mote/runtime/static_interpreter.hpp"

mote::StaticInterpreter<tiny::relu_relu> net;
