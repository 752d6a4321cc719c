// SPDX-License-Identifier: Apache-2.0
#ifndef HELLO_WORLD_HPP
#define HELLO_WORLD_HPP

#include "hello_world_int8.h" // the model's bytes, made with: mote embed hello_world_int8.tflite

#include <mote/mote.hpp>
#include <mote/ops/fully_connected.hpp>

#include <cstddef>
#include <cstdint>

/// The sine, as a network of three layers has learned it.
class Sine {
public:
    /// The operators of the model, each with the element types it meets there. No other code is linked. `mote
    /// inspect hello_world_int8.tflite` prints this line.
    using Ops = mote::OpSet<mote::ops::FullyConnected<std::int8_t>>;

    /// RAM for the model, in bytes: what mote::required_arena_bytes<Ops>(hello_world_int8) says, and `mote
    /// inspect` too. With less, load() fails and says how much is missing.
    static constexpr std::size_t arena_bytes = 376;

    /// Checks the model and plans its memory. Call it once, before the first predict().
    mote::Status load() { return interpreter_.load(hello_world_int8); }

    /// sin(x), for x from 0 to 2 pi.
    mote::Result<float> predict(float x) {
        // The model works on 8-bit integers; set() and get() convert from and to real numbers. Inputs share
        // their memory with later tensors, so that they are to be written before every invoke().
        if (const mote::Status s = interpreter_.input<std::int8_t>(0).set({&x, 1}); !s) return s;
        if (const mote::Status s = interpreter_.invoke(); !s) return s;
        float y = 0.0f;
        if (const mote::Status s = interpreter_.output<std::int8_t>(0).get({&y, 1}); !s) return s;
        return y;
    }

private:
    mote::MicroInterpreter<arena_bytes, Ops> interpreter_; // the arena is inside
};

#endif
