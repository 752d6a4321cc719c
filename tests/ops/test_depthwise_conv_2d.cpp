// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/depthwise_conv_2d.hpp"

#include "../support/corpus.hpp"
#include "../support/runner.hpp"

#include <doctest/doctest.h>

using mote::ElementType;
using mote::StatusCode;
using mote::schema::ActivationFunctionType;
using mote::schema::Padding;

namespace {

using Shape = test::ModelBuilder::Shape;
using Ops = mote::OpSet<mote::ops::DepthwiseConv2D<>>;

/// A model of one DEPTHWISE_CONV_2D: two channels, 1x2 filters; every part can be changed before it is built.
struct Spec {
    Shape in{1, 1, 4, 2}, filter{1, 1, 2, 2}, bias{2}, out{1, 1, 3, 2};
    test::Quant in_q = test::quant(0.5f, -1), filter_q = test::quant(0.25f, 0), out_q = test::quant(1.0f, 3);
    ElementType type = ElementType::int8, weight_type = ElementType::int8, bias_type = ElementType::int32;
    std::vector<std::int8_t> weights{2, 4, 6, -8};
    std::vector<std::int32_t> biases{8, -8};
    Padding padding = mote::schema::Padding_VALID;
    int stride_h = 1, stride_w = 1, dilation_h = 1, dilation_w = 1, multiplier = 1;
    ActivationFunctionType activation = mote::schema::ActivationFunctionType_NONE;
    bool has_options = true, has_bias = true;

    test::Model build() const {
        test::ModelBuilder b;
        const int x = b.tensor(type, in, in_q);
        const int w = b.constant_bytes(weight_type, filter, weights.data(), weights.size(), filter_q);
        const int c = has_bias ? b.constant_bytes(bias_type, bias, biases.data(), biases.size() * 4) : -1;
        const int y = b.tensor(type, out, out_q);
        const auto options = [this](flatbuffers::FlatBufferBuilder& f) {
            return mote::flat::CreateDepthwiseConv2DOptions(f, padding, stride_w, stride_h, multiplier,
                                                            activation, dilation_w, dilation_h)
                .Union();
        };
        const auto code = mote::schema::BuiltinOperator_DEPTHWISE_CONV_2D;
        if (has_options)
            b.op(code, {x, w, c}, {y}, mote::schema::BuiltinOptions_DepthwiseConv2DOptions, options);
        else
            b.op(code, {x, w, c}, {y});
        b.io({x}, {y});
        return b.build();
    }
};

template <class Change>
StatusCode code_after(const Change& change) {
    Spec spec;
    change(spec);
    return test::load_code<Ops>(spec.build());
}

template <class T>
std::vector<T> result(const Spec& spec, const std::vector<T>& values) {
    test::Runner<Ops> run(spec.build());
    REQUIRE(run.status());
    REQUIRE(run.set(0, values));
    CHECK(run.invoke());
    return run.get<T>(0);
}

} // namespace

TEST_CASE("the conformance corpus") { test::check_corpus<Ops>("depthwise_conv_2d"); }

TEST_CASE("params are small: they sit in RAM for every operator") {
    CHECK(sizeof(mote::ops::detail::DepthwiseConv2D<std::int8_t>::Params) == 48);
    CHECK(sizeof(mote::ops::detail::DepthwiseConv2D<float>::Params) == 40);
}

TEST_CASE("int8, worked out") {
    const std::vector<std::int8_t> pixels{-1, -1, 3, 7, 7, -9, 100, 127};
    // With u = x + 1: (u[i] + 3 * u[i + 1] + 4) / 4 + 3 and (2 * u[i] - 4 * u[i + 1] - 4) / 4 + 3.
    const std::vector<std::int8_t> want{7, -6, 11, 14, 82, -128};
    CHECK(result(Spec(), pixels) == want);
}

TEST_CASE("int4 weights, worked out") {
    Spec spec;
    spec.weight_type = ElementType::int4;
    spec.weights = {0x42, static_cast<std::int8_t>(0x86)}; // 2, 4, 6, -8
    const std::vector<std::int8_t> pixels{-1, -1, 3, 7, 7, -9, 100, 127};
    CHECK(result(spec, pixels) == result(Spec(), pixels));
}

