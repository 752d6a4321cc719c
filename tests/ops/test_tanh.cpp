// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/tanh.hpp"

#include "../support/corpus.hpp"
#include "unary_model.hpp"

#include <doctest/doctest.h>

#include <cmath>

using mote::ElementType;
using mote::StatusCode;

namespace {

template <class... Types>
using Ops = mote::OpSet<mote::ops::Tanh<Types...>>;

test::UnaryModel tanh_of(test::TensorSpec in, test::TensorSpec out) {
    return {mote::schema::BuiltinOperator_TANH, std::move(in), std::move(out)};
}
StatusCode code(test::TensorSpec in, test::TensorSpec out) {
    return test::load_code<Ops<>>(tanh_of(std::move(in), std::move(out)).build());
}
test::TensorSpec s8(float scale, int zero_point) {
    return {ElementType::int8, {256}, test::quant(scale, zero_point)};
}
test::TensorSpec s16(float scale, int zero_point = 0) {
    return {ElementType::int16, {65536}, test::quant(scale, zero_point)};
}

const test::TensorSpec out8 = s8(1.0f / 128, 0);
const test::TensorSpec out16 = s16(1.0f / 32768);

/// Largest distance from unit * tanh over all inputs; 1e9 when the model does not run.
template <class T>
double largest_error(const test::UnaryModel& m, float scale, int zero_point, double unit) {
    const std::vector<T> x = test::all_values<T>();
    const auto y = test::output_of<Ops<T>>(m, x);
    if (y.size() != x.size()) return 1e9;
    double largest = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        largest = std::fmax(
            largest, std::fabs(y[i] - unit * std::tanh(static_cast<double>(scale) * (x[i] - zero_point))));
    return largest;
}

} // namespace

TEST_CASE("TANH: corpus") { test::check_corpus<Ops<>>("tanh"); }

TEST_CASE("TANH of integers is close to the exact value") {
    for (const float scale : {0.001f, 0.0625f, 0.1f, 1.0f})
        CHECK(largest_error<std::int8_t>(tanh_of(s8(scale, 12), out8), scale, 12, 128) <= 1.0);
    for (const float scale : {1e-12f, 3e-5f, 1.0f / 4096, 1.0f / 2048, 0.001f, 2.6f})
        CHECK(largest_error<std::int16_t>(tanh_of(s16(scale), out16), scale, 0, 32768) < 8.0);
}

TEST_CASE("TANH of int8 ends where the input exceeds 15") {
    const auto at = [](float scale, std::vector<std::int8_t> x) {
        const test::TensorSpec in{ElementType::int8, {3}, test::quant(scale, 0)};
        return test::output_of<Ops<>>(tanh_of(in, {ElementType::int8, {3}, test::quant(1.0f / 128, 0)}), x);
    };
    CHECK(at(7.9f, {-1, 0, 1}) == std::vector<std::int8_t>{-128, 0, 127});
    CHECK(at(8.0f, {-1, 0, 1}) == std::vector<std::int8_t>{-128, -128, 127});
    CHECK(at(1e-9f, {-128, 0, 127}) == std::vector<std::int8_t>{0, 0, 0});
}

TEST_CASE("TANH of int16 counts scales near 2^-12 and 2^-11 as these") {
    const std::vector<std::int16_t> x = test::all_values<std::int16_t>();
    for (const float scale : {1.0f / 4096, 1.0f / 2048}) {
        const auto exact = test::output_of<Ops<>>(tanh_of(s16(scale), out16), x);
        REQUIRE(exact.size() == x.size());
        CHECK(test::output_of<Ops<>>(tanh_of(s16(1.0006f * scale), out16), x) == exact);
        CHECK(test::output_of<Ops<>>(tanh_of(s16(1.0008f * scale), out16), x) != exact);
    }
}

TEST_CASE("TANH of float") {
    const test::TensorSpec f{ElementType::float32, {5}};
    const std::vector<float> x{0.0f, 1.0f, -0.3f, 50.0f, -50.0f};
    const std::vector<float> y = test::output_of<Ops<float>>(tanh_of(f, f), x);
    REQUIRE(y.size() == x.size());
    for (std::size_t i = 0; i < x.size(); ++i)
        CHECK(y[i] == doctest::Approx(std::tanh(static_cast<double>(x[i]))).epsilon(1e-6));
}

TEST_CASE("TANH works in place") {
    CHECK(test::head_of<Ops<>>(tanh_of({ElementType::float32, {16}}, {ElementType::float32, {16}})) == 64);
    CHECK(test::head_of<Ops<>>(tanh_of(s8(0.1f, 0), out8)) == 256);
}

TEST_CASE("TANH refuses") {
    const test::TensorSpec f{ElementType::float32, {4}};
    CHECK(code(f, {ElementType::float32, {3}}) == StatusCode::shape_mismatch);
    CHECK(code(s8(1, 0), {ElementType::int8, {4}, out8.quantization}) == StatusCode::shape_mismatch);
    CHECK(code(s8(1, 0), {ElementType::int8, {256}}) == StatusCode::bad_quantization);
    CHECK(code({ElementType::int8, {256}}, out8) == StatusCode::bad_quantization);
    CHECK(code(s16(1, 1), out16) == StatusCode::bad_quantization);
    CHECK(code(s16(1), s16(1.0f / 32768, -1)) == StatusCode::bad_quantization);
    CHECK(code(s16(1), s16(1.0f / 16384)) == StatusCode::bad_quantization);
    CHECK(code(s16(2.667f), out16) == StatusCode::bad_quantization);
    CHECK(code(s8(1, 0), f) == StatusCode::unsupported_type);
    CHECK(test::load_code<Ops<std::int16_t>>(tanh_of(s8(1, 0), out8).build()) ==
          StatusCode::unsupported_type);
}
