// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_STRIDED_SLICE_HPP
#define MOTE_OPS_STRIDED_SLICE_HPP

#include "../core/math.hpp"
#include "../schema/options.hpp"
#include "integer_constant.hpp"
#include "moved_types.hpp"
#include "strided_copy_plan.hpp"

#include <limits>

namespace mote::ops {

namespace detail {

/// The indices of one axis that a slice takes: `count` of them, `step` apart. Where nothing is taken, only
/// the count counts.
struct AxisSlice {
    std::int32_t first;
    std::int32_t step;
    std::int32_t count;
    bool shrinks; // the axis goes
};

/// STRIDED_SLICE's begin, end and strides with its masks.
struct SliceOperands {
    IntegerConstant values[3];
    options::StridedSlice masks;

    /// What they mean for an axis of `extent` indices. Negative indices count from the end, those out of
    /// range are moved to its edge; a zero stride is refused, as is an axis that goes with the index outside
    /// or a negative stride.
    constexpr Result<AxisSlice> axis(int axis, std::int32_t extent) const noexcept {
        const std::int32_t step = maximum(values[2][axis], -(std::numeric_limits<std::int32_t>::max)());
        const bool forward = step > 0;
        const std::int32_t low = forward ? 0 : -1;
        const std::int32_t high = extent + low;
        const auto index = [&](std::int32_t i) { return clamp(i < 0 ? i + extent : i, low, high); };
        const bool from_edge = masked(masks.begin_mask, axis);
        const bool to_edge = masked(masks.end_mask, axis);
        const std::int32_t first = from_edge ? (forward ? low : high) : index(values[0][axis]);
        const std::int32_t stop = to_edge ? (forward ? high : low) : index(values[1][axis]);
        const bool shrinks = masked(masks.shrink_axis_mask, axis);
        if (step == 0 || (shrinks && (!forward || first >= extent))) return StatusCode::bad_constant;
        const std::int32_t way = forward ? stop - first : first - stop;
        const std::int32_t count = way > 0 ? ceil_div(way, absolute(step)) : 0;
        return AxisSlice{first, step, shrinks ? 1 : count, shrinks};
    }

private:
    static constexpr bool masked(std::int32_t mask, int axis) noexcept { return (mask >> axis & 1) != 0; }
};

template <class Types>
struct StridedSlice : Operands<4> {
    using Params = StridedBox;

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return MovedTypes<Types>::accept(node);
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto operands = operands_of(node);
        if (!operands) return operands.status();
        const Shape in = node.input(0).shape();
        const Shape out = node.output(0).shape();
        const int element = whole_bytes_of(node.output(0).type());
        StridedCopyPlan plan(element);
        std::uint32_t first = 0;
        std::int32_t index_bytes = element;
        bool forward = true;
        int left = out.rank;
        for (int axis = in.rank - 1; axis >= 0; --axis) {
            const auto slice = (*operands).axis(axis, in[axis]);
            if (!slice) return slice.status();
            if (!slice->shrinks && (left == 0 || out[--left] != slice->count))
                return StatusCode::shape_mismatch;
            plan.add(slice->count, slice->count > 1 ? slice->step * index_bytes : 0);
            first += static_cast<std::uint32_t>(slice->first) * static_cast<std::uint32_t>(index_bytes);
            forward = forward && (slice->count <= 1 || slice->step > 0);
            index_bytes *= in[axis];
        }
        if (left != 0) return StatusCode::shape_mismatch;
        if (node.input(0).bytes() == node.output(0).bytes() && plan.is_one_cell())
            requests.alias(0);
        else if (forward)
            requests.overlap(0);
        return plan.finish(first, requests);
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        Kernel<strided_copy, typename Config::Isa>::run(p, context.table(2 * p.axes),
                                                        context.template input<unsigned char>(0),
                                                        context.template output<unsigned char>(0));
    }

private:
    template <class Node>
    static constexpr Result<SliceOperands> operands_of(const Node& node) noexcept {
        const auto masks = node.template options_or_default<options::StridedSlice>();
        if (!masks) return masks.status();
        if (masks->ellipsis_mask != 0 || masks->new_axis_mask != 0 || masks->offset)
            return StatusCode::unsupported_feature;
        SliceOperands operands{{}, *masks};
        for (int i = 0; i < 3; ++i) {
            const auto values = integer_constant(node.input(i + 1), node.input(0).shape().rank);
            if (!values) return values.status();
            operands.values[i] = *values;
        }
        return operands;
    }
};

} // namespace detail

/// STRIDED_SLICE for every type of whole bytes, or for those named; constant begin, end and strides. Begin,
/// end and shrink masks; no ellipsis, no new axes.
template <class... Types>
struct StridedSlice : Op<schema::BuiltinOperator_STRIDED_SLICE, detail::StridedSlice<TypeList<Types...>>> {};

} // namespace mote::ops

#endif
