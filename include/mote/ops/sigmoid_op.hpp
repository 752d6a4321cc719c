// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_SIGMOID_OP_HPP
#define MOTE_OPS_SIGMOID_OP_HPP

#include "../core/kernel.hpp"
#include "../kernels/sigmoid_argument.hpp"
#include "op.hpp"
#include "pointwise.hpp"
#include "quantized.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail {

/// Whether |log2(ratio)| < 1/1000, which TFLM takes for equality.
constexpr bool is_about_one(float ratio) noexcept { return ratio > 0.99930709f && ratio < 1.00069339f; }

/// The scale times 3 * 4096 in 15 bits; one close to 2^-12, or with `twice` to 2^-11, counts as that. Needs
/// what fits_sigmoid_s16 says.
constexpr SigmoidArgumentS16 sigmoid_argument_s16(float scale, bool twice) noexcept {
    // Floats hold a third of the number exactly; 16383.5 is where TFLM stops doubling it.
    float third = scale * 4096.0f;
    if (is_about_one(third)) third = 1.0f;
    if (twice && is_about_one(third / 2)) third = 2.0f;
    std::int16_t shift = 0;
    for (; shift < 31 && third <= 5461.1666f; ++shift) third *= 2;
    const std::int32_t fixed = static_cast<std::int32_t>(third * 2048.0f) * 3;
    return {static_cast<std::int16_t>(fixed >> 11), shift};
}

/// Whether the scale times 3 * 4096 is below 2^15.
constexpr bool fits_sigmoid_s16(float scale) noexcept { return scale * 4096.0f <= 10922.333f; }

} // namespace detail

/// LOGISTIC and TANH. `Function` names its `kernel`, whether the int8 output's zero point is checked to be
/// -128 (`is_shifted_s8`), whether an int16 input may have twice the scale (`twice_s16`). Integer results
/// have a scale of their own, and as in TFLM the int8 output is taken to have it.
template <class T, class Function>
struct SigmoidOp : Operands<1> {
    using Argument =
        std::conditional_t<std::is_same_v<T, std::int8_t>, SigmoidArgumentS8, SigmoidArgumentS16>;

    struct Params {
        std::int32_t elements;
        Argument argument;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<T>(node);
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto in = quantization_of<T>(node.input(0));
        if (!in) return in.status();
        const auto out = quantization_of<T>(node.output(0));
        if (!out) return out.status();
        if (!fits_input(*in)) return Status(StatusCode::bad_quantization).at_tensor(node.input(0).index());
        if (!fits_output(*out)) return Status(StatusCode::bad_quantization).at_tensor(node.output(0).index());
        const auto elements = pointwise_elements<T, T>(node, requests);
        if (!elements) return elements.status();
        return Params{*elements, argument(*in)};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        Kernel<typename Function::kernel, typename Config::Isa>::run(
            context.template input<T>(0), p.elements, p.argument, context.template output<T>(0));
    }

private:
    static constexpr bool is_s8 = std::is_same_v<T, std::int8_t>;

    static constexpr bool fits_input(Quantization q) noexcept {
        return is_s8 || (q.zero_point == 0 && detail::fits_sigmoid_s16(q.scale));
    }
    static constexpr bool fits_output(Quantization q) noexcept {
        if constexpr (is_s8)
            return !Function::is_shifted_s8 || q.zero_point == -128;
        else
            return q.zero_point == 0 && detail::is_about_one(q.scale * 32768.0f);
    }
    static constexpr Argument argument(Quantization q) noexcept {
        // 2 * scale * 2^26.
        if constexpr (is_s8)
            return {softmax_multiplier(2.0f, q.scale), q.zero_point};
        else
            return detail::sigmoid_argument_s16(q.scale, Function::twice_s16);
    }
};

template <class Function>
struct SigmoidOp<float, Function> : Operands<1> {
    struct Params {
        std::int32_t elements;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<float>(node);
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto elements = pointwise_elements<float, float>(node, requests);
        if (!elements) return elements.status();
        return Params{*elements};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        Kernel<typename Function::kernel, typename Config::Isa>::run(
            context.template input<float>(0), p.elements, context.template output<float>(0));
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
