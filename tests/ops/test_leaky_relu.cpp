// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/leaky_relu.hpp"

#include "../support/corpus.hpp"
#include "tflm_scaling.hpp"
#include "unary_model.hpp"

#include <doctest/doctest.h>

#include <cmath>

using mote::ElementType;
using mote::StatusCode;

namespace {

template <class... Types>
using Ops = mote::OpSet<mote::ops::LeakyRelu<Types...>>;

test::UnaryModel leaky_relu(float alpha, test::TensorSpec in, test::TensorSpec out) {
    namespace s = mote::flat;
    return {s::BuiltinOperator_LEAKY_RELU, std::move(in), std::move(out), s::BuiltinOptions_LeakyReluOptions,
            [=](flatbuffers::FlatBufferBuilder& f) { return s::CreateLeakyReluOptions(f, alpha).Union(); }};
}
StatusCode code(float alpha, test::TensorSpec in, test::TensorSpec out) {
    return test::load_code<Ops<>>(leaky_relu(alpha, std::move(in), std::move(out)).build());
}

template <class T>
int differences(float alpha, float in_scale, int in_zero, float out_scale, int out_zero) {
    const std::vector<T> x = test::all_values<T>();
    const auto n = static_cast<std::int32_t>(x.size());
    constexpr ElementType type = mote::element_type_of<T>;
    const auto y = test::output_of<Ops<T>>(leaky_relu(alpha, {type, {n}, test::quant(in_scale, in_zero)},
                                                      {type, {n}, test::quant(out_scale, out_zero)}),
                                           x);
    if (y.size() != x.size()) return -1;
    const test::Scaling positive(static_cast<double>(in_scale / out_scale));
    const test::Scaling negative(std::fabs(static_cast<double>(in_scale * alpha / out_scale)));
    int wrong = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const int value = x[i] - in_zero;
        const std::int64_t scaled = value >= 0  ? positive(value)
                                    : alpha < 0 ? -negative(value)
                                                : negative(value);
        wrong += y[i] != test::saturated<T>(out_zero + scaled) ? 1 : 0;
    }
    return wrong;
}

} // namespace

TEST_CASE("LEAKY_RELU: corpus") { test::check_corpus<Ops<>>("leaky_relu"); }

TEST_CASE("LEAKY_RELU of integers") {
    const auto m = leaky_relu(0.25f, {ElementType::int8, {6}, test::quant(0.5f, -8)},
                              {ElementType::int8, {6}, test::quant(0.5f, 10)});
    CHECK(test::output_of<Ops<std::int8_t>>(m, std::vector<std::int8_t>{-128, -12, -8, -7, 100, 127}) ==
          std::vector<std::int8_t>{-20, 9, 10, 11, 118, 127});

    for (const float alpha : {0.0f, 0.01f, 0.3f, 1.0f, 1.7f, -0.25f, -3.0f, 1e-20f}) {
        CAPTURE(alpha);
        CHECK(differences<std::int8_t>(alpha, 0.1f, 3, 0.1f, 3) == 0);
        CHECK(differences<std::int8_t>(alpha, 0.05f, 127, 0.031f, -128) == 0);
        CHECK(differences<std::int16_t>(alpha, 0.001f, 0, 0.0007f, 0) == 0);
        CHECK(differences<std::int16_t>(alpha, 0.001f, -5, 0.0123f, 1000) == 0);
    }
}

TEST_CASE("LEAKY_RELU rounds halves up, before it applies the sign of alpha") {
    const auto output = [](float alpha) {
        const auto m = leaky_relu(alpha, {ElementType::int8, {4}, test::quant(2.5f, 0)},
                                  {ElementType::int8, {4}, test::quant(1.0f, 0)});
        return test::output_of<Ops<std::int8_t>>(m, std::vector<std::int8_t>{1, 3, -4, -12});
    };
    CHECK(output(0.25f) == std::vector<std::int8_t>{3, 8, -2, -7});
    CHECK(output(-0.25f) == std::vector<std::int8_t>{3, 8, 2, 7});
}

TEST_CASE("LEAKY_RELU of float") {
    const std::vector<float> x{-2.0f, -0.0f, 0.5f, 4.0f};
    const test::TensorSpec f{ElementType::float32, {4}};
    CHECK(test::output_of<Ops<float>>(leaky_relu(0.25f, f, f), x) ==
          std::vector<float>{-0.5f, 0.0f, 0.5f, 4.0f});
    CHECK(test::output_of<Ops<float>>(leaky_relu(-2.0f, f, f), x) ==
          std::vector<float>{4.0f, 0.0f, 0.5f, 4.0f});
}

TEST_CASE("LEAKY_RELU works in place") {
    CHECK(test::head_of<Ops<>>(leaky_relu(1, {ElementType::float32, {16}}, {ElementType::float32, {16}})) ==
          64);
    CHECK(test::head_of<Ops<>>(leaky_relu(1, {ElementType::int8, {64}, test::quant(1, 0)},
                                          {ElementType::int8, {64}, test::quant(1, 0)})) == 64);
}

TEST_CASE("LEAKY_RELU refuses") {
    const test::TensorSpec f{ElementType::float32, {4}}, s8{ElementType::int8, {4}, test::quant(1, 0)};
    const float infinite = std::numeric_limits<float>::infinity();
    CHECK(code(0.5f, s8, s8) == StatusCode::ok);
    CHECK(code(infinite, s8, s8) == StatusCode::bad_option);
    CHECK(code(-infinite, s8, s8) == StatusCode::bad_option);
    CHECK(code(std::nanf(""), s8, s8) == StatusCode::bad_option);
    CHECK(code(0.5f, f, {ElementType::float32, {5}}) == StatusCode::shape_mismatch);
    CHECK(code(0.5f, s8, {ElementType::int8, {5}, test::quant(1, 0)}) == StatusCode::shape_mismatch);
    CHECK(code(0.5f, s8, {ElementType::int8, {4}}) == StatusCode::bad_quantization);
    CHECK(code(0.5f, {ElementType::int8, {4}}, s8) == StatusCode::bad_quantization);
    CHECK(code(0.5f, s8, f) == StatusCode::unsupported_type);
    test::UnaryModel m = leaky_relu(0.5f, f, f);
    m.options_type = mote::schema::BuiltinOptions_NONE;
    m.options = nullptr;
    CHECK(test::load_code<Ops<>>(m.build()) == StatusCode::bad_option);
    m.in = m.out = s8;
    CHECK(test::load_code<Ops<>>(m.build()) == StatusCode::bad_option);
}
