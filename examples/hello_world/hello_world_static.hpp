// SPDX-License-Identifier: Apache-2.0
#ifndef HELLO_WORLD_STATIC_HPP
#define HELLO_WORLD_STATIC_HPP

#include "hello_world_int8.h" // the model's bytes, made with: mote embed hello_world_int8.tflite

#include <mote/isa/native.hpp>
#include <mote/runtime/static_interpreter.hpp>

/// The same network as Sine of hello_world.hpp, prepared by the compiler: no op set to name, no arena to
/// guess, nothing to load; a model that cannot run does not compile.
class StaticSine {
public:
    /// RAM for the activations: a constant, if one wants to know it.
    static constexpr std::size_t arena_bytes = mote::StaticInterpreter<hello_world_int8>::arena_bytes;

    /// There is nothing to load.
    mote::Status load() { return {}; }

    /// sin(x), for x from 0 to 2 pi.
    mote::Result<float> predict(float x) {
        if (const mote::Status s = net_.input<0>().set({&x, 1}); !s) return s;
        if (const mote::Status s = net_.invoke(); !s) return s;
        return net_.output<0>().value(0);
    }

private:
    mote::StaticInterpreter<hello_world_int8> net_;
};

#endif
