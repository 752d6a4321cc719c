// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_EXPAND_DIMS_HPP
#define MOTE_OPS_EXPAND_DIMS_HPP

#include "integer_constant.hpp"
#include "relabel.hpp"

namespace mote::ops {

namespace detail {

template <class Types>
struct ExpandDims : Relabel<2, 2, Types> {
    using Base = Relabel<2, 2, Types>;

    template <class Node, class Requests>
    static constexpr Result<typename Base::Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto operand = integer_constant(node.input(1), 1);
        if (!operand) return operand.status();
        const Shape in = node.input(0).shape();
        const std::int32_t axis = (*operand)[0] < 0 ? (*operand)[0] + in.rank + 1 : (*operand)[0];
        if (axis < 0 || axis > in.rank)
            return Status(StatusCode::bad_constant).at_tensor(node.input(1).index());
        if (!inserts_one(in, axis, node.output(0).shape())) return StatusCode::shape_mismatch;
        return Base::prepare(node, requests);
    }

private:
    static constexpr bool inserts_one(const Shape& in, std::int32_t at, const Shape& out) noexcept {
        if (out.rank != in.rank + 1) return false;
        for (int axis = 0; axis < out.rank; ++axis)
            if (out[axis] != (axis < at ? in[axis] : axis == at ? 1 : in[axis - 1])) return false;
        return true;
    }
};

} // namespace detail

/// EXPAND_DIMS for every element type, or for those named: puts in an axis of extent 1. The axis operand must
/// be constant.
template <class... Types>
struct ExpandDims : Op<schema::BuiltinOperator_EXPAND_DIMS, detail::ExpandDims<TypeList<Types...>>> {};

} // namespace mote::ops

#endif
