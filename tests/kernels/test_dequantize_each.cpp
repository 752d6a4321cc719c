// SPDX-License-Identifier: Apache-2.0
#include "mote/isa/native.hpp"
#include "mote/kernels/dequantize_each.hpp"

#include <doctest/doctest.h>

#include <vector>

TEST_CASE_TEMPLATE("dequantize_each of every length, from the end of its output", Isa, mote::isa::scalar,
                   mote::isa::native) {
    for (std::int32_t n = 0; n <= 33; ++n) {
        std::vector<float> y(static_cast<std::size_t>(n) + 1, 0.0f);
        auto* const x = reinterpret_cast<std::int8_t*>(y.data()) + 3 * (n > 0 ? n - 1 : 0);
        std::vector<float> expected;
        for (std::int32_t i = 0; i < n; ++i) {
            x[i] = static_cast<std::int8_t>(i * 73 % 256 - 128);
            expected.push_back(static_cast<float>(0.1f * static_cast<double>(x[i] + 7)));
        }
        mote::Kernel<mote::dequantize_each, Isa>::run(x, n, 0.1f, -7, y.data());
        y.pop_back();
        CHECK(y == expected);
    }
}

TEST_CASE_TEMPLATE("dequantize_each of the extremes", Isa, mote::isa::scalar, mote::isa::native) {
    const std::int16_t x[] = {-32768, 32767};
    float y[2];
    mote::Kernel<mote::dequantize_each, Isa>::run(x, 2, 0.5f, 32767, y);
    CHECK(y[0] == -32767.5f);
    CHECK(y[1] == 0.0f);
    const std::uint8_t u[] = {0, 255};
    mote::Kernel<mote::dequantize_each, Isa>::run(u, 2, 2.0f, 255, y);
    CHECK(y[0] == -510.0f);
    CHECK(y[1] == 0.0f);
}
