// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_OP_HPP
#define MOTE_OPS_OP_HPP

#include "../core/element_type.hpp"
#include "../core/result.hpp"
#include "../schema/format.hpp"
#include "eval_context.hpp"
#include "requests.hpp"

#include <type_traits>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A list of types.
template <class... Ts>
struct TypeList {};

/// Inputs of an op that takes any number of them, at least one.
inline constexpr int variadic = -1;

// clang-format off
/// What a variant declares of its operands: at most `Inputs`, of which the first `Required` must be there;
/// exactly `Outputs`; and at most `Extras` requests of scratch and state. A variant inherits it:
///
///     struct AddOne : mote::Operands<1> {
///         static constexpr const char* custom_name = "AddOne";  // an op of the user's own that is its only variant;
///                                                               // or: static constexpr std::int32_t builtin = code;
///         struct Params { std::int32_t elements; };             // plain words: no pointers, no padding
///
///         template <class Node>                                 // NodeView: are these element types mine?
///         static constexpr bool accepts(const Node& node) noexcept { return mote::has_types<float>(node); }
///
///         template <class Node, class Requests>                 // checks all that eval relies on; asks for memory
///         static constexpr mote::Result<Params> prepare(const Node& node, Requests& requests) noexcept {
///             if (node.input(0).elements() != node.output(0).elements()) return mote::StatusCode::shape_mismatch;
///             requests.overlap(0);                              // the output may lie where input 0 does
///             return Params{node.input(0).elements()};
///         }
///
///         template <class Config>                               // cannot fail, or returns a Status
///         static void eval(const Params& p, const mote::EvalContext& context) noexcept {
///             const float* x = context.input<float>(0);
///             float* y = context.output<float>(0);
///             for (std::int32_t i = 0; i < p.elements; ++i) y[i] = x[i] + 1;
///         }
///     };
///
/// `OpSet<AddOne, ...>` runs it. The library's ops are an `Op` or `OpForTypes` of several such variants.
// clang-format on
template <int Inputs, int Required = Inputs, int Outputs = 1, int Extras = 0>
struct Operands {
    static constexpr int inputs = Inputs;
    static constexpr int required = Required;
    static constexpr int outputs = Outputs;
    /// A variant whose requests depend on the Config hides this.
    template <class Config>
    static constexpr int extras = Extras;
    /// Words per input of a variadic op's table, which is all the table it may ask for; such an op hides
    /// this.
    static constexpr int words_per_input = 0;
};

/// A builtin operator: its code and the variants that implement it, tried in order. An op that does not read
/// all of its inputs adds `static constexpr std::uint32_t inputs_read`, a bit per input: what computes only
/// the others is skipped.
template <schema::BuiltinOperator Code, class... Vs>
struct Op {
    static constexpr std::int32_t builtin = Code;
    using Variants = TypeList<Vs...>;
};

namespace detail {
/// `Variant<T>` for each named element type, or for each of `Defaults` when none is named.
template <schema::BuiltinOperator Code, template <class> class Variant, class Named, class Defaults>
struct OpForTypes;
template <schema::BuiltinOperator Code, template <class> class Variant, class... Named, class... Defaults>
struct OpForTypes<Code, Variant, TypeList<Named...>, TypeList<Defaults...>> : Op<Code, Variant<Named>...> {
    using Arguments = TypeList<TypeList<Named>...>;
    template <class T>
    static constexpr bool known = (std::is_same_v<T, Defaults> || ...);
    static_assert((known<Named> && ...), "this op has no such element type");
};
template <schema::BuiltinOperator Code, template <class> class Variant, class... Defaults>
struct OpForTypes<Code, Variant, TypeList<>, TypeList<Defaults...>> : Op<Code, Variant<Defaults>...> {
    using Arguments = TypeList<TypeList<Defaults>...>;
};
} // namespace detail

/// An op with a variant per element type: `struct Relu<Ts...> : OpForTypes<code, detail::Relu,
/// TypeList<Ts...>, TypeList<float, std::int8_t>>`, where the last list is what `Relu<>` supports.
/// `Arguments` says for each variant what a user names to have it alone.
template <schema::BuiltinOperator Code, template <class> class Variant, class Named, class Defaults>
using OpForTypes = detail::OpForTypes<Code, Variant, Named, Defaults>;

/// True when input `i` and output 0 have element type T.
template <class T, class Node>
constexpr bool has_types(const Node& node, int i = 0) noexcept {
    return node.input_type(i) == element_type_of<T> && node.output_type(0) == element_type_of<T>;
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
