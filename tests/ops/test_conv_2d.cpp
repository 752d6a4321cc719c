// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/conv_2d.hpp"

#include "../support/corpus.hpp"
#include "../support/runner.hpp"

#include <doctest/doctest.h>

using mote::ElementType;
using mote::StatusCode;
using mote::schema::ActivationFunctionType;
using mote::schema::Padding;

namespace {

using Shape = test::ModelBuilder::Shape;
using Ops = mote::OpSet<mote::ops::Conv2D<>>;
using Int8Ops = mote::OpSet<mote::ops::Conv2D<std::int8_t>>;

/// A model of one CONV_2D with int8 activations; every part can be changed before it is built.
struct Spec {
    Shape in{1, 3, 3, 2}, filter{2, 1, 1, 2}, bias{2}, out{1, 3, 3, 2};
    test::Quant in_q = test::quant(0.5f, -1), filter_q = test::quant(0.125f, 0), out_q = test::quant(1.0f, 3);
    ElementType type = ElementType::int8, weight_type = ElementType::int8, bias_type = ElementType::int32;
    std::vector<std::int8_t> weights{2, 4, 6, 8};
    std::vector<std::int32_t> biases{16, -16};
    Padding padding = mote::schema::Padding_VALID;
    int stride_h = 1, stride_w = 1, dilation_h = 1, dilation_w = 1;
    ActivationFunctionType activation = mote::schema::ActivationFunctionType_NONE;
    bool has_options = true, has_bias = true;

