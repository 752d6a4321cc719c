// SPDX-License-Identifier: Apache-2.0
#include "mote/core/quantization_params.hpp"

#include <type_traits>

#include <doctest/doctest.h>

using mote::Quantization;

TEST_CASE("without parameters a tensor is not quantised") {
    static_assert(Quantization().scale == 0.0f && Quantization().zero_point == 0);
    CHECK_FALSE(Quantization().scale > 0);
}

TEST_CASE("two words that can be copied into a program") {
    static_assert(sizeof(Quantization) == 8);
    static_assert(std::is_trivially_copyable_v<Quantization> && std::is_aggregate_v<Quantization>);
    constexpr Quantization q{0.25f, -128};
    static_assert(q.scale == 0.25f && q.zero_point == -128);
    CHECK(q.scale * static_cast<float>(127 - q.zero_point) == 63.75f);
}
