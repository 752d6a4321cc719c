// SPDX-License-Identifier: Apache-2.0
#include "mote/isa/native.hpp"
#include "mote/kernels/softmax_rows.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <vector>

namespace {

/// The softmax of factor * x over rows of `depth`, in double.
template <class T>
std::vector<double> exact(const std::vector<T>& x, std::int32_t rows, std::int32_t depth, double factor) {
    std::vector<double> y;
    for (std::int32_t row = 0; row < rows; ++row) {
        const T* const from = x.data() + row * depth;
        double top = -1e300, sum = 0;
        for (std::int32_t i = 0; i < depth; ++i) top = std::fmax(top, factor * from[i]);
        for (std::int32_t i = 0; i < depth; ++i) sum += std::exp(factor * from[i] - top);
        for (std::int32_t i = 0; i < depth; ++i) y.push_back(std::exp(factor * from[i] - top) / sum);
    }
    return y;
}

template <class T>
std::vector<T> some(std::int32_t n) {
    std::vector<T> values;
    for (std::int32_t i = 0; i < n; ++i) values.push_back(static_cast<T>(i * i * 1009 + i * 31));
    return values;
}

template <class T>
double largest_error(const T* y, const std::vector<double>& expected, double unit, double zero_point) {
    double largest = 0;
    for (std::size_t i = 0; i < expected.size(); ++i)
        largest = std::fmax(largest, std::fabs(static_cast<double>(y[i]) - zero_point - unit * expected[i]));
    return largest;
}

} // namespace

TEST_CASE_TEMPLATE("softmax_rows of every depth, in place", Isa, mote::isa::scalar, mote::isa::native) {
    using Softmax = mote::Kernel<mote::softmax_rows, Isa>;
    for (std::int32_t depth = 1; depth <= 33; ++depth) {
        for (const std::int32_t rows : {0, 1, 3}) {
            const std::int32_t n = rows * depth;
            const std::size_t size = static_cast<std::size_t>(n) + 1;

            std::vector<float> f(size, 7.0f);
            for (std::int32_t i = 0; i < n; ++i)
                f[static_cast<std::size_t>(i)] = static_cast<float>(i * 37 % 41) * 0.3f - 4;
            const auto f_exact = exact(f, rows, depth, 0.5);
            Softmax::run(f.data(), rows, depth, 0.5f, f.data());
            CHECK(largest_error(f.data(), f_exact, 1, 0) < 1e-6);
            CHECK(f.back() == 7.0f);

            std::vector<std::int8_t> s8 = some<std::int8_t>(n + 1);
            const std::int8_t guard8 = s8.back();
            const auto s8_exact = exact(s8, rows, depth, 0.07);
            Softmax::run(s8.data(), rows, depth, mote::softmax_multiplier(1.0f, 0.07f), s8.data());
            CHECK(largest_error(s8.data(), s8_exact, 256, -128) <= 1.0);
            CHECK(s8.back() == guard8);

            std::vector<std::int16_t> s16 = some<std::int16_t>(n + 1);
            const std::int16_t guard16 = s16.back();
            const auto s16_exact = exact(s16, rows, depth, 0.0001);
            Softmax::run(s16.data(), rows, depth, mote::softmax_multiplier_s16(0.0001f, 1.0f), s16.data());
            CHECK(largest_error(s16.data(), s16_exact, 32768, 0) <= 8.0);
            CHECK(s16.back() == guard16);
        }
    }
}

TEST_CASE_TEMPLATE("softmax_rows of int8 widens from the end of its output", Isa, mote::isa::scalar,
                   mote::isa::native) {
    const mote::Multiplier multiplier = mote::softmax_multiplier(1.0f, 0.02f);
    for (std::int32_t depth = 1; depth <= 17; ++depth) {
        const std::vector<std::int8_t> x = some<std::int8_t>(4 * depth);
        std::vector<std::int16_t> apart(x.size()), overlapping(x.size());
        auto* const end = reinterpret_cast<std::int8_t*>(overlapping.data()) + 4 * depth - 1;
        std::memcpy(end, x.data(), x.size());
        mote::Kernel<mote::softmax_rows, Isa>::run(x.data(), 4, depth, multiplier, apart.data());
        mote::Kernel<mote::softmax_rows, Isa>::run(end, 4, depth, multiplier, overlapping.data());
        CHECK(apart == overlapping);
        CHECK(largest_error(apart.data(), exact(x, 4, depth, 0.02), 65536, -32768) <= 2.0);
    }
}

TEST_CASE_TEMPLATE("softmax_rows of extremes", Isa, mote::isa::scalar, mote::isa::native) {
    using Softmax = mote::Kernel<mote::softmax_rows, Isa>;
    const std::int8_t x[] = {-128, 127, 126};
    std::int8_t y[3];
    Softmax::run(x, 1, 3, mote::softmax_multiplier(1.0f, 1e30f), y);
    CHECK(std::vector<int>(y, y + 3) == std::vector<int>{-128, 127, -128});
    Softmax::run(x, 1, 3, mote::softmax_multiplier(1.0f, 1e-7f), y);
    CHECK(std::vector<int>(y, y + 3) == std::vector<int>{-43, -43, -43});

    const std::int16_t wide[] = {-32768, 32767, 32767, -32768};
    std::int16_t z[4];
    Softmax::run(wide, 1, 4, mote::softmax_multiplier_s16(1.0f, 1.0f), z);
    CHECK(std::vector<int>(z, z + 4) == std::vector<int>{1, 16383, 16383, 1});
    Softmax::run(wide, 1, 4, mote::softmax_multiplier_s16(1.0f, 0.0f), z);
    CHECK(std::vector<int>(z, z + 4) == std::vector<int>{8192, 8192, 8192, 8192});
}

TEST_CASE_TEMPLATE("softmax_rows of the deepest rows", Isa, mote::isa::scalar, mote::isa::native) {
    using Softmax = mote::Kernel<mote::softmax_rows, Isa>;
    const std::vector<std::int8_t> x(65535, 1);
    std::vector<std::int16_t> y(x.size());
    // A sum of 2^13 and more counts as 2^13.
    for (const std::int32_t depth : {4095, 4096, 8191, 8192, 65535}) {
        Softmax::run(x.data(), 1, depth, mote::softmax_multiplier(1.0f, 0.1f), y.data());
        const int share = 65536 / (depth < 8192 ? depth : 8192);
        CHECK(std::abs(y[0] + 32768 - share) <= 1);
        CHECK(y[static_cast<std::size_t>(depth) - 1] == y[0]);
    }
    std::vector<std::int16_t> wide(65535, -5);
    Softmax::run(wide.data(), 1, 65535, mote::softmax_multiplier_s16(0.1f, 1.0f), wide.data());
    CHECK(wide == std::vector<std::int16_t>(65535, wide[0]));
    CHECK(std::abs(wide[0]) <= 1);
}
