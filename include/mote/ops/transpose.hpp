// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_TRANSPOSE_HPP
#define MOTE_OPS_TRANSPOSE_HPP

#include "integer_constant.hpp"
#include "moved_types.hpp"
#include "strided_copy_plan.hpp"

namespace mote::ops {

namespace detail {

template <class Types>
struct Transpose : Operands<2> {
    using Params = StridedBox;

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return MovedTypes<Types>::accept(node);
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const Shape in = node.input(0).shape();
        const Shape out = node.output(0).shape();
        if (in.rank != out.rank) return StatusCode::shape_mismatch;
        const auto permutation = integer_constant(node.input(1), in.rank);
        if (!permutation) return permutation.status();
        const int element = whole_bytes_of(node.output(0).type());
        StridedCopyPlan plan(element);
        std::uint32_t taken = 0;
        for (int axis = out.rank - 1; axis >= 0; --axis) {
            const int source = static_cast<int>((*permutation)[axis]);
            if (source < 0 || source >= in.rank || (taken >> source & 1u) != 0)
                return Status(StatusCode::bad_constant).at_tensor(node.input(1).index());
            taken |= 1u << source;
            if (in[source] != out[axis]) return StatusCode::shape_mismatch;
            plan.add(out[axis], in.product(source + 1, in.rank) * element);
        }
        if (plan.is_one_cell()) requests.alias(0);
        return plan.finish(0, requests);
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        Kernel<strided_copy, typename Config::Isa>::run(p, context.table(2 * p.axes),
                                                        context.template input<unsigned char>(0),
                                                        context.template output<unsigned char>(0));
    }
};

} // namespace detail

/// TRANSPOSE for every type of whole bytes, or for those named; constant permutation. Where the elements'
/// order stays the same, it costs nothing.
template <class... Types>
struct Transpose : Op<schema::BuiltinOperator_TRANSPOSE, detail::Transpose<TypeList<Types...>>> {};

} // namespace mote::ops

#endif
