// SPDX-License-Identifier: Apache-2.0
#include "mote/core/quantization.hpp"

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <random>
#include <utility>

#include <doctest/doctest.h>

namespace {

using mote::Multiplier;
using Int32 = std::numeric_limits<std::int32_t>;

constexpr Multiplier zero{0, 0};
constexpr Multiplier saturated{Int32::max(), 30};
constexpr float smallest = std::numeric_limits<float>::denorm_min();
constexpr float largest = std::numeric_limits<float>::max();
constexpr float infinite = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

// The definition in double: frexp, 31 bits, halves away from zero.
Multiplier expected(double scale, int largest_shift = 30) {
    if (scale == 0) return zero;
    int shift = 0;
    double value = std::round(std::frexp(scale, &shift) * 2147483648.0);
    if (value == 2147483648.0) {
        value /= 2;
        ++shift;
    }
    if (shift < -31) return zero;
    if (shift > largest_shift) return {Int32::max(), largest_shift};
    return {static_cast<std::int32_t>(value), shift};
}

double wide(float x) { return static_cast<double>(x); }

/// The x with x * a = 1 modulo c; 0 where there is none.
std::int64_t inverse(std::int64_t a, std::int64_t c) {
    std::int64_t r = c, next_r = a, t = 0, next_t = 1;
    while (next_r != 0) {
        const std::int64_t q = r / next_r;
        r = std::exchange(next_r, r - q * next_r);
        t = std::exchange(next_t, t - q * next_t);
    }
    return r != 1 ? 0 : t < 0 ? t + c : t;
}

/// Positive floats: their exponents in a given range, their fractions often all ones or nearly all zeros.
class Scales {
public:
    explicit Scales(std::uint64_t seed) : random_(seed) {}

    float next(unsigned first_exponent, unsigned last_exponent) {
        const auto exponent =
            static_cast<std::uint32_t>(first_exponent + number() % (last_exponent - first_exponent + 1));
        std::uint32_t fraction = static_cast<std::uint32_t>(number()) & 0x7FFFFFu;
        if (number() % 8 == 0) fraction = 0x7FFFFFu - fraction % 4;
        if (number() % 8 == 0) fraction %= 4;
        const std::uint32_t bits = exponent << 23 | fraction;
        return mote::float_from_bits(bits == 0 ? 1 : bits);
    }

    std::uint64_t number() { return random_(); }

private:
    std::mt19937_64 random_;
};

} // namespace

TEST_CASE("multipliers are constant expressions") {
    static_assert(mote::quantize_multiplier(0.5f) == Multiplier{1 << 30, 0});
    static_assert(mote::quantize_multiplier(-0.75f) == Multiplier{-(3 << 29), 0});
    static_assert(mote::quantize_multiplier(1.0f, 3.0f) == Multiplier{1431655765, -1});
    static_assert(mote::quantize_multiplier(0.5f, 0.5f, 2.0f) == Multiplier{1 << 30, -2});
    static_assert(mote::quantize_multiplier(1.0f, 1.0f, 1.0f, -20) == Multiplier{1 << 30, -19});
    static_assert(mote::quantize_ratio(1, 3) == Multiplier{1431655765, -1});
    static_assert(mote::softmax_multiplier(1.0f, 0.125f) == Multiplier{1 << 30, 24});
    static_assert(mote::unpack_multiplier(
                      mote::pack_multiplier({1 << 30, -2}, 0.5f, mote::base_exponent(0.5f, 2.0f)),
                      mote::float_to_bits(0.5f), mote::base_exponent(0.5f, 2.0f)) == Multiplier{1 << 30, -2});
    static_assert(mote::quantize_bound(6.0f, 0.02f, -128) == 172);
    CHECK(true);
}

TEST_CASE("a * b / c for ordinary scales, and its packed form") {
    Scales scales(1);
    int wrong = 0, wrong_packed = 0;
    for (int i = 0; i < 400000; ++i) {
        const float a = scales.next(100, 140), b = scales.next(100, 140), c = scales.next(100, 140);
        const Multiplier m = mote::quantize_multiplier(a, b, c);
        wrong += m != expected(wide(a) * wide(b) / wide(c)) ? 1 : 0;
        const int base = mote::base_exponent(a, c);
        const mote::PackedMultiplier packed = mote::pack_multiplier(m, b, base);
        wrong_packed += mote::unpack_multiplier(packed, mote::float_to_bits(b), base) != m ? 1 : 0;
    }
    CHECK(wrong == 0);
    CHECK(wrong_packed == 0);
}

