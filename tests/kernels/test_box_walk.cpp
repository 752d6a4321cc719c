// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/box_walk.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace {

std::vector<std::uint32_t> steps(const std::vector<std::uint32_t>& axes) {
    mote::BoxWalk walk(axes.data(), static_cast<int>(axes.size() / 2));
    std::vector<std::uint32_t> seen;
    while (walk.next()) seen.push_back(walk.step());
    return seen;
}

} // namespace

TEST_CASE("a walk takes the innermost axis first and visits every position once") {
    CHECK(steps({}).empty());
    CHECK(steps({1, 7}).empty());
    CHECK(steps({3, 7}) == std::vector<std::uint32_t>{7, 7});
    CHECK(steps({2, 1, 3, 10}) == std::vector<std::uint32_t>{1, 10, 1, 10, 1});
    CHECK(steps({2, 1, 1, 10, 2, 100}) == std::vector<std::uint32_t>{1, 100, 1});
    CHECK(steps({2, 1, 2, 10, 2, 100}) == std::vector<std::uint32_t>{1, 10, 1, 100, 1, 10, 1});
}

TEST_CASE("a step before the first move is none") {
    const std::uint32_t axes[] = {4, 9};
    CHECK(mote::BoxWalk(axes, 1).step() == 0);
}

TEST_CASE("a walk has room for as many axes as a shape") {
    const std::vector<std::uint32_t> seen = steps({2, 1, 2, 2, 2, 3, 2, 4, 2, 5, 2, 6, 2, 7, 2, 8});
    REQUIRE(seen.size() == 255);
    CHECK(seen[127] == 8);
    CHECK(seen[63] == 7);
    CHECK(seen[254] == 1);
}
