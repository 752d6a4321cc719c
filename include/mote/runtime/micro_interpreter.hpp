// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_MICRO_INTERPRETER_HPP
#define MOTE_RUNTIME_MICRO_INTERPRETER_HPP

#include "interpreter.hpp"

namespace mote {

namespace detail {
/// Storage that exists before the interpreter that runs in it.
template <std::size_t Bytes>
struct OwnedArena {
    Arena<Bytes> storage{};
    ArenaRef arena{storage.bytes()};
};
} // namespace detail

/// An interpreter with `ArenaBytes` bytes of arena inside: all the RAM it ever uses, beside the stack.
///
///     mote::MicroInterpreter<20 * 1024, mote::OpSet<mote::ops::Conv2D<std::int8_t>, ...>> interpreter;
///     if (mote::Status s = interpreter.load(model); !s) report(s.message());
template <std::size_t ArenaBytes, class Ops, class Config = DefaultConfig>
class MicroInterpreter : detail::OwnedArena<ArenaBytes>, public Interpreter<Ops, Config> {
public:
    MicroInterpreter() noexcept : Interpreter<Ops, Config>(detail::OwnedArena<ArenaBytes>::arena) {}
};

} // namespace mote

#endif
