// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_OPS_OF_HPP
#define MOTE_RUNTIME_OPS_OF_HPP

#include "../ops/all_ops.hpp"
#include "op_set.hpp"
#include "static_model.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail {

/// Whether `test(node)` holds for any operator of the model that somebody needs, run by ops of `Set`.
template <const auto& Bytes, class Set, class Test>
constexpr bool any_operator(Test&& test) noexcept {
    constexpr ModelBytes bytes = static_bytes<Bytes>();
    const ModelView<ByteTable> model(bytes.data, bytes.size);
    const SubgraphView<ByteTable> subgraph = model.subgraph(0);
    const int count = static_cast<int>(subgraph.operators().size());
    for (int i = 0; i < count; ++i)
        if (const NodeView<ByteTable> node(model, subgraph, i);
            needed_operators<Bytes, Set>.contains(node) && test(node))
            return true;
    return false;
}

template <const auto& Bytes, class Set, class Op>
inline constexpr bool uses_op = any_operator<Bytes, Set>([](const auto& node) {
    return implements<Op>(node.code());
});

template <const auto& Bytes, class Set, class Op, class Variant>
inline constexpr bool uses_variant = any_operator<Bytes, Set>([](const auto& node) {
    return implements<Op>(node.code()) && Variant::accepts(node);
});

/// An op with the variants that a model uses.
template <class Op, class UsedVariants>
struct ReducedOp : Op {
    using Variants = UsedVariants;
};

template <const auto& Bytes, class Set, class Op, class Variants>
struct Reduce;
template <const auto& Bytes, class Set, class Op, class... Vs>
struct Reduce<Bytes, Set, Op, TypeList<Vs...>> {
    using type = ReducedOp<Op, typename Concat<std::conditional_t<uses_variant<Bytes, Set, Op, Vs>,
                                                                  TypeList<Vs>, TypeList<>>...>::type>;
};

/// A list of the reduced op, or of nothing where the model does not use the op.
template <const auto& Bytes, class Set, class Op, bool Used>
struct ReducedList {
    using type = TypeList<>;
};
template <const auto& Bytes, class Set, class Op>
struct ReducedList<Bytes, Set, Op, true> {
    using type = TypeList<typename Reduce<Bytes, Set, Op, typename VariantsOf<Op>::type>::type>;
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
    using type = typename OpSetOf<typename Concat<typename ReducedList<
        Bytes, OpSet<Ops...>, Ops, uses_op<Bytes, OpSet<Ops...>, Ops>>::type...>::type>::type;
};

} // namespace detail

/// The OpSet with exactly the ops and element types that the model uses, of those in `Ops`. `Model` is a
/// constexpr array of the model's bytes at namespace scope.
template <const auto& Model, class Ops = AllOps>
using ops_of = typename detail::UsedOps<Model, Ops>::type;

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
