// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/svdf.hpp"

#include "../support/corpus.hpp"
#include "../support/runner.hpp"

#include <doctest/doctest.h>

using mote::ElementType;
using mote::StatusCode;
using mote::schema::ActivationFunctionType;

namespace {

using Shape = test::ModelBuilder::Shape;
using Ops = mote::OpSet<mote::ops::Svdf<>>;

/// A model of one SVDF: one unit of one filter with two inputs and a memory of two; every part can be
/// changed.
struct Spec {
    Shape in{1, 2}, feature{1, 2}, time{1, 2}, bias{1}, state{1, 2}, out{1, 1};
    test::Quant in_q = test::quant(0.5f, -1), feature_q = test::quant(0.5f, 0),
                time_q = test::quant(0.25f, 0);
    test::Quant state_q = test::quant(1.0f, 0), out_q = test::quant(0.5f, 3);
    ElementType type = ElementType::int8, feature_type = ElementType::int8, bias_type = ElementType::int32;
    ElementType time_type = ElementType::int8, state_type = ElementType::int8;
    std::vector<std::int8_t> feature_weights{1, 3};
    std::vector<std::int8_t> time_weights{2, 4};
    std::vector<std::int32_t> biases{8};
    int rank = 1;
    ActivationFunctionType activation = mote::schema::ActivationFunctionType_NONE;
    bool has_options = true, has_bias = true, is_variable = true;

    test::Model build() const {
        test::ModelBuilder b;
        const int x = b.tensor(type, in, in_q);
        const int f = b.constant_bytes(feature_type, feature, feature_weights.data(), feature_weights.size(),
                                       feature_q);
        const int t = b.constant_bytes(time_type, time, time_weights.data(), time_weights.size(), time_q);
        const int c = has_bias ? b.constant_bytes(bias_type, bias, biases.data(), biases.size() * 4) : -1;
        const int s = is_variable ? b.variable(state_type, state, state_q)
                                  : b.tensor(state_type, state, state_q);
        const int y = b.tensor(type, out, out_q);
        const auto options = [this](flatbuffers::FlatBufferBuilder& builder) {
            return mote::flat::CreateSVDFOptions(builder, rank, activation).Union();
        };
        const auto code = mote::schema::BuiltinOperator_SVDF;
        if (has_options)
            b.op(code, {x, f, t, c, s}, {y}, mote::schema::BuiltinOptions_SVDFOptions, options);
        else
            b.op(code, {x, f, t, c, s}, {y});
        if (is_variable)
            b.io({x}, {y});
        else
            b.io({x, s}, {y});
        return b.build();
    }
};

Spec with_int16_state() {
    Spec spec;
    spec.time_type = spec.state_type = ElementType::int16;
    spec.time_weights = {2, 0, 4, 0};
    return spec;
}

template <class Change>
StatusCode code_after(const Change& change) {
    Spec spec;
    change(spec);
    return test::load_code<Ops>(spec.build());
}

/// The single output after each of some inputs.
std::vector<int> outputs(test::Runner<Ops>& run, const std::vector<std::vector<std::int8_t>>& inputs) {
    std::vector<int> values;
    for (const auto& input : inputs) {
        REQUIRE(run.set(0, input));
        CHECK(run.invoke());
        values.push_back(run.get<std::int8_t>(0)[0]);
    }
    return values;
}

} // namespace

TEST_CASE("the conformance corpus") { test::check_corpus<Ops>("svdf"); }

TEST_CASE("params are small: they sit in RAM for every operator") {
    CHECK(sizeof(mote::ops::detail::Svdf<std::int8_t>::Params) == 32);
    CHECK(sizeof(mote::ops::detail::Svdf<float>::Params) == 20);
}

TEST_CASE("int8, worked out over some steps, and again after reset") {
    // New state s = (u0 + 3 * u1) / 4 with u = x + 1; output (2 * older + 4 * newer + 8) / 2 + 3.
    for (const Spec& spec : {Spec(), with_int16_state()}) {
        test::Runner<Ops> run(spec.build());
        REQUIRE(run.status());
        const std::vector<std::vector<std::int8_t>> inputs{{3, 3}, {-1, 7}, {-9, -1}, {-1, -1}};
        // s: 4, 6, -2, 0
        const std::vector<int> want{8 + 7, 4 + 12 + 7, 6 - 4 + 7, -2 + 0 + 7};
        CHECK(outputs(run, inputs) == want);
        CHECK(outputs(run, inputs) == std::vector<int>{15, 23, 9, 5});
        CHECK(outputs(run, {{3, 3}})[0] == 15);
        CHECK(outputs(run, {{3, 3}})[0] == 4 + 8 + 7);
        run.interpreter().reset();
        CHECK(outputs(run, inputs) == want);
    }
}

TEST_CASE("the state starts at its zero point and wraps beyond int8, as TFLM's does") {
    Spec spec;
    spec.state_q = test::quant(1.0f, 9);
    test::Runner<Ops> run(spec.build());
    REQUIRE(run.status());
    CHECK(outputs(run, {{3, 3}})[0] == 8 + 7);
    CHECK(outputs(run, {{-1, -1}})[0] == 4 + 7);
    // (128 + 3 * 128) / 4 = 128 saturates at 127; 127 + 9 wraps to -120, which stands for -129.
    CHECK(outputs(run, {{127, 127}})[0] == -128);
    Spec wide = with_int16_state();
    test::Runner<Ops> run16(wide.build());
    REQUIRE(run16.status());
    CHECK(outputs(run16, {{127, 127}})[0] == 127);
    CHECK(outputs(run16, {{-1, -1}})[0] == 127);
    CHECK(outputs(run16, {{-1, -1}})[0] == 7);
}

