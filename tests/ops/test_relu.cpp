// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/relu.hpp"

#include "../support/corpus.hpp"
#include "tflm_scaling.hpp"
#include "unary_model.hpp"

#include <doctest/doctest.h>

#include <cmath>

using mote::ElementType;
using mote::StatusCode;

namespace {

template <class... Types>
using Ops = mote::OpSet<mote::ops::Relu<Types...>>;

test::UnaryModel relu(test::TensorSpec in, test::TensorSpec out) {
    return {mote::schema::BuiltinOperator_RELU, std::move(in), std::move(out)};
}
StatusCode code(test::TensorSpec in, test::TensorSpec out) {
    return test::load_code<Ops<>>(relu(std::move(in), std::move(out)).build());
}

template <class T>
int differences(float in_scale, int in_zero, float out_scale, int out_zero) {
    const std::vector<T> x = test::all_values<T>();
    const auto n = static_cast<std::int32_t>(x.size());
    constexpr ElementType type = mote::element_type_of<T>;
    const auto y = test::output_of<Ops<T>>(
        relu({type, {n}, test::quant(in_scale, in_zero)}, {type, {n}, test::quant(out_scale, out_zero)}), x);
    if (y.size() != x.size()) return -1;
    const test::Scaling scaling(static_cast<double>(in_scale / out_scale));
    int wrong = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const std::int64_t value = out_zero + scaling(x[i] - in_zero);
        wrong += y[i] != test::saturated<T>(value < out_zero ? out_zero : value) ? 1 : 0;
    }
    return wrong;
}

} // namespace

TEST_CASE("RELU: corpus") { test::check_corpus<Ops<>>("relu"); }

TEST_CASE("RELU brings integers to the output's scale") {
    const test::UnaryModel m = relu({ElementType::int8, {1, 2, 3}, test::quant(0.5f, -10)},
                                    {ElementType::int8, {1, 2, 3}, test::quant(0.25f, 7)});
    const std::vector<std::int8_t> x{-128, -10, -9, 0, 50, 127};
    CHECK(test::output_of<Ops<std::int8_t>>(m, x) == std::vector<std::int8_t>{7, 7, 9, 27, 127, 127});

    CHECK(differences<std::int8_t>(0.1f, 3, 0.1f, 3) == 0);
    CHECK(differences<std::int8_t>(0.05f, 127, 0.031f, -128) == 0);
    CHECK(differences<std::int8_t>(3.0f, -128, 0.001f, 0) == 0);
    CHECK(differences<std::int8_t>(1e-6f, 0, 100.0f, 127) == 0);
    CHECK(differences<std::int16_t>(0.001f, 0, 0.0007f, 0) == 0);
    CHECK(differences<std::int16_t>(0.001f, 0, 0.0123f, 0) == 0);
}

TEST_CASE("RELU of float keeps infinity and NaN") {
    const float infinite = std::numeric_limits<float>::infinity();
    const auto m = relu({ElementType::float32, {5}}, {ElementType::float32, {5}});
    const std::vector<float> x{-1.5f, 2.5f, infinite, -infinite, std::nanf("")};
    const std::vector<float> y = test::output_of<Ops<float>>(m, x);
    REQUIRE(y.size() == 5);
    CHECK(std::vector<float>(y.begin(), y.begin() + 4) == std::vector<float>{0.0f, 2.5f, infinite, 0.0f});
    CHECK(std::isnan(y[4]));
}

TEST_CASE("RELU works in place") {
    CHECK(test::head_of<Ops<>>(relu({ElementType::float32, {16}}, {ElementType::float32, {16}})) == 64);
    CHECK(test::head_of<Ops<>>(relu({ElementType::int16, {32}, test::quant(1, 0)},
                                    {ElementType::int16, {32}, test::quant(1, 0)})) == 64);
}

TEST_CASE("RELU refuses") {
    const test::TensorSpec f{ElementType::float32, {4}}, s8{ElementType::int8, {4}, test::quant(1, 0)};
    const auto s16 = [](int zero) { return test::TensorSpec{ElementType::int16, {4}, test::quant(1, zero)}; };
    CHECK(code(s8, s8) == StatusCode::ok);
    CHECK(code(s8, {ElementType::int8, {2, 2}, test::quant(1, 0)}) == StatusCode::ok);
    CHECK(code(f, {ElementType::float32, {5}}) == StatusCode::shape_mismatch);
    CHECK(code(s8, {ElementType::int8, {3}, test::quant(1, 0)}) == StatusCode::shape_mismatch);
    CHECK(code(f, s8) == StatusCode::unsupported_type);
    CHECK(code({ElementType::int32, {4}}, {ElementType::int32, {4}}) == StatusCode::unsupported_type);
    CHECK(code(s8, {ElementType::int8, {4}}) == StatusCode::bad_quantization);
    CHECK(code({ElementType::int8, {4}}, s8) == StatusCode::bad_quantization);
    CHECK(code(s8, {ElementType::int8, {4}, test::quant(0, 0)}) == StatusCode::bad_quantization);
    CHECK(code(s8, {ElementType::int8, {4}, test::quant(1, 128)}) == StatusCode::bad_quantization);
    CHECK(code(s16(0), s16(0)) == StatusCode::ok);
    CHECK(code(s16(1), s16(0)) == StatusCode::bad_quantization);
    CHECK(code(s16(0), s16(1)) == StatusCode::bad_quantization);
    CHECK(test::load_code<Ops<float>>(relu(s8, s8).build()) == StatusCode::unsupported_type);
}
