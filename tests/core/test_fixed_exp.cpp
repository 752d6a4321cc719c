// SPDX-License-Identifier: Apache-2.0
#include "mote/core/fixed_exp.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

#include <doctest/doctest.h>

namespace {

using Int32 = std::numeric_limits<std::int32_t>;

/// Raw fixed-point numbers of every magnitude; the first four are the corners.
class RawNumbers {
public:
    explicit RawNumbers(unsigned seed) : random_(seed) {}

    std::int32_t next() {
        const auto bits = static_cast<std::int32_t>(random_());
        const std::int32_t x = bits >> random_() % 32;
        switch (count_++) {
            case 0:
                return Int32::min();
            case 1:
                return 0;
            case 2:
                return Int32::max();
            case 3:
                return Int32::min() + 1;
            default:
                return x;
        }
    }

private:
    std::mt19937 random_;
    int count_ = 0;
};

void mix(std::uint32_t& sum, std::int32_t value) { sum = sum * 31 + static_cast<std::uint32_t>(value); }

// One number for all functions on 4096 arguments.
template <int IntegerBits>
std::uint32_t checksum() {
    RawNumbers numbers(IntegerBits);
    std::uint32_t sum = 1;
    for (int i = 0; i < 4096; ++i) {
        const std::int32_t x = numbers.next();
        const std::int32_t fraction = x < 0 ? ~x : x;
        mix(sum, mote::fixed_exp_on_negative_values<IntegerBits>(x > 0 ? -x : x));
        mix(sum, mote::fixed_logistic<IntegerBits>(x));
        mix(sum, mote::fixed_tanh<IntegerBits>(x));
        mix(sum, mote::fixed_one_minus_x_over_one_plus_x(fraction));
    }
    return sum;
}

double real(std::int32_t raw, int integer_bits = 0) {
    return std::ldexp(static_cast<double>(raw), integer_bits - 31);
}

template <int IntegerBits>
double largest_error() {
    RawNumbers numbers(100 + IntegerBits);
    double largest = 0;
    for (int i = 0; i < 100000; ++i) {
        const std::int32_t x = numbers.next();
        const std::int32_t negative = x > 0 ? -x : x;
        const double e = real(mote::fixed_exp_on_negative_values<IntegerBits>(negative));
        const double l = real(mote::fixed_logistic<IntegerBits>(x));
        const double t = real(mote::fixed_tanh<IntegerBits>(x));
        largest = std::fmax(largest, std::fabs(e - std::exp(real(negative, IntegerBits))));
        largest = std::fmax(largest, std::fabs(l - 1 / (1 + std::exp(-real(x, IntegerBits)))));
        largest = std::fmax(largest, std::fabs(t - std::tanh(real(x, IntegerBits))));
    }
    return largest;
}

} // namespace

TEST_CASE("the functions are constant expressions with exact ends") {
    static_assert(mote::fixed_exp_on_negative_values<5>(0) == Int32::max());
    static_assert(mote::fixed_exp_on_negative_values<5>(Int32::min()) == 0);
    static_assert(mote::fixed_exp_on_negative_values<6>(-(1 << 30) - 1) == 0); // below -32
    static_assert(mote::fixed_logistic<4>(0) == 1 << 30);
    static_assert(mote::fixed_tanh<4>(0) == 0);
    static_assert(mote::fixed_one_over_one_plus_x(0) == Int32::max());
    CHECK(mote::fixed_tanh<4>(Int32::max()) == -mote::fixed_tanh<4>(-Int32::max()));
}

// Recorded from gemmlowp's fixedpoint.h (FixedPoint<int32_t, n>) over the same arguments.
TEST_CASE("checksums of gemmlowp's results") {
    CHECK(checksum<0>() == 0xB73AF3AFu);
    CHECK(checksum<3>() == 0xA938751Au);
    CHECK(checksum<4>() == 0x024BD8A5u);
    CHECK(checksum<5>() == 0xD2AEE63Du);
    CHECK(checksum<6>() == 0xBEEE1BAFu);
    CHECK(checksum<12>() == 0x356109CBu);
}

TEST_CASE("the functions are what they say") {
    CHECK(largest_error<0>() < 1e-6);
    CHECK(largest_error<3>() < 1e-6);
    CHECK(largest_error<4>() < 1e-6);
    CHECK(largest_error<5>() < 1e-6);
    CHECK(largest_error<8>() < 1e-6);
    RawNumbers numbers(9);
    double largest = 0;
    for (int i = 0; i < 100000; ++i) {
        const std::int32_t x = numbers.next() & Int32::max();
        largest = std::fmax(largest, std::fabs(real(mote::fixed_one_over_one_plus_x(x)) - 1 / (1 + real(x))));
    }
    CHECK(largest < 1e-8);
}

TEST_CASE("fixed_reciprocal") {
    static_assert(mote::fixed_reciprocal(1 << 19, 12).bits_over_unit == 0); // 1
    static_assert(mote::fixed_reciprocal(1 << 20, 12).bits_over_unit == 1); // 2
    static_assert(mote::fixed_reciprocal(1 << 20, 12).value == Int32::max());
    double largest = 0;
    RawNumbers numbers(11);
    for (int i = 0; i < 100000; ++i) {
        const std::int32_t x = (numbers.next() & Int32::max()) | 1;
        const mote::FixedReciprocal reciprocal = mote::fixed_reciprocal(x, 12);
        const double product = real(x, 12) * std::ldexp(real(reciprocal.value), -reciprocal.bits_over_unit);
        largest = std::fmax(largest, std::fabs(product - 1));
    }
    CHECK(largest < 1e-8);
}