TEST_CASE("a * b / c for all positive finite floats, subnormals included, and its packed form") {
    Scales scales(2);
    int wrong = 0, wrong_packed = 0, zeros = 0, saturations = 0, between = 0;
    for (int i = 0; i < 300000; ++i) {
        const bool tiny = i % 4 == 0;
        const float a = scales.next(0, 254), b = scales.next(0, tiny ? 0 : 254),
                    c = scales.next(0, tiny ? 1 : 254);
        const Multiplier m = mote::quantize_multiplier(a, b, c);
        wrong += m != expected(wide(a) * wide(b) / wide(c)) ? 1 : 0;
        (m == zero ? zeros : m == saturated ? saturations : between) += 1;
        const int base = mote::base_exponent(a, c);
        const mote::PackedMultiplier packed = mote::pack_multiplier(m, b, base);
        wrong_packed += mote::unpack_multiplier(packed, mote::float_to_bits(b), base) != m ? 1 : 0;
    }
    CHECK(wrong == 0);
    CHECK(wrong_packed == 0);
    CHECK((zeros > 10000 && saturations > 10000 && between > 10000));
}

TEST_CASE("quotients so close below one half that the double's rounding decides") {
    // a is chosen so that a * b * 2^s leaves the remainder (c - d) / 2 on division by c, d small.
    Scales scales(8);
    int wrong = 0, up = 0, down = 0;
    for (int i = 0; i < 200000; ++i) {
        const auto c = static_cast<std::int64_t>(scales.number() % 0x800000 | 0x800001);
        const auto b = static_cast<std::int64_t>(scales.number() % 0x800000 + 0x800000);
        const int shift = 6 + i % 3;
        const std::int64_t remainder = (c - 1 - 2 * (i / 3 % 3)) / 2;
        const std::int64_t a = remainder * inverse(b % c * (1 << shift) % c, c) % c;
        if (a < 0x800000) continue;
        const std::int64_t quotient = (a * b << shift) / c;
        if (quotient >> 30 != 1 || (a * b << shift) % c != remainder) continue;
        const Multiplier m = mote::quantize_multiplier(static_cast<float>(a), static_cast<float>(b),
                                                       static_cast<float>(c), -20);
        wrong += m != expected(static_cast<double>(a * b) / static_cast<double>(c) / (1 << 20)) ? 1 : 0;
        (m.value == quotient ? down : up) += 1;
    }
    CHECK(wrong == 0);
    CHECK((up > 1000 && down > 1000));
}

TEST_CASE("a / c, one float, and powers of two beside them") {
    Scales scales(3);
    int wrong = 0;
    for (int i = 0; i < 200000; ++i) {
        const float a = scales.next(i % 2 ? 90 : 0, i % 2 ? 150 : 254),
                    c = scales.next(i % 2 ? 90 : 0, i % 2 ? 150 : 254);
        const int exponent = static_cast<int>(scales.number() % 41) - 20;
        wrong += mote::quantize_multiplier(a, c) != expected(wide(a) / wide(c)) ? 1 : 0;
        wrong += mote::quantize_multiplier(a) != expected(wide(a)) ? 1 : 0;
        const Multiplier negated = mote::quantize_multiplier(-a);
        wrong += Multiplier{-negated.value, negated.shift} != mote::quantize_multiplier(a) ? 1 : 0;
        wrong += mote::quantize_multiplier(a, 1.0f, c, exponent) !=
                         expected(std::ldexp(wide(a) / wide(c), exponent))
                     ? 1
                     : 0;
    }
    CHECK(wrong == 0);
}

TEST_CASE("ADD's three multipliers by exponents") {
    Scales scales(4);
    int wrong = 0;
    for (int i = 0; i < 100000; ++i) {
        const float one = scales.next(110, 130), two = scales.next(110, 130), out = scales.next(110, 130);
        const float larger = one < two ? two : one;
        const double twice = 2 * wide(larger);
        wrong += mote::quantize_multiplier(one, 1.0f, larger, -1) != expected(wide(one) / twice) ? 1 : 0;
        wrong += mote::quantize_multiplier(two, 1.0f, larger, -1) != expected(wide(two) / twice) ? 1 : 0;
        wrong +=
            mote::quantize_multiplier(larger, 1.0f, out, 1 - 20) != expected(twice / ((1 << 20) * wide(out)))
                ? 1
                : 0;
    }
    CHECK(wrong == 0);
}

