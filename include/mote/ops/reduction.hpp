// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_REDUCTION_HPP
#define MOTE_OPS_REDUCTION_HPP

#include "../core/result.hpp"
#include "../core/shape.hpp"
#include "../kernels/reduce.hpp"
#include "eval_context.hpp"
#include "quantized.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A tensor's axes merged into groups of kept and of reduced ones in turn, as the reduce kernel takes them.
struct Reduction {
    std::uint32_t extents[Shape::max_rank + 1];
    int reduced;           // groups of reduced axes, at least 1
    std::int32_t elements; // that make one output element

    constexpr int words() const noexcept { return 2 * reduced + 1; }
};

namespace detail {

/// The axes that `axis(i)` names for i < count, a bit for each; they may be negative (from the last) and
/// repeat. Negative when one is out of range.
template <class AxisAt>
constexpr std::int32_t axis_mask(int rank, std::int32_t count, const AxisAt& axis_at) noexcept {
    std::int32_t mask = 0;
    for (std::int32_t i = 0; i < count && rank > 0; ++i) {
        const std::int32_t axis = axis_at(i);
        if (axis < -rank || axis >= rank) return -1;
        mask |= std::int32_t{1} << (axis < 0 ? axis + rank : axis);
    }
    return mask;
}

constexpr Reduction merge_reduction(const Shape& shape, std::int32_t mask) noexcept {
    Reduction r{};
    r.elements = 1;
    int group = 0; // even: of kept axes
    r.extents[0] = 1;
    for (int axis = 0; axis < shape.rank; ++axis) {
        if (shape[axis] == 1) continue;
        const int reduced = mask >> axis & 1;
        if (reduced != (group & 1)) r.extents[++group] = 1;
        r.extents[group] *= static_cast<std::uint32_t>(shape[axis]);
        if (reduced != 0) r.elements *= shape[axis];
    }
    if (group == 0) {
        r.extents[2] = r.extents[0];
        r.extents[0] = r.extents[1] = 1;
        group = 2;
    }
    if ((group & 1) != 0) r.extents[++group] = 1;
    r.reduced = group / 2;
    return r;
}

} // namespace detail

/// What an operator that reduces axes keeps. With constant axes its table has a Reduction's extents; axes
/// that are known only at run time make it the input's extents, elements per output element, number of axes.
struct ReductionForm {
    static constexpr std::uint8_t at_run_time = 0x80;

    std::uint8_t code; // Reduction::reduced; at run time: the input's rank and `at_run_time`

    /// What eval needs: `reduced`, and `extents`, which lie in the table or in `reduction`.
    /// value_out_of_range where axes that come at run time do not fit the shapes.
    Status read(const EvalContext& context, Reduction& reduction,
                const std::uint32_t*& extents) const noexcept {
        if (code < at_run_time) {
            reduction.reduced = code;
            extents = context.table(2 * code + 1);
            return {};
        }
        Shape shape;
        shape.rank = code - at_run_time;
        const std::uint32_t* const words = context.table(shape.rank + 2);
        for (int axis = 0; axis < shape.rank; ++axis) shape[axis] = static_cast<std::int32_t>(words[axis]);
        const auto* const axes = context.input<std::int32_t>(1);
        const std::int32_t mask = detail::axis_mask(shape.rank,
                                                    static_cast<std::int32_t>(words[shape.rank + 1]),
                                                    [axes](std::int32_t i) { return axes[i]; });
        if (mask < 0) return StatusCode::value_out_of_range;
        reduction = detail::merge_reduction(shape, mask);
        extents = reduction.extents;
        if (reduction.elements != static_cast<std::int32_t>(words[shape.rank]))
            return StatusCode::value_out_of_range;
        return {};
    }
};

/// ReductionForm and how many input elements make one of output.
struct PreparedReduction {
    ReductionForm form;
    std::int32_t elements;
};

/// Checks the axes, input 1, against input 0 and output 0, whose element counts must fit (so that keep_dims
/// need not be read), and fills the step's table. Zero extents are refused.
template <class Node, class Requests>
constexpr Result<PreparedReduction> prepare_reduction(const Node& node, Requests& requests) noexcept {
    const auto axes = node.input(1);
    const Shape shape = node.input(0).shape();
    const std::int32_t outputs = node.output(0).elements();
    if (!axes.template is<std::int32_t>())
        return Status(StatusCode::unsupported_type).at_tensor(axes.index());
    if (!is_solid(shape) || outputs <= 0) return StatusCode::shape_mismatch;
    const std::int32_t elements = shape.elements() / outputs;
    if (elements * outputs != shape.elements()) return StatusCode::shape_mismatch;
    if (!axes.is_constant()) {
        const auto table = requests.table(shape.rank + 2);
        for (int axis = 0; axis < shape.rank; ++axis)
            table.set(axis, static_cast<std::uint32_t>(shape[axis]));
        table.set(shape.rank, static_cast<std::uint32_t>(elements));
        table.set(shape.rank + 1, static_cast<std::uint32_t>(axes.elements()));
        const auto code = static_cast<std::uint8_t>(ReductionForm::at_run_time | shape.rank);
        return PreparedReduction{{code}, elements};
    }
    const auto constant = axes.constant();
    const std::int32_t mask = detail::axis_mask(shape.rank, axes.elements(), [&](std::int32_t i) {
        return constant.template at<std::int32_t>(static_cast<std::size_t>(i));
    });
    if (mask < 0) return Status(StatusCode::bad_constant).at_tensor(axes.index());
    const Reduction reduction = detail::merge_reduction(shape, mask);
    if (reduction.elements != elements) return StatusCode::shape_mismatch;
    const auto table = requests.table(reduction.words());
    for (int i = 0; i < reduction.words(); ++i) table.set(i, reduction.extents[i]);
    return PreparedReduction{{static_cast<std::uint8_t>(reduction.reduced)}, elements};
}

/// Folds input 0, of T, into output 0 as the prepared `form` says.
template <class Isa, class Fold, class T, class Finish>
Status run_reduction(ReductionForm form, const EvalContext& context, const Finish& finish) noexcept {
    Reduction reduction;
    const std::uint32_t* extents = nullptr;
    if (const Status s = form.read(context, reduction, extents); !s) return s;
    Kernel<reduce, Isa>::template run<Isa, Fold>(extents, reduction.reduced, context.input<T>(0), finish,
                                                 context.output<T>(0));
    return {};
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
