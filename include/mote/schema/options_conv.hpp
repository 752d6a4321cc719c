// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_OPTIONS_CONV_HPP
#define MOTE_SCHEMA_OPTIONS_CONV_HPP

#include "option_fields.hpp"

#include <cstdint>

namespace mote::options {

/// What the options of all window operators have. Strides and dilations are in pixels, as the file has them:
/// not checked to be positive.
struct WindowOptions {
    Padding padding;
    Activation activation;
    std::int32_t stride_w;
    std::int32_t stride_h;
    std::int32_t dilation_w;
    std::int32_t dilation_h;

    /// Whether every enumerated field had a value of the format.
    constexpr bool valid() const noexcept {
        return padding != Padding::invalid && activation != Activation::invalid;
    }

protected:
    /// In place of the id of a field that an option table does not have.
    static constexpr std::uint16_t no_field = 0;

    /// All these tables start with the padding and the strides; the ids of the others differ.
    template <class Table>
    MOTE_NOINLINE constexpr void decode(const Table& t, std::uint16_t activation_field,
                                        std::uint16_t dilation_w_field,
                                        std::uint16_t dilation_h_field) noexcept {
        using Field = schema::Conv2DOptions;
        padding = read_padding(t, Field::VT_PADDING);
        activation = read_activation(t, activation_field);
        stride_w = t.template scalar<std::int32_t>(Field::VT_STRIDE_W, 0);
        stride_h = t.template scalar<std::int32_t>(Field::VT_STRIDE_H, 0);
        const bool dilated = dilation_w_field != no_field;
        dilation_w = dilated ? t.template scalar<std::int32_t>(dilation_w_field, 1) : 1;
        dilation_h = dilated ? t.template scalar<std::int32_t>(dilation_h_field, 1) : 1;
    }
    template <class Field>
    static constexpr bool starts_alike =
        int{Field::VT_PADDING} == schema::Conv2DOptions::VT_PADDING&& int{Field::VT_STRIDE_W} ==
        schema::Conv2DOptions::VT_STRIDE_W&& int{Field::VT_STRIDE_H} == schema::Conv2DOptions::VT_STRIDE_H;
};

/// CONV_2D.
struct Conv2D : WindowOptions {
    static constexpr auto table = schema::BuiltinOptions_Conv2DOptions;

    ElementType quantized_bias_type; // float32: not said

    template <class Table>
    static constexpr Conv2D decode(const Table& t) noexcept {
        using Field = schema::Conv2DOptions;
        Conv2D o{};
        o.WindowOptions::decode(t, Field::VT_FUSED_ACTIVATION_FUNCTION, Field::VT_DILATION_W_FACTOR,
                                Field::VT_DILATION_H_FACTOR);
        o.quantized_bias_type = read_element_type(t, Field::VT_QUANTIZED_BIAS_TYPE);
        return o;
    }
};

/// DEPTHWISE_CONV_2D. depth_multiplier is what the file claims, the shapes decide.
struct DepthwiseConv2D : WindowOptions {
    static constexpr auto table = schema::BuiltinOptions_DepthwiseConv2DOptions;

    std::int32_t depth_multiplier;

    template <class Table>
    static constexpr DepthwiseConv2D decode(const Table& t) noexcept {
        using Field = schema::DepthwiseConv2DOptions;
        static_assert(starts_alike<Field>);
        DepthwiseConv2D o{};
        o.WindowOptions::decode(t, Field::VT_FUSED_ACTIVATION_FUNCTION, Field::VT_DILATION_W_FACTOR,
                                Field::VT_DILATION_H_FACTOR);
        o.depth_multiplier = t.template scalar<std::int32_t>(Field::VT_DEPTH_MULTIPLIER, 0);
        return o;
    }
};

/// TRANSPOSE_CONV. Strides in output pixels; dilations are 1.
struct TransposeConv : WindowOptions {
    static constexpr auto table = schema::BuiltinOptions_TransposeConvOptions;

    ElementType quantized_bias_type; // float32: not said

    template <class Table>
    static constexpr TransposeConv decode(const Table& t) noexcept {
        using Field = schema::TransposeConvOptions;
        static_assert(starts_alike<Field>);
        TransposeConv o{};
        o.WindowOptions::decode(t, Field::VT_FUSED_ACTIVATION_FUNCTION, no_field, no_field);
        o.quantized_bias_type = read_element_type(t, Field::VT_QUANTIZED_BIAS_TYPE);
        return o;
    }
};

/// AVERAGE_POOL_2D, MAX_POOL_2D and L2_POOL_2D. The filter's extents in pixels, not checked to be positive;
/// dilations are 1.
struct Pool2D : WindowOptions {
    static constexpr auto table = schema::BuiltinOptions_Pool2DOptions;

    std::int32_t filter_w;
    std::int32_t filter_h;

    template <class Table>
    static constexpr Pool2D decode(const Table& t) noexcept {
        using Field = schema::Pool2DOptions;
        static_assert(starts_alike<Field>);
        Pool2D o{};
        o.WindowOptions::decode(t, Field::VT_FUSED_ACTIVATION_FUNCTION, no_field, no_field);
        o.filter_w = t.template scalar<std::int32_t>(Field::VT_FILTER_WIDTH, 0);
        o.filter_h = t.template scalar<std::int32_t>(Field::VT_FILTER_HEIGHT, 0);
        return o;
    }
};

} // namespace mote::options

#endif
