// SPDX-License-Identifier: Apache-2.0
#include "mote/memory/check_plan.hpp"

#include "real_models.hpp"
#include "step_simulation.hpp"

#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

using mote::Buffer;

namespace {

constexpr bool two_are_valid(std::uint32_t second_offset, std::uint16_t second_first) {
    const Buffer buffers[] = {{8, 4, 0, 0, 1}, {4, second_offset, 0, second_first, 2}};
    return mote::plan_is_valid(buffers, 2);
}

} // namespace

TEST_CASE("plan_is_valid works in constant expressions") {
    static_assert(two_are_valid(0, 1));
    static_assert(!two_are_valid(1, 1));
    static_assert(!two_are_valid(11, 1));
    static_assert(two_are_valid(12, 1));
    static_assert(two_are_valid(4, 2));
    static_assert(!two_are_valid(Buffer::unplaced, 1));
    static_assert(!two_are_valid(Buffer::unplaced, 2));
}

TEST_CASE("plan_is_valid agrees with the simulation on random plans, good and bad") {
    step_simulation::Random random(1);
    int good = 0;
    const int rounds = 30000;
    for (int round = 0; round < rounds; ++round) {
        auto buffers = step_simulation::random_buffers(random, 5, true);
        for (auto& b : buffers) b.offset = step_simulation::below(random, 60);
        const bool survives = step_simulation::survives(buffers);
        good += survives;
        CAPTURE(round);
        REQUIRE(mote::plan_is_valid(buffers.data(), static_cast<int>(buffers.size())) == survives);
    }
    CHECK(good > rounds / 10);
    CHECK(good < rounds * 9 / 10);
}

TEST_CASE("plan_is_valid has no trouble with the ends of the range") {
    Buffer buffers[] = {{0xFFFFFFFFu, 0xFFFFFFFEu, 0, 0, 0}, {0xFFFFFFFFu, 0, 0, 0, 0}};
    CHECK_FALSE(mote::plan_is_valid(buffers, 2));
    buffers[1].size = 0xFFFFFFFEu;
    CHECK(mote::plan_is_valid(buffers, 2));
    buffers[1] = {1, 0, 0xFFFFFFFFu, 0, 0, 0, 0};
    CHECK(mote::plan_is_valid(buffers, 2));
    buffers[1] = {1, 0, 0, 0, 0, 0, 0xFFFE}; // shares what is not there
    CHECK(mote::plan_is_valid(buffers, 2));
    CHECK(mote::plan_is_valid(buffers, 0));
}

TEST_CASE("an empty buffer is in nobody's way") {
    const Buffer buffers[] = {{8, 0, 0, 0, 1}, {0, 4, 0, 1, 0}, {0, Buffer::unplaced, 0, 0, 1}};
    CHECK(mote::plan_is_valid(buffers, 3));
}

TEST_CASE("an input may be its elementwise operator's output, but no other") {
    Buffer buffers[] = {{16, 32, 0, 0, 1}, {16, 64, 0, 0, 1}, {16, 32, 0, 1, 2, 0, 0}};
    CHECK(mote::plan_is_valid(buffers, 3));
    buffers[2].offset = 64;
    CHECK_FALSE(mote::plan_is_valid(buffers, 3));
}

TEST_CASE("lower_bound is the largest sum at any step") {
    step_simulation::Random random(2);
    for (int round = 0; round < 300; ++round) {
        const auto buffers = step_simulation::random_buffers(random, 12, true);
        std::uint64_t largest = 0;
        for (int step = 0; step < 16; ++step) {
            std::uint64_t sum = 0;
            for (const auto& b : buffers) sum += step_simulation::lives_at(b, step) ? b.size : 0;
            largest = sum > largest ? sum : largest;
        }
        REQUIRE(mote::lower_bound(buffers.data(), static_cast<int>(buffers.size())) == largest);
    }
    CHECK(mote::lower_bound(nullptr, 0) == 0);
}

TEST_CASE("lower_bound of real models and of sums beyond 32 bits") {
    constexpr auto person_detect = real_models::buffers_of(real_models::person_detect, true);
    static_assert(mote::lower_bound(person_detect.data(), static_cast<int>(person_detect.size())) == 55296);
    const Buffer huge[] = {{0xFFFFFFFFu, 0, 0, 0, 1}, {0xFFFFFFFFu, 0, 0, 1, 2}};
    CHECK(mote::lower_bound(huge, 2) == 0x1FFFFFFFEu);
}
