// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_SOFTMAX_HPP
#define MOTE_OPS_SOFTMAX_HPP

#include "../kernels/softmax_rows.hpp"
#include "../schema/options.hpp"
#include "op_for_pairs.hpp"
#include "pointwise.hpp"
#include "quantized.hpp"

namespace mote::ops {

namespace detail {

/// The rows of SOFTMAX: all axes but the last, of which there must be one; no extent is 0.
template <class In, class Out, class Node, class Requests>
constexpr Result<std::int32_t> softmax_rows_of(const Node& node, Requests& requests) noexcept {
    const Shape shape = node.input(0).shape();
    if (shape.rank < 1 || !is_solid(shape) || node.output(0).shape() != shape)
        return StatusCode::shape_mismatch;
    const auto elements = pointwise_elements<In, Out>(node, requests);
    if (!elements) return elements.status();
    return shape.product(0, shape.rank - 1);
}

/// int8 to int8 (output scale 1/256, zero point -128), int8 to int16 (2^-16, -32768), int16 to int16 (2^-15,
/// 0).
template <class In, class Out>
struct Softmax : Operands<1> {
    struct Params {
        std::int32_t rows;
        std::uint16_t depth;
        std::int16_t shift;
        std::int32_t multiplier;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return node.input(0).template is<In>() && node.output(0).template is<Out>();
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::Softmax>();
        if (!o) return o.status();
        if (!(o->beta >= 0.0f && o->beta <= (std::numeric_limits<float>::max)()))
            return StatusCode::bad_option;
        const auto in = quantization_of<In>(node.input(0));
        if (!in) return in.status();
        const auto out = quantization_of<Out>(node.output(0));
        if (!out) return out.status();
        if (!fits_output(*out)) return Status(StatusCode::bad_quantization).at_tensor(node.output(0).index());
        const auto rows = softmax_rows_of<In, Out>(node, requests);
        if (!rows) return rows.status();
        const std::int32_t depth = node.input(0).shape().back();
        if (depth > 0xffff) return StatusCode::unsupported_feature;
        const Multiplier multiplier = multiplier_of(in->scale, o->beta);
        // TFLM's int8 kernel needs a factor above 1.
        if (is_s8 && (multiplier.shift < 1 || multiplier == Multiplier{1 << 30, 1}))
            return Status(StatusCode::bad_quantization).at_tensor(node.input(0).index());
        return Params{*rows, static_cast<std::uint16_t>(depth), static_cast<std::int16_t>(multiplier.shift),
                      multiplier.value};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        Kernel<softmax_rows, typename Config::Isa>::run(context.template input<In>(0), p.rows, p.depth,
                                                        Multiplier{p.multiplier, p.shift},
                                                        context.template output<Out>(0));
    }

private:
    static constexpr bool is_s8 = std::is_same_v<In, std::int8_t>;

    /// TFLM demands the scale exactly for int8, within 1/1000 for int16.
    static constexpr bool fits_output(Quantization q) noexcept {
        if (std::is_same_v<Out, std::int8_t>) return q.scale == 1.0f / 256 && q.zero_point == -128;
        const float unit = is_s8 ? 65536.0f : 32768.0f;
        return absolute(q.scale * unit - 1.0f) <= 0.001f && q.zero_point == (is_s8 ? -32768 : 0);
    }
    static constexpr Multiplier multiplier_of(float scale, float beta) noexcept {
        return is_s8 ? softmax_multiplier(beta, scale) : softmax_multiplier_s16(scale, beta);
    }
};

template <>
struct Softmax<float, float> : Operands<1> {
    struct Params {
        std::int32_t rows;
        std::int32_t depth;
        float beta;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<float>(node);
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::Softmax>();
        if (!o) return o.status();
        const auto rows = softmax_rows_of<float, float>(node, requests);
        if (!rows) return rows.status();
        return Params{*rows, node.input(0).shape().back(), o->beta};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        Kernel<softmax_rows, typename Config::Isa>::run(context.template input<float>(0), p.rows, p.depth,
                                                        p.beta, context.template output<float>(0));
    }
};

using SoftmaxPairs = TypeList<TypePair<float, float>, TypePair<std::int8_t, std::int8_t>,
                              TypePair<std::int8_t, std::int16_t>, TypePair<std::int16_t, std::int16_t>>;

} // namespace detail

/// SOFTMAX over the last axis, float to float, int8 to int8 or int16, int16 to int16: among the named element
/// types, or all of these. The tables of int16 rows are constants in flash.
template <class... Types>
struct Softmax
    : OpForPairs<schema::BuiltinOperator_SOFTMAX, detail::Softmax, TypeList<Types...>, detail::SoftmaxPairs> {
};

} // namespace mote::ops

#endif
