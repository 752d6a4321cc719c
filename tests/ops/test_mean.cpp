// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/mean.hpp"

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
using Ops = mote::OpSet<mote::ops::Mean<>>;
constexpr auto mean = mote::schema::BuiltinOperator_MEAN;

/// One mean by TFLM's definition: the multiplier has 1/n in it.
template <class T>
T expected_mean(const ReductionModel& m, std::int64_t sum, std::int64_t n) {
    test::Scaling scaling(static_cast<double>(m.in_quant.scales[0]) /
                          static_cast<double>(m.out_quant.scales[0]));
    int shift = 0;
    while ((std::int64_t{2} << shift) <= n) ++shift;
    shift = std::min(shift, 31 + scaling.shift);
    scaling.value = (scaling.value << shift) / n;
    scaling.shift -= shift;
    const std::int64_t scaled = scaling(sum - n * m.in_quant.zero_points[0]) + m.out_quant.zero_points[0];
    return static_cast<T>(
        std::clamp<std::int64_t>(scaled, std::numeric_limits<T>::min(), std::numeric_limits<T>::max()));
}

template <class T>
void check_quantized(ReductionModel m) {
    const std::vector<T> x = test::reduction_input<T>(m);
    const auto sums = m.sums<std::int64_t>(x);
    std::vector<T> expected;
    for (const std::int64_t sum : sums)
        expected.push_back(expected_mean<T>(m, sum, static_cast<std::int64_t>(x.size() / sums.size())));
    CHECK(test::reduce<Ops>(m, x) == expected);
    m.axes_at_run_time = true;
    CHECK(test::reduce<Ops>(m, x) == expected);
}

} // namespace

TEST_CASE("MEAN: conformance corpus") { test::check_corpus<Ops>("mean"); }

TEST_CASE("MEAN: quantised, axes constant and at run time") {
    const test::Quant scales[][2] = {{quant(0.5f, 0), quant(0.5f, 0)},
                                     {quant(0.031f, -7), quant(0.029f, 4)},
                                     {quant(0.9f, 100), quant(0.011f, -128)},
                                     {quant(1e-9f, 3), quant(2.0f, -5)}};
    for (ReductionModel m : test::reduction_cases(mean))
        for (const auto& q : scales) {
            m.in_quant = q[0];
            m.out_quant = q[1];
            check_quantized<std::int8_t>(m);
            check_quantized<std::int16_t>(m);
        }
}

TEST_CASE("MEAN: float") {
    for (ReductionModel m : test::reduction_cases(mean)) {
        const std::vector<float> x = test::reduction_input<float>(m);
        // Sums of small integers are exact in any order, and so is the quotient's rounding.
        std::vector<float> expected = m.sums<float>(x);
        const auto n = static_cast<float>(x.size() / expected.size());
        for (float& value : expected) value /= n;
        CHECK(test::reduce<Ops>(m, x) == expected);
        m.axes_at_run_time = true;
        CHECK(test::reduce<Ops>(m, x) == expected);
    }
}

TEST_CASE("MEAN: the output lies in the input") {
    ReductionModel m{mean, {2, 4, 4, 20}, {1, 2}};
    test::Runner<Ops> run(m.build(ElementType::float32));
    REQUIRE(run.status());
    CHECK(run.requirement().head == 2 * 4 * 4 * 20 * 4);
}

TEST_CASE("MEAN: refusals") {
    const auto code = [](const ReductionModel& m) {
        return test::load_code<Ops>(m.build(ElementType::float32));
    };
    CHECK(test::load_code<Ops>(ReductionModel{mean, {2, 3}, {2}}.build(ElementType::float32, {2})) ==
          StatusCode::bad_constant);
    CHECK(test::load_code<Ops>(ReductionModel{mean, {2, 3}, {-3}}.build(ElementType::float32, {2})) ==
          StatusCode::bad_constant);
    CHECK(test::load_code<Ops>(ReductionModel{mean, {2, 3}, {0}}.build(ElementType::float32, {2})) ==
          StatusCode::shape_mismatch);
    CHECK(test::load_code<Ops>(ReductionModel{mean, {2, 3}, {0}}.build(ElementType::float32, {4})) ==
          StatusCode::shape_mismatch);
    CHECK(test::load_code<Ops>(ReductionModel{mean, {2, 3}, {0}}.build(ElementType::float32, {0, 3})) ==
          StatusCode::shape_mismatch);
    CHECK(code({mean, {2, 0, 3}, {1}}) == StatusCode::shape_mismatch);
    CHECK(test::load_code<Ops>(ReductionModel{mean, {2, 3}, {0}}.build(ElementType::int8)) ==
          StatusCode::bad_quantization);
    CHECK(test::load_code<Ops>(ReductionModel{mean, {2, 3}, {0}}.build(ElementType::int32)) ==
          StatusCode::unsupported_type);
    CHECK(test::load_code<mote::OpSet<mote::ops::Mean<std::int8_t>>>(
              ReductionModel{mean, {2, 3}, {0}}.build(ElementType::float32)) == StatusCode::unsupported_type);

    test::ModelBuilder wide;
    const int x = wide.tensor(ElementType::float32, {2, 3});
    const int axes = wide.constant<std::int64_t>({1}, {0});
    const int y = wide.tensor(ElementType::float32, {3});
    wide.op(mean, {x, axes}, {y});
    wide.io({x}, {y});
    CHECK(test::load_code<Ops>(wide.build()) == StatusCode::unsupported_type);
}

TEST_CASE("MEAN: axes that do not fit at run time fail the invoke") {
    ReductionModel m{mean, {2, 3}, {0}};
    m.axes_at_run_time = true;
    test::Runner<Ops> run(m.build(ElementType::float32));
    REQUIRE(run.status());
    for (const std::int32_t axis : {2, -3, 1, 2147483647, -2147483647}) {
        run.set<float>(0, {1, 2, 3, 4, 5, 6});
        run.set<std::int32_t>(1, {axis});
        CHECK(run.invoke() == StatusCode::value_out_of_range);
    }
    run.set<float>(0, {1, 2, 3, 4, 5, 6});
    run.set<std::int32_t>(1, {-2});
    CHECK(run.invoke());
    CHECK(run.get<float>(0) == std::vector<float>{2.5f, 3.5f, 4.5f});
}
