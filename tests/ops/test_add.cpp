// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/add.hpp"

#include "../support/corpus.hpp"
#include "quantized_sum_cases.hpp"

namespace {

namespace s = mote::flat;
using mote::ElementType;
using mote::StatusCode;
using test::quant;
using Ops = mote::OpSet<mote::ops::Add<>>;

test::BinaryModel add(test::Extents a, test::Extents b, test::Extents out,
                      s::ActivationFunctionType activation = s::ActivationFunctionType_NONE) {
    const auto options = [activation](flatbuffers::FlatBufferBuilder& f) {
        return s::CreateAddOptions(f, activation).Union();
    };
    return {s::BuiltinOperator_ADD, s::BuiltinOptions_AddOptions, options, std::move(a), std::move(b),
            std::move(out)};
}

test::BinaryModel quantized_add(test::Quant a, test::Quant b, test::Quant out) {
    test::BinaryModel m = add({1, 3}, {1, 3}, {1, 3});
    m.a_quant = std::move(a);
    m.b_quant = std::move(b);
    m.out_quant = std::move(out);
    return m;
}

test::SumScaling scaling_of(const test::BinaryModel& m, int shift) {
    const double a = m.a_quant.scales[0];
    const double b = m.b_quant.scales[0];
    const double twice = 2 * std::max(a, b);
    const double raised = std::ldexp(1.0, shift) * static_cast<double>(m.out_quant.scales[0]);
    return {test::Scaling(a / twice), test::Scaling(b / twice), test::Scaling(twice / raised)};
}

} // namespace

TEST_CASE("ADD: conformance corpus") { test::check_corpus<Ops>("add"); }

TEST_CASE("ADD: quantised, every pair of values") {
    const test::Quant scales[][3] = {{quant(0.05f, 3), quant(0.05f, -7), quant(0.1f, 1)},
                                     {quant(0.0117f, -128), quant(0.0391f, 127), quant(0.023f, 5)},
                                     {quant(1.5f, 0), quant(1e-3f, 90), quant(0.75f, -128)},
                                     {quant(0.007f, 11), quant(0.31f, -2), quant(0.9f, 0)}};
    for (const auto& q : scales) {
        const test::BinaryModel m = quantized_add(q[0], q[1], q[2]);
        test::check_all_pairs<Ops, std::int8_t>(m, scaling_of(m, 20), 1);
        test::check_all_pairs<Ops, std::int16_t>(m, scaling_of(m, 15), 1);
    }
}

TEST_CASE("ADD: float, int32 and the fused activation") {
    test::Runner<Ops> real(add({4}, {4}, {4}, s::ActivationFunctionType_RELU6).build(ElementType::float32));
    REQUIRE(real.status());
    real.set<float>(0, {1, -3, 5, 2.5f});
    real.set<float>(1, {2, 1, 4, -0.25f});
    CHECK(real.invoke());
    CHECK(real.get<float>(0) == std::vector<float>{3, 0, 6, 2.25f});

    test::Runner<Ops> integer(add({3}, {3}, {3}, s::ActivationFunctionType_RELU6).build(ElementType::int32));
    REQUIRE(integer.status());
    integer.set<std::int32_t>(0, {2147483647, -5, 40});
    integer.set<std::int32_t>(1, {1, -6, 2});
    CHECK(integer.invoke());
    CHECK(integer.get<std::int32_t>(0) == std::vector<std::int32_t>{-2147483647 - 1, -11, 42});

    test::BinaryModel narrow = quantized_add(quant(0.5f, 0), quant(0.5f, 0), quant(0.5f, -10));
    narrow.options = add({}, {}, {}, s::ActivationFunctionType_RELU_N1_TO_1).options;
    test::Runner<Ops> limited(narrow.build(ElementType::int8));
    REQUIRE(limited.status());
    limited.set<std::int8_t>(0, {1, 100, -100});
    limited.set<std::int8_t>(1, {0, 100, -100});
    CHECK(limited.invoke());
    CHECK(limited.get<std::int8_t>(0) == std::vector<std::int8_t>{-9, -8, -12});
}

TEST_CASE("ADD: broadcasting") {
    const test::Extents shapes[][3] = {
        {{2, 3, 4}, {2, 3, 4}, {2, 3, 4}},
        {{}, {}, {}},
        {{1, 1}, {1}, {1, 1}},
        {{3, 5}, {}, {3, 5}},
        {{1}, {2, 3}, {2, 3}},
        {{2, 1, 4}, {3, 1}, {2, 3, 4}},
        {{2, 3, 4, 5}, {5}, {2, 3, 4, 5}},
        {{2, 3, 4, 5}, {2, 1, 1, 5}, {2, 3, 4, 5}},
        {{3, 1, 2, 1}, {1, 4, 1, 5}, {3, 4, 2, 5}},
        {{1, 2, 1, 3, 1, 2, 1, 3}, {2, 1, 3, 1, 2, 1, 2, 1}, {2, 2, 3, 3, 2, 2, 2, 3}},
        {{2, 2}, {1, 1, 2, 2}, {1, 2, 2}},
    };
    for (const auto& shape : shapes) {
        const test::BinaryModel m = add(shape[0], shape[1], shape[2]);
        test::Runner<Ops> run(m.build(ElementType::float32));
        REQUIRE(run.status());
        const auto a = test::some_values<float>(m.a);
        const auto b = test::some_values<float>(m.b, 7);
        REQUIRE(run.set(0, a));
        REQUIRE(run.set(1, b));
        CHECK(run.invoke());
        CHECK(run.get<float>(0) ==
              test::expected_pairs<float>(m, a, b, [](float x, float y) { return x + y; }));
    }
}

