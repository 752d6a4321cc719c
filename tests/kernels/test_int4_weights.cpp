// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/int4_weights.hpp"

#include "kernel_test.hpp"

#include <doctest/doctest.h>

using mote::Int4Weights;

TEST_CASE("the low nibble comes first, both are signed") {
    const std::int8_t bytes[] = {0x21, static_cast<std::int8_t>(0x87), static_cast<std::int8_t>(0xF0)};
    const Int4Weights weights(bytes);
    CHECK(weights[0] == 1);
    CHECK(weights[1] == 2);
    CHECK(weights[2] == 7);
    CHECK(weights[3] == -8);
    CHECK(weights[4] == 0);
    CHECK(weights[5] == -1);
}

TEST_CASE("every pair of values, read from every start") {
    std::vector<std::int8_t> values;
    for (int low = -8; low < 8; ++low)
        for (int high = -8; high < 8; ++high) {
            values.push_back(static_cast<std::int8_t>(low));
            values.push_back(static_cast<std::int8_t>(high));
        }
    values.push_back(-5);
    const auto bytes = test::packed_int4(values);
    const auto n = static_cast<std::int32_t>(values.size());
    const Int4Weights weights(bytes.data());
    for (std::int32_t start = 0; start < n; start += 7)
        for (std::int32_t i = 0; start + i < n; ++i) {
            CHECK((weights + start)[i] == values[static_cast<std::size_t>(start + i)]);
            CHECK(Int4Weights(bytes.data(), start)[i] == values[static_cast<std::size_t>(start + i)]);
        }
    CHECK((weights + 3 + 4)[-2] == values[5]);
}
