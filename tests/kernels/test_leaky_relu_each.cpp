// SPDX-License-Identifier: Apache-2.0
#include "mote/core/numerics.hpp"
#include "mote/isa/native.hpp"
#include "mote/kernels/leaky_relu_each.hpp"

#include "../ops/tflm_scaling.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace {

mote::Multiplier multiplier_of(double real) {
    const test::Scaling s(real);
    return {static_cast<std::int32_t>(s.value), static_cast<std::int32_t>(s.shift)};
}

} // namespace

TEST_CASE_TEMPLATE("leaky_relu_each of every length, in place", Isa, mote::isa::scalar, mote::isa::native) {
    for (const double slope : {0.07, -0.8, 3.5}) {
        const mote::LeakyRescaling r{multiplier_of(1.2), multiplier_of(std::fabs(slope)), -30, 17, slope < 0};
        const test::Scaling positive(1.2), negative(std::fabs(slope));
        for (int n = 0; n <= 33; ++n) {
            std::vector<std::int8_t> x, expected;
            for (int i = 0; i < n; ++i) {
                x.push_back(static_cast<std::int8_t>(i * 73 % 256 - 128));
                const int value = x.back() + 30;
                const std::int64_t below = slope < 0 ? -negative(value) : negative(value);
                const std::int64_t y = 17 + (value >= 0 ? positive(value) : below);
                expected.push_back(static_cast<std::int8_t>(y < -128 ? -128 : y > 127 ? 127 : y));
            }
            x.push_back(55);
            expected.push_back(55);
            mote::Kernel<mote::leaky_relu_each, Isa>::template run<mote::numerics::reference>(x.data(), n, r,
                                                                                              x.data());
            CHECK(x == expected);
        }
    }
}

TEST_CASE_TEMPLATE("leaky_relu_each saturates int16", Isa, mote::isa::scalar, mote::isa::native) {
    const mote::LeakyRescaling r{multiplier_of(2), multiplier_of(2), 0, 1, true};
    std::vector<std::int16_t> x{-32768, -3, 0, 3, 32767};
    mote::Kernel<mote::leaky_relu_each, Isa>::template run<mote::numerics::reference>(x.data(), 5, r,
                                                                                      x.data());
    CHECK(x == std::vector<std::int16_t>{32767, 7, 1, 7, 32767});
}

TEST_CASE_TEMPLATE("leaky_relu_each of float", Isa, mote::isa::scalar, mote::isa::native) {
    const float infinite = std::numeric_limits<float>::infinity();
    std::vector<float> x{-infinite, -4.0f, 0.0f, 4.0f, infinite, std::nanf("")};
    mote::Kernel<mote::leaky_relu_each, Isa>::run(x.data(), 6, 0.5f, x.data());
    CHECK(std::vector<float>(x.begin(), x.begin() + 5) ==
          std::vector<float>{-infinite, -2.0f, 0.0f, 4.0f, infinite});
    CHECK(std::isnan(x[5]));
}
