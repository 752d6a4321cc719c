// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_OPS_QUANTIZED_SUM_CASES_HPP
#define MOTE_TESTS_OPS_QUANTIZED_SUM_CASES_HPP

#include "../support/runner.hpp"
#include "binary_model.hpp"
#include "tflm_scaling.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <numeric>

namespace test {

/// How ADD and SUB scale quantised operands, by TFLM's definition.
struct SumScaling {
    Scaling a, b, out;
};

/// One quantised sum (`sign` 1) or difference (-1) by that definition.
template <class T>
T expected_sum(const SumScaling& scaling, const BinaryModel& m, T a, T b, int sign) {
    const std::int64_t raise = std::int64_t{1} << (sizeof(T) == 1 ? 20 : 15);
    const std::int64_t x = scaling.a((a - m.a_quant.zero_points[0]) * raise);
    const std::int64_t y = scaling.b((b - m.b_quant.zero_points[0]) * raise);
    const std::int64_t sum = scaling.out(x + sign * y) + m.out_quant.zero_points[0];
    return static_cast<T>(
        std::clamp<std::int64_t>(sum, std::numeric_limits<T>::min(), std::numeric_limits<T>::max()));
}

/// Every pair of int8 values, or of 256 int16 values that include the limits, against the definition.
template <class Ops, class T>
void check_all_pairs(BinaryModel m, const SumScaling& scaling, int sign) {
    std::vector<T> values(256);
    for (int i = 0; i < 256; ++i)
        values[static_cast<std::size_t>(i)] = static_cast<T>((i - 128) * (sizeof(T) == 1 ? 1 : 257));
    m.a = {256, 1};
    m.b = {1, 256};
    m.out = {256, 256};
    Runner<Ops> run(m.build(mote::element_type_of<T>));
    REQUIRE(run.status());
    REQUIRE(run.set(0, values));
    REQUIRE(run.set(1, values));
    REQUIRE(run.invoke());
    CHECK(run.template get<T>(0) == expected_pairs<T>(m, values, values, [&](T a, T b) {
              return expected_sum<T>(scaling, m, a, b, sign);
          }));
}

} // namespace test

#endif
