// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_STEP_HPP
#define MOTE_RUNTIME_STEP_HPP

#include "../core/bits.hpp"
#include "../core/status.hpp"
#include "../ops/eval_context.hpp"
#include "../ops/op.hpp"

#include <cstdint>
#include <new>
#include <type_traits>

namespace mote {

/// A program is a row of steps, one per operator, in plain words that mean the same on every target and need
/// no fixing up when moved. A step is: header, params, the places of outputs, inputs and extras, the op's
/// table. The header has the variant's number in its low half and the step's words in its high half.
struct StepHeader {
    static constexpr std::int32_t max_words = 0xffff;

    int kind;
    std::int32_t words;

    static constexpr StepHeader from_word(std::uint32_t word) noexcept {
        return {static_cast<int>(word & 0xffffu), static_cast<std::int32_t>(word >> 16)};
    }
    constexpr std::uint32_t raw() const noexcept {
        return static_cast<std::uint32_t>(words) << 16 | static_cast<std::uint32_t>(kind);
    }
};

namespace detail {

template <class Params>
inline constexpr std::int32_t param_words = std::is_empty_v<Params>
                                                ? 0
                                                : static_cast<std::int32_t>(sizeof(Params) / 4);

template <std::int32_t N>
struct Words {
    std::uint32_t word[N];
};

/// Writes params as words.
template <class Params>
constexpr void store_params(const Params& params, std::uint32_t* words) noexcept {
    if constexpr (!std::is_empty_v<Params>) {
        static_assert(sizeof(Params) % 4 == 0,
                      "Params must fill whole words: reorder its members or name the padding");
        static_assert(std::is_trivially_copyable_v<Params>, "Params must be plain data");
        const auto image = bit_cast<Words<param_words<Params>>>(params);
        for (std::int32_t i = 0; i < param_words<Params>; ++i) words[i] = image.word[i];
    }
}

/// The params that store_params wrote at `words`, read where they lie: a copy would add to an invoke's stack.
/// Words of a program are not written while it runs, and only copied as bytes before, so no write can pass
/// a read of another type.
template <class Params>
const Params& params_at(const std::uint32_t* words) noexcept {
    if constexpr (std::is_empty_v<Params>) {
        static constexpr Params none{};
        return none;
    } else {
        static_assert(alignof(Params) <= alignof(std::uint32_t), "Params must not hold 64-bit members");
        return *std::launder(reinterpret_cast<const Params*>(words));
    }
}

/// Inputs of the step at `words`: the variant's, or for a variadic op what its length leaves, where each
/// input has its place and its words of the table.
template <class Variant, class Config>
constexpr int inputs_of(StepHeader header) noexcept {
    if constexpr (Variant::inputs != variadic)
        return Variant::inputs;
    else {
        constexpr std::int32_t others =
            1 + param_words<typename Variant::Params> + Variant::outputs + Variant::template extras<Config>;
        return static_cast<int>(header.words - others) / (1 + Variant::words_per_input);
    }
}

/// Words of params and operands of the step.
template <class Variant, class Config>
constexpr std::int32_t fixed_words(StepHeader header) noexcept {
    return param_words<typename Variant::Params> + Variant::outputs + inputs_of<Variant, Config>(header) +
           Variant::template extras<Config>;
}

} // namespace detail

/// The operands of the step at `words`: the places of outputs, inputs and extras.
template <class Ops>
const std::uint32_t* operands_of(const std::uint32_t* words) noexcept {
    std::int32_t first = 1;
    Ops::visit(StepHeader::from_word(*words).kind,
               [&](auto variant) { first += detail::param_words<typename decltype(variant)::Params>; });
    return words + first;
}

namespace detail {

/// Runs the step at `words`, whose op is Variant. False, with the reason in `failure`, where its eval fails.
template <class Variant, class Config>
bool run_variant(const Bases& bases, const std::uint32_t* words, StepHeader header,
                 Status& failure) noexcept {
    using Params = typename Variant::Params;
    const std::uint32_t* operands = words + 1 + param_words<Params>;
    const EvalContext context(bases, operands, Variant::outputs,
                              Variant::outputs + inputs_of<Variant, Config>(header), words + header.words);
    const Params& params = params_at<Params>(words + 1);
    if constexpr (std::is_void_v<decltype(Variant::template eval<Config>(params, context))>) {
        Variant::template eval<Config>(params, context);
        return true;
    } else {
        const Status status = Variant::template eval<Config>(params, context);
        if (!status) failure = status;
        return static_cast<bool>(status);
    }
}

} // namespace detail

/// Runs the steps from `words` to `end` of a program prepared for `Ops`. Returns `end`, or the step that
/// failed, with the reason in `failure`: a Status that is written to only then costs an invoke nothing.
template <class Ops, class Config>
MOTE_NOINLINE const std::uint32_t* run_steps(const Bases& bases, const std::uint32_t* words,
                                             const std::uint32_t* end, Status& failure) noexcept {
    while (words != end) {
        const StepHeader header = StepHeader::from_word(*words);
        bool done = false;
        Ops::visit(header.kind, [&](auto variant) {
            done = detail::run_variant<decltype(variant), Config>(bases, words, header, failure);
        });
        if (!done) break;
        words += header.words;
    }
    return words;
}

} // namespace mote

#endif
