// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_OPS_OF_HPP
#define MOTE_RUNTIME_OPS_OF_HPP

#include "../ops/all_ops.hpp"
#include "../schema/byte_table.hpp"
#include "op_set.hpp"

#include <utility>

namespace mote {

namespace detail {

/// An op reduced to one of its variants.
template <class Entry>
struct OnlyVariant : Entry::Op {
    using Variants = TypeList<typename Entry::Variant>;
};

template <class Entries>
inline constexpr int count_of = 0;
template <class... Es>
inline constexpr int count_of<TypeList<Es...>> = static_cast<int>(sizeof...(Es));

template <int N>
struct Flags {
    bool set[N > 0 ? N : 1] = {};
};

/// Which of `Ops`' variants the model's operators use; operators that none implements are left out.
template <const auto& Bytes, class Ops>
constexpr auto used_variants() noexcept {
    Flags<count_of<typename Ops::Entries>> used{};
    const ModelView<ByteTable> model(Bytes);
    const SubgraphView<ByteTable> subgraph = model.subgraph(0);
    for (std::size_t i = 0; i < subgraph.operators().size(); ++i) {
        const Result<int> kind = Ops::select(NodeView<ByteTable>(model, subgraph, static_cast<int>(i)));
        if (kind) used.set[*kind] = true;
    }
    return used;
}

template <const auto& Bytes, class Ops>
inline constexpr auto used_variants_of = used_variants<Bytes, Ops>();

template <class List>
struct OpSetOf;
template <class... Ops>
struct OpSetOf<TypeList<Ops...>> {
    using type = OpSet<Ops...>;
};

template <const auto& Bytes, class Ops, class Entries, class Indices>
struct UsedOps;
template <const auto& Bytes, class Ops, class... Es, int... I>
struct UsedOps<Bytes, Ops, TypeList<Es...>, std::integer_sequence<int, I...>> {
    using type = typename OpSetOf<typename Concat<
        std::conditional_t<used_variants_of<Bytes, Ops>.set[I], TypeList<OnlyVariant<Es>>, TypeList<>>...>::type>::type;
};

} // namespace detail

/// The OpSet with exactly the ops and element types that the model uses, of those in `Ops`. `Model` is a constexpr
/// array of the model's bytes at namespace scope.
template <const auto& Model, class Ops = AllOps>
using ops_of = typename detail::UsedOps<
    Model, Ops, typename Ops::Entries,
    std::make_integer_sequence<int, detail::count_of<typename Ops::Entries>>>::type;

} // namespace mote

#endif
