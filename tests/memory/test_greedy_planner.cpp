// SPDX-License-Identifier: Apache-2.0
#include "mote/memory/greedy_planner.hpp"

#include "mote/memory/check_plan.hpp"
#include "real_models.hpp"
#include "step_simulation.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

using mote::Buffer;
using step_simulation::below;
using step_simulation::Buffers;

namespace {

int count_of(const Buffers& buffers) { return static_cast<int>(buffers.size()); }

std::uint32_t plan(Buffers& buffers, std::uint32_t alignment) {
    return mote::greedy_planner::plan(buffers.data(), count_of(buffers), alignment);
}

template <std::size_t N>
constexpr std::uint32_t head_of(const real_models::Activation (&model)[N], bool sharing) {
    auto buffers = real_models::buffers_of(model, sharing);
    const std::uint32_t head = mote::greedy_planner::plan(buffers.data(), static_cast<int>(N), 16);
    return mote::plan_is_valid(buffers.data(), static_cast<int>(N)) ? head : 0;
}

/// The head if each buffer, from the largest to the smallest and among equals from the earliest, goes to the
/// lowest offset where it overlaps nothing that lives with it. Offsets are tried one by one.
std::uint32_t plain_greedy_head(const Buffers& buffers, std::uint32_t alignment) {
    Buffers placed;
    std::vector<bool> done(buffers.size());
    std::uint32_t head = 0;
    for (std::size_t round = 0; round < buffers.size(); ++round) {
        std::size_t best = buffers.size();
        for (std::size_t i = 0; i < buffers.size(); ++i) {
            if (done[i]) continue;
            if (best == buffers.size() || buffers[i].size > buffers[best].size ||
                (buffers[i].size == buffers[best].size && buffers[i].first < buffers[best].first))
                best = i;
        }
        done[best] = true;
        Buffer b = buffers[best];
        if (b.size == 0) continue;
        const auto hits = [&](const Buffer& other) {
            const bool together = b.first <= other.last && other.first <= b.last;
            return together && b.offset < other.offset + other.size && other.offset < b.offset + b.size;
        };
        bool blocked = true;
        for (b.offset = 0; blocked; b.offset += blocked ? alignment : 0) {
            blocked = false;
            for (const auto& other : placed) blocked = blocked || hits(other);
        }
        placed.push_back(b);
        head = head < b.offset + b.size ? b.offset + b.size : head;
    }
    return head;
}

/// No plan is smaller: at each step an output and its input span at least so much.
std::uint32_t bound_with_overlaps(const Buffers& buffers) {
    std::uint32_t bound = 0;
    for (int step = 0; step < 100; ++step) {
        std::uint32_t sum = 0, overlap = 0;
        for (const auto& b : buffers) {
            if (!step_simulation::lives_at(b, step)) continue;
            sum += b.size;
            if (b.first != step || b.shares == Buffer::none || buffers[b.shares].last != step) continue;
            const std::uint32_t input = buffers[b.shares].size;
            const std::uint32_t span = b.distance + input > b.size ? b.distance + input : b.size;
            if (span < b.size + input && b.size + input - span > overlap) overlap = b.size + input - span;
        }
        bound = sum - overlap > bound ? sum - overlap : bound;
    }
    return bound;
}

template <std::size_t N>
Buffers vector_of(const real_models::Activation (&model)[N], bool sharing) {
    const auto buffers = real_models::buffers_of(model, sharing);
    return {buffers.begin(), buffers.end()};
}

} // namespace

TEST_CASE("a plan is computed in a constant expression") {
    static_assert(head_of(real_models::person_detect, true) == 36896);
    static_assert(head_of(real_models::person_detect, false) == 55296);
    CHECK(mote::greedy_planner::plan(nullptr, 0, 16) == 0);
}

TEST_CASE("random plans survive the simulation, in any order of the buffers") {
    step_simulation::Random random(4);
    for (int round = 0; round < 12000; ++round) {
        auto buffers = step_simulation::random_buffers(random, 10, round % 4 != 0);
        if (round % 3 != 0) buffers = step_simulation::in_order(buffers, round % 3 == 1);
        const auto before = buffers;
        const std::uint32_t alignment = 1u << below(random, 5);
        const std::uint32_t head = plan(buffers, alignment);
        CAPTURE(round);
        std::uint32_t end = 0;
        for (std::size_t i = 0; i < buffers.size(); ++i) {
            auto& b = buffers[i];
            REQUIRE(b.id == before[i].id);
            if (b.size == 0) {
                REQUIRE(b.offset == Buffer::unplaced);
                b.offset = 0;
            }
            REQUIRE(b.offset % alignment == 0);
            end = end < b.offset + b.size ? b.offset + b.size : end;
        }
        REQUIRE(end == head);
        REQUIRE(step_simulation::survives(buffers));
        REQUIRE(mote::plan_is_valid(buffers.data(), count_of(buffers)));
    }
}

