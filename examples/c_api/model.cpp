// SPDX-License-Identifier: Apache-2.0
#include "model.h"

#include "../digits/digits_int8.h" // your model here: mote embed model.tflite >digits_int8.h

#include <mote/mote.hpp>
#include <mote/runtime/static_interpreter.hpp> // for ops_of and arena_bytes

namespace {

// The compiler finds the operators and the arena's size; with both written out as `mote inspect` prints them
// it is faster.
using Ops = mote::ops_of<digits_int8>;
mote::MicroInterpreter<mote::arena_bytes<digits_int8, Ops>, Ops> interpreter;
mote::StatusMessage message;

const char* words(mote::Status status) {
    if (status) return nullptr;
    message = status.message();
    return message.c_str();
}

template <class T>
T* elements(mote::TensorView<T> view, std::size_t* size) {
    *size = view.size();
    return view.data();
}

} // namespace

const char* model_load() { return words(interpreter.load(mote::trusted(digits_int8))); }
const char* model_invoke() { return words(interpreter.invoke()); }
int8_t* model_input(int index, size_t* size) { return elements(interpreter.input<std::int8_t>(index), size); }
const int8_t* model_output(int index, size_t* size) {
    return elements(interpreter.output<std::int8_t>(index), size);
}
