// SPDX-License-Identifier: Apache-2.0
#include "mote/core/math.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <limits>

#include <doctest/doctest.h>

namespace {

using Int32 = std::numeric_limits<std::int32_t>;

float from_bits(std::uint32_t bits) {
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

std::int32_t expected_rounding(float x) {
    if (std::isnan(x)) return 0;
    if (x >= 2147483648.0f) return Int32::max();
    if (x < -2147483648.0f) return Int32::min();
    return static_cast<std::int32_t>(std::round(x));
}

} // namespace

TEST_CASE("minimum, maximum, clamp") {
    static_assert(mote::minimum(3, -4) == -4 && mote::maximum(3, -4) == 3);
    static_assert(mote::minimum<std::int64_t>(Int32::max(), 5) == 5);
    static_assert(mote::clamp(7, -1, 6) == 6 && mote::clamp(-7, -1, 6) == -1 && mote::clamp(3, -1, 6) == 3);
    static_assert(mote::clamp(3, 3, 3) == 3);
    CHECK(mote::clamp(0.5f, -1.0f, 0.25f) == 0.25f);
}

TEST_CASE("ceil_div and align_up do not overflow on the way") {
    static_assert(mote::ceil_div(0, 5) == 0 && mote::ceil_div(10, 5) == 2 && mote::ceil_div(11, 5) == 3);
    static_assert(mote::ceil_div(Int32::max(), Int32::max()) == 1);
    static_assert(mote::ceil_div(Int32::max(), std::int32_t{2}) == 1 << 30);
    static_assert(mote::align_up(std::size_t{0}, std::size_t{16}) == 0);
    static_assert(mote::align_up(std::size_t{1}, std::size_t{16}) == 16);
    static_assert(mote::align_up(std::size_t{16}, std::size_t{16}) == 16);
    static_assert(mote::align_up(std::size_t{17}, std::size_t{1}) == 17);
    CHECK(mote::align_up(std::uint32_t{0xFFFFFFF1u}, std::uint32_t{16}) == 0);
    CHECK(mote::align_up(std::uint8_t{120}, std::uint8_t{128}) == 128);
}

TEST_CASE("absolute") {
    static_assert(mote::absolute(-5) == 5 && mote::absolute(5) == 5);
    static_assert(mote::absolute(std::int8_t{-127}) == 127);
    CHECK(mote::absolute(Int32::min()) == Int32::min());
    CHECK(mote::absolute(std::int8_t{-128}) == -128);
    CHECK(mote::absolute(-2.5f) == 2.5f);
    CHECK_FALSE(std::signbit(mote::absolute(-0.0f)));
    CHECK(std::isnan(mote::absolute(std::numeric_limits<float>::quiet_NaN())));
}

TEST_CASE("round_half_away in constant expressions") {
    static_assert(mote::round_half_away(0.49999997f) == 0 && mote::round_half_away(-0.49999997f) == 0);
    static_assert(mote::round_half_away(0.5f) == 1 && mote::round_half_away(-0.5f) == -1);
    static_assert(mote::round_half_away(2.5f) == 3 && mote::round_half_away(-2.5f) == -3);
    static_assert(mote::round_half_away(8388609.0f) == 8388609);
    static_assert(mote::round_half_away(4e9f) == Int32::max() &&
                  mote::round_half_away(-4e9f) == Int32::min());
    CHECK(mote::round_half_away(std::numeric_limits<float>::quiet_NaN()) == 0);
    CHECK(mote::round_half_away(std::numeric_limits<float>::infinity()) == Int32::max());
    CHECK(mote::round_half_away(-std::numeric_limits<float>::infinity()) == Int32::min());
    CHECK(mote::round_half_away(-2147483648.0f) == Int32::min());
    CHECK(mote::round_half_away(2147483520.0f) == 2147483520);
}

TEST_CASE("round_half_away is std::round on a sweep of all floats") {
    int wrong = 0;
    for (std::uint64_t bits = 0; bits < (std::uint64_t{1} << 32); bits += 2039) {
        const float x = from_bits(static_cast<std::uint32_t>(bits));
        wrong += mote::round_half_away(x) != expected_rounding(x) ? 1 : 0;
    }
    CHECK(wrong == 0);
}

TEST_CASE("round_half_away on both sides of every half below 2^12 and at the edges of precision") {
    int wrong = 0;
    for (int half = -8191; half <= 8191; ++half) {
        const float x = static_cast<float>(half) * 0.5f;
        for (const float y : {std::nextafter(x, -1e9f), x, std::nextafter(x, 1e9f)}) {
            wrong += mote::round_half_away(y) != expected_rounding(y) ? 1 : 0;
        }
    }
    for (int exponent = 20; exponent < 31; ++exponent) {
        float x = std::ldexp(1.0f, exponent);
        for (int i = 0; i < 8; ++i, x = std::nextafter(x, 0.0f)) {
            wrong += mote::round_half_away(x) != expected_rounding(x) ? 1 : 0;
            wrong += mote::round_half_away(-x) != expected_rounding(-x) ? 1 : 0;
        }
    }
    CHECK(wrong == 0);
}
