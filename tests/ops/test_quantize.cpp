// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/quantize.hpp"

#include "../support/corpus.hpp"
#include "tflm_scaling.hpp"
#include "unary_model.hpp"

#include <doctest/doctest.h>

#include <cmath>

using mote::ElementType;
using mote::StatusCode;

namespace {

template <class... Types>
using Ops = mote::OpSet<mote::ops::Quantize<Types...>>;

test::UnaryModel quantize(test::TensorSpec in, test::TensorSpec out) {
    return {mote::schema::BuiltinOperator_QUANTIZE, std::move(in), std::move(out)};
}
StatusCode code(test::TensorSpec in, test::TensorSpec out) {
    return test::load_code<Ops<>>(quantize(std::move(in), std::move(out)).build());
}

template <class In, class Out>
int differences(float in_scale, int in_zero, float out_scale, int out_zero) {
    const std::vector<In> x = test::all_values<In>();
    const auto n = static_cast<std::int32_t>(x.size());
    const auto y = test::output_of<Ops<In, Out>, In, Out>(
        quantize({mote::element_type_of<In>, {n}, test::quant(in_scale, in_zero)},
                 {mote::element_type_of<Out>, {n}, test::quant(out_scale, out_zero)}),
        x);
    if (y.size() != x.size()) return -1;
    const test::Scaling scaling(static_cast<double>(in_scale) / static_cast<double>(out_scale));
    int wrong = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        wrong += y[i] != test::saturated<Out>(out_zero + scaling(std::int64_t{x[i]} - in_zero)) ? 1 : 0;
    return wrong;
}

} // namespace

TEST_CASE("QUANTIZE: corpus") { test::check_corpus<Ops<>>("quantize"); }

TEST_CASE("QUANTIZE of float rounds halves away from zero and saturates") {
    const auto m = quantize({ElementType::float32, {9}}, {ElementType::int8, {9}, test::quant(0.5f, 10)});
    const float infinite = std::numeric_limits<float>::infinity();
    const std::vector<float> x{0.0f, 0.25f, -0.25f, 0.2f, 1.0f, 1e20f, -infinite, std::nanf(""), 58.5f};
    CHECK(test::output_of<Ops<float, std::int8_t>, float, std::int8_t>(m, x) ==
          std::vector<std::int8_t>{10, 11, 9, 10, 12, 127, -128, 10, 127});
    const auto wide =
        quantize({ElementType::float32, {5}}, {ElementType::int16, {5}, test::quant(0.001f, -7)});
    CHECK(test::output_of<Ops<>, float, std::int16_t>(wide, {0.0f, 32.774f, 32.775f, -32.761f, -40.0f}) ==
          std::vector<std::int16_t>{-7, 32767, 32767, -32768, -32768});
}

TEST_CASE("QUANTIZE between integers") {
    CHECK(differences<std::int8_t, std::int8_t>(0.1f, 3, 0.1f, -50) == 0);
    CHECK(differences<std::int8_t, std::int8_t>(0.1f, 3, 0.03f, -50) == 0);
    CHECK(differences<std::int8_t, std::uint8_t>(0.1f, 0, 0.1f, 128) == 0);
    CHECK(differences<std::int8_t, std::uint8_t>(0.1f, 5, 0.13f, 128) == 0);
    CHECK(differences<std::int8_t, std::int16_t>(0.1f, -128, 0.001f, 0) == 0);
    CHECK(differences<std::int8_t, std::int32_t>(0.1f, 127, 1e-5f, -123456789) == 0);
    CHECK(differences<std::uint8_t, std::int8_t>(0.1f, 128, 0.1f, 0) == 0);
    CHECK(differences<std::uint8_t, std::int8_t>(0.1f, 255, 0.04f, 3) == 0);
    CHECK(differences<std::int16_t, std::int8_t>(0.001f, 0, 0.21f, -128) == 0);
    CHECK(differences<std::int16_t, std::int16_t>(0.001f, 12, 0.0013f, -3000) == 0);
    CHECK(differences<std::int16_t, std::int32_t>(0.001f, 0, 1e-5f, 0) == 0);
    CHECK(differences<std::int32_t, std::int8_t>(1e-8f, 0, 0.1f, 4) == 0);
    CHECK(differences<std::int32_t, std::int16_t>(1e-8f, 0, 0.0005f, 0) == 0);
}