    test::Model build() const {
        test::ModelBuilder b;
        const int x = b.tensor(type, in, in_q);
        const int w = b.constant_bytes(weight_type, filter, weights.data(), weights.size(), filter_q);
        const int c = has_bias ? b.constant_bytes(bias_type, bias, biases.data(), biases.size() * 4) : -1;
        const int y = b.tensor(type, out, out_q);
        const auto options = [this](flatbuffers::FlatBufferBuilder& f) {
            return mote::flat::CreateConv2DOptions(f, padding, stride_w, stride_h, activation, dilation_w,
                                                   dilation_h)
                .Union();
        };
        if (has_options)
            b.op(mote::schema::BuiltinOperator_CONV_2D, {x, w, c}, {y},
                 mote::schema::BuiltinOptions_Conv2DOptions, options);
        else
            b.op(mote::schema::BuiltinOperator_CONV_2D, {x, w, c}, {y});
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

const std::vector<std::int8_t> pixels{-1, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, -10, -11, -12, 100, -128, 127};

} // namespace

TEST_CASE("the conformance corpus") { test::check_corpus<Ops>("conv_2d"); }

TEST_CASE("1x1 with two channels, worked out") {
    test::Runner<Int8Ops> run(Spec().build());
    REQUIRE(run.status());
    REQUIRE(run.set(0, pixels));
    CHECK(run.invoke());
    // ((a + 1) * 1 + (b + 1) * 2 + 8) / 8 + 3 and ((a + 1) * 3 + (b + 1) * 4 - 8) / 8 + 3, from sums twice
    // that large.
    const std::vector<std::int8_t> want{4, 2, 5, 3, 5, 5, 6, 7, 7, 9, 8, 10, 0, -6, 28, 48, 20, 18};
    CHECK(run.get<std::int8_t>(0) == want);
}

TEST_CASE("fused activations limit the result") {
    const auto result = [](ActivationFunctionType activation) {
        Spec spec;
        spec.activation = activation;
        test::Runner<Ops> run(spec.build());
        REQUIRE(run.set(0, pixels));
        CHECK(run.invoke());
        return run.get<std::int8_t>(0);
    };
    const auto plain = result(mote::schema::ActivationFunctionType_NONE);
    const auto limited = [&](int low, int high) {
        std::vector<std::int8_t> values;
        for (const std::int8_t v : plain)
            values.push_back(static_cast<std::int8_t>(v < low ? low : v > high ? high : v));
        return values;
    };
    // Output values are 3 + real.
    CHECK(result(mote::schema::ActivationFunctionType_RELU) == limited(3, 127));
    CHECK(result(mote::schema::ActivationFunctionType_RELU6) == limited(3, 9));
    CHECK(result(mote::schema::ActivationFunctionType_RELU_N1_TO_1) == limited(2, 4));
    CHECK(result(mote::schema::ActivationFunctionType_TANH) == plain);
}

TEST_CASE("each channel's own scale") {
    Spec spec;
    spec.filter_q = test::quant({0.125f, 2.0f}, {0, 0}, 0);
    test::Runner<Int8Ops> run(spec.build());
    REQUIRE(run.status());
    REQUIRE(run.set(0, pixels));
    CHECK(run.invoke());
    // The second channel's sum counts twice, not an eighth.
    const std::vector<std::int8_t> want{4, -13, 5, 9, 5, 37, 6, 65, 7, 93, 8, 121, 0, -128, 28, 127, 20, 127};
    CHECK(run.get<std::int8_t>(0) == want);
}

/// Kernels that need no scratch.
struct Portable : mote::DefaultConfig {
    using Isa = mote::isa::scalar;
};

TEST_CASE("a convolution that keeps its shape needs little more memory than its input") {
    test::Runner<Ops, Portable> run(Spec().build());
    REQUIRE(run.status());
    CHECK(run.requirement().head <= 32);
}

TEST_CASE("only the element types that are named are there") {
    using Float = mote::OpSet<mote::ops::Conv2D<float>>;
    CHECK(test::load_code<Float>(Spec().build()) == StatusCode::unsupported_type);
    CHECK(test::load_code<mote::OpSet<mote::ops::Conv2D<std::int16_t, mote::int4>>>(Spec().build()) ==
          StatusCode::unsupported_type);
    CHECK(test::load_code<Int8Ops>(Spec().build()) == StatusCode::ok);
    CHECK(test::load_code<mote::OpSet<>>(Spec().build()) == StatusCode::missing_op);
}

TEST_CASE("shapes that do not fit together are refused") {
    const auto refused = StatusCode::shape_mismatch;
    CHECK(code_after([](Spec& s) { s.in = {3, 3, 2}; }) == refused);
    CHECK(code_after([](Spec& s) { s.out = {1, 3, 2, 2}; }) == refused);
    CHECK(code_after([](Spec& s) { s.out = {2, 3, 3, 2}; }) == refused);
    CHECK(code_after([](Spec& s) { s.out = {1, 3, 3, 1}; }) == refused);
    CHECK(code_after([](Spec& s) { s.bias = {1}; }) == refused);
    CHECK(code_after([](Spec& s) { s.in = {1, 3, 3, 3}; }) == refused);
    CHECK(code_after([](Spec& s) { s.filter = {4, 1, 1, 1}; }) == refused);
    CHECK(code_after([](Spec& s) { s.stride_h = 2; }) == refused);
    CHECK(code_after([](Spec& s) {
              s.filter = {1, 1, 2, 2};
              s.out = {1, 3, 2, 1};
              s.bias = {1};
              s.dilation_w = 4;
          }) == refused);
    CHECK(code_after([](Spec& s) {
              s.filter = {1, 1, 2, 2};
              s.out = {1, 3, 2, 1};
              s.bias = {1};
          }) == StatusCode::ok);
}

TEST_CASE("options that make no sense are refused") {
    const auto refused = StatusCode::bad_option;
    CHECK(code_after([](Spec& s) { s.has_options = false; }) == refused);
    CHECK(code_after([](Spec& s) { s.stride_w = 0; }) == refused);
    CHECK(code_after([](Spec& s) { s.stride_h = -1; }) == refused);
    CHECK(code_after([](Spec& s) { s.dilation_h = 0; }) == refused);
    CHECK(code_after([](Spec& s) { s.dilation_w = 70000; }) == refused);
    CHECK(code_after([](Spec& s) { s.padding = static_cast<Padding>(7); }) == refused);
    CHECK(code_after([](Spec& s) { s.activation = static_cast<ActivationFunctionType>(77); }) == refused);
}

TEST_CASE("quantisation that arithmetic cannot use is refused") {
    const auto refused = StatusCode::bad_quantization;
    CHECK(code_after([](Spec& s) { s.in_q = {}; }) == refused);
    CHECK(code_after([](Spec& s) { s.out_q = test::quant(0.0f, 0); }) == refused);
    CHECK(code_after([](Spec& s) { s.in_q = test::quant(0.5f, 128); }) == refused);
    CHECK(code_after([](Spec& s) { s.filter_q = {}; }) == refused);
    CHECK(code_after([](Spec& s) { s.filter_q = test::quant({0.1f, -0.1f}, {0, 0}, 0); }) == refused);
    CHECK(code_after([](Spec& s) { s.filter_q = test::quant({0.1f, 0.1f}, {0, 0}, 3); }) == refused);
    CHECK(code_after([](Spec& s) { s.filter_q = test::quant({0.1f, 0.1f, 0.1f}, {0, 0, 0}, 0); }) == refused);
    const mote::Status status = [] {
        Spec spec;
        spec.filter_q = {};
        return test::Runner<Ops>(spec.build()).status();
    }();
    CHECK(status.operator_index() == 0);
    CHECK(status.tensor_index() == 1);
}

TEST_CASE("element types that do not go together are refused") {
    CHECK(code_after([](Spec& s) { s.bias_type = ElementType::float32; }) == StatusCode::unsupported_type);
    CHECK(code_after([](Spec& s) { s.weight_type = ElementType::uint8; }) == StatusCode::unsupported_type);
    CHECK(code_after([](Spec& s) { s.type = ElementType::uint8; }) == StatusCode::unsupported_type);
}
