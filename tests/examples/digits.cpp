// SPDX-License-Identifier: Apache-2.0
#include "../../examples/digits/digits.hpp"

#include "../../examples/digits/digits_test.h"
#include "golden_rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

TEST_CASE("digits states the smallest arena that will do") {
    const auto needed = mote::required_arena_bytes<Digits::Ops>(digits_int8);
    REQUIRE(needed);
    CHECK(*needed == Digits::arena_bytes);

    mote::MicroInterpreter<Digits::arena_bytes - 1, Digits::Ops> too_small;
    CHECK(too_small.load(digits_int8) == mote::StatusCode::arena_too_small);
}

TEST_CASE("digits_int8 gives TensorFlow Lite's outputs") {
    mote::MicroInterpreter<Digits::arena_bytes, Digits::Ops> interpreter;
    Digits digits;
    REQUIRE(interpreter.load(digits_int8));
    REQUIRE(digits.load());
    const auto rows = test::golden_rows<int>("digits_golden.csv");
    REQUIRE(rows.size() == 57);
    for (const std::vector<int>& row : rows) {
        REQUIRE(row.size() == 11);
        const unsigned char* const record = digits_test[row[0]];
        const auto input = interpreter.input<std::int8_t>();
        for (std::size_t i = 0; i < 64; ++i)
            input[i] = static_cast<std::int8_t>(std::lround(record[i] * 255 / 16.0) - 128);
        REQUIRE(interpreter.invoke());
        const auto output = interpreter.output<std::int8_t>();
        CHECK(std::equal(row.begin() + 1, row.end(), output.begin(), output.end()));

        const auto largest = std::max_element(row.begin() + 1, row.end());
        const mote::Result<Digits::Answer> answer = digits.classify(record);
        REQUIRE(answer);
        CHECK(answer->digit == largest - row.begin() - 1);
        CHECK(answer->probability == static_cast<float>(*largest + 128) / 256.0f);
    }
}

TEST_CASE("Digits says that it is not loaded") {
    Digits digits;
    CHECK(digits.classify(digits_test[0]).status() == mote::StatusCode::not_loaded);
}
