// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_SVDF_HPP
#define MOTE_OPS_SVDF_HPP

#include "../kernels/requantize.hpp"
#include "../kernels/svdf.hpp"
#include "../schema/options.hpp"
#include "op.hpp"
#include "quantized.hpp"
#include "window_op.hpp"

namespace mote::ops {

namespace detail {

/// Operands of SVDF; `state` is a variable tensor that the operator updates.
struct SvdfOperands : Operands<5, 3> {
    static constexpr int input = 0;
    static constexpr int feature_weights = 1;
    static constexpr int time_weights = 2;
    static constexpr int bias = 3;
    static constexpr int state = 4;
};

/// Shapes: input [batch, input], feature weights [filter, input], time weights [filter, memory], bias [unit],
/// state [batch, filter * memory], output [batch, unit], where filter = unit * rank.
template <class Node>
constexpr Result<SvdfShape> svdf_shape(const Node& node, const options::Svdf& o) noexcept {
    using Operand = SvdfOperands;
    if (!node.has_input(Operand::state)) return StatusCode::bad_operand_count;
    if (!node.input(Operand::state).is_variable())
        return Status(StatusCode::not_variable).at_tensor(node.input(Operand::state).index());
    const Shape in = node.input(Operand::input).shape();
    const Shape feature = node.input(Operand::feature_weights).shape();
    const Shape time = node.input(Operand::time_weights).shape();
    const Shape state = node.input(Operand::state).shape();
    const Shape out = node.output(0).shape();
    if (in.rank != 2 || feature.rank != 2 || time.rank != 2 || state.rank != 2 || out.rank != 2)
        return StatusCode::shape_mismatch;
    for (const std::int32_t extent : {in[0], in[1], feature[0], time[1], out[1]})
        if (!mote::detail::fits_extent(extent)) return StatusCode::shape_mismatch;
    if (o.rank <= 0 || feature[0] % o.rank != 0) return StatusCode::bad_option;
    if (out[0] != in[0] || out[1] != feature[0] / o.rank) return StatusCode::shape_mismatch;
    if (feature[1] != in[1] || time[0] != feature[0]) return StatusCode::shape_mismatch;
    if (state[0] != in[0] || state[1] != static_cast<std::int64_t>(time[1]) * feature[0])
        return StatusCode::shape_mismatch;
    if (node.has_input(Operand::bias) && node.input(Operand::bias).elements() != out[1])
        return StatusCode::shape_mismatch;
    const auto u16 = [](std::int32_t n) { return static_cast<std::uint16_t>(n); };
    return SvdfShape{u16(in[0]), u16(in[1]), u16(out[1]), u16(o.rank), u16(time[1])};
}

/// int8 activations and feature weights; state and time weights of type State.
template <class State>
struct Svdf : SvdfOperands {
    struct Params {
        SvdfShape shape;
        std::int16_t input_offset, state_zero_point, output_zero_point;
        Multiplier to_state, to_output;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<std::int8_t>(node) && node.input(feature_weights).template is<std::int8_t>() &&
               node.input(time_weights).template is<State>() && node.input(state).template is<State>();
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::Svdf>();
        if (!o) return o.status();
        const auto shape = svdf_shape(node, *o);
        if (!shape) return shape.status();
        // Without one the reference kernels read a null pointer.
        if (!node.has_input(bias)) return StatusCode::bad_operand_count;
        if (!node.input(bias).template is<std::int32_t>())
            return Status(StatusCode::unsupported_type).at_tensor(node.input(bias).index());
        const auto in = quantization_of<std::int8_t>(node.input(input));
        if (!in) return in.status();
        const auto feature = quantization_of<std::int8_t>(node.input(feature_weights));
        if (!feature) return feature.status();
        const auto time = quantization_of<State>(node.input(time_weights));
        if (!time) return time.status();
        const auto kept = quantization_of<State>(node.input(state));
        if (!kept) return kept.status();
        const auto out = quantization_of<std::int8_t>(node.output(0));
        if (!out) return out.status();
        requests.overlap(input);
        return Params{*shape,
                      static_cast<std::int16_t>(-in->zero_point),
                      static_cast<std::int16_t>(kept->zero_point),
                      static_cast<std::int16_t>(out->zero_point),
                      quantize_multiplier(in->scale * feature->scale / kept->scale),
                      quantize_multiplier(kept->scale * time->scale / out->scale)};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        using Isa = typename Config::Isa;
        using Numerics = typename Config::Numerics;
        using Layer = Kernel<svdf, Isa>;
        State* const kept = context.template variable<State>(state);
        Layer::template feed<Isa, std::int32_t>(p.shape, context.template input<std::int8_t>(input),
                                                p.input_offset,
                                                context.template input<std::int8_t>(feature_weights), kept,
                                                ToState<Numerics>{p.to_state, p.state_zero_point});
        Layer::template read<Isa>(
            p.shape, kept, -p.state_zero_point, context.template input<State>(time_weights),
            context.template input<std::int32_t>(bias), ToOutput<Numerics>{p.to_output, p.output_zero_point},
            context.template output<std::int8_t>(0));
    }

private:
    template <class T>
    static std::int32_t saturated(std::int32_t value) noexcept {
        return clamp<std::int32_t>(value, (std::numeric_limits<T>::min)(), (std::numeric_limits<T>::max)());
    }

