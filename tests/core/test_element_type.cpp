// SPDX-License-Identifier: Apache-2.0
#include "mote/core/element_type.hpp"
#include "mote/schema/format.hpp"

#include <cctype>
#include <string>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

using mote::bits_of;
using mote::element_type_of;
using mote::ElementType;

namespace schema = mote::schema;

namespace {

std::string lower_case(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

/// The number at the end of "float32", 0 where there is none.
int digits_of(const std::string& name) {
    std::size_t at = name.size();
    while (at > 0 && std::isdigit(static_cast<unsigned char>(name[at - 1]))) --at;
    return at == name.size() ? 0 : std::stoi(name.substr(at));
}

} // namespace

TEST_CASE("values and names are the format's") {
    static_assert(static_cast<int>(ElementType::float32) == schema::TensorType_FLOAT32);
    static_assert(static_cast<int>(ElementType::int8) == schema::TensorType_INT8);
    static_assert(static_cast<int>(ElementType::int4) == schema::TensorType_INT4);
    static_assert(static_cast<int>(ElementType::float8_e5m2) == schema::TensorType_MAX);
    for (int i = schema::TensorType_MIN; i <= schema::TensorType_MAX; ++i) {
        const std::string format_name = schema::name_of(static_cast<schema::TensorType>(i));
        CHECK(mote::name_of(static_cast<ElementType>(i)) == lower_case(format_name));
    }
}

TEST_CASE("outside the format there is no name and no size") {
    for (const int value : {-128, -1, schema::TensorType_MAX + 1, 127}) {
        CHECK(std::string(mote::name_of(static_cast<ElementType>(value))) == "unknown");
        CHECK(bits_of(static_cast<ElementType>(value)) == 0);
    }
}

TEST_CASE("bits are what the name says, complex numbers are two floats") {
    for (int i = 0; i <= schema::TensorType_MAX; ++i) {
        const auto type = static_cast<ElementType>(i);
        const int digits = digits_of(mote::name_of(type));
        if (digits > 2) CHECK(bits_of(type) == digits);
        if (digits == 16 || digits == 32 || digits == 64 || digits == 8 || digits == 4)
            CHECK(bits_of(type) == digits);
    }
    static_assert(bits_of(ElementType::int2) == 2);
    static_assert(bits_of(ElementType::int4) == 4 && bits_of(ElementType::uint4) == 4);
    static_assert(bits_of(ElementType::boolean) == 8);
    static_assert(bits_of(ElementType::float8_e4m3fn) == 8 && bits_of(ElementType::float8_e5m2) == 8);
    static_assert(bits_of(ElementType::complex64) == 64 && bits_of(ElementType::complex128) == 128);
    static_assert(bits_of(ElementType::string) == 0);
    static_assert(bits_of(ElementType::resource) == 0 && bits_of(ElementType::variant) == 0);
}

TEST_CASE("C++ types name their element types") {
    static_assert(element_type_of<float> == ElementType::float32);
    static_assert(element_type_of<double> == ElementType::float64);
    static_assert(element_type_of<bool> == ElementType::boolean);
    static_assert(element_type_of<mote::int4> == ElementType::int4);
    static_assert(element_type_of<std::int8_t> == ElementType::int8);
    static_assert(element_type_of<std::uint8_t> == ElementType::uint8);
    static_assert(element_type_of<std::int16_t> == ElementType::int16);
    static_assert(element_type_of<std::uint16_t> == ElementType::uint16);
    static_assert(element_type_of<std::int32_t> == ElementType::int32);
    static_assert(element_type_of<std::uint32_t> == ElementType::uint32);
    static_assert(element_type_of<std::int64_t> == ElementType::int64);
    CHECK(element_type_of<std::uint64_t> == ElementType::uint64);
    CHECK(bits_of(element_type_of<double>) == 8 * sizeof(double));
}
