// SPDX-License-Identifier: Apache-2.0
#include "mote/core/result.hpp"

#include <cstdint>
#include <type_traits>

#include <doctest/doctest.h>

using mote::Result;
using mote::Status;
using mote::StatusCode;

namespace {

struct Extent {
    int height = 5;
    int width = 6;
};

constexpr Result<int> half(int value) {
    if (value % 2 != 0) return StatusCode::bad_constant;
    return value / 2;
}

constexpr Result<Extent> extent(int height) {
    if (height < 0) return Status(StatusCode::bad_shape).at_tensor(4);
    return Extent{height, 2 * height};
}

} // namespace

TEST_CASE("a Result holds a value, in constant expressions too") {
    static_assert(half(8));
    static_assert(*half(8) == 4);
    static_assert(half(8).status() == StatusCode::ok);
    static_assert(extent(3)->width == 6);
    static_assert((*extent(3)).height == 3);
    const Result<Extent> result = extent(7);
    CHECK(result);
    CHECK(result->height == 7);
}

TEST_CASE("or a Status, and then a default value") {
    static_assert(!half(7));
    static_assert(half(7).status() == StatusCode::bad_constant);
    static_assert(*half(7) == 0);
    static_assert(extent(-1).status().tensor_index() == 4);
    static_assert(extent(-1)->height == 5 && extent(-1)->width == 6);
    CHECK_FALSE(extent(-1));
}

TEST_CASE("a Result is tested, not converted") {
    static_assert(!std::is_convertible_v<Result<int>, bool>);
    static_assert(!std::is_convertible_v<Result<int>, int>);
    static_assert(std::is_trivially_copyable_v<Result<std::uint32_t>>);
    CHECK(half(-6).status() == StatusCode::ok);
}
