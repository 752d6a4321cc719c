// SPDX-License-Identifier: Apache-2.0
#include "mote/core/exp.hpp"

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <random>

#include <doctest/doctest.h>

namespace {

constexpr float infinite = std::numeric_limits<float>::infinity();

// A double's error is too small to move the nearest float, but for about one argument in 2^28.
float expected(float x) { return static_cast<float>(std::exp(static_cast<double>(x))); }

} // namespace

TEST_CASE("exp in constant expressions") {
    static_assert(mote::exp(0.0f) == 1.0f && mote::exp(-0.0f) == 1.0f);
    static_assert(mote::exp(1.0f) == 2.71828183f);
    static_assert(mote::exp(-10.0f) == 4.53999298e-05f);
    static_assert(mote::exp(std::numeric_limits<float>::denorm_min()) == 1.0f);
    static_assert(mote::exp(1e-30f) == 1.0f && mote::exp(-1e-30f) == 1.0f);
    CHECK(mote::exp(infinite) == infinite);
    CHECK(mote::exp(-infinite) == 0.0f);
    CHECK(std::isnan(mote::exp(std::numeric_limits<float>::quiet_NaN())));
}

TEST_CASE("exp is the nearest float for floats of all magnitudes and signs") {
    std::mt19937 random(1);
    int wrong = 0;
    for (int i = 0; i < 300000; ++i) {
        const float x = mote::float_from_bits(static_cast<std::uint32_t>(random()));
        if (std::isnan(x)) continue;
        wrong += mote::exp(x) != expected(x) ? 1 : 0;
    }
    CHECK(wrong == 0);
}

TEST_CASE("exp is the nearest float from underflow to overflow") {
    std::mt19937 random(2);
    int wrong = 0, subnormal = 0;
    for (int i = 0; i < 300000; ++i) {
        const float x = static_cast<float>(random() % 0x1000000) * (196.0f / 0x1000000) - 106.0f;
        const float y = mote::exp(x);
        wrong += y != expected(x) ? 1 : 0;
        subnormal += y > 0 && y < std::numeric_limits<float>::min() ? 1 : 0;
    }
    CHECK(wrong == 0);
    CHECK(subnormal > 1000);
}

TEST_CASE("exp at the edges of its range") {
    for (const float edge :
         {88.7228317f, -87.3365479f, -103.972076f, -103.278931f, 127.999992f, -127.999992f, 112.0f, -112.0f,
          2.98023224e-08f, -2.98023224e-08f, 5.96046448e-08f, -5.96046448e-08f}) {
        for (const float x : {std::nextafter(edge, -infinite), edge, std::nextafter(edge, infinite)}) {
            CAPTURE(x);
            CHECK(mote::exp(x) == expected(x));
        }
    }
}

TEST_CASE("exp at multiples of ln 2, where the power of two changes") {
    int wrong = 0;
    for (int k = -150; k <= 128; ++k) {
        float x = static_cast<float>(k * 0.69314718055994530942);
        for (int i = 0; i < 4; ++i) x = std::nextafter(x, -infinite);
        for (int i = 0; i < 9; ++i, x = std::nextafter(x, infinite))
            wrong += mote::exp(x) != expected(x) ? 1 : 0;
    }
    CHECK(wrong == 0);
}
