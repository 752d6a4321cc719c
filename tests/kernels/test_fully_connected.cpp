// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/fully_connected.hpp"
#include "mote/kernels/int4_weights.hpp"

#include "kernel_test.hpp"

#include <doctest/doctest.h>

using mote::Kernel;
using mote::ProductShape;

namespace {

const ProductShape shapes[] = {{1, 1, 1}, {1, 16, 16}, {2, 7, 5}, {3, 33, 4},
                               {4, 5, 9}, {1, 130, 3}, {5, 3, 2}, {0, 3, 2}};

template <class X, class Weight, class Bias>
std::vector<std::int64_t> expected(const ProductShape& s, const std::vector<X>& x, int x_offset,
                                   const std::vector<Weight>& weights, int weight_offset,
                                   const std::vector<Bias>& bias) {
    std::vector<std::int64_t> sums;
    for (int row = 0; row < s.rows; ++row)
        for (int c = 0; c < s.channels; ++c) {
            std::int64_t sum = bias.empty() ? 0
                                            : static_cast<std::int64_t>(bias[static_cast<std::size_t>(c)]);
            for (int i = 0; i < s.depth; ++i)
                sum += (std::int64_t{x[static_cast<std::size_t>(row * s.depth + i)]} + x_offset) *
                       (std::int64_t{weights[static_cast<std::size_t>(c * s.depth + i)]} + weight_offset);
            sums.push_back(sum);
        }
    return sums;
}

template <class Sum, class X, class Weights>
void check(const ProductShape& s, const std::vector<X>& x, int x_offset, Weights weights, int weight_offset,
           const std::vector<Sum>& bias, const std::vector<std::int64_t>& sums) {
    std::vector<Sum> want;
    for (std::size_t i = 0; i < sums.size(); ++i)
        want.push_back(
            test::RawSums<Sum>{}(static_cast<Sum>(sums[i]), static_cast<std::int32_t>(i) % s.channels));
    test::on_each_isa([&](auto isa) {
        using Isa = decltype(isa);
        std::vector<Sum> out(sums.size());
        Kernel<mote::fully_connected, Isa>::template run<Isa, Sum>(
            s, x.data(), x_offset, weights, weight_offset, bias.empty() ? nullptr : bias.data(),
            test::RawSums<Sum>{}, out.data());
        CHECK(out == want);
    });
}

std::size_t x_elements(const ProductShape& s) { return static_cast<std::size_t>(s.rows * s.depth); }
std::size_t weight_elements(const ProductShape& s) { return static_cast<std::size_t>(s.channels * s.depth); }

} // namespace

TEST_CASE("int8, with offsets of inputs and weights") {
    for (const ProductShape& s : shapes)
        for (const int weight_offset : {0, 1, -127, 128})
            for (const int x_offset : {0, -127, 128}) {
                const auto x = test::noise<std::int8_t>(x_elements(s), 1);
                const auto weights = test::noise<std::int8_t>(weight_elements(s), 2);
                const auto bias =
                    test::noise<std::int32_t>(static_cast<std::size_t>(s.channels), 3, -9999, 9999);
                const std::vector<std::int32_t> none;
                check<std::int32_t>(s, x, x_offset, weights.data(), weight_offset, bias,
                                    expected(s, x, x_offset, weights, weight_offset, bias));
                check<std::int32_t>(s, x, x_offset, weights.data(), weight_offset, none,
                                    expected(s, x, x_offset, weights, weight_offset, none));
            }
}

TEST_CASE("int16, with sums of 32 and of 64 bits") {
    for (const ProductShape& s : shapes)
        for (const int weight_offset : {0, -128}) {
            const auto x = test::noise<std::int16_t>(x_elements(s), 4, -6000, 6000);
            const auto weights = test::noise<std::int8_t>(weight_elements(s), 5);
            const std::vector<std::int32_t> narrow(static_cast<std::size_t>(s.channels), -77);
            check<std::int32_t>(s, x, 0, weights.data(), weight_offset, narrow,
                                expected(s, x, 0, weights, weight_offset, narrow));
            const std::vector<std::int64_t> wide(static_cast<std::size_t>(s.channels), std::int64_t{1} << 38);
            check<std::int64_t>(s, x, 0, weights.data(), weight_offset, wide,
                                expected(s, x, 0, weights, weight_offset, wide));
        }
}

TEST_CASE("int4 weights, odd depths included") {
    for (const ProductShape& s : shapes)
        for (const int weight_offset : {0, 3}) {
            const auto x = test::noise<std::int8_t>(x_elements(s), 6);
            const auto weights = test::noise<std::int8_t>(weight_elements(s), 7, -8, 7);
            const auto packed = test::packed_int4(weights);
            const std::vector<std::int32_t> none;
            check<std::int32_t>(s, x, 9, mote::Int4Weights(packed.data()), weight_offset, none,
                                expected(s, x, 9, weights, weight_offset, none));
        }
}

TEST_CASE("float: whole numbers come out exactly, offsets do not count") {
    for (const ProductShape& s : shapes) {
        const auto x = test::noise<std::int8_t>(x_elements(s), 8);
        const auto weights = test::noise<std::int8_t>(weight_elements(s), 9);
        const std::vector<float> float_weights(weights.begin(), weights.end());
        const std::vector<float> bias(static_cast<std::size_t>(s.channels), -3.0f);
        check<float>(s, std::vector<float>(x.begin(), x.end()), 99, float_weights.data(), 99, bias,
                     expected(s, x, 0, weights, 0, bias));
    }
}

TEST_CASE("sums wrap modulo 2^32, the weights' offset included") {
    const std::vector<std::int8_t> x(4, 127), weights(4, -128);
    const std::int32_t bias[] = {-2147483647 - 1};
    test::on_each_isa([&](auto isa) {
        using Isa = decltype(isa);
        std::int32_t out[] = {0};
        Kernel<mote::fully_connected, Isa>::template run<Isa, std::int32_t>(
            {1, 4, 1}, x.data(), 128, weights.data(), -127, bias, test::PlainSums{}, out);
        CHECK(out[0] == 2147483647 - 4 * 255 * 255 + 1);
    });
}
