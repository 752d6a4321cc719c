// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_OPTIONS_DENSE_HPP
#define MOTE_SCHEMA_OPTIONS_DENSE_HPP

#include "option_fields.hpp"

#include <cstdint>

namespace mote::options {

/// FULLY_CONNECTED.
struct FullyConnected {
    static constexpr auto table = schema::BuiltinOptions_FullyConnectedOptions;

    Activation activation;
    WeightsFormat weights_format;
    bool keep_num_dims;
    bool asymmetric_quantize_inputs;
    ElementType quantized_bias_type; // float32: not said

    /// Whether every enumerated field had a value of the format.
    constexpr bool valid() const noexcept {
        return activation != Activation::invalid && weights_format != WeightsFormat::invalid;
    }

    template <class Table>
    static constexpr FullyConnected decode(const Table& t) noexcept {
        using Field = schema::FullyConnectedOptions;
        FullyConnected o{};
        o.activation = read_activation(t, Field::VT_FUSED_ACTIVATION_FUNCTION);
        o.weights_format = read_weights_format(t, Field::VT_WEIGHTS_FORMAT);
        o.keep_num_dims = read_flag(t, Field::VT_KEEP_NUM_DIMS);
        o.asymmetric_quantize_inputs = read_flag(t, Field::VT_ASYMMETRIC_QUANTIZE_INPUTS);
        o.quantized_bias_type = read_element_type(t, Field::VT_QUANTIZED_BIAS_TYPE);
        return o;
    }
};

/// SVDF. The rank is as the file has it: not checked to be positive.
struct Svdf {
    static constexpr auto table = schema::BuiltinOptions_SVDFOptions;

    std::int32_t rank;
    Activation activation;
    bool asymmetric_quantize_inputs;

    /// Whether every enumerated field had a value of the format.
    constexpr bool valid() const noexcept { return activation != Activation::invalid; }

    template <class Table>
    static constexpr Svdf decode(const Table& t) noexcept {
        using Field = schema::SVDFOptions;
        Svdf o{};
        o.rank = t.template scalar<std::int32_t>(Field::VT_RANK, 0);
        o.activation = read_activation(t, Field::VT_FUSED_ACTIVATION_FUNCTION);
        o.asymmetric_quantize_inputs = read_flag(t, Field::VT_ASYMMETRIC_QUANTIZE_INPUTS);
        return o;
    }
};

} // namespace mote::options

#endif
