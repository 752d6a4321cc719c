// SPDX-License-Identifier: Apache-2.0
// hello_world in a firmware: the model linked in and trusted.
#include "../../examples/hello_world/hello_world_int8.h"

#include <mote/mote.hpp>
#include <mote/ops/fully_connected.hpp>

static mote::MicroInterpreter<376, mote::OpSet<mote::ops::FullyConnected<std::int8_t>>> net;

extern "C" int setup() { return static_cast<int>(net.load(mote::trusted(hello_world_int8)).code()); }

extern "C" int predict(int x) {
    const auto in = net.input<std::int8_t>(0);
    if (!in) return -1;
    in[0] = static_cast<std::int8_t>(x);
    if (!net.invoke()) return -1;
    return net.output<std::int8_t>(0)[0];
}
