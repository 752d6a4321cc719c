// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/dot.hpp"
#include "mote/kernels/int4_weights.hpp"

#include "kernel_test.hpp"

#include <doctest/doctest.h>

#include <cmath>

using mote::dot;
using mote::Kernel;

namespace {

const std::int32_t sizes[] = {0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 31, 32, 33, 63, 64, 65, 130};

/// Rows of `weights`, `stride` apart, times x: what the accumulators, which start at 1000 * row, must become.
template <class X, class Weight>
std::vector<std::int64_t> expected(const X* x, int offset, const Weight* weights, int stride, int n,
                                   int rows) {
    std::vector<std::int64_t> sums;
    for (int row = 0; row < rows; ++row) {
        std::int64_t sum = 1000 * row;
        for (int i = 0; i < n; ++i) sum += (std::int64_t{x[i]} + offset) * weights[row * stride + i];
        sums.push_back(sum);
    }
    return sums;
}

template <class Isa, int Rows, class Accumulator, class X, class Weights>
std::vector<std::int64_t> run(const X* x, int offset, Weights weights, int stride, int n) {
    Accumulator sums[Rows];
    for (int row = 0; row < Rows; ++row) sums[row] = static_cast<Accumulator>(1000 * row);
    Kernel<dot, Isa>::template run<Rows>(x, offset, weights, stride, n, sums);
    return std::vector<std::int64_t>(sums, sums + Rows);
}

/// 1, 2 and 4 rows, all sizes, starts of every alignment, rows with gaps.
template <class X, class Weight, class Accumulator>
void check(int low, int high, int offset) {
    const auto x = test::noise<X>(160, 1, low, high);
    const auto weights = test::noise<Weight>(4 * 140 + 8, 2);
    for (const std::int32_t n : sizes)
        for (int start = 0; start < 4; ++start) {
            const X* const xs = x.data() + start;
            const Weight* const ws = weights.data() + start;
            const int stride = n + start;
            test::on_each_isa([&](auto isa) {
                using Isa = decltype(isa);
                CHECK(run<Isa, 1, Accumulator>(xs, offset, ws, stride, n) ==
                      expected(xs, offset, ws, stride, n, 1));
                CHECK(run<Isa, 2, Accumulator>(xs, offset, ws, stride, n) ==
                      expected(xs, offset, ws, stride, n, 2));
                CHECK(run<Isa, 4, Accumulator>(xs, offset, ws, stride, n) ==
                      expected(xs, offset, ws, stride, n, 4));
            });
        }
}

} // namespace

TEST_CASE("int8 with int8 weights") {
    for (const int offset : {0, 1, -127, 128})
        check<std::int8_t, std::int8_t, std::int32_t>(-128, 127, offset);
}

TEST_CASE("int16 with int8 weights, narrow and wide sums") {
    check<std::int16_t, std::int8_t, std::int32_t>(-32768, 32767, 0);
    check<std::int16_t, std::int8_t, std::int64_t>(-32768, 32767, 0);
}

TEST_CASE("int16 with int16 weights") { check<std::int16_t, std::int16_t, std::int32_t>(-400, 400, -3); }

TEST_CASE("int8 with int4 weights at every nibble") {
    const auto x = test::noise<std::int8_t>(70, 3);
    const auto weights = test::noise<std::int8_t>(4 * 70 + 8, 4, -8, 7);
    const auto packed = test::packed_int4(weights);
    for (int n = 0; n <= 66; ++n)
        for (int start = 0; start < 2; ++start)
            for (const int stride : {n, n + 1}) {
                const auto want = expected(x.data(), 128, weights.data() + start, stride, n, 4);
                test::on_each_isa([&](auto isa) {
                    using Isa = decltype(isa);
                    const mote::Int4Weights reader(packed.data(), start);
                    CHECK(run<Isa, 4, std::int32_t>(x.data(), 128, reader, stride, n) == want);
                });
            }
}

TEST_CASE("the largest products of each sign") {
    for (const int x : {-128, 127})
        for (const int weight : {-128, 127})
            for (const int offset : {-127, 128}) {
                const std::vector<std::int8_t> xs(100, static_cast<std::int8_t>(x));
                const std::vector<std::int8_t> ws(400, static_cast<std::int8_t>(weight));
                const auto want = expected(xs.data(), offset, ws.data(), 100, 100, 4);
                test::on_each_isa([&](auto isa) {
                    CHECK(run<decltype(isa), 4, std::int32_t>(xs.data(), offset, ws.data(), 100, 100) ==
                          want);
                });
            }
}

TEST_CASE("sums wrap modulo 2^32") {
    const std::vector<std::int8_t> x(8, 127), weights(8, 127);
    test::on_each_isa([&](auto isa) {
        std::int32_t sums[] = {2147483647};
        Kernel<dot, decltype(isa)>::template run<1>(x.data(), 0, weights.data(), 8, 8, sums);
        CHECK(sums[0] == -2147483647 - 1 + 8 * 127 * 127 - 1);
    });
}

TEST_CASE("wide sums go beyond 32 bits") {
    const std::vector<std::int16_t> x(70000, -32768);
    const std::vector<std::int8_t> weights(70000, -128);
    test::on_each_isa([&](auto isa) {
        std::int64_t sums[] = {-5};
        Kernel<dot, decltype(isa)>::template run<1>(x.data(), 0, weights.data(), 70000, 70000, sums);
        CHECK(sums[0] == std::int64_t{70000} * 32768 * 128 - 5);
    });
}

TEST_CASE("float, within the rounding of n additions") {
    const auto x = test::float_noise(160, 5);
    const auto weights = test::float_noise(4 * 140, 6);
    for (const std::int32_t n : sizes)
        test::on_each_isa([&](auto isa) {
            float sums[] = {0.5f, 1.5f, 2.5f, 3.5f};
            Kernel<dot, decltype(isa)>::template run<4>(x.data() + 1, 77, weights.data() + 1, 135, n, sums);
            for (int row = 0; row < 4; ++row) {
                double sum = row + 0.5, magnitude = sum;
                for (int i = 0; i < n; ++i) {
                    const double product = double{x[static_cast<std::size_t>(i + 1)]} *
                                           double{weights[static_cast<std::size_t>(1 + row * 135 + i)]};
                    sum += product;
                    magnitude += std::fabs(product);
                }
                CHECK(std::fabs(static_cast<double>(sums[row]) - sum) <= magnitude * (n + 1) * 6e-8);
            }
        });
}
