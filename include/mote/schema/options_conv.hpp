// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_OPTIONS_CONV_HPP
#define MOTE_SCHEMA_OPTIONS_CONV_HPP

#include "option_fields.hpp"

#include <cstdint>

namespace mote::options {

/// CONV_2D. Strides and dilations are in pixels, as the file has them: not checked to be positive.
struct Conv2D {
    static constexpr auto table = schema::BuiltinOptions_Conv2DOptions;

    Padding padding;
    Activation activation;
    std::int32_t stride_w;
    std::int32_t stride_h;
    std::int32_t dilation_w;
    std::int32_t dilation_h;
    ElementType quantized_bias_type; // float32: not said

    /// Whether every enumerated field had a value of the format.
    constexpr bool valid() const noexcept {
        return padding != Padding::invalid && activation != Activation::invalid;
    }

    template <class Table>
    static constexpr Conv2D decode(const Table& t) noexcept {
        using Field = schema::Conv2DOptions;
        Conv2D o{};
        o.padding = read_padding(t, Field::VT_PADDING);
        o.activation = read_activation(t, Field::VT_FUSED_ACTIVATION_FUNCTION);
        o.stride_w = t.template scalar<std::int32_t>(Field::VT_STRIDE_W, 0);
        o.stride_h = t.template scalar<std::int32_t>(Field::VT_STRIDE_H, 0);
        o.dilation_w = t.template scalar<std::int32_t>(Field::VT_DILATION_W_FACTOR, 1);
        o.dilation_h = t.template scalar<std::int32_t>(Field::VT_DILATION_H_FACTOR, 1);
        o.quantized_bias_type = read_element_type(t, Field::VT_QUANTIZED_BIAS_TYPE);
        return o;
    }
};

/// DEPTHWISE_CONV_2D. As Conv2D; depth_multiplier is what the file claims, the shapes decide.
struct DepthwiseConv2D {
    static constexpr auto table = schema::BuiltinOptions_DepthwiseConv2DOptions;

    Padding padding;
    Activation activation;
    std::int32_t stride_w;
    std::int32_t stride_h;
    std::int32_t depth_multiplier;
    std::int32_t dilation_w;
    std::int32_t dilation_h;

    /// Whether every enumerated field had a value of the format.
    constexpr bool valid() const noexcept {
        return padding != Padding::invalid && activation != Activation::invalid;
    }

    template <class Table>
    static constexpr DepthwiseConv2D decode(const Table& t) noexcept {
        using Field = schema::DepthwiseConv2DOptions;
        DepthwiseConv2D o{};
        o.padding = read_padding(t, Field::VT_PADDING);
        o.activation = read_activation(t, Field::VT_FUSED_ACTIVATION_FUNCTION);
        o.stride_w = t.template scalar<std::int32_t>(Field::VT_STRIDE_W, 0);
        o.stride_h = t.template scalar<std::int32_t>(Field::VT_STRIDE_H, 0);
        o.depth_multiplier = t.template scalar<std::int32_t>(Field::VT_DEPTH_MULTIPLIER, 0);
        o.dilation_w = t.template scalar<std::int32_t>(Field::VT_DILATION_W_FACTOR, 1);
        o.dilation_h = t.template scalar<std::int32_t>(Field::VT_DILATION_H_FACTOR, 1);
        return o;
    }
};

/// TRANSPOSE_CONV. Strides in output pixels, not checked to be positive.
struct TransposeConv {
    static constexpr auto table = schema::BuiltinOptions_TransposeConvOptions;

    Padding padding;
    Activation activation;
    std::int32_t stride_w;
    std::int32_t stride_h;
    ElementType quantized_bias_type; // float32: not said

    /// Whether every enumerated field had a value of the format.
    constexpr bool valid() const noexcept {
        return padding != Padding::invalid && activation != Activation::invalid;
    }

    template <class Table>
    static constexpr TransposeConv decode(const Table& t) noexcept {
        using Field = schema::TransposeConvOptions;
        TransposeConv o{};
        o.padding = read_padding(t, Field::VT_PADDING);
        o.activation = read_activation(t, Field::VT_FUSED_ACTIVATION_FUNCTION);
        o.stride_w = t.template scalar<std::int32_t>(Field::VT_STRIDE_W, 0);
        o.stride_h = t.template scalar<std::int32_t>(Field::VT_STRIDE_H, 0);
        o.quantized_bias_type = read_element_type(t, Field::VT_QUANTIZED_BIAS_TYPE);
        return o;
    }
};

/// AVERAGE_POOL_2D, MAX_POOL_2D and L2_POOL_2D. Strides and filter in pixels, not checked to be positive.
struct Pool2D {
    static constexpr auto table = schema::BuiltinOptions_Pool2DOptions;

    Padding padding;
    Activation activation;
    std::int32_t stride_w;
    std::int32_t stride_h;
    std::int32_t filter_w;
    std::int32_t filter_h;

    /// Whether every enumerated field had a value of the format.
    constexpr bool valid() const noexcept {
        return padding != Padding::invalid && activation != Activation::invalid;
    }

    template <class Table>
    static constexpr Pool2D decode(const Table& t) noexcept {
        using Field = schema::Pool2DOptions;
        Pool2D o{};
        o.padding = read_padding(t, Field::VT_PADDING);
        o.activation = read_activation(t, Field::VT_FUSED_ACTIVATION_FUNCTION);
        o.stride_w = t.template scalar<std::int32_t>(Field::VT_STRIDE_W, 0);
        o.stride_h = t.template scalar<std::int32_t>(Field::VT_STRIDE_H, 0);
        o.filter_w = t.template scalar<std::int32_t>(Field::VT_FILTER_WIDTH, 0);
        o.filter_h = t.template scalar<std::int32_t>(Field::VT_FILTER_HEIGHT, 0);
        return o;
    }
};

} // namespace mote::options

#endif
