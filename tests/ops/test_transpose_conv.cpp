// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/transpose_conv.hpp"

#include "../support/corpus.hpp"
#include "../support/runner.hpp"

#include <doctest/doctest.h>

using mote::ElementType;
using mote::StatusCode;
using mote::schema::ActivationFunctionType;
using mote::schema::Padding;

namespace {

using Shape = test::ModelBuilder::Shape;
using Ops = mote::OpSet<mote::ops::TransposeConv<>>;

/// A model of one TRANSPOSE_CONV: a row of two to a row of five; every part can be changed before it is
/// built.
struct Spec {
    Shape in{1, 1, 2, 1}, filter{1, 1, 3, 1}, bias{1}, out{1, 1, 5, 1};
    test::Quant in_q = test::quant(0.5f, -1), filter_q = test::quant(0.5f, 0), out_q = test::quant(1.0f, 3);
    ElementType type = ElementType::int8, weight_type = ElementType::int8, bias_type = ElementType::int32;
    std::vector<std::int8_t> weights{1, 2, 4};
    std::vector<std::int32_t> biases{40};
    Padding padding = mote::schema::Padding_VALID;
    int stride_h = 1, stride_w = 2;
    ActivationFunctionType activation = mote::schema::ActivationFunctionType_NONE;
    bool has_options = true, has_bias = true;