TEST_CASE("without overlaps the head is never larger than plain greedy's") {
    step_simulation::Random random(5);
    int reached = 0, better = 0, same = 0;
    for (int round = 0; round < 6000; ++round) {
        auto buffers = step_simulation::random_buffers(random, 14, false);
        if (round % 2 != 0) buffers = step_simulation::in_order(buffers, true);
        const std::uint32_t alignment = 1u << below(random, 4);
        const std::uint32_t plain = plain_greedy_head(buffers, alignment);
        const std::uint32_t head = plan(buffers, alignment);
        CAPTURE(round);
        REQUIRE(head <= plain);
        REQUIRE(head >= mote::lower_bound(buffers.data(), count_of(buffers)));
        const bool at_bound = head == mote::lower_bound(buffers.data(), count_of(buffers));
        ++(at_bound ? reached : head < plain ? better : same);
    }
    // All three ways through the planner were taken.
    CHECK(reached > 0);
    CHECK(better > 0);
    CHECK(same > 0);
}

TEST_CASE("buffers that have a place keep it and the others fit around them") {
    step_simulation::Random random(6);
    for (int round = 0; round < 4000; ++round) {
        auto buffers = step_simulation::random_buffers(random, 10, true);
        if (round % 3 != 0) buffers = step_simulation::in_order(buffers, round % 3 == 1);
        auto planned = buffers;
        plan(planned, 1);
        const std::uint32_t shift = below(random, 50);
        for (std::size_t i = 0; i < buffers.size(); ++i)
            if (below(random, 3) == 0)
                buffers[i].offset = planned[i].offset + (buffers[i].size != 0 ? shift : 0);
        const auto before = buffers;
        const std::uint32_t head = plan(buffers, 8);
        CAPTURE(round);
        for (std::size_t i = 0; i < buffers.size(); ++i) {
            if (before[i].offset != Buffer::unplaced || before[i].size == 0) {
                REQUIRE(buffers[i].offset == before[i].offset);
                if (before[i].size == 0) buffers[i].offset = 0;
            } else {
                REQUIRE(buffers[i].offset % 8 == 0);
            }
            REQUIRE(buffers[i].offset + buffers[i].size <= head);
        }
        REQUIRE(step_simulation::survives(buffers));
    }
}

TEST_CASE("a complete plan is left alone and measured") {
    Buffer buffers[] = {{16, 48, 0, 0, 1}, {10, 3, 0, 1, 2}};
    CHECK(mote::greedy_planner::plan(buffers, 2, 16) == 64);
    CHECK(buffers[0].offset == 48);
    CHECK(buffers[1].offset == 3);
}

TEST_CASE("empty buffers are left alone, placed or not, and do not count") {
    Buffer buffers[] = {{16, Buffer::unplaced, 0, 0, 1},
                        {0, 5000, 7, 1, 0, 3, 9},
                        {16, Buffer::unplaced, 0, 1, 2},
                        {0, Buffer::unplaced, 0, 0, 9}};
    CHECK(mote::greedy_planner::plan(buffers, 4, 16) == 32);
    CHECK(buffers[1].offset == 5000);
    CHECK(buffers[3].offset == Buffer::unplaced);
}

