// SPDX-License-Identifier: Apache-2.0
#include "mote/core/numerics.hpp"
#include "mote/kernels/arithmetic.hpp"
#include "mote/kernels/pairwise.hpp"

#include "../kernels/kernel_test.hpp"

#include <doctest/doctest.h>

namespace {

using Sum = mote::QuantizedSum<mote::numerics::reference, std::int8_t>;

void check(const Sum& sum) {
    const auto a = test::noise<std::int8_t>(300, 1), b = test::noise<std::int8_t>(300, 2);
    for (std::int32_t n = 0; n <= 258; n = n < 35 ? n + 1 : n + 223)
        test::on_each_isa([&](auto isa) {
            std::vector<std::int8_t> out(301, 77), want(301, 77);
            for (std::int32_t i = 0; i < n; ++i) {
                const auto at = static_cast<std::size_t>(i);
                want[at + 1] = sum(a[at + 1], b[at + 3]);
            }
            mote::Kernel<mote::pairwise, decltype(isa)>::run(sum, a.data() + 1, b.data() + 3, out.data() + 1,
                                                             n);
            CHECK(out == want);
        });
}

} // namespace

TEST_CASE("quantised sums and differences of int8, any count, any address") {
    for (const std::int32_t value : {0x40000000, 0x40000001, 0x5a827999, 0x7fffffff})
        for (const std::int32_t right : {0, 1, 5, 31})
            for (const std::int32_t back : {0, 12, 18, 20})
                for (const std::int32_t sign : {1, -1}) {
                    check({{value, right}, {0x60000000, back}, 127, -128, 5, -128, 127, sign * (1 << 19), 1});
                    check({{0x7fffffff, 0}, {value, back}, -128, 127, -1, -20, 100, 1 << 19, sign});
                }
}

TEST_CASE("the output may be an operand") {
    const Sum sum{{0x40000000, 0}, {0x40000000, 18}, 3, -2, 1, -100, 100, 1 << 19, 1};
    const auto a = test::noise<std::int8_t>(21, 1), b = test::noise<std::int8_t>(21, 2);
    test::on_each_isa([&](auto isa) {
        std::vector<std::int8_t> x = a;
        mote::Kernel<mote::pairwise, decltype(isa)>::run(sum, x.data(), b.data(), x.data(), 21);
        for (std::size_t i = 0; i < x.size(); ++i) CHECK(x[i] == sum(a[i], b[i]));
    });
}
