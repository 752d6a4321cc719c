// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_STATIC_INTERPRETER_HPP
#define MOTE_RUNTIME_STATIC_INTERPRETER_HPP

#include "../core/static_tensor_view.hpp"
#include "ops_of.hpp"
#include "static_program.hpp"
#include "tensor_access.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail {

/// Instantiated for a refused model, so that the compiler's message shows why and where: the reason, the
/// operator's index and name, the tensor's index.
template <StatusCode Reason, int OperatorIndex, schema::BuiltinOperator Operator, int TensorIndex>
struct model_refused {
    static_assert(Reason == StatusCode::ok, "mote: the model is refused; the arguments of model_refused are "
                                            "the reason, the operator's index, the "
                                            "operator, the tensor's index");
    static constexpr bool no = Reason == StatusCode::ok;
};

template <class Source>
constexpr schema::BuiltinOperator operator_at(int index) noexcept {
    if (index < 0 || index >= Source::step_count()) return schema::BuiltinOperator_CUSTOM;
    return static_cast<schema::BuiltinOperator>(Source::node(index).code().builtin);
}

/// The bytes, once the compiler has accepted them.
template <const auto& Bytes>
struct CheckedModel {
    static constexpr Status found = checked_static_model<Bytes>;
    static_assert(model_refused<found.code(), found.operator_index(), schema::BuiltinOperator_CUSTOM,
                                found.tensor_index()>::no);
};

/// What was found when a model was prepared, once the compiler has accepted it.
template <class Source, const StaticOutcome& Found>
struct CheckedOutcome {
    static constexpr const StaticOutcome& outcome = Found;
    static_assert(model_refused<Found.code, Found.operator_index, operator_at<Source>(Found.operator_index),
                                Found.tensor_index>::no);
};

/// C++ types by element type.
template <ElementType>
struct TypeOf;
// clang-format off
template <> struct TypeOf<ElementType::float32> { using type = float; };
template <> struct TypeOf<ElementType::float64> { using type = double; };
template <> struct TypeOf<ElementType::boolean> { using type = bool; };
template <> struct TypeOf<ElementType::int8> { using type = std::int8_t; };
template <> struct TypeOf<ElementType::uint8> { using type = std::uint8_t; };
template <> struct TypeOf<ElementType::int16> { using type = std::int16_t; };
template <> struct TypeOf<ElementType::uint16> { using type = std::uint16_t; };
template <> struct TypeOf<ElementType::int32> { using type = std::int32_t; };
template <> struct TypeOf<ElementType::uint32> { using type = std::uint32_t; };
template <> struct TypeOf<ElementType::int64> { using type = std::int64_t; };
template <> struct TypeOf<ElementType::uint64> { using type = std::uint64_t; };
// clang-format on

/// A graph input or output as constants.
template <class Source, bool IsInput, int I>
struct StaticTensor {
    static constexpr auto indices() noexcept {
        return IsInput ? Source::subgraph().inputs() : Source::subgraph().outputs();
    }
    static constexpr int count = static_cast<int>(indices().size());
    static_assert(I >= 0 && I < count, "the model has no input or output of this index");
    static constexpr TensorInfo<ByteTable> info() noexcept {
        return Source::model().tensor(Source::subgraph(), indices()[static_cast<std::size_t>(I)]);
    }
    using Element = typename TypeOf<info().type()>::type;
    static constexpr Shape shape = info().shape();
    static constexpr Quantization quantization =
        info().is_quantized() ? Quantization{info().scale(), static_cast<std::int32_t>(info().zero_point())}
                              : Quantization{};

    template <class T, int... Axis>
    static constexpr auto view_type(std::integer_sequence<int, Axis...>) noexcept
        -> StaticTensorView<T, shape.dims[Axis]...>;
    template <class T>
    using View = decltype(view_type<T>(std::make_integer_sequence<int, shape.rank>{}));
};

/// The profiler's ticks of `Steps` operators, or nothing at all.
template <int Steps>
struct StaticTicks {
    std::uint32_t ticks[Steps] = {};
};
template <>
struct StaticTicks<0> {};

} // namespace detail

