// SPDX-License-Identifier: Apache-2.0
// expect: mote: the model is refused
// expect: model_refused<mote::StatusCode::missing_op, 0, mote::schema::BuiltinOperator_RELU
#include "../support/tiny_models.hpp"

#include "mote/mote.hpp"
#include "mote/ops/relu6.hpp"
#include "mote/static.hpp"

using Ops = mote::OpSet<mote::ops::Relu6<>>;
mote::MicroInterpreter<mote::arena_bytes<tiny::relu_relu, Ops>, Ops> interpreter;
