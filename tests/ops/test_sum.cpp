// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/sum.hpp"

#include "../support/corpus.hpp"
#include "reduction_model.hpp"
#include "tflm_scaling.hpp"

#include <algorithm>
#include <limits>

namespace {

using mote::ElementType;
using mote::StatusCode;
using test::quant;
using test::ReductionModel;
using Ops = mote::OpSet<mote::ops::Sum<>>;
constexpr auto sum_code = mote::schema::BuiltinOperator_SUM;

template <class T>
void check_quantized(ReductionModel m) {
    const test::Scaling scaling(static_cast<double>(m.in_quant.scales[0]) /
                                static_cast<double>(m.out_quant.scales[0]));
    const std::vector<T> x = test::reduction_input<T>(m);
    const auto sums = m.sums<std::int64_t>(x);
    const std::int64_t zero_points =
        m.in_quant.zero_points[0] * static_cast<std::int64_t>(x.size() / sums.size());
    std::vector<T> expected;
    for (const std::int64_t sum : sums)
        expected.push_back(static_cast<T>(
            std::clamp<std::int64_t>(scaling(sum - zero_points) + m.out_quant.zero_points[0],
                                     std::numeric_limits<T>::min(), std::numeric_limits<T>::max())));
    CHECK(test::reduce<Ops>(m, x) == expected);
    m.axes_at_run_time = true;
    CHECK(test::reduce<Ops>(m, x) == expected);
}

} // namespace

TEST_CASE("SUM: conformance corpus") { test::check_corpus<Ops>("sum"); }

TEST_CASE("SUM: quantised, axes constant and at run time") {
    const test::Quant scales[][2] = {{quant(0.5f, 0), quant(0.5f, 0)},
                                     {quant(0.031f, -7), quant(0.29f, 4)},
                                     {quant(0.9f, 100), quant(0.4f, -128)}};
    for (ReductionModel m : test::reduction_cases(sum_code))
        for (const auto& q : scales) {
            m.in_quant = q[0];
            m.out_quant = q[1];
            check_quantized<std::int8_t>(m);
            check_quantized<std::int16_t>(m);
        }
}

TEST_CASE("SUM: float") {
    for (ReductionModel m : test::reduction_cases(sum_code)) {
        const std::vector<float> x = test::reduction_input<float>(m);
        CHECK(test::reduce<Ops>(m, x) == m.sums<float>(x));
    }
}

TEST_CASE("SUM: refusals") {
    CHECK(test::load_code<Ops>(ReductionModel{sum_code, {2, 3}, {2}}.build(ElementType::float32, {2})) ==
          StatusCode::bad_constant);
    CHECK(test::load_code<Ops>(ReductionModel{sum_code, {2, 3}, {0}}.build(ElementType::float32, {2})) ==
          StatusCode::shape_mismatch);
    ReductionModel m{sum_code, {2, 3}, {0}};
    m.in_quant = quant(0.5f, 0);
    m.out_quant = quant(-0.5f, 0);
    CHECK(test::load_code<Ops>(m.build(ElementType::int16)) == StatusCode::bad_quantization);
    CHECK(test::load_code<Ops>(m.build(ElementType::int32)) == StatusCode::unsupported_type);
}
