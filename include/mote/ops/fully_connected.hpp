// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_FULLY_CONNECTED_HPP
#define MOTE_OPS_FULLY_CONNECTED_HPP

#include "../kernels/fully_connected.hpp"
#include "../schema/options.hpp"
#include "channel_scales.hpp"
#include "op.hpp"
#include "product_quantization.hpp"
#include "weights.hpp"

namespace mote::ops {

namespace detail {

/// A tensor as matrices: the product of all extents but the last two, and these. Of no rank where it is not
/// solid; an extent that it lacks is 1.
struct MatrixExtents {
    int rank = 0;
    std::int32_t matrices = 1, rows = 1, columns = 1;
};

template <class Tensor>
MOTE_NOINLINE constexpr MatrixExtents matrix_extents(const Tensor& tensor) noexcept {
    const Shape shape = tensor.shape();
    MatrixExtents found;
    if (!is_solid(shape)) return found;
    found.rank = shape.rank;
    for (int axis = 0; axis < shape.rank; ++axis) {
        found.matrices *= found.rows;
        found.rows = found.columns;
        found.columns = shape[axis];
    }
    return found;
}

/// Checks the shapes: filter [channel, depth], output [..., channel]. The output says how many rows there
/// are; the input only has to have as many elements as they take. Permits the overlap that going through the
/// rows allows.
template <class Node, class Requests>
MOTE_NOINLINE constexpr Result<ProductShape> fully_connected_shape(const Node& node, std::int32_t bytes,
                                                                   Requests& requests) noexcept {
    const MatrixExtents filter = matrix_extents(node.input(1));
    const MatrixExtents out = matrix_extents(node.output(0));
    if (filter.rank < 2 || out.rank < 1) return StatusCode::shape_mismatch;
    const ProductShape shape{out.matrices * out.rows, filter.columns, out.columns};
    if (filter.rows != shape.channels || filter.matrices != 1) return StatusCode::shape_mismatch;
    if (node.input(0).elements() != std::int64_t{shape.rows} * shape.depth) return StatusCode::shape_mismatch;
    if (node.has_input(2) && node.input(2).elements() != shape.channels) return StatusCode::shape_mismatch;
    // Row r is written after reading row r: at most, so far ahead of it.
    const std::int64_t growth = maximum<std::int32_t>(shape.channels - shape.depth, 0);
    const std::int64_t ahead = (growth * (shape.rows - 1) + shape.channels) * bytes;
    if (ahead < node.output(0).bytes()) requests.overlap(0, static_cast<std::uint32_t>(ahead));
    return shape;
}

/// The multiplier of all channels, or where those of each are.
struct ProductScales {
    // The multiplier, packed as if the filter's scale were 1, or as a float; or the offset of the filter's
    // scales.
    std::uint32_t word;
    std::uint16_t count; // 0: one for all channels
    std::int16_t base_exponent;

    template <class Config>
    auto multipliers(const EvalContext& context) const noexcept {
        static constexpr unsigned char one[] = {0x00, 0x00, 0x80, 0x3f};
        if constexpr (Config::Numerics::scales_in_float) {
            if (count == 0) return ChannelFloatScales{one, float_from_bits(word), 1.0f, false};
        } else {
            if (count == 0) return ChannelMultipliers{&word, one, base_exponent, false};
        }
        return ChannelScales{word, count, base_exponent}.multipliers<Config>(context);
    }
};

/// As TFLM computes them: one scale is multiplied with the input's in float, several are in double.
template <class Node, class Requests>
constexpr Result<ProductScales> product_scales(const Node& node, std::int32_t channels,
                                               const ProductQuantization& q, Requests& requests) noexcept {
    const auto filter = node.input(1);
    if (filter.scales().size() > 1) {
        const auto scales = channel_scales(node, 1, static_cast<int>(filter.file_rank()) - 2, channels,
                                           q.input_scale, q.output_scale, requests);
        if (!scales) return scales.status();
        return ProductScales{scales->filter_scales, scales->count, scales->base_exponent};
    }
    if (!is_valid_scale(filter.scale()))
        return Status(StatusCode::bad_quantization).at_tensor(filter.index());
    request_multipliers(requests, 0);
    if constexpr (Requests::Config::Numerics::scales_in_float)
        return ProductScales{float_to_bits(q.input_scale * filter.scale() / q.output_scale), 0, 0};
    const Multiplier multiplier = quantize_multiplier(q.input_scale * filter.scale(), q.output_scale);
    const auto base = static_cast<int>(multiplier.shift);
    return ProductScales{pack_multiplier(multiplier, 1.0f, base), 0, static_cast<std::int16_t>(base)};
}

/// Activations T with int8 weights (or int4 ones, for T = int4).
template <class T>
struct FullyConnected : ScaledOperands<3, 2> {
    using Activation = std::conditional_t<std::is_same_v<T, int4>, std::int8_t, T>;
    using Weight = std::conditional_t<std::is_same_v<T, int4>, int4, std::int8_t>;