TEST_CASE("QUANTIZE wraps at 32 bits where a model makes it overflow") {
    const auto m = quantize({ElementType::int32, {2}, test::quant(1.0f, -2)},
                            {ElementType::int16, {2}, test::quant(1.0f, 5)});
    constexpr std::int32_t highest = 2147483647;
    // 2^31 - 1 + 2 is 1 - 2^31; doubled by the multiplier's shift it is 2.
    CHECK(test::output_of<Ops<>, std::int32_t, std::int16_t>(m, {highest, 40}) ==
          std::vector<std::int16_t>{6, 47});
}

TEST_CASE("QUANTIZE overlaps its input as far as widths allow") {
    const auto head = [](ElementType from, ElementType to) {
        return test::head_of<Ops<>>(quantize({from, {64}, test::quant(1, 0)}, {to, {64}, test::quant(1, 0)}));
    };
    CHECK(head(ElementType::int8, ElementType::int8) == 64);
    CHECK(head(ElementType::float32, ElementType::int8) == 256);
    CHECK(head(ElementType::int16, ElementType::int8) == 128);
    CHECK(head(ElementType::int32, ElementType::int16) == 256);
    CHECK(head(ElementType::int8, ElementType::int16) == 128);
    CHECK(head(ElementType::int8, ElementType::int32) == 256);
}

TEST_CASE("QUANTIZE is linked for the named types only") {
    const test::TensorSpec f{ElementType::float32, {4}}, s8{ElementType::int8, {4}, test::quant(1, 0)};
    const test::TensorSpec s16{ElementType::int16, {4}, test::quant(1, 0)};
    const auto with = [](auto ops, const test::TensorSpec& in, const test::TensorSpec& out) {
        return test::load_code<decltype(ops)>(quantize(in, out).build());
    };
    CHECK(with(Ops<float, std::int8_t>{}, f, s8) == StatusCode::ok);
    CHECK(with(Ops<float, std::int8_t>{}, s8, s8) == StatusCode::ok);
    CHECK(with(Ops<float, std::int8_t>{}, f, s16) == StatusCode::unsupported_type);
    CHECK(with(Ops<float, std::int8_t>{}, s8, s16) == StatusCode::unsupported_type);
    CHECK(with(Ops<std::int8_t>{}, f, s8) == StatusCode::unsupported_type);
}

TEST_CASE("QUANTIZE refuses") {
    const test::TensorSpec f{ElementType::float32, {4}}, s8{ElementType::int8, {4}, test::quant(1, 0)};
    CHECK(code(f, s8) == StatusCode::ok);
    CHECK(code(f, {ElementType::int8, {5}, test::quant(1, 0)}) == StatusCode::shape_mismatch);
    CHECK(code(s8, {ElementType::int8, {5}, test::quant(1, 0)}) == StatusCode::shape_mismatch);
    CHECK(code(f, {ElementType::int8, {4}}) == StatusCode::bad_quantization);
    CHECK(code(f, {ElementType::int8, {4}, test::quant(std::nanf(""), 0)}) == StatusCode::bad_quantization);
    CHECK(code({ElementType::int8, {4}}, s8) == StatusCode::bad_quantization);
    CHECK(code(s8, {ElementType::uint8, {4}, test::quant(1, -1)}) == StatusCode::bad_quantization);
    CHECK(code(f, {ElementType::int8, {4}, test::quant({1, 2}, {0, 0}, 0)}) ==
          StatusCode::unsupported_feature);
    CHECK(code(s8, {ElementType::int8, {4}, test::quant({1, 2}, {0, 0}, 0)}) ==
          StatusCode::unsupported_feature);
    CHECK(code(f, f) == StatusCode::unsupported_type);
    CHECK(code({ElementType::int32, {4}, test::quant(1, 0)}, {ElementType::int32, {4}, test::quant(1, 0)}) ==
          StatusCode::unsupported_type);
}
