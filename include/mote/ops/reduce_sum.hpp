// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_REDUCE_SUM_HPP
#define MOTE_OPS_REDUCE_SUM_HPP

#include "op.hpp"
#include "reduction.hpp"

namespace mote::ops::detail {

/// multiplier / n as MEAN has it: not normalised again, so that its value has fewer bits.
constexpr Multiplier divide_multiplier(Multiplier multiplier, std::int32_t n) noexcept {
    const auto divisor = static_cast<std::uint32_t>(n);
    const auto value = static_cast<std::uint32_t>(multiplier.value);
    const int shift = minimum(31 - count_leading_zeros(divisor), static_cast<int>(31 + multiplier.shift));
    // (value << shift) / n, bit by bit: no 64-bit division.
    std::uint32_t quotient = value / divisor;
    std::uint32_t remainder = value % divisor;
    for (int i = 0; i < shift; ++i) {
        remainder *= 2;
        quotient *= 2;
        if (remainder < divisor) continue;
        remainder -= divisor;
        ++quotient;
    }
    return {static_cast<std::int32_t>(quotient), static_cast<std::int32_t>(multiplier.shift - shift)};
}

/// Sums or means of quantised elements, int8 or int16, along axes.
template <class T, bool IsMean>
struct ReduceSum : Operands<2> {
    struct Params {
        std::int32_t multiplier;
        std::int32_t zero_points;
        std::int16_t zero_point;
        std::int8_t shift; // of the multiplier
        ReductionForm form;
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
        const auto reduction = prepare_reduction(node, requests);
        if (!reduction) return reduction.status();
        requests.overlap(0);
        Multiplier multiplier = quantize_multiplier(in->scale, out->scale);
        if (IsMean) multiplier = divide_multiplier(multiplier, reduction->elements);
        const std::int64_t zero_points = std::int64_t{in->zero_point} * reduction->elements;
        return Params{multiplier.value, static_cast<std::int32_t>(zero_points),
                      static_cast<std::int16_t>(out->zero_point), static_cast<std::int8_t>(multiplier.shift),
                      reduction->form};
    }

    template <class Config>
    static Status eval(const Params& p, const EvalContext& context) noexcept {
        const ScaledSum<typename Config::Numerics, T> finish{
            {p.multiplier, p.shift}, p.zero_points, p.zero_point};
        return run_reduction<typename Config::Isa, FoldSum, T>(p.form, context, finish);
    }
};

template <bool IsMean>
struct ReduceSum<float, IsMean> : Operands<2> {
    struct Params {
        float divisor;
        ReductionForm form;
        std::uint8_t unused[3];
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<float>(node);
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto reduction = prepare_reduction(node, requests);
        if (!reduction) return reduction.status();
        requests.overlap(0);
        return Params{IsMean ? static_cast<float>(reduction->elements) : 1.0f, reduction->form, {}};
    }

    template <class Config>
    static Status eval(const Params& p, const EvalContext& context) noexcept {
        return run_reduction<typename Config::Isa, FoldSum, float>(p.form, context, DividedSum{p.divisor});
    }
};

} // namespace mote::ops::detail

#endif
