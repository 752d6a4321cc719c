// SPDX-License-Identifier: Apache-2.0
#include "mote/memory/buffer.hpp"

#include "step_simulation.hpp"

#include <cstdint>
#include <type_traits>

#include <doctest/doctest.h>

using mote::Buffer;

static_assert(std::is_trivially_copyable_v<Buffer> && std::is_trivially_destructible_v<Buffer>);

TEST_CASE("a new buffer is empty, unplaced and shares nothing") {
    constexpr Buffer buffer{};
    static_assert(buffer.size == 0 && buffer.offset == Buffer::unplaced && buffer.shares == Buffer::none);
    CHECK_FALSE(mote::live_together(buffer, buffer));
}

TEST_CASE("live_together counts both ends of a lifetime") {
    for (std::uint16_t first = 0; first < 8; ++first) {
        for (std::uint16_t last = first; last < 8; ++last) {
            const Buffer a{1, 0, 0, 2, 4};
            const Buffer b{1, 0, 0, first, last};
            bool meet = false;
            for (int step = 2; step <= 4; ++step) meet = meet || (first <= step && step <= last);
            CHECK(mote::live_together(a, b) == meet);
            CHECK(mote::live_together(b, a) == meet);
        }
    }
}

TEST_CASE("clearance is what the simulation says, for all small sizes, distances and starts") {
    // Input 0 dies at step 1, where output 1 begins.
    for (std::uint32_t input = 1; input <= 6; ++input) {
        for (std::uint32_t output = 1; output <= 6; ++output) {
            for (std::uint32_t distance = 0; distance <= 14; ++distance) {
                step_simulation::Buffers buffers = {{input, 0, 0, 0, 1}, {output, 0, distance, 1, 2, 0, 0}};
                const std::uint32_t input_above = mote::clearance(buffers.data(), 1, 0);
                const std::uint32_t output_above = mote::clearance(buffers.data(), 0, 1);
                for (std::uint32_t i = 0; i <= 14; ++i) {
                    for (std::uint32_t o = 0; o <= 14; ++o) {
                        buffers[0].offset = i;
                        buffers[1].offset = o;
                        const bool clear =
                            (o <= i && i - o >= input_above) || (i <= o && o - i >= output_above);
                        CAPTURE(input);
                        CAPTURE(output);
                        CAPTURE(distance);
                        CAPTURE(i);
                        CAPTURE(o);
                        REQUIRE(clear == step_simulation::survives(buffers));
                    }
                }
            }
        }
    }
}

TEST_CASE("clearance is the whole buffer unless the input dies where the output begins") {
    Buffer buffers[] = {{10, 0, 0, 0, 1}, {20, 0, 3, 1, 2, 0, 0}};
    CHECK(mote::clearance(buffers, 1, 0) == 3);
    CHECK(mote::clearance(buffers, 0, 1) == 10);
    buffers[0].last = 2;
    CHECK(mote::clearance(buffers, 1, 0) == 20);
    buffers[0].last = 1;
    buffers[1].shares = Buffer::none;
    CHECK(mote::clearance(buffers, 1, 0) == 20);
    buffers[1].shares = 1;
    CHECK(mote::clearance(buffers, 1, 0) == 20);
}