TEST_CASE("ADD: the output lies in an operand of its size") {
    const test::BinaryModel same = add({8, 8}, {8, 8}, {8, 8});
    CHECK(test::Runner<Ops>(same.build(ElementType::float32)).requirement().head == 2 * 256);
    const test::BinaryModel first = add({8, 8}, {8}, {8, 8});
    CHECK(test::Runner<Ops>(first.build(ElementType::float32)).requirement().head == 256 + 32);
    const test::BinaryModel second = add({1, 8}, {8, 8}, {8, 8});
    CHECK(test::Runner<Ops>(second.build(ElementType::float32)).requirement().head == 256 + 32);
    const test::BinaryModel neither = add({1, 8}, {8, 1}, {8, 8});
    CHECK(test::Runner<Ops>(neither.build(ElementType::float32)).requirement().head == 256 + 32 + 32);

    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, {3});
    const int twice = b.tensor(ElementType::float32, {3});
    b.op(s::BuiltinOperator_ADD, {x, x}, {twice});
    b.io({x}, {twice});
    test::Runner<Ops> run(b.build());
    REQUIRE(run.status());
    CHECK(run.requirement().head == 16);
    run.set<float>(0, {1, 2, 3});
    CHECK(run.invoke());
    CHECK(run.get<float>(0) == std::vector<float>{2, 4, 6});
}

TEST_CASE("ADD: refusals") {
    const auto code = [](const test::BinaryModel& m, ElementType type) {
        return test::load_code<Ops>(m.build(type));
    };
    CHECK(code(add({2, 3}, {2, 3}, {3}), ElementType::float32) == StatusCode::shape_mismatch);
    CHECK(code(add({2, 3}, {2, 3}, {2, 2, 3}), ElementType::float32) == StatusCode::shape_mismatch);
    CHECK(code(add({2, 3}, {3, 2}, {6}), ElementType::float32) == StatusCode::shape_mismatch);
    CHECK(code(add({2, 3}, {2}, {2, 3}), ElementType::int32) == StatusCode::shape_mismatch);
    CHECK(code(add({1, 1}, {1, 1}, {2, 1}), ElementType::int32) == StatusCode::shape_mismatch);
    CHECK(code(add({0, 3}, {1, 3}, {0, 3}), ElementType::float32) == StatusCode::shape_mismatch);
    CHECK(code(add({2}, {2}, {2}, static_cast<s::ActivationFunctionType>(77)), ElementType::float32) ==
          StatusCode::bad_option);
    CHECK(code(add({2}, {2}, {2}), ElementType::int8) == StatusCode::bad_quantization);
    CHECK(code(add({2}, {2}, {2}), ElementType::int64) == StatusCode::unsupported_type);
    CHECK(test::load_code<Ops>(
              add({2}, {2}, {2}).build(ElementType::float32, ElementType::int8, ElementType::float32)) ==
          StatusCode::unsupported_type);
    CHECK(test::load_code<mote::OpSet<mote::ops::Add<std::int8_t>>>(
              add({2}, {2}, {2}).build(ElementType::float32)) == StatusCode::unsupported_type);

    test::BinaryModel integers = add({2}, {2}, {2});
    integers.b_quant = quant(1.0f, 0);
    CHECK(code(integers, ElementType::int32) == StatusCode::bad_quantization);
    // 2 * 0.5 / (2^20 * scale) is 1 at a scale of 2^-20, which TFLM does not take.
    const float finest = 1.0f / (1 << 20);
    CHECK(code(quantized_add(quant(0.5f, 0), quant(0.25f, 0), quant(finest, 0)), ElementType::int8) ==
          StatusCode::bad_quantization);
    CHECK(code(quantized_add(quant(0.5f, 0), quant(0.25f, 0), quant(finest * 1.125f, 0)),
               ElementType::int8) == StatusCode::ok);
    CHECK(code(quantized_add(quant(0.5f, 0), quant(0.0f, 0), quant(0.5f, 0)), ElementType::int16) ==
          StatusCode::bad_quantization);
    CHECK(code(quantized_add(quant(0.5f, 128), quant(0.5f, 0), quant(0.5f, 0)), ElementType::int8) ==
          StatusCode::bad_quantization);
}