    template <class Numerics>
    struct ToState {
        Multiplier multiplier;
        std::int32_t zero_point;

        // TFLM adds the zero point to a value that fills the type already: it wraps.
        State operator()(std::int32_t sum) const noexcept {
            return static_cast<State>(zero_point + saturated<State>(Numerics::scale(sum, multiplier)));
        }
    };

    template <class Numerics>
    struct ToOutput {
        using Element = std::int8_t;

        Multiplier multiplier;
        std::int32_t zero_point;

        std::int8_t operator()(std::int32_t sum, std::int32_t) const noexcept {
            return static_cast<std::int8_t>(
                saturated<std::int8_t>(wrapping_add(Numerics::scale(sum, multiplier), zero_point)));
        }
    };
};

template <>
struct Svdf<float> : SvdfOperands {
    struct Params {
        SvdfShape shape;
        std::uint16_t unused;
        Bounds<float> bounds;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<float>(node) && node.input(feature_weights).template is<float>() &&
               node.input(time_weights).template is<float>() && node.input(state).template is<float>();
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::Svdf>();
        if (!o) return o.status();
        const auto shape = svdf_shape(node, *o);
        if (!shape) return shape.status();
        if (node.has_input(bias) && !node.input(bias).template is<float>())
            return Status(StatusCode::unsupported_type).at_tensor(node.input(bias).index());
        requests.overlap(input);
        return Params{*shape, 0, activation_bounds(o->activation)};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        using Isa = typename Config::Isa;
        using Layer = Kernel<svdf, Isa>;
        float* const kept = context.template variable<float>(state);
        Layer::template feed<Isa, float>(p.shape, context.template input<float>(input), 0,
                                         context.template input<float>(feature_weights), kept,
                                         [](float sum) { return sum; });
        Layer::template read<Isa>(p.shape, kept, 0, context.template input<float>(time_weights),
                                  context.template input<float>(bias),
                                  FloatClamp{p.bounds.low, p.bounds.high}, context.template output<float>(0));
    }
};

} // namespace detail

/// SVDF, named by the type of its state: float throughout, or int8 activations with int8 or int16 state and
/// time weights. Float applies the fused activation, int8 ignores it, as TFLM does.
template <class... States>
struct Svdf : OpForTypes<schema::BuiltinOperator_SVDF, detail::Svdf, TypeList<States...>,
                         TypeList<float, std::int8_t, std::int16_t>> {};

} // namespace mote::ops

#endif
