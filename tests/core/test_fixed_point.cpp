// SPDX-License-Identifier: Apache-2.0
#include "mote/core/fixed_point.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

#include <doctest/doctest.h>

namespace {

using Int32 = std::numeric_limits<std::int32_t>;

constexpr std::int32_t corners[] = {
    Int32::min(), Int32::min() + 1, -(1 << 30) - 1, -(1 << 30),       -65537,      -3, -2, -1, 0, 1, 2, 3,
    65535,        1 << 30,          (1 << 30) + 1,  Int32::max() - 1, Int32::max()};

// The definition by a truncating division with a nudge away from zero.
std::int32_t expected_high_mul(std::int32_t a, std::int32_t b) {
    if (a == Int32::min() && b == Int32::min()) return Int32::max();
    const std::int64_t product = std::int64_t{a} * b;
    const std::int64_t nudge = product >= 0 ? std::int64_t{1} << 30 : 1 - (std::int64_t{1} << 30);
    return static_cast<std::int32_t>((product + nudge) / (std::int64_t{1} << 31));
}

std::int32_t expected_divide(std::int32_t x, int exponent) {
    return static_cast<std::int32_t>(std::round(std::ldexp(static_cast<double>(x), -exponent)));
}

std::int32_t expected_multiply(std::int32_t x, mote::Multiplier m) {
    const int left = m.shift > 0 ? static_cast<int>(m.shift) : 0;
    const int right = m.shift > 0 ? 0 : static_cast<int>(-m.shift);
    const auto shifted = static_cast<std::int32_t>(static_cast<std::uint64_t>(std::int64_t{x}) << left);
    return expected_divide(expected_high_mul(shifted, m.value), right);
}

// floor((x * reduced + half) / 2^right), by a division that does not depend on how negative numbers shift.
std::int32_t expected_reduced(std::int64_t x, mote::Multiplier m) {
    const std::int64_t reduced = m.value < 0x7FFF0000 ? (std::int64_t{m.value} + 0x8000) / 0x10000 : 0x7FFF;
    const std::int64_t unit = std::int64_t{1} << (15 - m.shift);
    const std::int64_t sum = x * reduced + unit / 2;
    return static_cast<std::int32_t>(sum / unit - (sum % unit < 0 ? 1 : 0));
}

} // namespace

TEST_CASE("saturating_rounding_doubling_high_mul") {
    static_assert(mote::saturating_rounding_doubling_high_mul(Int32::min(), Int32::min()) == Int32::max());
    static_assert(mote::saturating_rounding_doubling_high_mul(1 << 30, 1 << 30) == 1 << 29);
    static_assert(mote::saturating_rounding_doubling_high_mul(1, 1 << 30) == 1);  // one half: up
    static_assert(mote::saturating_rounding_doubling_high_mul(-1, 1 << 30) == 0); // minus one half: up
    int wrong = 0;
    for (const std::int32_t a : corners)
        for (const std::int32_t b : corners)
            wrong += mote::saturating_rounding_doubling_high_mul(a, b) != expected_high_mul(a, b) ? 1 : 0;
    std::mt19937 random(1);
    for (int i = 0; i < 300000; ++i) {
        const auto a = static_cast<std::int32_t>(random()) >> random() % 32;
        const auto b = static_cast<std::int32_t>(random()) >> random() % 8;
        wrong += mote::saturating_rounding_doubling_high_mul(a, b) != expected_high_mul(a, b) ? 1 : 0;
    }
    CHECK(wrong == 0);
}

TEST_CASE("rounding_divide_by_pot") {
    static_assert(mote::rounding_divide_by_pot(5, 1) == 3 && mote::rounding_divide_by_pot(-5, 1) == -3);
    static_assert(mote::rounding_divide_by_pot(Int32::min(), 31) == -1);
    static_assert(mote::rounding_divide_by_pot(Int32::max(), 0) == Int32::max());
    int wrong = 0;
    std::mt19937 random(2);
    for (int exponent = 0; exponent < 32; ++exponent) {
        for (const std::int32_t x : corners)
            wrong += mote::rounding_divide_by_pot(x, exponent) != expected_divide(x, exponent) ? 1 : 0;
        for (int i = 0; i < 10000; ++i) {
            const auto x = static_cast<std::int32_t>(random()) >> random() % 32;
            wrong += mote::rounding_divide_by_pot(x, exponent) != expected_divide(x, exponent) ? 1 : 0;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("multiply_by_quantized_multiplier rounds twice") {
    constexpr mote::Multiplier quarter{1 << 30, -1};
    // 1 * 1/2 rounds up to 1, and 1/2 of that up again: one rounding would give 0.
    static_assert(mote::multiply_by_quantized_multiplier(1, quarter) == 1);
    static_assert(mote::multiply_by_quantized_multiplier(100, {1 << 30, 3}) == 400);
    static_assert(mote::multiply_by_quantized_multiplier(Int32::max(), {0, 0}) == 0);
    int wrong = 0;
    std::mt19937 random(3);
    for (int i = 0; i < 300000; ++i) {
        const auto x = static_cast<std::int32_t>(random()) >> random() % 32;
        const auto value = static_cast<std::int32_t>(random() % (1u << 30)) + (1 << 30);
        const mote::Multiplier m{random() % 16 == 0 ? -value : value, static_cast<int>(random() % 63) - 31};
        wrong += mote::multiply_by_quantized_multiplier(x, m) != expected_multiply(x, m) ? 1 : 0;
        if (m.shift <= 0) wrong += mote::multiply_smaller_than_one(x, m) != expected_multiply(x, m) ? 1 : 0;
        if (m.shift >= 0) wrong += mote::multiply_greater_than_one(x, m) != expected_multiply(x, m) ? 1 : 0;
    }
    CHECK(wrong == 0);
}

TEST_CASE("multiply_by_quantized_multiplier at the corners of its domain") {
    int wrong = 0;
    for (const std::int32_t x : corners)
        for (const std::int32_t value : corners)
            for (int shift = -31; shift <= 31; ++shift) {
                const mote::Multiplier m{value, shift};
                wrong += mote::multiply_by_quantized_multiplier(x, m) != expected_multiply(x, m) ? 1 : 0;
            }
    CHECK(wrong == 0);
    CHECK(mote::wrapping_shift_left(0x40000001, 31) == Int32::min());
    CHECK(mote::wrapping_add(Int32::max(), 1) == Int32::min());
    CHECK(mote::wrapping_subtract(Int32::min(), 1) == Int32::max());
}

TEST_CASE("multiply_by_reduced_multiplier rounds once, with 16 bits of multiplier") {
    static_assert(mote::multiply_by_reduced_multiplier(std::int64_t{1} << 40, {1 << 30, -20}) == 1 << 19);
    static_assert(mote::multiply_by_reduced_multiplier(1, {1 << 30, 0}) == 1);
    static_assert(mote::multiply_by_reduced_multiplier(-1, {1 << 30, 0}) == 0);
    int wrong = 0;
    std::mt19937_64 random(4);
    for (int i = 0; i < 300000; ++i) {
        const auto x = static_cast<std::int64_t>(random()) >> (16 + random() % 48);
        const auto value = static_cast<std::int32_t>(random() % (1u << 30)) + (1 << 30);
        const mote::Multiplier m{
            random() % 8 == 0 ? Int32::max() - static_cast<std::int32_t>(random() % 0x20000) : value,
            static_cast<int>(random() % 39) - 31};
        wrong += mote::multiply_by_reduced_multiplier(x, m) != expected_reduced(x, m) ? 1 : 0;
    }
    CHECK(wrong == 0);
}
