// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/logistic.hpp"

#include "../support/corpus.hpp"
#include "unary_model.hpp"

#include <doctest/doctest.h>

#include <cmath>

using mote::ElementType;
using mote::StatusCode;

namespace {

template <class... Types>
using Ops = mote::OpSet<mote::ops::Logistic<Types...>>;

test::UnaryModel logistic(test::TensorSpec in, test::TensorSpec out) {
    return {mote::schema::BuiltinOperator_LOGISTIC, std::move(in), std::move(out)};
}
StatusCode code(test::TensorSpec in, test::TensorSpec out) {
    return test::load_code<Ops<>>(logistic(std::move(in), std::move(out)).build());
}
test::TensorSpec s8(float scale, int zero_point) {
    return {ElementType::int8, {256}, test::quant(scale, zero_point)};
}
test::TensorSpec s16(float scale, int zero_point = 0) {
    return {ElementType::int16, {65536}, test::quant(scale, zero_point)};
}

const test::TensorSpec out8 = s8(1.0f / 256, -128);
const test::TensorSpec out16 = s16(1.0f / 32768);

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

} // namespace

TEST_CASE("LOGISTIC: corpus") { test::check_corpus<Ops<>>("logistic"); }

TEST_CASE("LOGISTIC of int8 is within one of the exact value") {
    const std::vector<std::int8_t> x = test::all_values<std::int8_t>();
    for (const float scale : {0.001f, 0.0625f, 0.1f, 1.0f}) {
        const auto y = test::output_of<Ops<std::int8_t>>(logistic(s8(scale, -7), out8), x);
        REQUIRE(y.size() == x.size());
        double largest = 0;
        for (std::size_t i = 0; i < x.size(); ++i)
            largest = std::fmax(
                largest, std::fabs(y[i] + 128 - 256 * sigmoid(static_cast<double>(scale) * (x[i] + 7))));
        CHECK(largest <= 1.0);
    }
}

TEST_CASE("LOGISTIC of int8 ends where the input exceeds 15") {
    const auto at = [](float scale, std::vector<std::int8_t> x) {
        const auto n = static_cast<std::int32_t>(x.size());
        return test::output_of<Ops<>>(logistic({ElementType::int8, {n}, test::quant(scale, 0)},
                                               {ElementType::int8, {n}, test::quant(1.0f / 256, -128)}),
                                      x);
    };
    CHECK(at(5.0f, {-3, -2, 0, 2, 3}) == std::vector<std::int8_t>{-128, -128, 0, 127, 127});
    CHECK(at(7.9f, {-1, 0, 1}) == std::vector<std::int8_t>{-128, 0, 127});
    // Beyond a step of 8 TFLM takes the zero point itself for a limit.
    CHECK(at(8.0f, {-1, 0, 1}) == std::vector<std::int8_t>{-128, -128, 127});
    CHECK(at(1e30f, {-1, 0, 1}) == std::vector<std::int8_t>{-128, -128, 127});
    CHECK(at(1e-9f, {-128, 0, 127}) == std::vector<std::int8_t>{0, 0, 0});
    CHECK(at(1e-40f, {-128, 0, 127}) == std::vector<std::int8_t>{0, 0, 0});
}

TEST_CASE("LOGISTIC of int16 is close to the exact value at any scale") {
    const std::vector<std::int16_t> x = test::all_values<std::int16_t>();
    for (const float scale : {1e-12f, 3e-5f, 1.0f / 4096, 1.0004f / 4096, 0.001f, 2.6f}) {
        const auto y = test::output_of<Ops<std::int16_t>>(logistic(s16(scale), out16), x);
        REQUIRE(y.size() == x.size());
        double largest = 0;
        for (std::size_t i = 0; i < x.size(); ++i)
            largest =
                std::fmax(largest, std::fabs(y[i] - 32768 * sigmoid(static_cast<double>(scale) * x[i])));
        CHECK(largest < 4.0);
    }
}

TEST_CASE("LOGISTIC of int16 counts a scale near 2^-12 as that") {
    const std::vector<std::int16_t> x = test::all_values<std::int16_t>();
    const auto exact = test::output_of<Ops<>>(logistic(s16(1.0f / 4096), out16), x);
    REQUIRE(exact.size() == x.size());
    CHECK(test::output_of<Ops<>>(logistic(s16(1.0006f / 4096), out16), x) == exact);
    CHECK(test::output_of<Ops<>>(logistic(s16(0.9994f / 4096), out16), x) == exact);
    CHECK(test::output_of<Ops<>>(logistic(s16(1.0008f / 4096), out16), x) != exact);
    CHECK(test::output_of<Ops<>>(logistic(s16(0.9992f / 4096), out16), x) != exact);
}

TEST_CASE("LOGISTIC of float") {
    const test::TensorSpec f{ElementType::float32, {7}};
    const std::vector<float> x{0.0f, 1.0f, -1.0f, 17.0f, 100.0f, -20.0f, -200.0f};
    const std::vector<float> y = test::output_of<Ops<float>>(logistic(f, f), x);
    REQUIRE(y.size() == x.size());
    CHECK(y[0] == 0.5f);
    CHECK(y[3] == 1.0f);
    CHECK(y[4] == 1.0f);
    CHECK(y[6] == 0.0f);
    for (std::size_t i : {1u, 2u, 5u})
        CHECK(y[i] == doctest::Approx(sigmoid(static_cast<double>(x[i]))).epsilon(1e-6));
}

TEST_CASE("LOGISTIC works in place") {
    CHECK(test::head_of<Ops<>>(logistic({ElementType::float32, {16}}, {ElementType::float32, {16}})) == 64);
    CHECK(test::head_of<Ops<>>(logistic(s8(0.1f, 0), out8)) == 256);
}

TEST_CASE("LOGISTIC refuses") {
    const test::TensorSpec f{ElementType::float32, {4}};
    CHECK(code(f, {ElementType::float32, {3}}) == StatusCode::shape_mismatch);
    CHECK(code(s8(1, 0), {ElementType::int8, {4}, out8.quantization}) == StatusCode::shape_mismatch);
    CHECK(code(s8(1, 0), s8(1.0f / 256, 0)) == StatusCode::bad_quantization);
    CHECK(code(s8(1, 0), {ElementType::int8, {256}}) == StatusCode::bad_quantization);
    CHECK(code(s8(0, 0), out8) == StatusCode::bad_quantization);
    CHECK(code(s16(1), out16) == StatusCode::ok);
    CHECK(code(s16(1, 1), out16) == StatusCode::bad_quantization);
    CHECK(code(s16(1), s16(1.0f / 32768, 1)) == StatusCode::bad_quantization);
    CHECK(code(s16(1), s16(1.0f / 65536)) == StatusCode::bad_quantization);
    CHECK(code(s16(1), s16(1.001f / 32768)) == StatusCode::bad_quantization);
    CHECK(code(s16(1), s16(1.0006f / 32768)) == StatusCode::ok);
    CHECK(code(s16(2.666f), out16) == StatusCode::ok);
    CHECK(code(s16(2.667f), out16) == StatusCode::bad_quantization);
    CHECK(code(s16(1e30f), out16) == StatusCode::bad_quantization);
    CHECK(code(s8(1, 0), out16) == StatusCode::unsupported_type);
    CHECK(test::load_code<Ops<float>>(logistic(s8(1, 0), out8).build()) == StatusCode::unsupported_type);
}
