// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_WEIGHTS_HPP
#define MOTE_OPS_WEIGHTS_HPP

#include "../core/element_type.hpp"
#include "../core/result.hpp"
#include "../kernels/int4_weights.hpp"
#include "eval_context.hpp"

#include <type_traits>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// How kernels read weights: through a pointer, or a reader of nibbles for int4.
template <class Weight>
using WeightReader = std::conditional_t<std::is_same_v<Weight, int4>, Int4Weights, const Weight*>;

/// Input `i` as the kernels read weights.
template <class Weight>
WeightReader<Weight> weights_of(const EvalContext& context, int i) noexcept {
    if constexpr (std::is_same_v<Weight, int4>)
        return Int4Weights(context.input<std::uint8_t>(i));
    else
        return context.input<Weight>(i);
}

/// Checks the type of the bias, input `i`, and says whether sums have 64 bits: for int16 activations, unless
/// the bias is int32 or `declared` says that an absent one would be. int8 activations have int32 sums and
/// biases.
template <class Activation, class Node>
constexpr Result<std::uint32_t> bias_is_wide(const Node& node, int i, ElementType declared) noexcept {
    const bool has_bias = node.has_input(i);
    const bool narrow = has_bias ? node.input_type(i) == ElementType::int32 : declared == ElementType::int32;
    if constexpr (std::is_same_v<Activation, std::int16_t>) {
        if (has_bias && !narrow && node.input_type(i) != ElementType::int64)
            return StatusCode::unsupported_type;
        return narrow ? 0u : 1u;
    } else {
        if (has_bias && !narrow) return StatusCode::unsupported_type;
        return 0u;
    }
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
