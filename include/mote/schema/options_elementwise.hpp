// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_OPTIONS_ELEMENTWISE_HPP
#define MOTE_SCHEMA_OPTIONS_ELEMENTWISE_HPP

#include "option_fields.hpp"

namespace mote::options {

/// ADD. pot_scale_int16 says that int16 scales are powers of two.
struct Add {
    static constexpr auto table = schema::BuiltinOptions_AddOptions;

    Activation activation;
    bool pot_scale_int16;

    /// Whether every enumerated field had a value of the format.
    constexpr bool valid() const noexcept { return activation != Activation::invalid; }

    template <class Table>
    static constexpr Add decode(const Table& t) noexcept {
        using Field = schema::AddOptions;
        return {read_activation(t, Field::VT_FUSED_ACTIVATION_FUNCTION),
                read_flag(t, Field::VT_POT_SCALE_INT16, true)};
    }
};

/// SUB. pot_scale_int16 says that int16 scales are powers of two.
struct Sub {
    static constexpr auto table = schema::BuiltinOptions_SubOptions;

    Activation activation;
    bool pot_scale_int16;

    /// Whether every enumerated field had a value of the format.
    constexpr bool valid() const noexcept { return activation != Activation::invalid; }

    template <class Table>
    static constexpr Sub decode(const Table& t) noexcept {
        using Field = schema::SubOptions;
        return {read_activation(t, Field::VT_FUSED_ACTIVATION_FUNCTION),
                read_flag(t, Field::VT_POT_SCALE_INT16, true)};
    }
};

/// MUL.
struct Mul {
    static constexpr auto table = schema::BuiltinOptions_MulOptions;

    Activation activation;

    /// Whether every enumerated field had a value of the format.
    constexpr bool valid() const noexcept { return activation != Activation::invalid; }

    template <class Table>
    static constexpr Mul decode(const Table& t) noexcept {
        return {read_activation(t, schema::MulOptions::VT_FUSED_ACTIVATION_FUNCTION)};
    }
};

/// LEAKY_RELU: alpha is the slope below zero, any float.
struct LeakyRelu {
    static constexpr auto table = schema::BuiltinOptions_LeakyReluOptions;

    float alpha;

    /// Always: there is no enumerated field.
    constexpr bool valid() const noexcept { return true; }

    template <class Table>
    static constexpr LeakyRelu decode(const Table& t) noexcept {
        return {t.template scalar<float>(schema::LeakyReluOptions::VT_ALPHA, 0.0f)};
    }
};

/// SOFTMAX: beta scales the input before the exponential, any float.
struct Softmax {
    static constexpr auto table = schema::BuiltinOptions_SoftmaxOptions;

    float beta;

    /// Always: there is no enumerated field.
    constexpr bool valid() const noexcept { return true; }

    template <class Table>
    static constexpr Softmax decode(const Table& t) noexcept {
        return {t.template scalar<float>(schema::SoftmaxOptions::VT_BETA, 0.0f)};
    }
};

} // namespace mote::options

#endif
