// SPDX-License-Identifier: Apache-2.0
#include "mote/isa/native.hpp"
#include "mote/kernels/quantize_each.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

TEST_CASE_TEMPLATE("quantize_each equals std::round of the quotient", Isa, mote::isa::scalar,
                   mote::isa::native) {
    for (std::int32_t n = 0; n <= 33; ++n) {
        std::vector<float> x(static_cast<std::size_t>(n));
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = static_cast<float>(i * 7919 % 4001) * 0.0625f - 125.0f;
        std::vector<std::int16_t> y(x.size() + 1, 77);
        mote::Kernel<mote::quantize_each, Isa>::run(x.data(), n, 0.3f, -9, y.data());
        for (std::size_t i = 0; i < x.size(); ++i)
            CHECK(y[i] == static_cast<int>(std::round(x[i] / 0.3f)) - 9);
        CHECK(y.back() == 77);
    }
}

TEST_CASE_TEMPLATE("quantize_each saturates and writes over its input", Isa, mote::isa::scalar,
                   mote::isa::native) {
    constexpr float largest = std::numeric_limits<float>::max(),
                    infinite = std::numeric_limits<float>::infinity();
    const float values[] = {largest, -largest, infinite, -infinite, std::nanf(""),
                            2.5f,    -2.5f,    117.4f,   117.5f,    -138.0f};
    std::vector<float> x(values, values + 10);
    auto* const y = reinterpret_cast<std::int8_t*>(x.data());
    mote::Kernel<mote::quantize_each, Isa>::run(x.data(), 10, 1.0f, 10, y);
    CHECK(std::vector<int>(y, y + 10) == std::vector<int>{127, -128, 127, -128, 10, 13, 7, 127, 127, -128});

    std::vector<float> tiny{1e-38f, -1.0f};
    std::int8_t z[2];
    mote::Kernel<mote::quantize_each, Isa>::run(tiny.data(), 2, 1e-38f, 127, z);
    CHECK(z[0] == 127);
    CHECK(z[1] == -128);
}
