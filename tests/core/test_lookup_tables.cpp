// SPDX-License-Identifier: Apache-2.0
#include "mote/core/lookup_tables.hpp"

#include <cmath>
#include <cstdint>

#include <doctest/doctest.h>

namespace {

// TFLM's recipe as it runs at prepare: floats, std::exp, std::round.
template <class Function>
int differing_entries(const mote::InterpolationTable& table, float lowest, float highest, Function function) {
    const float step = (highest - lowest) / 512, unit = 32768.0f;
    const auto entry = [&](float value) { return std::fmin(std::fmax(value, -32768.0f), 32767.0f); };
    int wrong = 0;
    for (int i = 0; i < 512; ++i) {
        const float here = function(lowest + static_cast<float>(i) * step) * unit;
        const float middle = function(lowest + static_cast<float>(i) * step + step / 2) * unit;
        const float next = function(lowest + static_cast<float>(i + 1) * step) * unit;
        const float chord = std::round((next + std::round(here)) / 2);
        const float bias = std::round((chord - std::round(middle)) / 2);
        wrong += static_cast<float>(table.values[i]) != entry(std::round(here) - bias) ? 1 : 0;
    }
    const float last = entry(std::round(function(highest) * unit));
    return wrong + (static_cast<float>(table.values[512]) != last ? 1 : 0);
}

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

} // namespace

TEST_CASE("the softmax tables are those made with std::exp and float arithmetic") {
    static_assert(mote::softmax_exp_table<>.values[512] == 32767);
    static_assert(mote::softmax_reciprocal_table<>.values[512] == 16384);
    CHECK(differing_entries(mote::softmax_exp_table<>, -10.0f, 0.0f, [](float x) { return std::exp(x); }) ==
          0);
    CHECK(differing_entries(mote::softmax_reciprocal_table<>, 0.0f, 1.0f,
                            [](float x) { return 1.0f / (1.0f + x); }) == 0);
}

TEST_CASE("the sigmoid table is TFLM's") {
    constexpr const std::uint16_t(&table)[256] = mote::sigmoid_table<>.values;
    static_assert(table[0] == 32768 && table[4] == 35493 && table[128] == 65221 && table[254] == 65534);
    std::uint32_t sum = 1; // sum = sum * 31 + entry over the published table
    int wrong = 0;
    for (int i = 0; i < 256; ++i) {
        sum = sum * 31 + table[i];
        const double here = sigmoid(i / 24.0), middle = sigmoid((i + 0.5) / 24),
                     next = sigmoid((i + 1) / 24.0);
        const double entry = i == 255 ? 65535 : std::round(65536 * (here - ((here + next) / 2 - middle) / 2));
        wrong += table[i] != static_cast<int>(entry) ? 1 : 0;
    }
    CHECK(sum == 0x4CECBBEAu);
    CHECK(wrong == 0);
}

TEST_CASE("interpolate meets the entries and stays between them") {
    constexpr const mote::InterpolationTable& table = mote::softmax_exp_table<>;
    static_assert(mote::interpolate(table, 0) == table.values[256]);
    for (int value = -32768; value <= 32767; value += 128) {
        CHECK(mote::interpolate(table, static_cast<std::int16_t>(value)) == table.values[256 + value / 128]);
    }
    int wrong = 0;
    double largest = 0;
    for (int value = -32768; value <= 32767; ++value) {
        const int result = mote::interpolate(table, static_cast<std::int16_t>(value));
        const int index = (value + 32768) / 128;
        wrong += result < table.values[index] || result > table.values[index + 1] ? 1 : 0;
        const double exact = 32768 * std::exp(10 * (value / 65536.0 - 0.5));
        largest = std::fmax(largest, std::fabs(result - exact));
    }
    CHECK(wrong == 0);
    CHECK(largest < 2.0);
}