TEST_CASE("a multiplier: the shapes decide, not the option") {
    Spec spec;
    spec.in = {1, 1, 4, 1};
    spec.multiplier = 7;
    // One channel feeds both filters.
    const std::vector<std::int8_t> want{7, -2, 11, -4, 82, -95};
    CHECK(result(spec, std::vector<std::int8_t>{-1, 3, 7, 100}) == want);
}

TEST_CASE("float, worked out") {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, {1, 2, 2, 1});
    const int w = b.constant<float>({1, 2, 2, 2}, {1, 10, 2, 20, 3, 30, 4, 40});
    const int y = b.tensor(ElementType::float32, {1, 1, 1, 2});
    b.op(mote::schema::BuiltinOperator_DEPTHWISE_CONV_2D, {x, w}, {y},
         mote::schema::BuiltinOptions_DepthwiseConv2DOptions, [](flatbuffers::FlatBufferBuilder& f) {
             return mote::flat::CreateDepthwiseConv2DOptions(f, mote::schema::Padding_VALID, 1, 1, 2,
                                                             mote::schema::ActivationFunctionType_RELU)
                 .Union();
         });
    b.io({x}, {y});
    test::Runner<Ops> run(b.build());
    REQUIRE(run.status());
    REQUIRE(run.set<float>(0, {-1, 2, 0.5f, 0.25f}));
    CHECK(run.invoke());
    CHECK(run.get<float>(0) == std::vector<float>{5.5f, 55.0f});
}

/// Kernels that need no scratch.
struct Portable : mote::DefaultConfig {
    using Isa = mote::isa::scalar;
};

TEST_CASE("a layer that keeps its shape needs little more memory than its input") {
    Spec spec;
    spec.in = spec.out = {1, 16, 16, 2};
    spec.padding = mote::schema::Padding_SAME;
    test::Runner<Ops, Portable> run(spec.build());
    REQUIRE(run.status());
    CHECK(run.requirement().head <= 16 * 16 * 2 + 16);
}

TEST_CASE("the output does not overlap an input that may be the weights too") {
    test::ModelBuilder b;
    const auto q = test::quant(0.5f, 0);
    const int x = b.tensor(ElementType::int8, {1, 1, 4, 2}, q);
    const int y = b.tensor(ElementType::int8, {1, 1, 4, 2}, test::quant(0.25f, 0));
    b.op(mote::schema::BuiltinOperator_DEPTHWISE_CONV_2D, {x, x}, {y},
         mote::schema::BuiltinOptions_DepthwiseConv2DOptions, [](flatbuffers::FlatBufferBuilder& f) {
             return mote::flat::CreateDepthwiseConv2DOptions(f, mote::schema::Padding_SAME, 1, 1, 1).Union();
         });
    b.io({x}, {y});
    test::Runner<Ops> run(b.build());
    REQUIRE(run.status());
    const std::vector<std::int8_t> values{1, 2, 3, 4, 5, 6, 7, 8};
    REQUIRE(run.set(0, values));
    CHECK(run.invoke());
    std::vector<std::int8_t> want;
    for (int column = 0; column < 4; ++column)
        for (int c = 0; c < 2; ++c) {
            int sum = 0;
            for (int tap = 0; tap < 4; ++tap) {
                const int from = column - 1 + tap;
                if (from >= 0 && from < 4)
                    sum += values[static_cast<std::size_t>(from * 2 + c)] *
                           values[static_cast<std::size_t>(tap * 2 + c)];
            }
            want.push_back(static_cast<std::int8_t>(sum));
        }
    CHECK(run.get<std::int8_t>(0) == want);
}

