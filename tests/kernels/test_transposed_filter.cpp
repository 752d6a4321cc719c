// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/transposed_filter.hpp"

#include "window_test.hpp"

#include <doctest/doctest.h>

#include <vector>

TEST_CASE("the taps of each channel come together, in their order") {
    const mote::Window w = test::window(1, {5, 2, 1, 1, false}, {5, 3, 1, 1, false}, 1, 4);
    std::vector<std::int8_t> weights; // 10 * tap + channel
    for (int tap = 0; tap < 6; ++tap)
        for (int c = 0; c < 4; ++c) weights.push_back(static_cast<std::int8_t>(10 * tap + c));
    std::vector<std::int8_t> scratch(24);
    const std::int8_t* const filter = mote::transposed_filter(w, weights.data(), scratch.data());
    CHECK(filter == scratch.data());
    CHECK(scratch == std::vector<std::int8_t>{0, 10, 20, 30, 40, 50, 1, 11, 21, 31, 41, 51,
                                              2, 12, 22, 32, 42, 52, 3, 13, 23, 33, 43, 53});
}
