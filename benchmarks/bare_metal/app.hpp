// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_BENCHMARKS_BARE_METAL_APP_HPP
#define MOTE_BENCHMARKS_BARE_METAL_APP_HPP

#include "mote/core/span.hpp"

#include <cstdint>

/// One model with its interpreter: app.cpp is compiled for each model, interpreter and optimisation, and linked once with
/// measure.cpp, which counts, and once with smallest.cpp, whose size counts.
namespace app {

/// Makes the model ready; for StaticInterpreter, sets its state back.
bool load();
/// The same after checking the file with FlatBuffers' verifier.
bool load_verified();
bool invoke();
bool step();

mote::Span<unsigned char> input();
mote::Span<const unsigned char> output();

struct Sizes {
    std::uint32_t head;   ///< of the arena: activations and scratch
    std::uint32_t tail;   ///< of the arena: program and state
    std::uint32_t object; ///< of the interpreter, beside its arena
};
Sizes sizes();

extern const unsigned char* const model_data;

} // namespace app

#endif
