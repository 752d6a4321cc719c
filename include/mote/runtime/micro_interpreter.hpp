// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_MICRO_INTERPRETER_HPP
#define MOTE_RUNTIME_MICRO_INTERPRETER_HPP

#include "interpreter.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// An interpreter with `ArenaBytes` bytes of arena inside: all the RAM it ever uses, beside the stack.
///
///     mote::MicroInterpreter<20 * 1024, mote::OpSet<mote::ops::Conv2D<std::int8_t>, ...>> interpreter;
///     if (mote::Status s = interpreter.load(model); !s) report(s.message());
template <std::size_t ArenaBytes, class Ops, class Config = DefaultConfig>
class MicroInterpreter : public Interpreter<Ops, Config> {
public:
    /// All zero: a global lies in .bss and needs no code at start-up.
    constexpr MicroInterpreter() noexcept {
        static_assert(detail::IsaFacts<typename Config::Isa>::supported,
                      "the compiler's flags do not enable this ISA");
    }

    /// As Interpreter::load, in the arena inside.
    Status load(ModelBytes model, Span<const BufferBinding> bindings = {}) noexcept {
        return load<ModelBytes>(model, bindings);
    }
    template <class Byte, class = detail::IfByte<Byte>>
    Status load(const Byte* model, std::size_t size, Span<const BufferBinding> bindings = {}) noexcept {
        return load<ModelBytes>({model, size}, bindings);
    }
    template <class Model>
    Status load(const Model& model, Span<const BufferBinding> bindings = {}) noexcept {
        this->unload();
        ArenaRef arena(storage_.bytes());
        this->set_arena(&arena);
        const Status status = Interpreter<Ops, Config>::load(model, bindings);
        this->set_arena(nullptr);
        return status;
    }

private:
    Arena<ArenaBytes> storage_{};
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
