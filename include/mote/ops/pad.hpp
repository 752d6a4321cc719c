// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_PAD_HPP
#define MOTE_OPS_PAD_HPP

#include "../kernels/pad_rows.hpp"
#include "integer_constant.hpp"
#include "moved_types.hpp"

#include <cstring>

namespace mote::ops {

namespace detail {

/// A padded tensor's layout, put together from the innermost axis out. Axes of extent 1 go, and neighbours
/// that can be walked as one become one.
class PaddingPlan {
public:
    constexpr PaddingPlan() noexcept = default;
    /// `element`: bytes of one.
    constexpr explicit PaddingPlan(int element) noexcept : index_bytes_(static_cast<std::uint32_t>(element)) {
        plan_.row = index_bytes_;
        plan_.element = static_cast<std::uint8_t>(element);
    }

    /// The next axis outwards: indices of input and of the padding on both sides.
    constexpr void add(std::int32_t extent, std::int32_t before, std::int32_t after) noexcept {
        if (extent > 1) add_axis(static_cast<std::uint32_t>(extent), plan_.lead + plan_.trail);
        is_empty_ = is_empty_ || extent == 0;
        plan_.lead += static_cast<std::uint32_t>(before) * index_bytes_;
        plan_.trail += static_cast<std::uint32_t>(after) * index_bytes_;
        index_bytes_ *= static_cast<std::uint32_t>(before + extent + after);
    }

    template <class Requests>
    constexpr PaddedRows finish(std::uint8_t byte, Requests& requests) const noexcept {
        PaddedRows p = plan_;
        p.byte = byte;
        p.rows = is_empty_ ? 0 : 1;
        if (is_empty_) p.lead = index_bytes_;
        const WordTable table = requests.table(2 * p.axes);
        for (int i = 0; i < p.axes; ++i) {
            table.set(2 * i, extents_[i]);
            table.set(2 * i + 1, fillings_[i]);
        }
        return p;
    }

private:
    /// `filling`: bytes of padding between two of its indices.
    constexpr void add_axis(std::uint32_t extent, std::uint32_t filling) noexcept {
        if (filling == 0) {
            plan_.row *= extent;
        } else if (plan_.axes > 0 && fillings_[plan_.axes - 1] == filling) {
            extents_[plan_.axes - 1] *= extent;
        } else {
            extents_[plan_.axes] = extent;
            fillings_[plan_.axes++] = filling;
        }
    }

    PaddedRows plan_{};
    std::uint32_t index_bytes_ = 0; // of the output, for one index of the axis to come
    std::uint32_t extents_[Shape::max_rank] = {};
    std::uint32_t fillings_[Shape::max_rank] = {};
    bool is_empty_ = false;
};

/// PAD and PADV2: the value to pad with is operand 2; where it is absent, zero, or the zero point of 8-bit
/// types.
template <class Types>
struct Pad : Operands<3, 2> {
    using Params = PaddedRows;

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return MovedTypes<Types>::accept(node) &&
               element_bytes(node) <= static_cast<int>(sizeof(std::uint64_t)) &&
               (!node.has_input(2) || node.input(2).type() == node.output(0).type());
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto byte = default_byte(node);
        if (!byte) return byte.status();
        const auto plan = plan_of(node);
        if (!plan) return plan.status();
        const Params p = (*plan).finish(*byte, requests);
        if (p.rows != 0) requests.overlap(0, node.output(0).bytes() - node.input(0).bytes() - p.trail);
        return p;
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        // A copy: the operand may be the memory that is written.
        unsigned char value[sizeof(std::uint64_t)];
        const auto* operand = context.template input<unsigned char>(2);
        if (operand != nullptr)
            std::memcpy(value, operand, p.element);
        else
            std::memset(value, p.byte, p.element);
        Kernel<pad_rows, typename Config::Isa>::run(p, context.table(2 * p.axes), value,
                                                    context.template input<unsigned char>(0),
                                                    context.template output<unsigned char>(0));
    }

private:
    template <class Node>
    static constexpr int element_bytes(const Node& node) noexcept {
        return whole_bytes_of(node.output(0).type());
    }

    template <class Node>
    static constexpr Result<PaddingPlan> plan_of(const Node& node) noexcept {
        const Shape in = node.input(0).shape();
        const Shape out = node.output(0).shape();
        if (in.rank != out.rank) return StatusCode::shape_mismatch;
        const auto paddings = integer_constant(node.input(1), 2 * in.rank);
        if (!paddings) return paddings.status();
        PaddingPlan plan(element_bytes(node));
        for (int axis = in.rank - 1; axis >= 0; --axis) {
            const std::int32_t before = (*paddings)[2 * axis];
            const std::int32_t after = (*paddings)[2 * axis + 1];
            if (before < 0 || after < 0)
                return Status(StatusCode::bad_constant).at_tensor(node.input(1).index());
            if (before > out[axis] || after > out[axis] || out[axis] - before - after != in[axis])
                return StatusCode::shape_mismatch;
            plan.add(in[axis], before, after);
        }
        return plan;
    }

    template <class Node>
    static constexpr Result<std::uint8_t> default_byte(const Node& node) noexcept {
        const auto out = node.output(0);
        const auto value = node.input(2);
        const bool is_signed = out.template is<std::int8_t>();
        const bool has_zero_point = is_signed || out.template is<std::uint8_t>();
        const std::int64_t zero_point = has_zero_point ? out.zero_point() : 0;
        if (is_signed ? !fits<std::int8_t>(zero_point) : !fits<std::uint8_t>(zero_point))
            return Status(StatusCode::bad_quantization).at_tensor(out.index());
        if (!value.present()) return static_cast<std::uint8_t>(zero_point & 0xff);
        if (value.elements() != 1) return Status(StatusCode::shape_mismatch).at_tensor(value.index());
        if (has_zero_point && !same_quantization(value, out))
            return Status(StatusCode::bad_quantization).at_tensor(value.index());
        return std::uint8_t{0};
    }
    template <class T>
    static constexpr bool fits(std::int64_t zero_point) noexcept {
        return zero_point == static_cast<T>(zero_point);
    }
};

} // namespace detail

/// PAD for every type of whole bytes up to 8, or for those named; constant paddings. Pads with zero, which in
/// 8-bit types is the output's zero point.
template <class... Types>
struct Pad : Op<schema::BuiltinOperator_PAD, detail::Pad<TypeList<Types...>>> {};

} // namespace mote::ops

#endif
