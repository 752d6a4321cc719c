// SPDX-License-Identifier: Apache-2.0
#include "mote/isa/native.hpp"
#include "mote/kernels/clamp_each.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

TEST_CASE_TEMPLATE("clamp_each of every length, in place", Isa, mote::isa::scalar, mote::isa::native) {
    for (std::int32_t n = 0; n <= 33; ++n) {
        std::vector<std::int8_t> x, expected;
        for (std::int32_t i = 0; i < n; ++i) {
            x.push_back(static_cast<std::int8_t>(i * 37 % 256 - 128));
            expected.push_back(x.back() < -20  ? std::int8_t{-20}
                               : x.back() > 30 ? std::int8_t{30}
                                               : x.back());
        }
        x.push_back(99);
        expected.push_back(99);
        mote::Kernel<mote::clamp_each, Isa>::run(x.data(), n, std::int8_t{-20}, std::int8_t{30}, x.data());
        CHECK(x == expected);
    }
}

TEST_CASE_TEMPLATE("clamp_each of float and int16 extremes", Isa, mote::isa::scalar, mote::isa::native) {
    const float infinite = std::numeric_limits<float>::infinity();
    std::vector<float> x{-infinite, -0.5f, 3.0f, infinite, std::nanf("")};
    mote::Kernel<mote::clamp_each, Isa>::run(x.data(), 5, 0.0f, infinite, x.data());
    CHECK(std::vector<float>(x.begin(), x.begin() + 4) == std::vector<float>{0.0f, 0.0f, 3.0f, infinite});
    CHECK(std::isnan(x[4]));

    std::vector<std::int16_t> y{-32768, -1, 0, 32767};
    mote::Kernel<mote::clamp_each, Isa>::run(y.data(), 4, std::int16_t{-32768}, std::int16_t{0}, y.data());
    CHECK(y == std::vector<std::int16_t>{-32768, -1, 0, 0});
}
