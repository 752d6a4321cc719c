// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/dot_channels.hpp"
#include "mote/kernels/int4_weights.hpp"

#include "kernel_test.hpp"

#include <doctest/doctest.h>

using mote::dot_channels;
using mote::Kernel;
using mote::TapGrid;

namespace {

const TapGrid grids[] = {{0, 0, 1, 1, 1, 1},     {0, 3, 40, 17, 40, 17},  {3, 0, 40, 17, 40, 17},
                         {1, 1, 0, 0, 0, 0},     {1, 5, 0, 17, 0, 23},    {4, 1, 31, 0, 19, 0},
                         {3, 3, 77, 17, 93, 16}, {2, 7, 130, 1, 150, 21}, {5, 4, 120, 30, 80, 20}};

/// What accumulators that start at 100 * channel become.
template <class X, class Weight>
std::vector<std::int64_t> expected(const TapGrid& g, const X* x, int offset, const Weight* weights,
                                   int channels, bool spread) {
    std::vector<std::int64_t> sums;
    for (int c = 0; c < channels; ++c) {
        std::int64_t sum = 100 * c;
        for (int row = 0; row < g.rows; ++row)
            for (int tap = 0; tap < g.taps; ++tap)
                sum += (std::int64_t{x[row * g.x_row + tap * g.x_tap + (spread ? c : 0)]} + offset) *
                       weights[row * g.w_row + tap * g.w_tap + c];
        sums.push_back(sum);
    }
    return sums;
}

template <class Isa, int Channels, bool Spread, class Accumulator, class X, class Weights>
std::vector<std::int64_t> run(const TapGrid& g, const X* x, int offset, Weights weights) {
    Accumulator sums[Channels];
    for (int c = 0; c < Channels; ++c) sums[c] = static_cast<Accumulator>(100 * c);
    Kernel<dot_channels, Isa>::template run<Channels, Spread>(g, x, offset, weights, sums);
    return std::vector<std::int64_t>(sums, sums + Channels);
}

/// All tiles that users of the kernel need, from the widest down; `weights` may be a reader, `plain` its
/// values.
template <class Accumulator, class X, class Weight, class Weights>
void check(const X* x, int offset, const Weight* plain, Weights weights) {
    for (const TapGrid& g : grids)
        test::on_each_isa([&](auto isa) {
            using Isa = decltype(isa);
            constexpr int widest = Kernel<dot_channels, Isa>::widest;
            CHECK(run<Isa, widest, true, Accumulator>(g, x, offset, weights) ==
                  expected(g, x, offset, plain, widest, true));
            CHECK(run<Isa, widest, false, Accumulator>(g, x, offset, weights) ==
                  expected(g, x, offset, plain, widest, false));
            CHECK(run<Isa, 8, true, Accumulator>(g, x, offset, weights) ==
                  expected(g, x, offset, plain, 8, true));
            CHECK(run<Isa, 8, false, Accumulator>(g, x, offset, weights) ==
                  expected(g, x, offset, plain, 8, false));
            CHECK(run<Isa, 4, true, Accumulator>(g, x, offset, weights) ==
                  expected(g, x, offset, plain, 4, true));
            CHECK(run<Isa, 4, false, Accumulator>(g, x, offset, weights) ==
                  expected(g, x, offset, plain, 4, false));
            CHECK(run<Isa, 1, true, Accumulator>(g, x, offset, weights) ==
                  expected(g, x, offset, plain, 1, true));
            CHECK(run<Isa, 1, false, Accumulator>(g, x, offset, weights) ==
                  expected(g, x, offset, plain, 1, false));
        });
}

} // namespace

TEST_CASE("the widest tile is one that halves down to 4") {
    test::on_each_isa([](auto isa) {
        constexpr int widest = Kernel<dot_channels, decltype(isa)>::widest;
        CHECK((widest >= 4 && (widest & (widest - 1)) == 0));
    });
}

TEST_CASE("int8 with int8 weights, at every alignment") {
    const auto x = test::noise<std::int8_t>(1200, 1);
    const auto weights = test::noise<std::int8_t>(1200, 2);
    for (int start = 0; start < 4; ++start)
        for (const int offset : {0, -127, 128})
            check<std::int32_t>(x.data() + start, offset, weights.data() + start, weights.data() + start);
}

TEST_CASE("the largest products of each sign") {
    for (const int value : {-128, 127})
        for (const int offset : {-127, 128}) {
            const std::vector<std::int8_t> x(1200, static_cast<std::int8_t>(value));
            for (const int weight : {-128, 127}) {
                const std::vector<std::int8_t> weights(1200, static_cast<std::int8_t>(weight));
                check<std::int32_t>(x.data(), offset, weights.data(), weights.data());
            }
        }
}

TEST_CASE("int16 with int8 weights into 64 bits") {
    const auto x = test::noise<std::int16_t>(1200, 3);
    const auto weights = test::noise<std::int8_t>(1200, 4);
    check<std::int64_t>(x.data() + 1, 0, weights.data() + 1, weights.data() + 1);
}

TEST_CASE("int8 with int4 weights at every nibble") {
    const auto x = test::noise<std::int8_t>(1200, 5);
    const auto weights = test::noise<std::int8_t>(1200, 6, -8, 7);
    const auto packed = test::packed_int4(weights);
    for (int start = 0; start < 2; ++start)
        check<std::int32_t>(x.data(), 31, weights.data() + start, mote::Int4Weights(packed.data(), start));
}

TEST_CASE("float: whole numbers come out exactly") {
    const auto x = test::noise<std::int8_t>(1200, 7);
    const auto weights = test::noise<std::int8_t>(1200, 8);
    const std::vector<float> xs(x.begin(), x.end()), ws(weights.begin(), weights.end());
    for (const TapGrid& g : grids)
        test::on_each_isa([&](auto isa) {
            using Isa = decltype(isa);
            CHECK(run<Isa, 8, true, float>(g, xs.data(), 5, ws.data()) ==
                  expected(g, x.data(), 0, weights.data(), 8, true));
            CHECK(run<Isa, 1, false, float>(g, xs.data(), 5, ws.data()) ==
                  expected(g, x.data(), 0, weights.data(), 1, false));
        });
}

TEST_CASE("sums wrap modulo 2^32") {
    const std::vector<std::int8_t> x(8, 127), weights(8, 127);
    test::on_each_isa([&](auto isa) {
        std::int32_t sums[] = {2147483647, 0, 0, -5};
        Kernel<dot_channels, decltype(isa)>::template run<4, true>({1, 1, 0, 0, 0, 0}, x.data(), 0,
                                                                   weights.data(), sums);
        CHECK(sums[0] == -2147483647 - 1 + 127 * 127 - 1);
        CHECK(sums[3] == 127 * 127 - 5);
    });
}
