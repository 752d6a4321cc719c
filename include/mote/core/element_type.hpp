// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_ELEMENT_TYPE_HPP
#define MOTE_CORE_ELEMENT_TYPE_HPP

#include "../config.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// What a tensor's elements are; the values are those of the .tflite format.
enum class ElementType : std::int8_t {
    float32 = 0,
    float16 = 1,
    int32 = 2,
    uint8 = 3,
    int64 = 4,
    string = 5,
    boolean = 6,
    int16 = 7,
    complex64 = 8,
    int8 = 9,
    float64 = 10,
    complex128 = 11,
    uint64 = 12,
    resource = 13,
    variant = 14,
    uint32 = 15,
    uint16 = 16,
    int4 = 17,
    bfloat16 = 18,
    int2 = 19,
    uint4 = 20,
    float8_e4m3fn = 21,
    float8_e5m2 = 22,
};

/// Names int4 where a C++ type is asked for: two signed nibbles per byte, low nibble first.
struct int4 {};

/// Bits of one element; 0 for types without a fixed size (string, resource, variant), which no op takes, and
/// for unknown ones.
constexpr int bits_of(ElementType type) noexcept {
    switch (type) {
    case ElementType::int2: return 2;
    case ElementType::int4:
    case ElementType::uint4: return 4;
    case ElementType::uint8:
    case ElementType::int8:
    case ElementType::float8_e4m3fn:
    case ElementType::float8_e5m2:
    case ElementType::boolean: return 8;
    case ElementType::float16:
    case ElementType::bfloat16:
    case ElementType::int16:
    case ElementType::uint16: return 16;
    case ElementType::float32:
    case ElementType::int32:
    case ElementType::uint32: return 32;
    case ElementType::int64:
    case ElementType::uint64:
    case ElementType::float64:
    case ElementType::complex64: return 64;
    case ElementType::complex128: return 128;
    default: return 0;
    }
}

/// The field's name of a type, "int8" and so on; "unknown" outside the format.
constexpr const char* name_of(ElementType type) noexcept {
    constexpr const char* names[] = {
        "float32",   "float16", "int32",    "uint8",      "int64",  "string",        "bool",       "int16",
        "complex64", "int8",    "float64",  "complex128", "uint64", "resource",      "variant",    "uint32",
        "uint16",    "int4",    "bfloat16", "int2",       "uint4",  "float8_e4m3fn", "float8_e5m2"};
    const int i = static_cast<int>(type);
    return i < 0 || i > static_cast<int>(ElementType::float8_e5m2) ? "unknown" : names[i];
}

namespace detail {
template <class T>
struct ElementTypeOf;
template <ElementType Type>
struct ElementTypeIs {
    static constexpr ElementType value = Type;
};
// clang-format off
template <> struct ElementTypeOf<float> : ElementTypeIs<ElementType::float32> {};
template <> struct ElementTypeOf<double> : ElementTypeIs<ElementType::float64> {};
template <> struct ElementTypeOf<bool> : ElementTypeIs<ElementType::boolean> {};
template <> struct ElementTypeOf<int4> : ElementTypeIs<ElementType::int4> {};
template <> struct ElementTypeOf<std::int8_t> : ElementTypeIs<ElementType::int8> {};
template <> struct ElementTypeOf<std::uint8_t> : ElementTypeIs<ElementType::uint8> {};
template <> struct ElementTypeOf<std::int16_t> : ElementTypeIs<ElementType::int16> {};
template <> struct ElementTypeOf<std::uint16_t> : ElementTypeIs<ElementType::uint16> {};
template <> struct ElementTypeOf<std::int32_t> : ElementTypeIs<ElementType::int32> {};
template <> struct ElementTypeOf<std::uint32_t> : ElementTypeIs<ElementType::uint32> {};
template <> struct ElementTypeOf<std::int64_t> : ElementTypeIs<ElementType::int64> {};
template <> struct ElementTypeOf<std::uint64_t> : ElementTypeIs<ElementType::uint64> {};
// clang-format on
} // namespace detail

/// The ElementType of a C++ type (float, std::int8_t, mote::int4, ...).
template <class T>
inline constexpr ElementType element_type_of = detail::ElementTypeOf<T>::value;

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
