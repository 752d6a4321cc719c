// SPDX-License-Identifier: Apache-2.0
#include "mote/memory/linear_planner.hpp"

#include "mote/memory/check_plan.hpp"
#include "step_simulation.hpp"

#include <array>
#include <cstdint>

#include <doctest/doctest.h>

using mote::Buffer;

namespace {

constexpr std::array<std::uint32_t, 4> offsets_of_three() {
    Buffer buffers[] = {
        {5, Buffer::unplaced, 0, 0, 0}, {8, Buffer::unplaced, 0, 1, 1}, {3, Buffer::unplaced, 0, 2, 2}};
    const std::uint32_t head = mote::linear_planner::plan(buffers, 3, 8);
    return {buffers[0].offset, buffers[1].offset, buffers[2].offset, head};
}

} // namespace

TEST_CASE("the linear planner puts one after the other, in constant expressions too") {
    constexpr auto result = offsets_of_three();
    static_assert(result[0] == 0 && result[1] == 8 && result[2] == 16 && result[3] == 19);
    CHECK(mote::linear_planner::plan(nullptr, 0, 16) == 0);
}

TEST_CASE("what is placed or empty stays, and the rest follows behind it") {
    Buffer buffers[] = {
        {5, Buffer::unplaced, 0, 0, 0}, {8, 33, 0, 1, 1}, {0, 1000, 0, 1, 0}, {4, 0, 0, 1, 1}};
    CHECK(mote::linear_planner::plan(buffers, 4, 16) == 53);
    CHECK(buffers[0].offset == 48);
    CHECK(buffers[1].offset == 33);
    CHECK(buffers[2].offset == 1000);
    CHECK(buffers[3].offset == 0);
}

TEST_CASE("nothing overlaps whatever the lifetimes") {
    step_simulation::Random random(3);
    for (int round = 0; round < 300; ++round) {
        auto buffers = step_simulation::random_buffers(random, 10, true);
        const int count = static_cast<int>(buffers.size());
        const std::uint32_t alignment = 1u << step_simulation::below(random, 5);
        const std::uint32_t head = mote::linear_planner::plan(buffers.data(), count, alignment);
        for (auto& b : buffers) {
            if (b.size == 0) continue;
            REQUIRE(b.offset % alignment == 0);
            REQUIRE(b.offset + b.size <= head);
            b.first = 0;
            b.last = 1;
            b.shares = Buffer::none;
        }
        REQUIRE(mote::plan_is_valid(buffers.data(), count));
    }
}

TEST_CASE("a head that is too large is refused, not wrapped") {
    const std::uint32_t half = mote::head_limit / 2;
    Buffer fits[] = {{half, Buffer::unplaced, 0, 0, 0}, {half, Buffer::unplaced, 0, 1, 1}};
    CHECK(mote::linear_planner::plan(fits, 2, 16) == mote::head_limit);
    Buffer does_not[] = {{half, Buffer::unplaced, 0, 0, 0}, {half + 1, Buffer::unplaced, 0, 1, 1}};
    CHECK(mote::linear_planner::plan(does_not, 2, 16) == mote::head_too_large);
    Buffer huge[] = {{1, Buffer::unplaced, 0, 0, 0}, {0xFFFFFFFFu, Buffer::unplaced, 0, 1, 1}};
    CHECK(mote::linear_planner::plan(huge, 2, 16) == mote::head_too_large);
    Buffer far[] = {{4, 0xFFFFFFFEu, 0, 0, 0}, {4, Buffer::unplaced, 0, 1, 1}};
    CHECK(mote::linear_planner::plan(far, 2, 16) == mote::head_too_large);
}
