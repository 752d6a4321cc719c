// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/arithmetic.hpp"

#include "mote/core/numerics.hpp"

#include <cstdint>
#include <limits>

#include <doctest/doctest.h>

namespace {

using Int32 = std::numeric_limits<std::int32_t>;
using mote::numerics::reference;

} // namespace

TEST_CASE("plain arithmetic wraps on int32 and is limited afterwards") {
    CHECK(mote::Plus::of(Int32::max(), std::int32_t{1}) == Int32::min());
    CHECK(mote::Minus::of(Int32::min(), std::int32_t{1}) == Int32::max());
    CHECK(mote::Times::of(std::int32_t{65536}, std::int32_t{65536}) == 0);
    CHECK(mote::Times::of(Int32::min(), std::int32_t{-1}) == Int32::min());
    CHECK(mote::Times::of(-1.5f, 4.0f) == -6.0f);
    const mote::Limited<mote::Minus, std::int32_t> limited{-1, 6};
    CHECK(limited(5, 9) == -1);
    CHECK(limited(9, 5) == 4);
    CHECK(limited(9, 2) == 6);
    const mote::Limited<mote::Plus, float> real{0.0f, 1.0f};
    CHECK(real(-2.0f, 1.5f) == 0.0f);
    CHECK(real(0.25f, 0.5f) == 0.75f);
}

TEST_CASE("a small multiplier reads as what it is") {
    CHECK(mote::SmallMultiplier{0x40000000, 0}.get() == mote::Multiplier{0x40000000, 0});
    CHECK(mote::SmallMultiplier{Int32::max(), 31}.get() == mote::Multiplier{Int32::max(), -31});
    CHECK(mote::SmallMultiplier{0, 0}.get() == mote::Multiplier{0, 0});
}

TEST_CASE("quantised sum with equal scales") {
    // Operands times 2^20 times one half, result times 2^-19: the plain sum.
    using Sum = mote::QuantizedSum<reference, std::int8_t>;
    const mote::SmallMultiplier half{0x40000000, 0};
    const mote::SmallMultiplier back{0x40000000, 18};
    const Sum sum{half, back, 3, -2, 1, -100, 100, 1 << 19, 1};
    const Sum difference{half, back, 3, -2, 1, -100, 100, 1 << 19, -1};
    const Sum reversed{half, back, 3, -2, 1, -100, 100, -(1 << 19), 1};
    for (int x = -128; x < 128; x += 5)
        for (int y = -128; y < 128; y += 3) {
            const auto a = static_cast<std::int8_t>(x);
            const auto b = static_cast<std::int8_t>(y);
            CHECK(sum(a, b) == mote::clamp((x - 3) + (y + 2) + 1, -100, 100));
            CHECK(difference(a, b) == mote::clamp((x - 3) - (y + 2) + 1, -100, 100));
            CHECK(reversed(a, b) == mote::clamp((y + 2) - (x - 3) + 1, -100, 100));
        }
}

TEST_CASE("quantised sum of int16 at the extremes does not overflow") {
    using Sum = mote::QuantizedSum<reference, std::int16_t>;
    const mote::SmallMultiplier half{0x40000000, 0};
    const mote::SmallMultiplier back{0x40000000, 13};
    const Sum sum{half, back, -32768, -32768, 0, -32768, 32767, 1 << 14, 1};
    CHECK(sum(32767, 32767) == 32767);
    CHECK(sum(-32768, -32768) == 0);
    CHECK(sum(-32768, 32767) == 32767);
    const Sum low{half, back, 32767, 32767, 0, -32768, 32767, 1 << 14, 1};
    CHECK(low(-32768, -32768) == -32768);
}

TEST_CASE("quantised product") {
    // A multiplier of 3/4.
    const mote::QuantizedProduct<reference, std::int8_t> product{{0x60000000, 0}, -128, 4, 7, -50, 90};
    for (int a = -128; a < 128; a += 3)
        for (int b = -128; b < 128; b += 5) {
            const int twelve = (a + 128) * (b - 4) * 3;
            // Halves up: one rounding, of the product.
            const int scaled = (twelve + 2 >= 0 ? (twelve + 2) / 4 : -((-(twelve + 2) + 3) / 4));
            CHECK(product(static_cast<std::int8_t>(a), static_cast<std::int8_t>(b)) ==
                  mote::clamp(scaled + 7, -50, 90));
        }
    // 2^8, and no room left.
    const mote::QuantizedProduct<reference, std::int16_t> large{{0x40000000, 9}, 0, 0, 0, -32768, 32767};
    CHECK(large(3, -5) == -3840);
    CHECK(large(181, 181) == 32767);
}
