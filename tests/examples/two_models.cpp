// SPDX-License-Identifier: Apache-2.0
// With MOTE_ASSERT on: the example keeps the rule of a shared arena, and its arena is as large as it must be.
#include <cstdlib>
#define MOTE_ASSERT(condition) ((condition) ? static_cast<void>(0) : std::abort())
#include "../../examples/two_models/two_models.hpp"

#include "../../examples/digits/digits_test.h"

#include <doctest/doctest.h>

#include <cmath>

TEST_CASE("two models in one arena, turn by turn") {
    static TwoModels models;
    REQUIRE(models.load());
    int right = 0;
    for (int i = 0; i < 50; ++i) {
        const auto digit = models.classify(digits_test[i]);
        REQUIRE(digit);
        right += *digit == digits_test[i][64] ? 1 : 0;
        const auto sine = models.sine(static_cast<float>(i) / 8.0f);
        REQUIRE(sine);
        CHECK(std::fabs(*sine - std::sin(static_cast<float>(i) / 8.0f)) < 0.1f);
    }
    CHECK(right >= 49);
}

TEST_CASE("one arena takes what both keep and the larger head") {
    static TwoModels models;
    REQUIRE(models.load());
    CHECK(models.used_bytes() <= TwoModels::shared_bytes);
    CHECK(models.used_bytes() + 64 > TwoModels::shared_bytes);
    CHECK(TwoModels::saved_bytes > 0);
}
