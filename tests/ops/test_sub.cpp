// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/sub.hpp"

#include "../support/corpus.hpp"
#include "quantized_sum_cases.hpp"

namespace {

namespace s = mote::flat;
using mote::ElementType;
using mote::StatusCode;
using test::quant;
using Ops = mote::OpSet<mote::ops::Sub<>>;

test::BinaryModel sub(test::Extents a, test::Extents b, test::Extents out,
                      s::ActivationFunctionType activation = s::ActivationFunctionType_NONE) {
    const auto options = [activation](flatbuffers::FlatBufferBuilder& f) {
        return s::CreateSubOptions(f, activation).Union();
    };
    return {s::BuiltinOperator_SUB, s::BuiltinOptions_SubOptions, options, std::move(a), std::move(b),
            std::move(out)};
}

test::BinaryModel quantized_sub(test::Quant a, test::Quant b, test::Quant out) {
    test::BinaryModel m = sub({1, 3}, {1, 3}, {1, 3});
    m.a_quant = std::move(a);
    m.b_quant = std::move(b);
    m.out_quant = std::move(out);
    return m;
}

/// SUB forms its multipliers in float.
test::SumScaling scaling_of(const test::BinaryModel& m, int shift) {
    const float a = m.a_quant.scales[0];
    const float b = m.b_quant.scales[0];
    const float twice = 2 * std::max(a, b);
    const float raised = std::ldexp(1.0f, shift) * m.out_quant.scales[0];
    const float quotients[] = {a / twice, b / twice, twice / raised};
    return {test::Scaling(quotients[0]), test::Scaling(quotients[1]), test::Scaling(quotients[2])};
}

} // namespace

TEST_CASE("SUB: conformance corpus") { test::check_corpus<Ops>("sub"); }

TEST_CASE("SUB: quantised, every pair of values") {
    const test::Quant scales[][3] = {{quant(0.05f, 3), quant(0.05f, -7), quant(0.1f, 1)},
                                     {quant(0.0117f, -128), quant(0.0391f, 127), quant(0.023f, 5)},
                                     {quant(1.5f, 0), quant(1e-3f, 90), quant(0.75f, -128)},
                                     {quant(0.007f, 11), quant(0.31f, -2), quant(0.9f, 0)}};
    for (const auto& q : scales) {
        const test::BinaryModel m = quantized_sub(q[0], q[1], q[2]);
        test::check_all_pairs<Ops, std::int8_t>(m, scaling_of(m, 20), -1);
        test::check_all_pairs<Ops, std::int16_t>(m, scaling_of(m, 15), -1);
    }
}

TEST_CASE("SUB: float and int32 with the fused activation, broadcast from either side") {
    const auto clip = [](auto x) { return x < 0 ? 0 : x > 6 ? 6 : x; };
    const test::Extents shapes[][3] = {{{2, 3}, {3}, {2, 3}}, {{3, 1}, {2, 1, 4}, {2, 3, 4}}, {{}, {5}, {5}}};
    for (const auto& shape : shapes) {
        const test::BinaryModel m = sub(shape[0], shape[1], shape[2], s::ActivationFunctionType_RELU6);
        test::Runner<Ops> real(m.build(ElementType::float32));
        REQUIRE(real.status());
        const auto a = test::some_values<float>(m.a);
        const auto b = test::some_values<float>(m.b, 3);
        real.set(0, a);
        real.set(1, b);
        CHECK(real.invoke());
        CHECK(real.get<float>(0) == test::expected_pairs<float>(m, a, b, [&](float x, float y) {
                  return static_cast<float>(clip(x - y));
              }));

        test::Runner<Ops> integer(m.build(ElementType::int32));
        REQUIRE(integer.status());
        const auto c = test::some_values<std::int32_t>(m.a);
        const auto d = test::some_values<std::int32_t>(m.b, 3);
        integer.set(0, c);
        integer.set(1, d);
        CHECK(integer.invoke());
        CHECK(integer.get<std::int32_t>(0) ==
              test::expected_pairs<std::int32_t>(
                  m, c, d, [&](std::int32_t x, std::int32_t y) { return clip(x - y); }));
    }
    test::Runner<Ops> wraps(sub({1}, {1}, {1}).build(ElementType::int32));
    REQUIRE(wraps.status());
    wraps.set<std::int32_t>(0, {-2147483647});
    wraps.set<std::int32_t>(1, {2});
    CHECK(wraps.invoke());
    CHECK(wraps.get<std::int32_t>(0) == std::vector<std::int32_t>{2147483647});
}

TEST_CASE("SUB: refusals") {
    const auto code = [](const test::BinaryModel& m, ElementType type) {
        return test::load_code<Ops>(m.build(type));
    };
    CHECK(code(sub({2, 3}, {2, 3}, {3, 2}), ElementType::float32) == StatusCode::shape_mismatch);
    CHECK(code(sub({2}, {2}, {2}, static_cast<s::ActivationFunctionType>(9)), ElementType::int32) ==
          StatusCode::bad_option);
    CHECK(code(sub({2}, {2}, {2}), ElementType::int16) == StatusCode::bad_quantization);
    CHECK(code(sub({2}, {2}, {2}), ElementType::uint8) == StatusCode::unsupported_type);
    test::BinaryModel integers = sub({2}, {2}, {2});
    integers.out_quant = quant(1.0f, 0);
    CHECK(code(integers, ElementType::int32) == StatusCode::bad_quantization);

    const float finest = 1.0f / (1 << 15);
    CHECK(code(quantized_sub(quant(0.25f, 0), quant(0.5f, 0), quant(finest, 0)), ElementType::int16) ==
          StatusCode::bad_quantization);
    CHECK(code(quantized_sub(quant(0.25f, 0), quant(0.5f, 0), quant(finest * 1.125f, 0)),
               ElementType::int16) == StatusCode::ok);
    // What has no float quotient: twice the scale, the raised scale of the result, both.
    CHECK(code(quantized_sub(quant(3e38f, 0), quant(1.0f, 0), quant(3e38f, 0)), ElementType::int8) ==
          StatusCode::bad_quantization);
    CHECK(code(quantized_sub(quant(1.0f, 0), quant(1.0f, 0), quant(1e33f, 0)), ElementType::int8) ==
          StatusCode::bad_quantization);
    CHECK(code(quantized_sub(quant(1e38f, 0), quant(1.0f, 0), quant(1e-45f, 0)), ElementType::int8) ==
          StatusCode::bad_quantization);
}
