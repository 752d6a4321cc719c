// SPDX-License-Identifier: Apache-2.0
// A user's array may be called as what `mote embed model.tflite` calls it: no parameter of a constructor shadows it, of
// which GCC warns in templates, too.
#include "../support/tiny_models.hpp"

namespace {
constexpr const auto& model = tiny::relu_relu;
}

#include "mote/mote.hpp"
#include "mote/ops/all_ops.hpp"
#include "mote/static.hpp"

bool named_model();

bool named_model() {
    static mote::MicroInterpreter<1024, mote::AllOps> interpreter;
    static mote::StaticInterpreter<tiny::relu_relu> net;
    const auto report = [](const mote::Status&) {};
    return interpreter.load(model) && interpreter.load(mote::trusted(model)) && net.invoke() &&
           mote::required_arena_bytes<mote::AllOps>(model) &&
           mote::for_each_missing_op<mote::AllOps>(model, report);
}
