// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_ADVICE_HPP
#define MOTE_RUNTIME_ADVICE_HPP

#include "../core/status.hpp"
#include "../schema/node_view.hpp"
#include "../schema/operator_name.hpp"
#include "needed_operators.hpp"

#include <cstdint>
#include <initializer_list>

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail {

/// How an operator's tensors decide which variant of an op runs it.
enum class TypeRule : std::uint8_t {
    unknown,      ///< no op
    same,         ///< input 0 and output 0 have one type
    both,         ///< inputs 0 and 1 and output 0 have one type
    weights,      ///< input 1 are weights of output 0's type, int8 for int16
    int4_weights, ///< the same, which may be int4 for int8
    states,       ///< SVDF: int8 or float, by the type of its state
    pair,         ///< from input 0's type to output 0's
    source,       ///< from input 0's type to float
    moved,        ///< any type of whole bytes, all in one variant
    relabelled,   ///< any type at all, likewise
};

struct OpFacts {
    std::uint8_t builtin = 0;
    TypeRule rule = TypeRule::unknown;
    std::uint16_t types = 0; ///< a bit for each ElementType that a user may name
};

constexpr std::uint16_t bits_of_types() noexcept { return 0; }
template <class... Types>
constexpr std::uint16_t bits_of_types(ElementType type, Types... more) noexcept {
    return static_cast<std::uint16_t>(1u << static_cast<int>(type) | bits_of_types(more...));
}

inline constexpr std::uint16_t real_types =
    bits_of_types(ElementType::float32, ElementType::int8, ElementType::int16);
inline constexpr std::uint16_t int32_types =
    bits_of_types(ElementType::float32, ElementType::int8, ElementType::int16, ElementType::int32);

/// Every builtin operator that mote has an op for, as all_ops.hpp, which only host tools include, has them.
inline constexpr OpFacts op_facts[] = {
    {schema::BuiltinOperator_ADD, TypeRule::both, int32_types},
    {schema::BuiltinOperator_AVERAGE_POOL_2D, TypeRule::same, real_types},
    {schema::BuiltinOperator_CONCATENATION, TypeRule::moved, 0},
    {schema::BuiltinOperator_CONV_2D, TypeRule::int4_weights, real_types},
    {schema::BuiltinOperator_DEPTHWISE_CONV_2D, TypeRule::int4_weights, real_types},
    {schema::BuiltinOperator_DEQUANTIZE, TypeRule::source,
     bits_of_types(ElementType::int8, ElementType::int16, ElementType::uint8)},
    {schema::BuiltinOperator_EXPAND_DIMS, TypeRule::relabelled, 0},
    {schema::BuiltinOperator_FULLY_CONNECTED, TypeRule::int4_weights, real_types},
    {schema::BuiltinOperator_LEAKY_RELU, TypeRule::same, real_types},
    {schema::BuiltinOperator_LOGISTIC, TypeRule::same, real_types},
    {schema::BuiltinOperator_MAX_POOL_2D, TypeRule::same, real_types},
    {schema::BuiltinOperator_MEAN, TypeRule::same, real_types},
    {schema::BuiltinOperator_MUL, TypeRule::both, int32_types},
    {schema::BuiltinOperator_PAD, TypeRule::moved, 0},
    {schema::BuiltinOperator_PADV2, TypeRule::moved, 0},
    {schema::BuiltinOperator_QUANTIZE, TypeRule::pair, int32_types | bits_of_types(ElementType::uint8)},
    {schema::BuiltinOperator_RELU, TypeRule::same, real_types},
    {schema::BuiltinOperator_RELU6, TypeRule::same, real_types},
    {schema::BuiltinOperator_RESHAPE, TypeRule::relabelled, 0},
    {schema::BuiltinOperator_SOFTMAX, TypeRule::pair, real_types},
    {schema::BuiltinOperator_SQUEEZE, TypeRule::relabelled, 0},
    {schema::BuiltinOperator_STRIDED_SLICE, TypeRule::moved, 0},
    {schema::BuiltinOperator_SUB, TypeRule::both, int32_types},
    {schema::BuiltinOperator_SUM, TypeRule::same, real_types},
    {schema::BuiltinOperator_SVDF, TypeRule::states, real_types},
    {schema::BuiltinOperator_TANH, TypeRule::same, real_types},
    {schema::BuiltinOperator_TRANSPOSE, TypeRule::moved, 0},
    {schema::BuiltinOperator_TRANSPOSE_CONV, TypeRule::weights, real_types},
};

constexpr OpFacts facts_of(std::int32_t builtin) noexcept {
    for (const OpFacts& facts : op_facts)
        if (facts.builtin == builtin) return facts;
    return {};
}

/// The element types of one operator that matter here.
struct OperatorTypes {
    ElementType in, second, state, out;

    template <class Node>
    constexpr explicit OperatorTypes(const Node& node) noexcept
        : in(node.input_type(0)),
          second(node.has_input(1) ? node.input_type(1) : node.input_type(0)),
          state(node.input_type(4)),
          out(node.output_type(0)) {}
};

/// What names the variant for these types, if mote has one.
constexpr Advice variant_for(const OpFacts& facts, const OperatorTypes& t) noexcept {
    const ElementType weights = t.out == ElementType::float32 ? t.out : ElementType::int8;
    Advice advice{Advice::add_op, t.out, t.out};
    bool fits = t.in == t.out;
    switch (facts.rule) {
    case TypeRule::relabelled: return fits ? Advice{Advice::add_any} : Advice{};
    case TypeRule::moved: return fits && bits_of(t.out) % 8 == 0 ? Advice{Advice::add_any} : Advice{};
    case TypeRule::int4_weights:
        if (t.second == ElementType::int4 && t.out == ElementType::int8 && fits)
            return {Advice::add_op, ElementType::int4, ElementType::int4};
        fits = fits && t.second == weights;
        break;
    case TypeRule::weights: fits = t.second == weights; break; // input 0 is a shape
    case TypeRule::states:
        fits = fits && t.second == weights && t.out == weights &&
               (t.state == ElementType::float32) == (t.out == ElementType::float32);
        advice.first = advice.second = t.state;
        break;
    case TypeRule::both: fits = fits && t.second == t.out; break;
    case TypeRule::pair:
        fits = true;
        advice.first = t.in;
        break;
    case TypeRule::source:
        fits = t.out == ElementType::float32;
        advice.first = advice.second = t.in;
        break;
    default: break;
    }
    const std::uint32_t taken = std::uint32_t{facts.types} >> static_cast<int>(advice.first) &
                                std::uint32_t{facts.types} >> static_cast<int>(advice.second);
    return fits && (taken & 1) != 0 ? advice : Advice{};
}

constexpr Advice advice_for(const OpFacts& facts, const OperatorTypes& t) noexcept {
    if (facts.rule == TypeRule::unknown) return {Advice::no_such_op};
    const Advice variant = variant_for(facts, t);
    if (variant.kind != Advice::none) return variant;
    const bool weights = facts.rule >= TypeRule::weights && facts.rule <= TypeRule::states;
    Advice advice{Advice::other_types, weights ? t.second : t.in, t.out};
    for (const ElementType type : {t.in, t.second, t.out}) {
        if (type == ElementType::float16) advice.kind = Advice::float16;
        if (type == ElementType::uint8) advice.kind = Advice::uint8;
    }
    if (weights && t.out == ElementType::float32 &&
        (t.second == ElementType::int8 || t.second == ElementType::int4))
        advice.kind = Advice::dynamic_range;
    return advice;
}

} // namespace detail

