// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_RESHAPE_HPP
#define MOTE_OPS_RESHAPE_HPP

#include "op.hpp"

#include <cstring>

namespace mote::ops {

namespace detail {

/// The same bytes under another shape: no copy where the planner grants that the output is the input's memory.
/// The output tensor's shape counts; a shape operand or option is not read.
template <int Inputs, int Required>
struct Relabel : Operands<Inputs, Required> {
    struct Params {
        std::uint32_t bytes;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return node.input(0).type() == node.output(0).type();
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        if (element_count(node.input(0).shape()) != element_count(node.output(0).shape())) return StatusCode::shape_mismatch;
        requests.alias(0);
        return Params{node.input(0).bytes()};
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

} // namespace detail

/// RESHAPE, any element type.
struct Reshape : Op<schema::BuiltinOperator_RESHAPE, detail::Relabel<2, 1>> {};

} // namespace mote::ops

#endif
