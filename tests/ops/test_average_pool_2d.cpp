// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/average_pool_2d.hpp"

#include "../support/corpus.hpp"
#include "pool_model.hpp"

#include <cmath>
#include <numeric>

namespace {

namespace s = mote::flat;
using mote::ElementType;
using mote::StatusCode;
using test::PoolModel;
using test::quant;
using Ops = mote::OpSet<mote::ops::AveragePool2D<>>;
constexpr auto average_pool = s::BuiltinOperator_AVERAGE_POOL_2D;

template <class T>
T mean_of(const std::vector<T>& values) {
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    return static_cast<T>(std::round(sum / static_cast<double>(values.size())));
}

} // namespace

TEST_CASE("AVERAGE_POOL_2D: conformance corpus") { test::check_corpus<Ops>("average_pool_2d"); }

TEST_CASE("AVERAGE_POOL_2D: int8 and int16 round halves away from zero, padding does not count") {
    for (PoolModel m : test::pool_cases(average_pool)) {
        m.in_quant = m.out_quant = quant(0.5f, -3);
        const auto bytes = test::pool_input<std::int8_t>(m);
        CHECK(test::pooled<Ops>(m, bytes) == m.expected(bytes, mean_of<std::int8_t>));
        const auto words = test::pool_input<std::int16_t>(m);
        CHECK(test::pooled<Ops>(m, words) == m.expected(words, mean_of<std::int16_t>));
    }
}

TEST_CASE("AVERAGE_POOL_2D: float") {
    for (const PoolModel& m : test::pool_cases(average_pool)) {
        const auto x = test::pool_input<float>(m);
        CHECK(test::pooled<Ops>(m, x) == m.expected(x, [](const std::vector<float>& values) {
            return std::accumulate(values.begin(), values.end(), 0.0f) / static_cast<float>(values.size());
        }));
    }
}

TEST_CASE("AVERAGE_POOL_2D: the fused activation") {
    PoolModel m{average_pool, {1, 1, 4, 1}, 1, 1, 1, 1};
    m.activation = s::ActivationFunctionType_RELU6;
    CHECK(test::pooled<Ops>(m, std::vector<float>{-1, 2, 6, 7}) == std::vector<float>{0, 2, 6, 6});
    m.in_quant = m.out_quant = quant(0.5f, -10);
    CHECK(test::pooled<Ops>(m, std::vector<std::int8_t>{-11, 0, 2, 3}) ==
          std::vector<std::int8_t>{-10, 0, 2, 2});
}

TEST_CASE("AVERAGE_POOL_2D: refusals") {
    CHECK(test::pool_refusals<Ops>(average_pool) == std::vector<StatusCode>(6, StatusCode::bad_option));
    const PoolModel m{average_pool, {1, 4, 4, 2}, 2, 2, 2, 2};
    CHECK(test::load_code<Ops>(m.build(ElementType::float32, {1, 2, 2, 3})) == StatusCode::shape_mismatch);
    CHECK(test::load_code<Ops>(m.build(ElementType::float32, {1, 2, 3, 2})) == StatusCode::shape_mismatch);
    CHECK(test::load_code<Ops>(m.build(ElementType::float32, {2, 2, 2, 2})) == StatusCode::shape_mismatch);
    CHECK(test::load_code<Ops>(m.build(ElementType::float32, {2, 2, 2})) == StatusCode::shape_mismatch);
    CHECK(test::load_code<Ops>(m.build(ElementType::int8)) == StatusCode::bad_quantization);
    CHECK(test::load_code<Ops>(m.build(ElementType::uint8)) == StatusCode::unsupported_type);
    CHECK(test::load_code<mote::OpSet<mote::ops::AveragePool2D<std::int8_t>>>(
              m.build(ElementType::float32)) == StatusCode::unsupported_type);
}
