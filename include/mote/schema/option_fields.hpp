// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_OPTION_FIELDS_HPP
#define MOTE_SCHEMA_OPTION_FIELDS_HPP

#include "format.hpp"

#include "../config.hpp"
#include "../core/element_type.hpp"

#include <cstdint>

namespace mote::options {

/// Where a window may lie: `same` pads so that every input is covered, `valid` keeps it inside the input.
/// `invalid` is any value that the format does not know.
enum class Padding : std::uint8_t { same, valid, invalid = 0xFF };

/// The function an operator applies to its own result; `invalid` is any value that the format does not know.
enum class Activation : std::uint8_t { none, relu, relu_n1_to_1, relu6, tanh, sign_bit, invalid = 0xFF };

/// How FULLY_CONNECTED finds its weights; `invalid` is any value that the format does not know.
enum class WeightsFormat : std::uint8_t { plain, shuffled_4x16_int8, invalid = 0xFF };

/// Padding as the file codes it.
constexpr Padding padding_of(std::int8_t code) noexcept {
    static_assert(schema::Padding_SAME == static_cast<int>(Padding::same));
    static_assert(schema::Padding_VALID == static_cast<int>(Padding::valid));
    return static_cast<std::uint8_t>(code) <= schema::Padding_MAX ? static_cast<Padding>(code)
                                                                  : Padding::invalid;
}

/// Activation as the file codes it.
constexpr Activation activation_of(std::int8_t code) noexcept {
    static_assert(schema::ActivationFunctionType_NONE == static_cast<int>(Activation::none));
    static_assert(schema::ActivationFunctionType_RELU == static_cast<int>(Activation::relu));
    static_assert(schema::ActivationFunctionType_RELU_N1_TO_1 == static_cast<int>(Activation::relu_n1_to_1));
    static_assert(schema::ActivationFunctionType_RELU6 == static_cast<int>(Activation::relu6));
    static_assert(schema::ActivationFunctionType_TANH == static_cast<int>(Activation::tanh));
    static_assert(schema::ActivationFunctionType_SIGN_BIT == static_cast<int>(Activation::sign_bit));
    return static_cast<std::uint8_t>(code) <= schema::ActivationFunctionType_MAX
               ? static_cast<Activation>(code)
               : Activation::invalid;
}

/// WeightsFormat as the file codes it.
constexpr WeightsFormat weights_format_of(std::int8_t code) noexcept {
    switch (code) {
    case schema::FullyConnectedOptionsWeightsFormat_DEFAULT: return WeightsFormat::plain;
    case schema::FullyConnectedOptionsWeightsFormat_SHUFFLED4x16INT8:
        return WeightsFormat::shuffled_4x16_int8;
    default: return WeightsFormat::invalid;
    }
}

/// The padding in field `id` of an option table.
template <class Table>
constexpr Padding read_padding(const Table& table, std::uint16_t id) noexcept {
    return padding_of(table.template scalar<std::int8_t>(id, schema::Padding_SAME));
}

/// The activation in field `id` of an option table.
template <class Table>
constexpr Activation read_activation(const Table& table, std::uint16_t id) noexcept {
    return activation_of(table.template scalar<std::int8_t>(id, schema::ActivationFunctionType_NONE));
}

/// The weights format in field `id` of an option table.
template <class Table>
constexpr WeightsFormat read_weights_format(const Table& table, std::uint16_t id) noexcept {
    constexpr std::int8_t otherwise = schema::FullyConnectedOptionsWeightsFormat_DEFAULT;
    return weights_format_of(table.template scalar<std::int8_t>(id, otherwise));
}

/// The element type in field `id` of an option table, FLOAT32 when absent. Any value of int8 can come out.
template <class Table>
constexpr ElementType read_element_type(const Table& table, std::uint16_t id) noexcept {
    return static_cast<ElementType>(table.template scalar<std::int8_t>(id, schema::TensorType_FLOAT32));
}

/// The flag in field `id` of an option table. Read as a byte: a file may hold 2, which no bool may.
template <class Table>
constexpr bool read_flag(const Table& table, std::uint16_t id, bool otherwise = false) noexcept {
    return table.template scalar<std::uint8_t>(id, otherwise ? 1 : 0) != 0;
}

} // namespace mote::options

#endif