TEST_CASE("int8 ignores the fused activation") {
    Spec spec;
    spec.activation = mote::schema::ActivationFunctionType_RELU_N1_TO_1;
    test::Runner<Ops> run(spec.build());
    REQUIRE(run.status());
    CHECK(outputs(run, {{3, 3}})[0] == 15);
}

TEST_CASE("float, worked out; the activation counts and the bias may be absent") {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, {1, 1});
    const int f = b.constant<float>({2, 1}, {1, -2});
    const int t = b.constant<float>({2, 2}, {0.5f, 1, 2, 4});
    const int s = b.variable(ElementType::float32, {1, 4});
    const int y = b.tensor(ElementType::float32, {1, 1});
    b.op(mote::schema::BuiltinOperator_SVDF, {x, f, t, -1, s}, {y}, mote::schema::BuiltinOptions_SVDFOptions,
         [](flatbuffers::FlatBufferBuilder& builder) {
             return mote::flat::CreateSVDFOptions(builder, 2, mote::schema::ActivationFunctionType_RELU)
                 .Union();
         });
    b.io({x}, {y});
    test::Runner<Ops> run(b.build());
    REQUIRE(run.status());
    const auto step = [&](float input) {
        REQUIRE(run.set<float>(0, {input}));
        CHECK(run.invoke());
        return run.get<float>(0)[0];
    };
    CHECK(step(-1) == 7.0f);   // -1 * 1 + 2 * 4
    CHECK(step(0.5f) == 0.0f); // -0.5 + 0.5 + 4 - 4
    CHECK(step(2) == 0.0f);    // negative
    CHECK(step(-4) == 21.0f);  // 1 - 4 - 8 + 32
}

TEST_CASE("shapes that do not fit together are refused") {
    const auto refused = StatusCode::shape_mismatch;
    CHECK(code_after([](Spec& s) { s.in = {1, 1, 2}; }) == refused);
    CHECK(code_after([](Spec& s) { s.in = {1, 3}; }) == refused);
    CHECK(code_after([](Spec& s) { s.in = {2, 2}; }) == refused);
    CHECK(code_after([](Spec& s) { s.feature = {2, 1}; }) == refused);
    CHECK(code_after([](Spec& s) { s.time = {2, 1}; }) == refused);
    CHECK(code_after([](Spec& s) { s.state = {1, 3}; }) == refused);
    CHECK(code_after([](Spec& s) { s.state = {2}; }) == refused);
    CHECK(code_after([](Spec& s) { s.out = {1, 2}; }) == refused);
    CHECK(code_after([](Spec& s) { s.out = {1}; }) == refused);
    CHECK(code_after([](Spec& s) {
              s.bias = {2};
              s.biases = {1, 2};
          }) == refused);
}

TEST_CASE("a state must be a variable tensor, integer ones need a bias") {
    CHECK(code_after([](Spec& s) { s.is_variable = false; }) == StatusCode::not_variable);
    CHECK(code_after([](Spec& s) { s.has_bias = false; }) == StatusCode::bad_operand_count);
}

TEST_CASE("options that make no sense are refused") {
    const auto refused = StatusCode::bad_option;
    CHECK(code_after([](Spec& s) { s.has_options = false; }) == refused);
    CHECK(code_after([](Spec& s) { s.rank = 0; }) == refused);
    CHECK(code_after([](Spec& s) { s.rank = -1; }) == refused);
    CHECK(code_after([](Spec& s) { s.rank = 2; }) == refused);
    CHECK(code_after([](Spec& s) { s.activation = static_cast<ActivationFunctionType>(50); }) == refused);
}

TEST_CASE("quantisation that arithmetic cannot use is refused") {
    const auto refused = StatusCode::bad_quantization;
    CHECK(code_after([](Spec& s) { s.in_q = {}; }) == refused);
    CHECK(code_after([](Spec& s) { s.feature_q = test::quant(0.0f, 0); }) == refused);
    CHECK(code_after([](Spec& s) { s.time_q = {}; }) == refused);
    CHECK(code_after([](Spec& s) { s.state_q = test::quant(-1.0f, 0); }) == refused);
    CHECK(code_after([](Spec& s) { s.out_q = test::quant(1.0f, 300); }) == refused);
}

TEST_CASE("element types that do not go together are refused") {
    CHECK(code_after([](Spec& s) { s.bias_type = ElementType::float32; }) == StatusCode::unsupported_type);
    CHECK(code_after([](Spec& s) { s.state_type = ElementType::int16; }) == StatusCode::unsupported_type);
    CHECK(code_after([](Spec& s) { s.feature_type = ElementType::uint8; }) == StatusCode::unsupported_type);
    using Int16State = mote::OpSet<mote::ops::Svdf<std::int16_t>>;
    CHECK(test::load_code<Int16State>(Spec().build()) == StatusCode::unsupported_type);
    CHECK(test::load_code<Int16State>(with_int16_state().build()) == StatusCode::ok);
}
