// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_TENSOR_TEXT_HPP
#define MOTE_CLI_TENSOR_TEXT_HPP

#include "mote/core/bits.hpp"
#include "mote/core/element_type.hpp"
#include "mote/core/shape.hpp"
#include "mote/schema/flat_table.hpp"
#include "mote/schema/tensor_info.hpp"

#include <charconv>
#include <cstdint>
#include <string>

namespace cli {

using TensorInfo = mote::TensorInfo<mote::FlatTable>;

/// As few digits as tell the number from its neighbours.
template <class Number>
std::string number_text(Number value) {
    char digits[48];
    return std::string(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

/// Element `i` of a tensor of this type; types that have no numbers here as the bytes' hexadecimal digits.
inline std::string element_text(mote::ElementType type, const unsigned char* data, std::size_t i) {
    using mote::ElementType;
    const std::size_t bytes = static_cast<std::size_t>(mote::bits_of(type)) / 8;
    const unsigned char* at = data + i * bytes;
    switch (type) {
    case ElementType::float32: return number_text(mote::load_le<float>(at));
    case ElementType::int8: return number_text(int{mote::load_le<std::int8_t>(at)});
    case ElementType::uint8: return number_text(unsigned{*at});
    case ElementType::int16: return number_text(mote::load_le<std::int16_t>(at));
    case ElementType::uint16: return number_text(mote::load_le<std::uint16_t>(at));
    case ElementType::int32: return number_text(mote::load_le<std::int32_t>(at));
    case ElementType::uint32: return number_text(mote::load_le<std::uint32_t>(at));
    case ElementType::int64: return number_text(mote::load_le<std::int64_t>(at));
    case ElementType::uint64: return number_text(mote::load_le<std::uint64_t>(at));
    case ElementType::boolean: return *at == 0 ? "false" : "true";
    case ElementType::int4: {
        const int nibble = data[i / 2] >> (i % 2 * 4) & 15;
        return number_text(nibble - (nibble & 8) * 2);
    }
    default: break;
    }
    std::string hex = "0x";
    for (std::size_t k = bytes; k-- > 0;)
        for (const int digit : {at[k] >> 4, at[k] & 15}) hex += "0123456789abcdef"[digit];
    return hex;
}

/// "1x96x96x1"; "scalar" for rank 0.
inline std::string shape_text(const mote::Shape& shape) {
    std::string text;
    for (int axis = 0; axis < shape.rank; ++axis)
        text += (axis == 0 ? "" : "x") + std::to_string(shape[axis]);
    return text.empty() ? "scalar" : text;
}

/// A name from a model, fit for a terminal; empty when there is none.
inline std::string name_text(const char* name) {
    std::string text = name == nullptr ? "" : name;
    for (char& c : text)
        if (static_cast<unsigned char>(c) < ' ' || c == 127) c = '?';
    return text;
}

/// "scale 0.5 zero point -3", "8 scales along axis 3", or nothing.
inline std::string quantization_text(const TensorInfo& info) {
    if (!info.is_quantized()) return {};
    if (info.scales().size() > 1)
        return number_text(info.scales().size()) + " scales along axis " +
               number_text(info.quantized_dimension());
    return "scale " + number_text(info.scale()) + " zero point " + number_text(info.zero_point());
}

} // namespace cli

#endif
