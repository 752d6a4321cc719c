// SPDX-License-Identifier: Apache-2.0
// expect: mote: the model is refused
// expect: model_refused<mote::StatusCode::
#include "../support/tiny_models.hpp"

#include "mote/mote.hpp"
#include "mote/runtime/static_interpreter.hpp"

mote::StaticInterpreter<tiny::truncated> net;