TEST_CASE("arguments that are no scales have defined results") {
    for (const float nothing : {0.0f, -0.0f, -1.0f, -infinite, not_a_number}) {
        CHECK(mote::quantize_multiplier(nothing, 1.0f, 1.0f) == zero);
        CHECK(mote::quantize_multiplier(1.0f, nothing, 1.0f) == zero);
        CHECK(mote::quantize_multiplier(1.0f, 1.0f, nothing) == saturated);
        CHECK(mote::quantize_multiplier(nothing, largest, smallest) == zero);
    }
    CHECK(mote::quantize_multiplier(infinite, smallest, largest) == saturated);
    CHECK(mote::quantize_multiplier(largest, largest, infinite) == zero);
    CHECK(mote::quantize_multiplier(0.0f) == zero);
    CHECK(mote::quantize_multiplier(not_a_number) == zero);
    CHECK(mote::quantize_multiplier(infinite) == saturated);
    CHECK(mote::quantize_multiplier(-infinite) == Multiplier{-Int32::max(), 30});
}

TEST_CASE("the limits of the shift") {
    const float tiny = std::ldexp(1.0f, -33), huge = std::ldexp(1.0f, 29);
    CHECK(mote::quantize_multiplier(2 * tiny) == Multiplier{1 << 30, -31});
    CHECK(mote::quantize_multiplier(tiny) == zero);
    CHECK(mote::quantize_multiplier(std::nextafter(2 * tiny, 0.0f)) == zero);
    CHECK(mote::quantize_multiplier(huge) == Multiplier{1 << 30, 30});
    CHECK(mote::quantize_multiplier(2 * huge) == saturated);
}

TEST_CASE("quantize_ratio") {
    std::mt19937_64 random(5);
    int wrong = 0;
    for (int i = 0; i < 200000; ++i) {
        const std::uint64_t n = ((random() >> 11) >> random() % 53) | 1,
                            d = ((random() >> 11) >> random() % 53) | 1;
        const int exponent = static_cast<int>(random() % 61) - 30;
        const double ratio = static_cast<double>(n) / static_cast<double>(d);
        wrong += mote::quantize_ratio(n, d, exponent) != expected(std::ldexp(ratio, exponent)) ? 1 : 0;
    }
    CHECK(wrong == 0);
    CHECK(mote::quantize_ratio((std::uint64_t{1} << 63) - 1, 1, -63) == Multiplier{1 << 30, 1});
}

TEST_CASE("softmax multipliers") {
    Scales scales(6);
    int wrong = 0, clamped = 0;
    for (int i = 0; i < 100000; ++i) {
        const float scale = scales.next(105, 133), beta = scales.next(120, 132);
        const double real = std::fmin(wide(beta) * wide(scale) * (1 << 26), 2147483647.0);
        wrong += mote::softmax_multiplier(beta, scale) != expected(real, 31) ? 1 : 0;
        clamped += real == 2147483647.0 ? 1 : 0;
        wrong +=
            mote::softmax_multiplier_s16(scale, beta) != expected(wide(scale) * wide(beta) / (10.0 / 65535.0))
                ? 1
                : 0;
    }
    CHECK(wrong == 0);
    CHECK(clamped > 1000);
    for (int shift = 0; shift <= 31; ++shift) {
        const double radius = std::floor(31.0 * (1 << 26) / static_cast<double>(std::int64_t{1} << shift));
        CHECK(mote::softmax_difference_limit(shift) == -static_cast<std::int32_t>(radius));
    }
}

TEST_CASE("a packed multiplier keeps zero and saturation apart from ordinary values") {
    const int base = mote::base_exponent(1.0f, 1.0f);
    const std::uint32_t bits = mote::float_to_bits(1.0f);
    CHECK(mote::unpack_multiplier(mote::pack_multiplier(zero, 1.0f, base), bits, base) == zero);
    CHECK(mote::unpack_multiplier(mote::pack_multiplier(saturated, 1.0f, base), bits, base) == saturated);
    const Multiplier almost{Int32::max(), 1};
    CHECK(mote::unpack_multiplier(mote::pack_multiplier(almost, 1.0f, base), bits, base) == almost);
}

TEST_CASE("quantize_bound") {
    CHECK(mote::quantize_bound(0.0f, 0.1f, -7) == -7);
    CHECK(mote::quantize_bound(-1.0f, 2.0f, 0) == -1);
    CHECK(mote::quantize_bound(1.0f, 2.0f, 0) == 1);
    CHECK(mote::quantize_bound(6.0f, smallest, 3) == Int32::max());
    CHECK(mote::quantize_bound(-1.0f, smallest, -3) == Int32::min());
    Scales scales(7);
    int wrong = 0;
    for (int i = 0; i < 100000; ++i) {
        const float scale = scales.next(105, 140);
        const auto zero_point = static_cast<std::int32_t>(scales.number() % 256) - 128;
        for (const float x : {-1.0f, 1.0f, 6.0f}) {
            const auto step = static_cast<std::int32_t>(std::round(x / scale));
            wrong += mote::quantize_bound(x, scale, zero_point) != zero_point + step ? 1 : 0;
        }
    }
    CHECK(wrong == 0);
}