/// Runs a model that the compiler has prepared: op set, checks, memory plan and params are computed from its
/// constexpr bytes and lie in flash; RAM is the activations, the variables and a few bytes. `Model` names a
/// constexpr array of unsigned char at namespace scope. A model that cannot run is a compile error that says
/// why. Results are those of MicroInterpreter to the bit.
///
///     mote::StaticInterpreter<model> net;
///     net.input<0>()(0, y, x, 0) = pixel;
///     net.invoke();
///     report(net.output<0>()[1]);
template <const auto& Model, class UserOps = ops_of<Model>, class UserConfig = DefaultConfig>
class StaticInterpreter
    : detail::CheckedModel<Model>,
      detail::StaticTicks<UserConfig::Profiler::enabled
                              ? detail::StaticSource<Model, UserOps, UserConfig>::step_count()
                              : 0> {
    using Source = detail::StaticSource<Model, UserOps, UserConfig>;
    static constexpr const detail::StaticOutcome& outcome =
        detail::CheckedOutcome<Source, detail::static_outcome<Source>>::outcome;

    static_assert(detail::IsaFacts<typename UserConfig::Isa>::supported,
                  "the compiler's flags do not enable this ISA");
    static_assert(detail::can_store_params<detail::OneParam<Source>>(0),
                  "mote: StaticInterpreter needs GCC 11 or newer; with this compiler use "
                  "mote::MicroInterpreter<mote::arena_bytes<model>, mote::ops_of<model>>");

public:
    using OpSet = UserOps;
    using Config = UserConfig;
    using TensorAccess = BasicTensorAccess<ByteTable>;
    using StepAccess = BasicStepAccess<ByteTable>;

    /// Bytes of RAM for activations and scratch, and for variables and operators' state.
    static constexpr std::uint32_t head_bytes = outcome.need.head;
    static constexpr std::uint32_t state_bytes = outcome.need.tail;
    /// All RAM beside the few bytes of `step`.
    static constexpr std::uint32_t arena_bytes = head_bytes + state_bytes;
    static constexpr int step_count = Source::step_count();
    static constexpr int input_count = static_cast<int>(Source::subgraph().inputs().size());
    static constexpr int output_count = static_cast<int>(Source::subgraph().outputs().size());

    template <int I>
    using InputElement = typename detail::StaticTensor<Source, true, I>::Element;
    template <int I>
    using OutputElement = typename detail::StaticTensor<Source, false, I>::Element;
    template <int I>
    static constexpr Shape input_shape = detail::StaticTensor<Source, true, I>::shape;
    template <int I>
    static constexpr Shape output_shape = detail::StaticTensor<Source, false, I>::shape;
    template <int I>
    static constexpr Quantization input_quantization = detail::StaticTensor<Source, true, I>::quantization;
    template <int I>
    static constexpr Quantization output_quantization = detail::StaticTensor<Source, false, I>::quantization;

    constexpr StaticInterpreter() noexcept = default;
    StaticInterpreter(const StaticInterpreter&) = delete;
    StaticInterpreter& operator=(const StaticInterpreter&) = delete;

    /// Runs all operators on what the inputs hold; write them before every invoke, unless
    /// Config::keep_inputs. Fails only where an operator finds a tensor's value out of range.
    Status invoke() noexcept { return invoke(NoTap{}); }
    /// The same, calling `tap(const StepAccess&)` after each operator.
    template <class Tap>
    Status invoke(Tap&& tap) noexcept {
        rewind();
        if constexpr (std::is_same_v<std::decay_t<Tap>, NoTap> && !Config::Profiler::enabled) {
            prepare_state();
            return run_to(outcome.step_words);
        } else {
            for (int i = step_count; i > 0; --i)
                if (const Status s = step(tap); !s) return s;
            return {};
        }
    }

    /// Runs one operator and returns. After the last one, or a failure, the next is the first again.
    Status step() noexcept { return step(NoTap{}); }
    template <class Tap>
    Status step(Tap&& tap) noexcept {
        if (step_count == 0) return {};
        prepare_state();
        const std::uint32_t* const words = program() + at_;
        const auto next = static_cast<std::int32_t>(at_) + StepHeader::from_word(*words).words;
        [[maybe_unused]] const int index = step_;
        [[maybe_unused]] const std::uint32_t start = Config::Profiler::now();
        const Status status = run_to(next);
        if constexpr (Config::Profiler::enabled) this->ticks[index] = Config::Profiler::now() - start;
        if (!status) return status;
        if constexpr (!std::is_same_v<std::decay_t<Tap>, NoTap>)
            if (StepHeader::from_word(*words).kind != UserOps::skipped)
                tap(StepAccess(Source::node(index), make_bases(), operands_of<UserOps, Config>(words)));
        at_ = static_cast<std::uint32_t>(next);
        if (++step_ == step_count) rewind();
        return {};
    }
    /// The operator that `step` runs next.
    int next_step() const noexcept { return step_; }

    /// What the profiler's clock advanced by while operator `i` ran last.
    std::uint32_t profile(int i) const noexcept {
        static_assert(Config::Profiler::enabled, "Config::Profiler does not profile");
        return i >= 0 && i < step_count ? this->ticks[i] : 0;
    }

    /// Sets variable tensors and operators' state to what they were at first, and starts from the first step.
    void reset() noexcept {
        rewind();
        if constexpr (state_bytes > 0) {
            has_state_ = true;
            std::memset(arena_ + head_bytes, 0, state_bytes);
            for (int step = 0; step < step_count; ++step) {
                const std::uint32_t* words = program() + detail::static_starts<Source>.word[step];
                reset_variables(Source::node(step), make_bases(), operands_of<UserOps, Config>(words));
            }
        }
    }

    /// Graph input `I`, statically typed and shaped.
    template <int I = 0>
    auto input() noexcept {
        using Tensor = detail::StaticTensor<Source, true, I>;
        using Element = typename Tensor::Element;
        return typename Tensor::template View<Element>(static_cast<Element*>(at(I)), Tensor::quantization);
    }
    /// Graph output `I` likewise; read it before the next invoke.
    template <int I = 0>
    auto output() const noexcept {
        using Tensor = detail::StaticTensor<Source, false, I>;
        using Element = const typename Tensor::Element;
        return typename Tensor::template View<Element>(static_cast<Element*>(at(input_count + I)),
                                                       Tensor::quantization);
    }

private:
    static constexpr const std::uint32_t* program() noexcept { return detail::static_program<Source>.word; }

    Bases make_bases() const noexcept {
        unsigned char* const arena = const_cast<unsigned char*>(arena_);
        return {arena, arena + head_bytes, Source::bytes.data, nullptr};
    }
    void* at(int place) const noexcept {
        return make_bases().at(Place::from_word(program()[outcome.step_words + place]));
    }
    void prepare_state() noexcept {
        if constexpr (state_bytes > 0)
            if (!has_state_) reset();
    }
    /// Runs the steps from the next one to word `end` of the program; after a failure the next is the first.
    MOTE_INLINE Status run_to(std::int32_t end) noexcept {
        Status status;
        const Bases bases = make_bases();
        const std::uint32_t* const last = program() + end;
        const std::uint32_t* const stopped = run_steps<UserOps, Config>(bases, program() + at_, last, status);
        return stopped == last ? status : fail(status, stopped);
    }
    Status fail(const Status& status, const std::uint32_t* stopped) noexcept {
        int at = step_;
        for (const std::uint32_t* words = program() + at_; words != stopped; ++at)
            words += StepHeader::from_word(*words).words;
        rewind();
        return status.at_operator(at);
    }
    void rewind() noexcept {
        at_ = 0;
        step_ = 0;
    }
    // All zero at first: a global lies in .bss and needs no code at start-up.
    alignas(16) unsigned char arena_[arena_bytes > 0 ? arena_bytes : 1] = {};
    std::uint32_t at_ = 0; // of the next step, in words of the program
    std::uint16_t step_ = 0;
    bool has_state_ = false;
};

namespace detail {
template <const auto& Model, class Source>
struct LoadedModel : CheckedModel<Model>, CheckedOutcome<Source, loaded_outcome<Source>> {
    /// Some where it is refused, so that one error suffices.
    static constexpr std::uint32_t arena_bytes =
        loaded_outcome<Source>.code == StatusCode::ok ? loaded_outcome<Source>.need.arena_bytes() : 8;
};
} // namespace detail

/// The arena that MicroInterpreter needs for the model, exactly: `MicroInterpreter<arena_bytes<model>,
/// ops_of<model>>`. A model that it would refuse is a compile error that says why.
template <const auto& Model, class Ops = ops_of<Model>, class Config = DefaultConfig>
inline constexpr std::uint32_t arena_bytes =
    detail::LoadedModel<Model, detail::StaticSource<Model, Ops, Config>>::arena_bytes;

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
