// SPDX-License-Identifier: Apache-2.0
#include "mote/core/numerics.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <type_traits>

#include <doctest/doctest.h>

using mote::Multiplier;
using reference = mote::numerics::reference;

namespace {

constexpr Multiplier half{1 << 30, 0};
constexpr Multiplier one{1 << 30, 1};
constexpr Multiplier quarter{1 << 30, -1};

} // namespace

TEST_CASE("reference: 32-bit accumulators are rounded twice") {
    static_assert(reference::scale(std::int32_t{10}, half) == 5);
    static_assert(reference::scale(std::int32_t{11}, half) == 6);   // 5.5: halves up
    static_assert(reference::scale(std::int32_t{-11}, half) == -5); // -5.5: halves up here
    static_assert(reference::scale(std::int32_t{-10}, quarter) == -3);
    // 5 / 4 = 1.25, but 5 / 2 rounds up to 3, and 3 / 2 up to 2: the two roundings show.
    static_assert(reference::scale(std::int32_t{5}, quarter) == 2);
    static_assert(reference::scale(std::int32_t{123456789}, one) == 123456789);
    CHECK(reference::scale((std::numeric_limits<std::int32_t>::min)(), half) == -(1 << 30));
}

TEST_CASE("reference: 64-bit accumulators are rounded once, with 16 bits of multiplier") {
    static_assert(reference::scale(std::int64_t{5}, quarter) == 1);
    static_assert(reference::scale(std::int64_t{6}, quarter) == 2); // 1.5: halves up
    static_assert(reference::scale(std::int64_t{-6}, quarter) == -1);
    static_assert(reference::scale(std::int64_t{1} << 40, Multiplier{1 << 30, -11}) == 1 << 28);
    // 1 + 2^-20 has no place in 16 bits.
    CHECK(reference::scale(std::int64_t{1} << 25, Multiplier{(1 << 30) + (1 << 10), 1}) == 1 << 25);
    CHECK(reference::scale(std::int32_t{1} << 25, Multiplier{(1 << 30) + (1 << 10), 1}) == (1 << 25) + 32);
}

TEST_CASE("reference: the accumulator's type decides, and either result is near the real product") {
    std::mt19937 random(3);
    int far = 0;
    for (int i = 0; i < 20000; ++i) {
        const auto x = static_cast<std::int32_t>(random()) >> 8;
        const Multiplier m{static_cast<std::int32_t>((1u << 30) + random() % (1u << 30)),
                           -static_cast<std::int32_t>(random() % 12)};
        const double exact = std::ldexp(static_cast<double>(x) * m.value, static_cast<int>(m.shift) - 31);
        far += std::fabs(reference::scale(x, m) - exact) > 1.0 ? 1 : 0;
        // Half a unit of the last of 16 bits, on 2^23 at most, and the rounding's half.
        far += std::fabs(reference::scale(std::int64_t{x}, m) - exact) > std::fabs(exact) / 32768 + 0.5 ? 1
                                                                                                        : 0;
    }
    CHECK(far == 0);
    static_assert(std::is_empty_v<reference>);
}

TEST_CASE("single_rounding: one rounding, halves up") {
    using single = mote::numerics::single_rounding;
    static_assert(single::scale(std::int32_t{5}, quarter) == 1); // the reference gives 2
    static_assert(single::scale(std::int32_t{6}, quarter) == 2);
    static_assert(single::scale(std::int32_t{-6}, quarter) == -1);
    static_assert(single::scale(std::int32_t{11}, half) == 6);
    static_assert(single::scale((std::numeric_limits<std::int32_t>::min)(), Multiplier{1 << 30, 30}) ==
                  (std::numeric_limits<std::int32_t>::min)());
    std::mt19937 random(3);
    for (int i = 0; i < 200000; ++i) {
        const auto x = static_cast<std::int32_t>(random()) >> static_cast<int>(random() % 24);
        const Multiplier m{static_cast<std::int32_t>(random() >> 2 | 1u << 30),
                           static_cast<std::int32_t>(-static_cast<int>(random() % 20))};
        const long double exact =
            static_cast<long double>(x) * m.value / std::exp2(static_cast<long double>(31 - m.shift));
        CHECK(single::scale(x, m) == static_cast<std::int32_t>(std::floor(exact + 0.5L)));
        CHECK(std::abs(static_cast<double>(single::scale(x, m)) - reference::scale(x, m)) <= 1);
    }
}

TEST_CASE("float_scale: one float product, to the nearest integer, halves to even") {
    using floats = mote::numerics::float_scale;
    static_assert(floats::scale(std::int32_t{5}, 0.5f) == 2);
    static_assert(floats::scale(std::int32_t{7}, 0.5f) == 4);
    static_assert(floats::scale(std::int32_t{-5}, 0.5f) == -2);
    static_assert(floats::scale((std::numeric_limits<std::int32_t>::max)(), 1.0f) == 131072);
    CHECK(floats::scale((std::numeric_limits<std::int32_t>::min)(), 1e30f) == -131072);
    std::mt19937 random(4);
    for (int i = 0; i < 200000; ++i) {
        const auto x = static_cast<std::int32_t>(random()) >> static_cast<int>(random() % 24);
        const float factor =
            std::ldexp(static_cast<float>(random() >> 8), -24 - static_cast<int>(random() % 24));
        const float product = static_cast<float>(x) * factor;
        if (std::fabs(product) > 131072.0f) continue;
        CHECK(floats::scale(x, factor) == static_cast<std::int32_t>(std::nearbyint(product)));
    }
}