TEST_CASE("an output nests in its input whichever of the two is larger") {
    // A reduction: the input must start `distance` above the output.
    Buffers narrowing = {{1000, Buffer::unplaced, 0, 0, 1}, {100, Buffer::unplaced, 8, 1, 2, 0, 0}};
    CHECK(plan(narrowing, 1) == 1008);
    CHECK(narrowing[0].offset - narrowing[1].offset == 8);
    // An expansion: the input ends above the output's end.
    Buffers widening = {{100, Buffer::unplaced, 0, 0, 1}, {1000, Buffer::unplaced, 908, 1, 2, 0, 0}};
    CHECK(plan(widening, 1) == 1008);
    // Too far apart to overlap.
    Buffers apart = {{100, Buffer::unplaced, 0, 0, 1}, {1000, Buffer::unplaced, 5000, 1, 2, 0, 0}};
    CHECK(plan(apart, 1) == 1100);
    // Elementwise operators one after the other need one block.
    Buffers chain;
    for (std::uint16_t i = 0; i < 20; ++i)
        chain.push_back({64, Buffer::unplaced, 0, i, static_cast<std::uint16_t>(i + 1), i,
                         static_cast<std::uint16_t>(i - 1)}); // the first shares Buffer::none
    CHECK(plan(chain, 16) == 64);
}

TEST_CASE("heads of real models") {
    // Without overlaps all but one reach the lower bound; the one is as good as plain greedy.
    CHECK(head_of(real_models::person_detect, false) == 55296);
    CHECK(head_of(real_models::keyword_spotting, false) == 16000);
    CHECK(head_of(real_models::resnet8, false) == 49152);
    CHECK(head_of(real_models::mobilenet_v2, false) == 138240);
    CHECK(head_of(real_models::mobilenet_v1_rgb, false) == 64512);
    CHECK(plain_greedy_head(vector_of(real_models::mobilenet_v1_rgb, false), 16) == 64512);

    CHECK(head_of(real_models::person_detect, true) == 36896);
    CHECK(head_of(real_models::keyword_spotting, true) == 10048);
    CHECK(head_of(real_models::resnet8, true) == 33312);
    CHECK(head_of(real_models::mobilenet_v2, true) == 110656);
    CHECK(head_of(real_models::mobilenet_v1_rgb, true) == 36992);

    CHECK(bound_with_overlaps(vector_of(real_models::person_detect, true)) == 36880);
    CHECK(bound_with_overlaps(vector_of(real_models::resnet8, true)) == 33312);
    CHECK(bound_with_overlaps(vector_of(real_models::mobilenet_v2, true)) == 110640);
}

TEST_CASE("the order in which buffers come does not matter on real models") {
    auto reversed = vector_of(real_models::person_detect, true);
    const auto last = static_cast<std::uint16_t>(reversed.size() - 1);
    reversed = {reversed.rbegin(), reversed.rend()};
    for (auto& b : reversed)
        if (b.shares != Buffer::none) b.shares = static_cast<std::uint16_t>(last - b.shares);
    CHECK(plan(reversed, 16) == 36896);
    CHECK(step_simulation::survives(reversed));
}

TEST_CASE("a head that is too large is refused, not wrapped") {
    const std::uint32_t half = mote::head_limit / 2;
    Buffers fits = {{half, Buffer::unplaced, 0, 0, 1}, {half, Buffer::unplaced, 0, 1, 2}};
    CHECK(plan(fits, 16) == mote::head_limit);
    Buffers one = {{mote::head_limit, Buffer::unplaced, 0, 0, 0},
                   {mote::head_limit, Buffer::unplaced, 0, 1, 1}};
    CHECK(plan(one, 16) == mote::head_limit);
    Buffers nested = {{mote::head_limit - 8, Buffer::unplaced, 0, 0, 1},
                      {mote::head_limit - 8, Buffer::unplaced, 8, 1, 2, 0, 0}};
    CHECK(plan(nested, 8) == mote::head_limit);
    Buffers more = {{half, Buffer::unplaced, 0, 0, 1}, {half + 1, Buffer::unplaced, 0, 1, 2}};
    CHECK(plan(more, 16) == mote::head_too_large);
    Buffers many(12, Buffer{mote::head_limit, Buffer::unplaced, 0, 0, 1});
    CHECK(plan(many, 16) == mote::head_too_large);
    Buffers huge = {{0xFFFFFFFFu, Buffer::unplaced, 0, 0, 1}, {8, Buffer::unplaced, 0, 1, 2}};
    CHECK(plan(huge, 16) == mote::head_too_large);
    Buffers far = {{8, 0xFFFFFFF0u, 0, 0, 1}, {8, Buffer::unplaced, 0, 1, 2}};
    CHECK(plan(far, 16) == mote::head_too_large);
    Buffers beyond = {{8, mote::head_limit - 8, 0, 0, 1}, {mote::head_limit, Buffer::unplaced, 0, 1, 2}};
    CHECK(plan(beyond, 16) == mote::head_too_large);
}
