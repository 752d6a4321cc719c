// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_OPS_OF_HPP
#define MOTE_RUNTIME_OPS_OF_HPP

#include "../ops/all_ops.hpp"
#include "../schema/byte_table.hpp"
#include "op_set.hpp"
#include "static_bytes.hpp"

namespace mote {

namespace detail {

/// Whether `test(node)` holds for any operator of the model.
template <const auto& Bytes, class Test>
constexpr bool any_operator(Test&& test) noexcept {
    constexpr ModelBytes bytes = static_bytes<Bytes>();
    const ModelView<ByteTable> model(bytes.data, bytes.size);
    const SubgraphView<ByteTable> subgraph = model.subgraph(0);
    const int count = static_cast<int>(subgraph.operators().size());
    for (int i = 0; i < count; ++i)
        if (test(NodeView<ByteTable>(model, subgraph, i))) return true;
    return false;
}

template <const auto& Bytes, class Op>
inline constexpr bool uses_op = any_operator<Bytes>([](const auto& node) {
    return implements<Op>(node.code());
});

template <const auto& Bytes, class Op, class Variant>
inline constexpr bool uses_variant = any_operator<Bytes>([](const auto& node) {
    return implements<Op>(node.code()) && Variant::accepts(node);
});

/// An op with the variants that a model uses.
template <class Op, class UsedVariants>
struct ReducedOp : Op {
    using Variants = UsedVariants;
};

template <const auto& Bytes, class Op, class Variants>
struct Reduce;
template <const auto& Bytes, class Op, class... Vs>
struct Reduce<Bytes, Op, TypeList<Vs...>> {
    using type = ReducedOp<
        Op,
        typename Concat<std::conditional_t<uses_variant<Bytes, Op, Vs>, TypeList<Vs>, TypeList<>>...>::type>;
};

/// A list of the reduced op, or of nothing where the model does not use the op.
template <const auto& Bytes, class Op, bool Used>
struct ReducedList {
    using type = TypeList<>;
};
template <const auto& Bytes, class Op>
struct ReducedList<Bytes, Op, true> {
    using type = TypeList<typename Reduce<Bytes, Op, typename VariantsOf<Op>::type>::type>;
};

template <class List>
struct OpSetOf;
template <class... Ops>
struct OpSetOf<TypeList<Ops...>> {
    using type = OpSet<Ops...>;
};

template <const auto& Bytes, class Set>
struct UsedOps;
template <const auto& Bytes, class... Ops>
struct UsedOps<Bytes, OpSet<Ops...>> {
    using type = typename OpSetOf<
        typename Concat<typename ReducedList<Bytes, Ops, uses_op<Bytes, Ops>>::type...>::type>::type;
};

} // namespace detail

/// The OpSet with exactly the ops and element types that the model uses, of those in `Ops`. `Model` is a
/// constexpr array of the model's bytes at namespace scope.
template <const auto& Model, class Ops = AllOps>
using ops_of = typename detail::UsedOps<Model, Ops>::type;

} // namespace mote

#endif
