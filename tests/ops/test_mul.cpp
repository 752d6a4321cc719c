// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/mul.hpp"

#include "../support/corpus.hpp"
#include "../support/runner.hpp"
#include "binary_model.hpp"
#include "tflm_scaling.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

namespace {

namespace s = mote::flat;
using mote::ElementType;
using mote::StatusCode;
using test::quant;
using Ops = mote::OpSet<mote::ops::Mul<>>;

test::BinaryModel mul(test::Extents a, test::Extents b, test::Extents out,
                      s::ActivationFunctionType activation = s::ActivationFunctionType_NONE) {
    const auto options = [activation](flatbuffers::FlatBufferBuilder& f) {
        return s::CreateMulOptions(f, activation).Union();
    };
    return {s::BuiltinOperator_MUL, s::BuiltinOptions_MulOptions, options, std::move(a), std::move(b),
            std::move(out)};
}

test::BinaryModel quantized_mul(test::Quant a, test::Quant b, test::Quant out) {
    test::BinaryModel m = mul({256, 1}, {1, 256}, {256, 256});
    m.a_quant = std::move(a);
    m.b_quant = std::move(b);
    m.out_quant = std::move(out);
    return m;
}

template <class T>
void check_all_pairs(const test::BinaryModel& m) {
    const test::Scaling scaling(static_cast<double>(m.a_quant.scales[0]) *
                                static_cast<double>(m.b_quant.scales[0]) /
                                static_cast<double>(m.out_quant.scales[0]));
    const auto expected = [&](T a, T b) {
        const std::int64_t product = (a - m.a_quant.zero_points[0]) * (b - m.b_quant.zero_points[0]);
        return static_cast<T>(std::clamp<std::int64_t>(scaling(product) + m.out_quant.zero_points[0],
                                                       std::numeric_limits<T>::min(),
                                                       std::numeric_limits<T>::max()));
    };
    std::vector<T> values;
    for (int i = -128; i < 128; ++i) values.push_back(static_cast<T>(i * (sizeof(T) == 1 ? 1 : 257)));
    test::Runner<Ops> run(m.build(mote::element_type_of<T>));
    REQUIRE(run.status());
    REQUIRE(run.set(0, values));
    REQUIRE(run.set(1, values));
    CHECK(run.invoke());
    CHECK(run.template get<T>(0) == test::expected_pairs<T>(m, values, values, expected));
}

} // namespace

TEST_CASE("MUL: conformance corpus") { test::check_corpus<Ops>("mul"); }

TEST_CASE("MUL: quantised, every pair of values") {
    check_all_pairs<std::int8_t>(quantized_mul(quant(0.05f, 3), quant(0.07f, -7), quant(0.1f, 1)));
    check_all_pairs<std::int8_t>(quantized_mul(quant(0.0117f, -128), quant(0.5f, 127), quant(1.3f, 5)));
    check_all_pairs<std::int8_t>(quantized_mul(quant(1.0f, 0), quant(1.0f, 0), quant(0.3f, -1)));
    check_all_pairs<std::int16_t>(quantized_mul(quant(1e-4f, 0), quant(0.02f, 0), quant(0.04f, 0)));
    check_all_pairs<std::int16_t>(
        quantized_mul(quant(1.0f / 32768, 0), quant(1.0f / 32768, 0), quant(1.0f / 32768, 0)));
}

TEST_CASE("MUL: float and int32 with the fused activation, broadcast") {
    const test::BinaryModel m = mul({2, 1, 3}, {4, 1}, {2, 4, 3}, s::ActivationFunctionType_RELU);
    test::Runner<Ops> real(m.build(ElementType::float32));
    REQUIRE(real.status());
    const auto a = test::some_values<float>(m.a);
    const auto b = test::some_values<float>(m.b, 3);
    real.set(0, a);
    real.set(1, b);
    CHECK(real.invoke());
    CHECK(real.get<float>(0) ==
          test::expected_pairs<float>(m, a, b, [](float x, float y) { return std::max(x * y, 0.0f); }));

    test::Runner<Ops> integer(
        mul({4}, {4}, {4}, s::ActivationFunctionType_RELU_N1_TO_1).build(ElementType::int32));
    REQUIRE(integer.status());
    integer.set<std::int32_t>(0, {5, -5, 0, 65536});
    integer.set<std::int32_t>(1, {7, 7, 7, 65536});
    CHECK(integer.invoke());
    CHECK(integer.get<std::int32_t>(0) == std::vector<std::int32_t>{1, -1, 0, 0});

    test::Runner<Ops> wraps(mul({1}, {1}, {1}).build(ElementType::int32));
    REQUIRE(wraps.status());
    wraps.set<std::int32_t>(0, {65537});
    wraps.set<std::int32_t>(1, {65537});
    CHECK(wraps.invoke());
    CHECK(wraps.get<std::int32_t>(0) == std::vector<std::int32_t>{131073});
}

TEST_CASE("MUL: refusals") {
    const auto code = [](const test::BinaryModel& m, ElementType type) {
        return test::load_code<Ops>(m.build(type));
    };
    CHECK(code(mul({2, 3}, {2}, {2, 3}), ElementType::float32) == StatusCode::shape_mismatch);
    CHECK(code(mul({2}, {2}, {2}, static_cast<s::ActivationFunctionType>(9)), ElementType::int32) ==
          StatusCode::bad_option);
    CHECK(code(mul({2}, {2}, {2}), ElementType::int8) == StatusCode::bad_quantization);
    CHECK(code(mul({2}, {2}, {2}), ElementType::boolean) == StatusCode::unsupported_type);
    // int16 must be symmetric.
    CHECK(code(quantized_mul(quant(0.1f, 1), quant(0.1f, 0), quant(0.1f, 0)), ElementType::int16) ==
          StatusCode::bad_quantization);
    CHECK(code(quantized_mul(quant(0.1f, 0), quant(0.1f, 0), quant(0.1f, -3)), ElementType::int16) ==
          StatusCode::bad_quantization);
    CHECK(code(quantized_mul(quant(0.1f, 1), quant(0.1f, 2), quant(0.1f, -3)), ElementType::int8) ==
          StatusCode::ok);
}
