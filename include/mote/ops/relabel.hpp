// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_RELABEL_HPP
#define MOTE_OPS_RELABEL_HPP

#include "../core/shape.hpp"
#include "moved_types.hpp"

#include <cstring>

namespace mote::ops::detail {

/// The same bytes under another shape: no copy where the planner grants that the output is the input's
/// memory. What makes a shape the right one, its heirs check. Without named types it takes every type, int4
/// too.
template <int Inputs, int Required, class Types>
struct Relabel;
template <int Inputs, int Required, class... Types>
struct Relabel<Inputs, Required, TypeList<Types...>> : Operands<Inputs, Required> {
    struct Params {
        std::uint32_t bytes;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        const ElementType type = node.output(0).type();
        return node.input(0).type() == type &&
               (sizeof...(Types) == 0 || ((type == element_type_of<Types>) || ...));
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        if (element_count(node.input(0).shape()) != element_count(node.output(0).shape()))
            return StatusCode::shape_mismatch;
        // An empty [0] and a scalar are not the same memory: nothing of the scalar is there to be read or
        // written.
        const std::uint32_t bytes = node.input(0).bytes();
        if (bytes < node.output(0).bytes()) return StatusCode::shape_mismatch;
        if (bytes == node.output(0).bytes()) requests.alias(0);
        return Params{node.output(0).bytes()};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        const void* from = context.template input<unsigned char>(0);
        void* to = context.template output<unsigned char>(0);
        if (from != to) std::memmove(to, from, p.bytes);
    }

private:
    /// A shape [0] means a scalar here.
    static constexpr std::int32_t element_count(const Shape& shape) noexcept {
        return shape.rank == 1 && shape[0] == 0 ? 1 : shape.elements();
    }
};

} // namespace mote::ops::detail

#endif
