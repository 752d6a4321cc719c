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

/// A list of types.
template <class... Ts>
struct TypeList {};

/// Inputs of an op that takes any number of them, at least one.
inline constexpr int variadic = -1;

/// What a variant declares of its operands: at most `Inputs`, of which the first `Required` must be there;
/// exactly `Outputs`; and exactly `Extras` requests of scratch and state. A variant inherits it:
///
///     template <class T> struct LeakyRelu : Operands<1> {
///         struct Params {...};                                            // plain words, no pointers, no
///         padding template <class Node> static constexpr bool accepts(const Node&);     // these element
///         types? template <class Node, class Requests> static constexpr Result<Params> prepare(const Node&,
///         Requests&);      // check, compute, ask for memory template <class Config> static void eval(const
///         Params&, const EvalContext&);   // or Status
///     };
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

} // namespace mote

#endif