/// What helps with an operator that no op of a set runs: the op to add, or how to convert the model.
template <class Node>
constexpr Advice advice_for(const Node& node) noexcept {
    const std::int32_t builtin = node.code().builtin;
    if (builtin == schema::BuiltinOperator_CUSTOM) return {Advice::custom_op};
    return detail::advice_for(detail::facts_of(builtin), detail::OperatorTypes(node));
}

namespace detail {

/// The reason why no op was selected for a node, with its place and what helps; `others` more operators of
/// the model lack an op. No words, no code for them.
template <class Node>
constexpr Status explained(const Status& reason, const Node& node, [[maybe_unused]] int others = 0) noexcept {
    const Status placed = reason.at_operator(node.index(), operator_name(node));
#if MOTE_STATUS_WORDS
    return placed.with_advice(advice_for(node), others);
#else
    return placed;
#endif
}

/// How many needed operators from number `first` on `Ops` does not run. Not counted where there are no words.
template <class Ops, class Table>
constexpr int count_missing(const ModelView<Table>& model, const SubgraphView<Table>& subgraph,
                            const NeededOperators& needed, int first) noexcept {
    int missing = 0;
#if MOTE_STATUS_WORDS
    const int count = static_cast<int>(subgraph.operators().size());
    for (int i = first; i < count; ++i)
        if (const NodeView<Table> node(model, subgraph, i); needed.contains(node) && !Ops::select(node))
            ++missing;
#else
    static_cast<void>(model), static_cast<void>(subgraph), static_cast<void>(needed),
        static_cast<void>(first);
#endif
    return missing;
}

} // namespace detail

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
