// SPDX-License-Identifier: Apache-2.0
// Compiled with different settings of config.hpp: CONFIGURED names the function that tells what it sees.
#include "configured.hpp"

#include "mote/mote.hpp"
#include "mote/ops/relu.hpp"

#include "../support/tiny_models.hpp"

#include <cstring>

Seen CONFIGURED() {
    static mote::MicroInterpreter<1024, mote::OpSet<>> lacking;
    static mote::MicroInterpreter<1024, mote::OpSet<mote::ops::Relu<float>>> interpreter;
    Seen seen{};
    std::strcpy(seen.message, lacking.load(tiny::relu_relu).message());
    seen.status_bytes = sizeof(mote::Status);
    seen.runs = interpreter.load(tiny::relu_relu) && interpreter.invoke();
    return seen;
}
