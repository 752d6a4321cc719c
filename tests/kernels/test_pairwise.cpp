// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/pairwise.hpp"

#include "mote/isa/native.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

namespace {

struct Mix {
    int factor;
    std::int32_t operator()(std::int8_t a, std::int8_t b) const { return a * factor - b; }
};

std::vector<std::int8_t> ramp(int n, int step) {
    std::vector<std::int8_t> values;
    for (int i = 0; i < n; ++i) values.push_back(static_cast<std::int8_t>(i * step - 100));
    return values;
}

} // namespace

TEST_CASE_TEMPLATE("pairwise: operands that move or are held", Isa, mote::isa::scalar, mote::isa::native) {
    using Kernel = mote::Kernel<mote::pairwise, Isa>;
    for (const int n : {0, 1, 2, 7, 16, 33}) {
        const auto a = ramp(n + 1, 3);
        const auto b = ramp(n + 1, 5);
        std::vector<std::int32_t> both(static_cast<std::size_t>(n) + 1, 99);
        auto a_held = both, b_held = both, none_held = both;
        Kernel::run(Mix{7}, a.data(), b.data(), both.data(), n);
        Kernel::run(Mix{7}, a.data(), true, b.data(), false, a_held.data(), n);
        Kernel::run(Mix{7}, a.data(), false, b.data(), true, b_held.data(), n);
        Kernel::run(Mix{7}, a.data(), false, b.data(), false, none_held.data(), n);
        for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
            CHECK(both[i] == a[i] * 7 - b[i]);
            CHECK(a_held[i] == a[0] * 7 - b[i]);
            CHECK(b_held[i] == a[i] * 7 - b[0]);
        }
        CHECK(none_held == both);
        CHECK(both.back() == 99);
        CHECK(a_held.back() == 99);
    }
}

TEST_CASE_TEMPLATE("pairwise: the output is an operand, or starts below it", Isa, mote::isa::scalar,
                   mote::isa::native) {
    const auto subtract = [](std::int8_t a, std::int8_t b) { return static_cast<std::int8_t>(a - b); };
    for (const std::size_t distance : {0u, 1u, 3u}) {
        auto memory = ramp(40, 3);
        const auto before = memory;
        const auto b = ramp(37, 1);
        std::int8_t* const a = memory.data() + distance;
        mote::Kernel<mote::pairwise, Isa>::run(subtract, static_cast<const std::int8_t*>(a), b.data(),
                                               memory.data(), 37);
        for (std::size_t i = 0; i < 37; ++i)
            CHECK(memory[i] == static_cast<std::int8_t>(before[i + distance] - b[i]));
    }
}
