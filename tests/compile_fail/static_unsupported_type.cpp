// SPDX-License-Identifier: Apache-2.0
// expect: mote: the model is refused
// expect: model_refused<mote::StatusCode::unsupported_type, 0, mote::schema::BuiltinOperator_RELU
#include "../support/tiny_models.hpp"

#include "mote/mote.hpp"
#include "mote/runtime/static_interpreter.hpp"

mote::StaticInterpreter<tiny::unsupported_type> net;
