// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/max_pool_2d.hpp"

#include "../support/corpus.hpp"
#include "pool_model.hpp"

namespace {

namespace s = mote::flat;
using mote::ElementType;
using mote::StatusCode;
using test::PoolModel;
using test::quant;
using Ops = mote::OpSet<mote::ops::MaxPool2D<>>;
constexpr auto max_pool = s::BuiltinOperator_MAX_POOL_2D;

template <class T>
void check_all() {
    for (PoolModel m : test::pool_cases(max_pool)) {
        m.in_quant = m.out_quant = quant(0.5f, 7);
        const auto x = test::pool_input<T>(m);
        CHECK(test::pooled<Ops>(m, x) == m.expected(x, [](const std::vector<T>& values) {
            return *std::max_element(values.begin(), values.end());
        }));
    }
}

} // namespace

TEST_CASE("MAX_POOL_2D: conformance corpus") { test::check_corpus<Ops>("max_pool_2d"); }

TEST_CASE("MAX_POOL_2D: float, int8, int16") {
    check_all<float>();
    check_all<std::int8_t>();
    check_all<std::int16_t>();
}

TEST_CASE("MAX_POOL_2D: the fused activation") {
    PoolModel m{max_pool, {1, 1, 4, 1}, 1, 1, 1, 1};
    m.activation = s::ActivationFunctionType_RELU_N1_TO_1;
    CHECK(test::pooled<Ops>(m, std::vector<float>{-2, 0.5f, 1, 7}) == std::vector<float>{-1, 0.5f, 1, 1});
    m.in_quant = m.out_quant = quant(0.25f, 100);
    CHECK(test::pooled<Ops>(m, std::vector<std::int16_t>{-3, 98, 104, 105}) ==
          std::vector<std::int16_t>{96, 98, 104, 104});
}

TEST_CASE("MAX_POOL_2D: the output lies in the input") {
    PoolModel m{max_pool, {1, 8, 8, 4}, 2, 2, 2, 2};
    CHECK(test::Runner<Ops>(m.build(ElementType::float32)).requirement().head <
          8 * 8 * 4 * 4 + 4 * 4 * 4 * 4);
}

TEST_CASE("MAX_POOL_2D: refusals") {
    CHECK(test::pool_refusals<Ops>(max_pool) == std::vector<StatusCode>(6, StatusCode::bad_option));
    PoolModel m{max_pool, {1, 4, 4, 2}, 5, 1, 1, 1, s::Padding_VALID};
    CHECK(test::load_code<Ops>(m.build(ElementType::float32, {1, 1, 4, 2})) == StatusCode::shape_mismatch);
    // As in TFLM, input and output must be quantised alike, within 1e-6.
    m = {max_pool, {1, 4, 4, 2}, 2, 2, 2, 2};
    m.in_quant = quant(0.5f, 3);
    m.out_quant = quant(0.5f, 4);
    CHECK(test::load_code<Ops>(m.build(ElementType::int8)) == StatusCode::bad_quantization);
    m.out_quant = quant(0.50001f, 3);
    CHECK(test::load_code<Ops>(m.build(ElementType::int8)) == StatusCode::bad_quantization);
    m.out_quant = quant(0.5000005f, 3);
    CHECK(test::load_code<Ops>(m.build(ElementType::int8)) == StatusCode::ok);

    test::ModelBuilder bare;
    const int x = bare.tensor(ElementType::float32, {1, 4, 4, 2});
    const int y = bare.tensor(ElementType::float32, {1, 2, 2, 2});
    bare.op(max_pool, {x}, {y});
    bare.io({x}, {y});
    CHECK(test::load_code<Ops>(bare.build()) == StatusCode::bad_option);
}
