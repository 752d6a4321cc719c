// SPDX-License-Identifier: Apache-2.0
// Rows of every length around a vector of the ISAs' sums of products, next to elements that must not count.
#include "../kernels/kernel_test.hpp"

#include "mote/kernels/dot.hpp"

#include <doctest/doctest.h>

namespace {

template <class X, class Weight, class Accumulator>
void check(std::int32_t offset) {
    const auto x = test::noise<X>(80, 1);
    const auto weights = test::noise<Weight>(4 * 80, 2);
    for (std::int32_t n = 0; n <= 70; ++n) {
        std::int64_t want[4] = {};
        for (std::size_t row = 0; row < 4; ++row)
            for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i)
                want[row] += (std::int64_t{x[i + 3]} + offset) * weights[row * 80 + i + 1];
        test::on_each_isa([&](auto isa) {
            using Dot = mote::Kernel<mote::dot, decltype(isa)>;
            Accumulator four[4] = {}, one[1] = {};
            Dot::template run<4>(x.data() + 3, offset, weights.data() + 1, 80, n, four);
            Dot::template run<1>(x.data() + 3, offset, weights.data() + 1, 80, n, one);
            for (int row = 0; row < 4; ++row) CHECK(four[row] == static_cast<Accumulator>(want[row]));
            CHECK(one[0] == four[0]);
        });
    }
}

} // namespace

TEST_CASE("int8") {
    for (const int offset : {0, 128, -127}) check<std::int8_t, std::int8_t, std::int32_t>(offset);
}

TEST_CASE("int16 with weights of 8 and 16 bits, sums that wrap and wide ones") {
    check<std::int16_t, std::int8_t, std::int32_t>(0);
    check<std::int16_t, std::int16_t, std::int32_t>(0);
    check<std::int16_t, std::int8_t, std::int64_t>(0);
}