TEST_CASE("shapes that do not fit together are refused") {
    const auto refused = StatusCode::shape_mismatch;
    CHECK(code_after([](Spec& s) { s.in = {1, 4, 2}; }) == refused);
    CHECK(code_after([](Spec& s) { s.filter = {2, 1, 1, 2}; }) == refused);
    CHECK(code_after([](Spec& s) { s.filter = {1, 1, 1, 4}; }) == refused);
    CHECK(code_after([](Spec& s) { s.in = {1, 1, 4, 3}; }) == refused);
    CHECK(code_after([](Spec& s) { s.in = {1, 1, 4, 0}; }) != StatusCode::ok);
    CHECK(code_after([](Spec& s) { s.out = {1, 1, 4, 2}; }) == refused);
    CHECK(code_after([](Spec& s) { s.out = {2, 1, 3, 2}; }) == refused);
    CHECK(code_after([](Spec& s) { s.bias = {1}; }) == refused);
    CHECK(code_after([](Spec& s) { s.dilation_w = 4; }) == refused);
}

TEST_CASE("options that make no sense are refused") {
    const auto refused = StatusCode::bad_option;
    CHECK(code_after([](Spec& s) { s.has_options = false; }) == refused);
    CHECK(code_after([](Spec& s) { s.stride_w = 0; }) == refused);
    CHECK(code_after([](Spec& s) { s.stride_h = -3; }) == refused);
    CHECK(code_after([](Spec& s) { s.dilation_h = 0; }) == refused);
    CHECK(code_after([](Spec& s) { s.padding = static_cast<Padding>(9); }) == refused);
    CHECK(code_after([](Spec& s) { s.activation = static_cast<ActivationFunctionType>(-1); }) == refused);
}

TEST_CASE("quantisation that arithmetic cannot use is refused") {
    const auto refused = StatusCode::bad_quantization;
    CHECK(code_after([](Spec& s) { s.in_q = {}; }) == refused);
    CHECK(code_after([](Spec& s) { s.out_q = test::quant(-1.0f, 0); }) == refused);
    CHECK(code_after([](Spec& s) { s.filter_q = test::quant({0.1f, 0.2f}, {0, 0}, 0); }) == refused);
    CHECK(code_after([](Spec& s) { s.filter_q = test::quant({0.1f, 0.2f, 0.3f}, {0, 0, 0}, 3); }) == refused);
    CHECK(code_after([](Spec& s) { s.filter_q = test::quant({0.1f, 0.2f}, {0, 0}, 3); }) == StatusCode::ok);
}

TEST_CASE("int16: symmetric, with a bias of 64 bits") {
    Spec spec;
    spec.type = ElementType::int16;
    spec.in_q = spec.out_q = test::quant(0.25f, 0);
    spec.filter_q = test::quant(1.0f, 0);
    spec.weights = {1, 2, 3, -4};
    spec.bias_type = ElementType::int64;
    spec.biases = {5, 0, -5, -1};
    CHECK(result(spec, std::vector<std::int16_t>{100, 200, -300, 400, 20000, 500, 0, 32767}) ==
          std::vector<std::int16_t>{-795, -1205, 32767, -1205, 20005, -32768});
    const auto code = [&](const auto& change) {
        Spec changed = spec;
        change(changed);
        return test::load_code<Ops>(changed.build());
    };
    CHECK(code([](Spec& s) {
              s.bias_type = ElementType::int32;
              s.biases = {5, -5};
          }) == StatusCode::unsupported_type);
    CHECK(code([](Spec& s) { s.in_q = test::quant(0.25f, 1); }) == StatusCode::bad_quantization);
    CHECK(code([](Spec& s) { s.out_q = test::quant(0.25f, -1); }) == StatusCode::bad_quantization);
}

TEST_CASE("element types that do not go together are refused") {
    CHECK(code_after([](Spec& s) { s.bias_type = ElementType::float32; }) == StatusCode::unsupported_type);
    CHECK(code_after([](Spec& s) { s.weight_type = ElementType::uint8; }) == StatusCode::unsupported_type);
    CHECK(test::load_code<mote::OpSet<mote::ops::DepthwiseConv2D<float, mote::int4>>>(Spec().build()) ==
          StatusCode::unsupported_type);
    CHECK(test::load_code<mote::OpSet<mote::ops::DepthwiseConv2D<std::int8_t>>>(Spec().build()) ==
          StatusCode::ok);
}
