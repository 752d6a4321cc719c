// SPDX-License-Identifier: Apache-2.0
#include "mote/core/shape.hpp"

#include <type_traits>

#include <doctest/doctest.h>

using mote::Shape;

namespace {

constexpr Shape image{{1, 96, 64, 3}, 4};
constexpr Shape scalar{};

} // namespace

TEST_CASE("extents by axis, from either end") {
    static_assert(image[0] == 1 && image[1] == 96 && image[3] == 3);
    static_assert(image.back() == 3 && image.back(0) == 3);
    static_assert(image.back(1) == 64 && image.back(3) == 1);
    static_assert(Shape::max_rank == 8);
    Shape shape = image;
    shape[2] = 5;
    CHECK(shape.back(1) == 5);
    CHECK(image[2] == 64);
}

TEST_CASE("products of axes") {
    static_assert(image.elements() == 1 * 96 * 64 * 3);
    static_assert(image.product(1, 3) == 96 * 64);
    static_assert(image.product(0, 4) == image.elements());
    static_assert(image.product(2, 2) == 1);
    static_assert(Shape{{4, 0, 7}, 3}.elements() == 0);
    static_assert(Shape{{2, 2, 2, 2, 2, 2, 2, 2}, 8}.elements() == 256);
    CHECK(Shape{{2147483647}, 1}.elements() == 2147483647);
}

TEST_CASE("a scalar has one element and no extents") {
    static_assert(scalar.rank == 0);
    static_assert(scalar.elements() == 1);
    static_assert(scalar == Shape{});
    CHECK(scalar != Shape{{1}, 1});
}

TEST_CASE("shapes are equal when rank and extents are, whatever lies behind") {
    static_assert(image == Shape{{1, 96, 64, 3}, 4});
    static_assert(image != Shape{{1, 96, 64, 4}, 4});
    static_assert(image != Shape{{1, 96, 64}, 3});
    static_assert(Shape{{2, 3, 9}, 2} == Shape{{2, 3}, 2});
    static_assert(!(Shape{{2, 3}, 2} != Shape{{2, 3}, 2}));
    CHECK(Shape{{1, 2, 3}, 3} != Shape{{3, 2, 1}, 3});
}
