// SPDX-License-Identifier: Apache-2.0
#include "mote/core/quantization.hpp"
#include "mote/isa/native.hpp"
#include "mote/kernels/tanh_each.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

TEST_CASE_TEMPLATE("tanh_each of int8 of every length, in place", Isa, mote::isa::scalar, mote::isa::native) {
    const mote::SigmoidArgumentS8 argument{mote::quantize_multiplier(0.0625f * 134217728), 5};
    for (int n = 0; n <= 33; ++n) {
        std::vector<std::int8_t> x;
        std::vector<double> exact;
        for (int i = 0; i < n; ++i) {
            x.push_back(static_cast<std::int8_t>(i * 73 % 256 - 128));
            exact.push_back(128 * std::tanh(0.0625 * (x.back() - 5)));
        }
        x.push_back(55);
        mote::Kernel<mote::tanh_each, Isa>::run(x.data(), n, argument, x.data());
        for (std::size_t i = 0; i < exact.size(); ++i) CHECK(std::fabs(x[i] - exact[i]) <= 1.0);
        CHECK(x.back() == 55);
    }
}

TEST_CASE_TEMPLATE("tanh_each of int16 is odd and saturates", Isa, mote::isa::scalar, mote::isa::native) {
    std::vector<std::int16_t> x, y(65535);
    for (int i = -32767; i <= 32767; ++i) x.push_back(static_cast<std::int16_t>(i));
    mote::Kernel<mote::tanh_each, Isa>::run(x.data(), 65535, mote::SigmoidArgumentS16{3, 0}, y.data());
    int wrong = 0;
    double largest = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        wrong += y[i] != -y[x.size() - 1 - i] ? 1 : 0;
        largest = std::fmax(largest, std::fabs(y[i] - 32768 * std::tanh(x[i] / 4096.0)));
    }
    CHECK(wrong == 0);
    CHECK(largest < 4.0);

    std::vector<std::int16_t> z{-32768, 0, 32767};
    mote::Kernel<mote::tanh_each, Isa>::run(z.data(), 3, mote::SigmoidArgumentS16{32767, 0}, z.data());
    CHECK(z == std::vector<std::int16_t>{-32767, 0, 32767});
}

TEST_CASE_TEMPLATE("tanh_each of float", Isa, mote::isa::scalar, mote::isa::native) {
    std::vector<float> x, y;
    for (int i = -200; i <= 200; ++i) x.push_back(static_cast<float>(i) * 0.125f);
    y = x;
    mote::Kernel<mote::tanh_each, Isa>::run(y.data(), static_cast<std::int32_t>(y.size()), y.data());
    for (std::size_t i = 0; i < x.size(); ++i)
        CHECK(std::fabs(static_cast<double>(y[i]) - std::tanh(static_cast<double>(x[i]))) < 1e-6);
}
