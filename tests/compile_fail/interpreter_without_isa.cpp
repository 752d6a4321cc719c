// SPDX-License-Identifier: Apache-2.0
// expect: mote: the ISA is not defined here: #include <mote/mote.hpp>, <mote/static.hpp> or
// <mote/isa/native.hpp>
#include "mote/ops/relu.hpp"
#include "mote/runtime/micro_interpreter.hpp"

mote::MicroInterpreter<1000, mote::OpSet<mote::ops::Relu<float>>> interpreter;
