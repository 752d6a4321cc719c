// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_QUANTIZED_SUM_HPP
#define MOTE_OPS_QUANTIZED_SUM_HPP

#include "arithmetic.hpp"

namespace mote::ops::detail {

/// How a quantised sum or difference scales its operands and its result; the operand with the larger scale by
/// one half.
struct SumScales {
    Multiplier smaller;
    Multiplier result;
};

/// ADD forms its multipliers in double.
template <class T>
constexpr SumScales add_scales(float smaller, float larger, float out) noexcept {
    constexpr int shift = QuantizedSum<void, T>::shift;
    return {quantize_multiplier(smaller, 1.0f, larger, -1),
            quantize_multiplier(larger, 1.0f, out, 1 - shift)};
}

/// SUB forms them in float.
template <class T>
constexpr SumScales subtract_scales(float smaller, float larger, float out) noexcept {
    constexpr float raise = static_cast<float>(std::int32_t{1} << QuantizedSum<void, T>::shift);
    constexpr float most = (std::numeric_limits<float>::max)();
    const Multiplier refused{0, 1};
    if (larger > most / 2 || out > most / raise || 2 * larger >= raise * out) return {refused, refused};
    return {quantize_multiplier(smaller / (2 * larger)), quantize_multiplier(2 * larger / (raise * out))};
}

/// Quantised ADD and SUB, int8 or int16. Elements of Params are as narrow as T: they stay in RAM.
template <class T>
struct QuantizedSumEval : Operands<2> {
    struct Params {
        std::int32_t y_multiplier, multiplier;
        T y_right_shift, right_shift; // of the multipliers
        T x_zero_point, y_zero_point, zero_point, low, high;
        T form; // number of axes, y_first, x_negative, y_negative
    };
    static constexpr int y_first = 16;    // x, the operand with the larger scale, is input 1
    static constexpr int x_negative = 32; // what is subtracted
    static constexpr int y_negative = 64;

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return is_pair_of<T>(node);
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        using Isa = typename Config::Isa;
        using Function = QuantizedSum<typename Config::Numerics, T>;
        const std::int32_t half = std::int32_t{1} << (Function::shift - 1);
        const Function function{{p.y_multiplier, p.y_right_shift},
                                {p.multiplier, p.right_shift},
                                p.x_zero_point,
                                p.y_zero_point,
                                p.zero_point,
                                p.low,
                                p.high,
                                (p.form & x_negative) != 0 ? -half : half,
                                (p.form & y_negative) != 0 ? -1 : 1};
        const int axes = p.form & 15;
        const int x = (p.form & y_first) != 0 ? 1 : 0;
        Kernel<broadcast, Isa>::template run<Isa>(context.table(axes), axes, function, context.input<T>(x),
                                                  context.input<T>(1 - x), context.output<T>(0));
    }
};

/// What ADD and SUB differ in: options and multipliers.
template <class T, class Options, bool Subtracts>
struct QuantizedSumOp : QuantizedSumEval<T> {
    using Base = QuantizedSumEval<T>;
    using typename Base::Params;

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options_or_default<Options>();
        if (!o) return o.status();
        const auto q = pair_quantization<T>(node);
        if (!q) return q.status();
        const bool swapped = q->b.scale > q->a.scale;
        const Quantization x = swapped ? q->b : q->a;
        const Quantization y = swapped ? q->a : q->b;
        const SumScales scales = Subtracts ? subtract_scales<T>(y.scale, x.scale, q->out.scale)
                                           : add_scales<T>(y.scale, x.scale, q->out.scale);
        // A result finer than its operands by so much is not defined.
        if (scales.result.shift > 0)
            return Status(StatusCode::bad_quantization).at_tensor(node.output(0).index());
        const auto axes = broadcast_axes(node, swapped ? 1 : 0, swapped ? 0 : 1, requests);
        if (!axes) return axes.status();
        overlap_either(node, requests);
        const int negative = !Subtracts ? 0 : swapped ? Base::x_negative : Base::y_negative;
        const Bounds<std::int32_t> bounds = activation_bounds<T>(o->activation, q->out);
        const auto narrow = [](std::int32_t value) { return static_cast<T>(value); };
        return Params{
            scales.smaller.value,          scales.result.value,
            narrow(-scales.smaller.shift), narrow(-scales.result.shift),
            narrow(x.zero_point),          narrow(y.zero_point),
            narrow(q->out.zero_point),     narrow(bounds.low),
            narrow(bounds.high),           narrow(*axes | (swapped ? Base::y_first : 0) | negative)};
    }
};

} // namespace mote::ops::detail

#endif
