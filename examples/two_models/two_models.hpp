// SPDX-License-Identifier: Apache-2.0
#ifndef TWO_MODELS_HPP
#define TWO_MODELS_HPP

#include "../digits/digits_int8.h"
#include "../hello_world/hello_world_int8.h"

#include <mote/mote.hpp>
#include <mote/static.hpp> // mote::arena_bytes, mote::ops_of

#include <cstddef>
#include <cstdint>

/// Reads handwritten digits and knows their sine: two models in one arena. What each keeps (the tail) lies
/// side by side; what each needs only while it runs (the head, with inputs and outputs) is the same memory
/// for both.
class TwoModels {
public:
    using SineOps = mote::ops_of<hello_world_int8>;
    using DigitOps = mote::ops_of<digits_int8>;

    /// Arenas for the two by themselves.
    static constexpr std::size_t separate_bytes =
        mote::arena_bytes<hello_world_int8> + mote::arena_bytes<digits_int8>;
    /// The smaller head takes no room of its own.
    static constexpr std::size_t saved_bytes =
        mote::minimum(mote::StaticInterpreter<hello_world_int8>::head_bytes,
                      mote::StaticInterpreter<digits_int8>::head_bytes);
    static constexpr std::size_t shared_bytes = separate_bytes - saved_bytes;

    constexpr TwoModels() noexcept : sine_(arena_), digits_(arena_) {} // a global needs no code at start-up

    /// Checks the models and plans their memory. Call it once.
    mote::Status load() {
        arena_ = mote::ArenaRef(memory_.bytes());
        if (const mote::Status s = sine_.load(hello_world_int8); !s) return s;
        return digits_.load(digits_int8);
    }

    // The rule of a shared arena: ask for an input, write it, invoke, read the output; then the other model
    // may. A view of an input or output is worth nothing once the other has had its turn.
    // `-DMOTE_ASSERT=assert` finds who breaks the rule.

    /// The digit that 64 pixels from 0 to 16 show.
    mote::Result<int> classify(const std::uint8_t* pixels) {
        float ink[64];
        for (int i = 0; i < 64; ++i) ink[i] = static_cast<float>(pixels[i]) / 16.0f;
        if (const mote::Status s = digits_.input<std::int8_t>().set(ink); !s) return s;
        if (const mote::Status s = digits_.invoke(); !s) return s;
        const auto scores = digits_.output<std::int8_t>();
        std::size_t best = 0;
        for (std::size_t i = 1; i < scores.size(); ++i)
            if (scores[i] > scores[best]) best = i;
        return static_cast<int>(best);
    }

    /// sin(x), for x from 0 to 2 pi.
    mote::Result<float> sine(float x) {
        if (const mote::Status s = sine_.input<std::int8_t>().set({x}); !s) return s;
        if (const mote::Status s = sine_.invoke(); !s) return s;
        return sine_.output<std::int8_t>().value(0);
    }

    /// What the models have taken of the arena.
    std::size_t used_bytes() const { return arena_.head_used() + arena_.tail_used(); }

private:
    mote::Arena<shared_bytes> memory_;
    mote::ArenaRef arena_;
    mote::Interpreter<SineOps> sine_;
    mote::Interpreter<DigitOps> digits_;
};

#endif
