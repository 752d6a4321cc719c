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
inline namespace MOTE_NAMESPACE {

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
MOTE_NOINLINE constexpr void store_params(const Params& params, std::uint32_t* words) noexcept {
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

} // namespace detail

/// What a variant's steps are made of, in plain numbers, so that most of preparing need not know the variant.
struct StepLayout {
    std::int8_t inputs; // or `variadic`
    std::int8_t required;
    std::int8_t outputs;
    std::int8_t extras;
    std::int16_t param_words;
    std::int16_t words_per_input; // of a variadic op's table

    template <class Variant, class Config>
    static constexpr StepLayout of() noexcept {
        static_assert(Variant::inputs <= 127 && Variant::outputs <= 127 &&
                      Variant::template extras<Config> <= 127);
        return {static_cast<std::int8_t>(Variant::inputs),
                static_cast<std::int8_t>(Variant::required),
                static_cast<std::int8_t>(Variant::outputs),
                static_cast<std::int8_t>(Variant::template extras<Config>),
                static_cast<std::int16_t>(detail::param_words<typename Variant::Params>),
                static_cast<std::int16_t>(Variant::words_per_input)};
    }

    /// Inputs of a step: the variant's, or for a variadic op what the step's length leaves, where each input
    /// has its place and its words of the table.
    constexpr int inputs_of(StepHeader header) const noexcept {
        if (inputs != variadic) return inputs;
        return static_cast<int>(header.words - (1 + param_words + outputs + extras)) / (1 + words_per_input);
    }
    constexpr int operands_of(StepHeader header) const noexcept {
        return outputs + inputs_of(header) + extras;
    }
    /// Words of header, params and operands; the rest of the step is its table.
    constexpr std::int32_t fixed_words(StepHeader header) const noexcept {
        return 1 + param_words + operands_of(header);
    }
};

namespace detail {

template <class Entries, class Config>
struct StepLayouts;
template <class... Es, class Config>
struct StepLayouts<TypeList<Es...>, Config> {
    static constexpr StepLayout by_kind[sizeof...(Es) + 1] = {
        StepLayout::of<typename Es::Variant, Config>()..., StepLayout{}};
};

} // namespace detail

/// The layout of the steps of variant number `kind`.
template <class Ops, class Config>
constexpr const StepLayout& layout_of(int kind) noexcept {
    return detail::StepLayouts<typename Ops::Entries, Config>::by_kind[kind];
}

/// The operands of the step at `words`: the places of outputs, inputs and extras.
template <class Ops, class Config>
const std::uint32_t* operands_of(const std::uint32_t* words) noexcept {
    return words + 1 + layout_of<Ops, Config>(StepHeader::from_word(*words).kind).param_words;
}

namespace detail {

/// Runs the step at `words`, whose op is Variant. False, with the reason in `failure`, where its eval fails.
template <class Variant, class Config>
bool run_variant(const Bases& bases, const std::uint32_t* words, StepHeader header,
                 Status& failure) noexcept {
    using Params = typename Variant::Params;
    const std::uint32_t* operands = words + 1 + param_words<Params>;
    const EvalContext context(bases, operands, Variant::outputs,
                              Variant::outputs + StepLayout::of<Variant, Config>().inputs_of(header),
                              words + header.words);
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
        bool done = header.kind == Ops::skipped;
        Ops::visit(header.kind, [&](auto variant) {
            done = detail::run_variant<decltype(variant), Config>(bases, words, header, failure);
        });
        if (!done) break;
        words += header.words;
    }
    return words;
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