    test::Model build() const {
        test::ModelBuilder b;
        const int shape = b.constant<std::int32_t>({4}, {-7, 0, 1000, 3}); // not read
        const int w = b.constant_bytes(weight_type, filter, weights.data(), weights.size(), filter_q);
        const int x = b.tensor(type, in, in_q);
        const int c = has_bias ? b.constant_bytes(bias_type, bias, biases.data(), biases.size() * 4) : -1;
        const int y = b.tensor(type, out, out_q);
        const auto options = [this](flatbuffers::FlatBufferBuilder& f) {
            return mote::flat::CreateTransposeConvOptions(f, padding, stride_w, stride_h, activation).Union();
        };
        const auto code = mote::schema::BuiltinOperator_TRANSPOSE_CONV;
        if (has_options)
            b.op(code, {shape, w, x, c}, {y}, mote::schema::BuiltinOptions_TransposeConvOptions, options);
        else
            b.op(code, {shape, w, x, c}, {y});
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

TEST_CASE("the conformance corpus") { test::check_corpus<Ops>("transpose_conv"); }

TEST_CASE("params are small: they sit in RAM for every operator") {
    CHECK(sizeof(mote::ops::detail::TransposeConv<std::int8_t>::Params) == 48);
    CHECK(sizeof(mote::ops::detail::TransposeConv<float>::Params) == 40);
}

TEST_CASE("int8 without padding, worked out") {
    // u = x + 1 = 8, -12: sums u0, 2 u0, 4 u0 + u1, 2 u1, 4 u1, each plus 40, a quarter, plus 3.
    CHECK(result(Spec(), std::vector<std::int8_t>{7, -13}) == std::vector<std::int8_t>{15, 17, 18, 7, 1});
}

TEST_CASE("SAME padding is that of a convolution from the output to the input") {
    Spec spec;
    spec.padding = mote::schema::Padding_SAME;
    spec.out = {1, 1, 4, 1};
    // Of the five columns the last is cut off.
    CHECK(result(spec, std::vector<std::int8_t>{7, -13}) == std::vector<std::int8_t>{15, 17, 18, 7});
    spec.out = {1, 1, 3, 1};
    // One before and one after: of the five columns the middle three.
    CHECK(result(spec, std::vector<std::int8_t>{7, -13}) == std::vector<std::int8_t>{17, 18, 7});
}

TEST_CASE("each channel's own scale, without a bias") {
    Spec spec;
    spec.filter = {2, 1, 1, 2};
    spec.in = {1, 1, 1, 2};
    spec.out = {1, 1, 1, 2};
    spec.weights = {1, 2, 3, 4};
    spec.stride_w = 1;
    spec.has_bias = false;
    spec.filter_q = test::quant({0.5f, 2.0f}, {0, 0}, 0);
    // 8 + 2 * -12 = -16 times 1/4; 3 * 8 + 4 * -12 = -24 times 1
    CHECK(result(spec, std::vector<std::int8_t>{7, -13}) == std::vector<std::int8_t>{-1, -21});
}

TEST_CASE("float, worked out") {
    test::ModelBuilder b;
    const int shape = b.constant<std::int32_t>({4}, {1, 3, 1, 1});
    const int w = b.constant<float>({1, 2, 1, 1}, {0.5f, -2});
    const int x = b.tensor(ElementType::float32, {1, 2, 1, 1});
    const int y = b.tensor(ElementType::float32, {1, 3, 1, 1});
    b.op(mote::schema::BuiltinOperator_TRANSPOSE_CONV, {shape, w, x}, {y},
         mote::schema::BuiltinOptions_TransposeConvOptions, [](flatbuffers::FlatBufferBuilder& f) {
             return mote::flat::CreateTransposeConvOptions(f, mote::schema::Padding_VALID, 1, 1,
                                                           mote::schema::ActivationFunctionType_RELU_N1_TO_1)
                 .Union();
         });
    b.io({x}, {y});
    test::Runner<Ops> run(b.build());
    REQUIRE(run.status());
    REQUIRE(run.set<float>(0, {0.25f, 1.25f}));
    CHECK(run.invoke());
    CHECK(run.get<float>(0) == std::vector<float>{0.125f, 0.125f, -1.0f});
}

TEST_CASE("int16: biases of 64 and of 16 bits") {
    Spec spec;
    spec.type = ElementType::int16;
    spec.in_q = spec.out_q = test::quant(0.25f, 0);
    spec.filter_q = test::quant(1.0f, 0);
    spec.bias_type = ElementType::int64;
    spec.biases = {-5, -1};
    CHECK(result(spec, std::vector<std::int16_t>{100, 20000}) ==
          std::vector<std::int16_t>{95, 195, 20395, 32767, 32767});
    spec.bias_type = ElementType::int16;
    spec.biases = {-5};
    CHECK(result(spec, std::vector<std::int16_t>{100, 20000}) ==
          std::vector<std::int16_t>{95, 195, 20395, 32767, 32767});
    const auto code = [&](const auto& change) {
        Spec changed = spec;
        change(changed);
        return test::load_code<Ops>(changed.build());
    };
    CHECK(code([](Spec& s) { s.bias_type = ElementType::int32; }) == StatusCode::unsupported_type);
    CHECK(code([](Spec& s) { s.in_q = test::quant(0.25f, 1); }) == StatusCode::bad_quantization);
}

TEST_CASE("no memory beside input and output, which overlap") {
    Spec spec;
    spec.padding = mote::schema::Padding_SAME;
    spec.in = {1, 8, 8, 4};
    spec.out = {1, 16, 16, 4};
    spec.filter = {4, 2, 2, 4};
    spec.bias = {4};
    spec.biases = {1, 2, 3, 4};
    spec.weights.assign(64, 1);
    spec.stride_h = spec.stride_w = 2;
    test::Runner<Ops> run(spec.build());
    REQUIRE(run.status());
    CHECK(run.requirement().head <= 16 * 16 * 4 + 8 * 4 + 16);
}

TEST_CASE("shapes that do not fit together are refused") {
    const auto refused = StatusCode::shape_mismatch;
    CHECK(code_after([](Spec& s) { s.in = {1, 2, 1}; }) == refused);
    CHECK(code_after([](Spec& s) { s.filter = {1, 3, 1}; }) == refused);
    CHECK(code_after([](Spec& s) { s.filter = {3, 1, 1, 1}; }) == refused);
    CHECK(code_after([](Spec& s) { s.filter = {1, 1, 1, 3}; }) == refused);
    CHECK(code_after([](Spec& s) { s.out = {1, 1, 7, 1}; }) == refused);
    CHECK(code_after([](Spec& s) { s.out = {1, 1, 2, 1}; }) == refused);
    CHECK(code_after([](Spec& s) { s.out = {2, 1, 5, 1}; }) == refused);
    CHECK(code_after([](Spec& s) {
              s.bias = {2};
              s.biases = {1, 2};
          }) == refused);
    // The input is as large as that of 6 columns would be: the last has no source but the bias.
    CHECK(code_after([](Spec& s) { s.out = {1, 1, 6, 1}; }) == StatusCode::ok);
}

TEST_CASE("options that make no sense are refused") {
    const auto refused = StatusCode::bad_option;
    CHECK(code_after([](Spec& s) { s.has_options = false; }) == refused);
    CHECK(code_after([](Spec& s) { s.stride_w = 0; }) == refused);
    CHECK(code_after([](Spec& s) { s.stride_h = -1; }) == refused);
    CHECK(code_after([](Spec& s) { s.padding = static_cast<Padding>(3); }) == refused);
    CHECK(code_after([](Spec& s) { s.activation = static_cast<ActivationFunctionType>(50); }) == refused);
}

TEST_CASE("quantisation that arithmetic cannot use is refused") {
    const auto refused = StatusCode::bad_quantization;
    CHECK(code_after([](Spec& s) { s.in_q = {}; }) == refused);
    CHECK(code_after([](Spec& s) { s.out_q = test::quant(1.0f, -129); }) == refused);
    CHECK(code_after([](Spec& s) { s.filter_q = {}; }) == refused);
    CHECK(code_after([](Spec& s) { s.filter_q = test::quant({1.0f, 1.0f}, {0, 0}, 0); }) == refused);
}

TEST_CASE("element types that do not go together are refused") {
    CHECK(code_after([](Spec& s) { s.bias_type = ElementType::float32; }) == StatusCode::unsupported_type);
    CHECK(code_after([](Spec& s) { s.bias_type = ElementType::int16; }) == StatusCode::unsupported_type);
    CHECK(code_after([](Spec& s) { s.weight_type = ElementType::int4; }) == StatusCode::unsupported_type);
    CHECK(test::load_code<mote::OpSet<mote::ops::TransposeConv<float>>>(Spec().build()) ==
          StatusCode::unsupported_type);
}