    struct Params {
        ProductShape shape;
        ProductScales scales;
        ProductRange range;
        std::int16_t weight_offset;
        std::uint16_t wide; // accumulate in 64 bits (int16 activations, unless the bias is int32)
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<Activation>(node) && node.input_type(1) == element_type_of<Weight>;
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::FullyConnected>();
        if (!o) return o.status();
        if (o->weights_format != options::WeightsFormat::plain) return StatusCode::unsupported_feature;
        const auto shape = fully_connected_shape(node, sizeof(Activation), requests);
        if (!shape) return shape.status();
        const auto q = product_quantization<Activation>(node, 0, o->activation);
        if (!q) return q.status();
        const auto filter = quantization_of<std::int8_t>(node.input(1));
        if (!filter) return filter.status();
        const auto wide = bias_is_wide<Activation>(node, 2, o->quantized_bias_type);
        if (!wide) return wide.status();
        const auto scales = product_scales(node, shape->channels, *q, requests);
        if (!scales) return scales.status();
        const std::int32_t weight_offset = scales->count == 0 ? -filter->zero_point : 0;
        return Params{*shape, *scales, q->range, static_cast<std::int16_t>(weight_offset),
                      static_cast<std::uint16_t>(*wide)};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        if constexpr (std::is_same_v<Activation, std::int16_t>) {
            if (p.wide != 0) return run<Config, std::int64_t>(p, context);
        }
        run<Config, std::int32_t>(p, context);
    }

private:
    template <class Config, class Accumulator>
    static void run(const Params& p, const EvalContext& context) noexcept {
        using Isa = typename Config::Isa;
        const Requantizer<typename Config::Numerics, Activation> finish{
            p.scales.template multipliers<Config>(context), p.range.output_zero_point, p.range.low,
            p.range.high};
        Kernel<fully_connected, Isa>::template run<Isa, Accumulator>(
            p.shape, context.template input<Activation>(0), p.range.input_offset,
            weights_of<Weight>(context, 1), p.weight_offset, context.template constants<Accumulator>(2),
            finish, context.template output<Activation>(0));
    }
};

template <>
struct FullyConnected<float> : Operands<3, 2> {
    struct Params {
        ProductShape shape;
        Bounds<float> bounds;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        return has_types<float>(node) && node.input_type(1) == element_type_of<float>;
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::FullyConnected>();
        if (!o) return o.status();
        if (o->weights_format != options::WeightsFormat::plain) return StatusCode::unsupported_feature;
        if (!is_absent_or<float>(node, 2))
            return Status(StatusCode::unsupported_type).at_tensor(node.input(2).index());
        const auto shape = fully_connected_shape(node, sizeof(float), requests);
        if (!shape) return shape.status();
        return Params{*shape, activation_bounds(o->activation)};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        using Isa = typename Config::Isa;
        const FloatClamp finish{p.bounds.low, p.bounds.high};
        Kernel<fully_connected, Isa>::template run<Isa, float>(
            p.shape, context.template input<float>(0), 0, context.template input<float>(1), 0,
            context.template input<float>(2), finish, context.template output<float>(0));
    }
};

} // namespace detail

/// FULLY_CONNECTED for float, int8 and int16 activations with int8 weights, and int8 activations with int4
/// weights
/// (`int4`). Weights may be computed at run time; one filter scale, with any zero point, or one per channel.
template <class... Types>
struct FullyConnected : OpForTypes<schema::BuiltinOperator_FULLY_CONNECTED, detail::FullyConnected,
                                   TypeList<Types...>, TypeList<float, std::int8_t, std::int16_t, int4>> {};

} // namespace mote::ops

#endif
