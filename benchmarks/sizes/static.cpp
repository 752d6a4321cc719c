// SPDX-License-Identifier: Apache-2.0
// hello_world in a firmware: prepared by the compiler.
#include "../../examples/hello_world/hello_world_int8.h"

#include <mote/isa/native.hpp>
#include <mote/runtime/static_interpreter.hpp>

static mote::StaticInterpreter<hello_world_int8> net;

extern "C" int predict(int x) {
    net.input<0>()[0] = static_cast<std::int8_t>(x);
    if (!net.invoke()) return -1;
    return net.output<0>()[0];
}
