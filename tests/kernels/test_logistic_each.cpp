// SPDX-License-Identifier: Apache-2.0
#include "mote/core/quantization.hpp"
#include "mote/isa/native.hpp"
#include "mote/kernels/logistic_each.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

namespace {

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

} // namespace

TEST_CASE_TEMPLATE("logistic_each of int8 of every length, in place", Isa, mote::isa::scalar,
                   mote::isa::native) {
    const mote::SigmoidArgumentS8 argument{mote::quantize_multiplier(0.25f * 134217728), -3};
    for (int n = 0; n <= 33; ++n) {
        std::vector<std::int8_t> x;
        std::vector<double> exact;
        for (int i = 0; i < n; ++i) {
            x.push_back(static_cast<std::int8_t>(i * 73 % 256 - 128));
            exact.push_back(256 * sigmoid(0.25 * (x.back() + 3)) - 128);
        }
        x.push_back(55);
        mote::Kernel<mote::logistic_each, Isa>::run(x.data(), n, argument, x.data());
        for (std::size_t i = 0; i < exact.size(); ++i) CHECK(std::fabs(x[i] - exact[i]) <= 1.0);
        CHECK(x.back() == 55);
    }
}

TEST_CASE_TEMPLATE("logistic_each of int16 is symmetric about one half", Isa, mote::isa::scalar,
                   mote::isa::native) {
    std::vector<std::int16_t> x, y(65535);
    for (int i = -32767; i <= 32767; ++i) x.push_back(static_cast<std::int16_t>(i));
    mote::Kernel<mote::logistic_each, Isa>::run(x.data(), 65535, mote::SigmoidArgumentS16{3, 0}, y.data());
    int wrong = 0;
    double largest = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        wrong += y[i] + y[x.size() - 1 - i] != 32768 && x[i] != 0 ? 1 : 0;
        largest = std::fmax(largest, std::fabs(y[i] - 32768 * sigmoid(x[i] / 4096.0)));
    }
    CHECK(y[32767] == 16384);
    CHECK(y[0] == 11);
    CHECK(y.back() == 32757);
    CHECK(wrong == 0);
    CHECK(largest < 2.0);
}

TEST_CASE_TEMPLATE("logistic_each of int16 saturates beyond its table", Isa, mote::isa::scalar,
                   mote::isa::native) {
    std::vector<std::int16_t> x{-32768, -1, 0, 1, 32767};
    mote::Kernel<mote::logistic_each, Isa>::run(x.data(), 5, mote::SigmoidArgumentS16{32767, 0}, x.data());
    CHECK(x[0] == 1);
    CHECK(x[2] == 16384);
    CHECK(x[4] == 32767);
    CHECK(x[1] + x[3] == 32768);
    std::vector<std::int16_t> y{-32768, 32767};
    mote::Kernel<mote::logistic_each, Isa>::run(y.data(), 2, mote::SigmoidArgumentS16{16383, 31}, y.data());
    CHECK(y == std::vector<std::int16_t>{16384, 16384});
}

TEST_CASE_TEMPLATE("logistic_each of float", Isa, mote::isa::scalar, mote::isa::native) {
    std::vector<float> x, y;
    for (int i = -400; i <= 400; ++i) x.push_back(static_cast<float>(i) * 0.25f);
    y = x;
    mote::Kernel<mote::logistic_each, Isa>::run(y.data(), static_cast<std::int32_t>(y.size()), y.data());
    for (std::size_t i = 0; i < x.size(); ++i)
        CHECK(std::fabs(static_cast<double>(y[i]) - sigmoid(static_cast<double>(x[i]))) < 1e-6);
    CHECK(y[0] > 0.0f);
    CHECK(y.back() == 1.0f);
    float nan = std::nanf("");
    mote::Kernel<mote::logistic_each, Isa>::run(&nan, 1, &nan);
    CHECK(std::isnan(nan));
}
