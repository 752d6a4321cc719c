// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/relu6.hpp"

#include "../support/corpus.hpp"
#include "unary_model.hpp"

#include <doctest/doctest.h>

#include <cmath>

using mote::ElementType;
using mote::StatusCode;

namespace {

template <class... Types>
using Ops = mote::OpSet<mote::ops::Relu6<Types...>>;

test::UnaryModel relu6(test::TensorSpec in, test::TensorSpec out) {
    return {mote::schema::BuiltinOperator_RELU6, std::move(in), std::move(out)};
}
StatusCode code(test::TensorSpec in, test::TensorSpec out) {
    return test::load_code<Ops<>>(relu6(std::move(in), std::move(out)).build());
}

/// Smallest and largest output over all inputs of T; every input between them must be unchanged.
template <class T>
std::vector<int> bounds(float scale, int zero_point) {
    const std::vector<T> x = test::all_values<T>();
    const auto n = static_cast<std::int32_t>(x.size());
    constexpr ElementType type = mote::element_type_of<T>;
    const auto y =
        test::output_of<Ops<T>>(relu6({type, {n}, test::quant(scale, zero_point)}, {type, {n}}), x);
    REQUIRE(y.size() == x.size());
    for (std::size_t i = 0; i < x.size(); ++i)
        if (x[i] >= y.front() && x[i] <= y.back() && x[i] != y[i]) return {};
    return {y.front(), y.back()};
}

} // namespace

TEST_CASE("RELU6: corpus") { test::check_corpus<Ops<>>("relu6"); }

TEST_CASE("RELU6 limits integers to what 0 and 6 are on the input's scale") {
    CHECK(bounds<std::int8_t>(0.1f, -20) == std::vector<int>{-20, 40});
    CHECK(bounds<std::int8_t>(0.01f, -20) == std::vector<int>{-20, 127});
    CHECK(bounds<std::int8_t>(4.0f, 0) == std::vector<int>{0, 2}); // 1.5 goes away from zero
    CHECK(bounds<std::int8_t>(1e-30f, 127) == std::vector<int>{127, 127});
    CHECK(bounds<std::int8_t>(1e30f, -128) == std::vector<int>{-128, -128});
    CHECK(bounds<std::int16_t>(0.001f, 100) == std::vector<int>{100, 6100});
    CHECK(bounds<std::int16_t>(0.0001f, 0) == std::vector<int>{0, 32767});
}

TEST_CASE("RELU6 of float") {
    const auto m = relu6({ElementType::float32, {2, 3}}, {ElementType::float32, {6}});
    const float infinite = std::numeric_limits<float>::infinity();
    const std::vector<float> y = test::output_of<Ops<float>>(
        m, std::vector<float>{-1.5f, 2.5f, 6.5f, infinite, -infinite, std::nanf("")});
    REQUIRE(y.size() == 6);
    CHECK(std::vector<float>(y.begin(), y.begin() + 5) == std::vector<float>{0.0f, 2.5f, 6.0f, 6.0f, 0.0f});
    CHECK(std::isnan(y[5]));
}

TEST_CASE("RELU6 works in place") {
    CHECK(test::head_of<Ops<>>(relu6({ElementType::float32, {16}}, {ElementType::float32, {16}})) == 64);
    CHECK(test::head_of<Ops<>>(
              relu6({ElementType::int8, {64}, test::quant(1, 0)}, {ElementType::int8, {64}})) == 64);
}

TEST_CASE("RELU6 refuses") {
    const test::TensorSpec f{ElementType::float32, {4}}, s8{ElementType::int8, {4}, test::quant(1, 0)};
    CHECK(code(f, f) == StatusCode::ok);
    CHECK(code(s8, {ElementType::int8, {4}}) == StatusCode::ok);
    CHECK(code(f, {ElementType::float32, {5}}) == StatusCode::shape_mismatch);
    CHECK(code(s8, {ElementType::int8, {3}}) == StatusCode::shape_mismatch);
    CHECK(code(s8, {ElementType::int16, {4}}) == StatusCode::unsupported_type);
    CHECK(code({ElementType::int8, {4}}, s8) == StatusCode::bad_quantization);
    CHECK(code({ElementType::int8, {4}, test::quant(-1, 0)}, s8) == StatusCode::bad_quantization);
    CHECK(code({ElementType::int8, {4}, test::quant(1, -129)}, s8) == StatusCode::bad_quantization);
    CHECK(test::load_code<Ops<std::int16_t, float>>(relu6(s8, s8).build()) == StatusCode::unsupported_type);
}
