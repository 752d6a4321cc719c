// SPDX-License-Identifier: Apache-2.0
#include "mote/core/bits.hpp"

#include <cstdint>
#include <cstring>
#include <limits>
#include <random>

#include <doctest/doctest.h>

namespace {

enum class Colour : std::int8_t { red = -3 };

constexpr unsigned char bytes[] = {0xFD, 0x02, 0x83, 0x04, 0x05, 0x06, 0x07, 0xF8};
constexpr unsigned char pi[] = {0xFF, 0xDB, 0x0F, 0x49, 0x40}; // one byte off, to be unaligned

} // namespace

TEST_CASE("bit_cast and the float helpers work in constant expressions") {
    static_assert(mote::float_to_bits(1.0f) == 0x3F800000u);
    static_assert(mote::float_to_bits(-0.0f) == 0x80000000u);
    static_assert(mote::float_from_bits(0x40490FDBu) == 3.14159274f);
    static_assert(mote::float_from_bits(1) == std::numeric_limits<float>::denorm_min());
    static_assert(mote::bit_cast<std::int32_t>(std::uint32_t{0xFFFFFFFFu}) == -1);
    CHECK(mote::float_to_bits(std::numeric_limits<float>::infinity()) == 0x7F800000u);
}

TEST_CASE("the fallbacks for old compilers give the same") {
    static_assert(mote::detail::union_cast<std::uint32_t>(0.1f) == 0x3DCCCCCDu);
    static_assert(mote::detail::union_cast<std::uint32_t>(-0.0f) == 0x80000000u);
    static_assert(mote::detail::union_cast<float>(std::uint32_t{0xC2280000u}) == -42.0f);
    static_assert(mote::detail::union_cast<Colour>(std::int8_t{-3}) == Colour::red);
    CHECK(mote::detail::union_cast<std::uint32_t>(-2.5f) == mote::float_to_bits(-2.5f));
    CHECK(mote::detail::union_cast<float>(std::uint32_t{0x40490FDBu}) == 3.14159274f);
    for (int i = 0; i < 32; ++i) {
        CHECK(mote::detail::portable_clz32(std::uint32_t{1} << i) == 31 - i);
        CHECK(mote::detail::portable_clz32(0xFFFFFFFFu >> i) == i);
    }
}

TEST_CASE("computed floats and bits are those in memory") {
    const std::uint32_t infinity = 0x7F800000u;
    const auto check = [infinity](std::uint32_t bits) {
        float value = 0;
        std::memcpy(&value, &bits, sizeof value);
        const float computed = mote::detail::computed_float(bits);
        if ((bits & 0x7FFFFFFFu) > infinity) {
            CHECK(computed != computed);
            CHECK((mote::detail::computed_bits(value) & 0x7FFFFFFFu) > infinity);
        } else {
            CHECK(std::memcmp(&computed, &value, sizeof value) == 0);
            CHECK(mote::detail::computed_bits(value) == bits);
        }
    };
    for (const std::uint32_t sign : {0u, 0x80000000u}) {
        for (std::uint32_t exponent = 0; exponent < 256; ++exponent)
            for (const std::uint32_t fraction : {0u, 1u, 0x400000u, 0x7FFFFFu})
                check(sign | exponent << 23 | fraction);
    }
    std::mt19937 random(1);
    for (int i = 0; i < 10000; ++i) check(static_cast<std::uint32_t>(random()));
}

TEST_CASE("count_leading_zeros at every width and position") {
    static_assert(mote::count_leading_zeros(std::uint8_t{0}) == 8);
    static_assert(mote::count_leading_zeros(std::uint16_t{0}) == 16);
    static_assert(mote::count_leading_zeros(std::uint32_t{0}) == 32);
    static_assert(mote::count_leading_zeros(std::uint64_t{0}) == 64);
    static_assert(mote::count_leading_zeros(0u) == 32 && mote::count_leading_zeros(0x10ull) == 59);
    for (int i = 0; i < 64; ++i) {
        const std::uint64_t top = std::uint64_t{1} << i;
        CHECK(mote::count_leading_zeros(top) == 63 - i);
        CHECK(mote::count_leading_zeros(top | (top - 1)) == 63 - i);
        if (i < 32) CHECK(mote::count_leading_zeros(static_cast<std::uint32_t>(top)) == 31 - i);
        if (i < 16) CHECK(mote::count_leading_zeros(static_cast<std::uint16_t>(top)) == 15 - i);
        if (i < 8) CHECK(mote::count_leading_zeros(static_cast<std::uint8_t>(top)) == 7 - i);
    }
}

TEST_CASE("load_le reads every kind of number, in constant expressions too") {
    static_assert(mote::load_le<std::int8_t>(bytes) == -3);
    static_assert(mote::load_le<std::uint8_t>(bytes) == 0xFD);
    static_assert(mote::load_le<Colour>(bytes) == Colour::red);
    static_assert(mote::load_le<std::uint16_t>(bytes) == 0x02FD);
    static_assert(mote::load_le<std::int16_t>(bytes + 1) == -0x7CFE);
    static_assert(mote::load_le<std::uint32_t>(bytes) == 0x048302FDu);
    static_assert(mote::load_le<std::int32_t>(bytes + 4) == -0x07F8F9FB);
    static_assert(mote::load_le<std::uint64_t>(bytes) == 0xF8070605048302FDu);
    static_assert(mote::load_le<std::int64_t>(bytes) == static_cast<std::int64_t>(0xF8070605048302FDu));
    static_assert(mote::load_le<float>(pi + 1) == 3.14159274f);
    CHECK(mote::load_le<float>(pi + 1) == 3.14159274f);
}

TEST_CASE("load_le at run time agrees with memory on this little-endian host") {
    std::mt19937 random(5);
    unsigned char raw[24];
    for (unsigned char& byte : raw) byte = static_cast<unsigned char>(random());
    for (int offset = 0; offset < 16; ++offset) {
        std::uint32_t word = 0;
        std::uint64_t wide = 0;
        std::memcpy(&word, raw + offset, sizeof word);
        std::memcpy(&wide, raw + offset, sizeof wide);
        CHECK(mote::load_le<std::uint32_t>(raw + offset) == word);
        CHECK(mote::load_le<std::uint64_t>(raw + offset) == wide);
    }
}
