// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/fully_connected.hpp"

#include "../support/corpus.hpp"
#include "../support/runner.hpp"

#include <doctest/doctest.h>

using mote::ElementType;
using mote::StatusCode;
using mote::schema::ActivationFunctionType;

namespace {

using Shape = test::ModelBuilder::Shape;
using Ops = mote::OpSet<mote::ops::FullyConnected<>>;

/// A model of one FULLY_CONNECTED: two rows of three to two channels; every part can be changed before it is
/// built.
struct Spec {
    Shape in{2, 3}, filter{2, 3}, bias{2}, out{2, 2};
    test::Quant in_q = test::quant(0.5f, -1), filter_q = test::quant(0.5f, 0), out_q = test::quant(1.0f, 3);
    ElementType type = ElementType::int8, weight_type = ElementType::int8, bias_type = ElementType::int32;
    std::vector<std::int8_t> weights{1, 2, 3, -4, 5, -6};
    std::vector<std::int32_t> biases{4, -4};
    ActivationFunctionType activation = mote::schema::ActivationFunctionType_NONE;
    mote::schema::FullyConnectedOptionsWeightsFormat format =
        mote::schema::FullyConnectedOptionsWeightsFormat_DEFAULT;
    mote::schema::TensorType absent_bias = mote::schema::TensorType_FLOAT32;
    bool has_options = true, has_bias = true;

    test::Model build() const {
        test::ModelBuilder b;
        const int x = b.tensor(type, in, in_q);
        const int w = b.constant_bytes(weight_type, filter, weights.data(), weights.size(), filter_q);
        const int c = has_bias ? b.constant_bytes(bias_type, bias, biases.data(), biases.size() * 4) : -1;
        const int y = b.tensor(type, out, out_q);
        const auto options = [this](flatbuffers::FlatBufferBuilder& f) {
            return mote::flat::CreateFullyConnectedOptions(f, activation, format, false, false, absent_bias)
                .Union();
        };
        const auto code = mote::schema::BuiltinOperator_FULLY_CONNECTED;
        if (has_options)
            b.op(code, {x, w, c}, {y}, mote::schema::BuiltinOptions_FullyConnectedOptions, options);
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

const std::vector<std::int8_t> rows{0, 1, 2, 20, -21, 9};

/// round((sum of (x + 1) * (w - weight_zero_point) + bias) * scale) + 3, limited to int8. Scales are powers
/// of two below one: TFLM rounds after a factor of one half, halves up, then after the rest, halves away from
/// zero.
std::vector<std::int8_t> expected(const Spec& s, int weight_zero_point, const std::vector<double>& scale) {
    std::vector<std::int8_t> out;
    for (std::size_t row = 0; row < 2; ++row)
        for (std::size_t c = 0; c < 2; ++c) {
            int sum = s.has_bias ? s.biases[c] : 0;
            for (std::size_t i = 0; i < 3; ++i)
                sum += (rows[row * 3 + i] + 1) * (s.weights[c * 3 + i] - weight_zero_point);
            const double real = ((sum + 1) >> 1) * 2 * scale[c % scale.size()];
            const int value = static_cast<int>(real < 0 ? real - 0.5 : real + 0.5) + 3;
            out.push_back(static_cast<std::int8_t>(value < -128 ? -128 : value > 127 ? 127 : value));
        }
    return out;
}

} // namespace

TEST_CASE("the conformance corpus") { test::check_corpus<Ops>("fully_connected"); }

TEST_CASE("params are small: they sit in RAM for every operator") {
    CHECK(sizeof(mote::ops::detail::FullyConnected<std::int8_t>::Params) == 32);
    CHECK(sizeof(mote::ops::detail::FullyConnected<float>::Params) == 20);
}

TEST_CASE("one scale for all channels") {
    // (1 + 4 + 9 + 4) / 4 + 3, (-4 + 10 - 18 - 4) / 4 + 3, (21 - 40 + 30 + 4) / 4 + 3, (-84 - 100 - 60 - 4) /
    // 4 + 3
    CHECK(result(Spec(), rows) == std::vector<std::int8_t>{8, -1, 7, -59});
    CHECK(result(Spec(), rows) == expected(Spec(), 0, {0.25}));
}

TEST_CASE("the filter's zero point counts") {
    for (const int zero_point : {5, -128, 127}) {
        Spec spec;
        spec.filter_q = test::quant(0.5f, zero_point);
        CHECK(result(spec, rows) == expected(spec, zero_point, {0.25}));
        spec.has_bias = false;
        CHECK(result(spec, rows) == expected(spec, zero_point, {0.25}));
    }
}

TEST_CASE("each channel's own scale; zero points beside it do not count") {
    Spec spec;
    spec.filter_q = test::quant({0.5f, 0.125f}, {0, 0}, 0);
    CHECK(result(spec, rows) == expected(spec, 0, {0.25, 0.0625}));
    spec.filter_q = test::quant({0.5f, 0.125f}, {9, 9}, 0);
    CHECK(result(spec, rows) == expected(spec, 0, {0.25, 0.0625}));
}

TEST_CASE("int4 weights") {
    Spec spec;
    spec.weight_type = ElementType::int4;
    spec.weights = {0x21, static_cast<std::int8_t>(0xC3),
                    static_cast<std::int8_t>(0xA5)}; // 1, 2, 3, -4, 5, -6
    CHECK(result(spec, rows) == result(Spec(), rows));
}

TEST_CASE("a multiplier too small for 31 bits of shift gives zero") {
    Spec spec;
    spec.filter_q = test::quant(1e-20f, 0);
    CHECK(result(spec, rows) == std::vector<std::int8_t>{3, 3, 3, 3});
}

TEST_CASE("the output says how many rows there are, the input's shape does not matter") {
    Spec spec;
    spec.in = {3, 1, 1, 2};
    spec.out = {1, 2, 2};
    CHECK(result(spec, rows) == expected(spec, 0, {0.25}));
    spec.in = {6};
    spec.out = {2, 1, 1, 2};
    CHECK(result(spec, rows) == expected(spec, 0, {0.25}));
    spec.in = {3};
    spec.out = {2};
    CHECK(result(spec, std::vector<std::int8_t>{0, 1, 2}) == std::vector<std::int8_t>{8, -1});
}

TEST_CASE("float, worked out") {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, {1, 2});
    const int w = b.constant<float>({3, 2}, {1, 2, -3, 4, 0.5f, -0.25f});
    const int c = b.constant<float>({3}, {0.5f, -1, 7});
    const int y = b.tensor(ElementType::float32, {1, 3});
    b.op(mote::schema::BuiltinOperator_FULLY_CONNECTED, {x, w, c}, {y},
         mote::schema::BuiltinOptions_FullyConnectedOptions, [](flatbuffers::FlatBufferBuilder& f) {
             return mote::flat::CreateFullyConnectedOptions(f, mote::schema::ActivationFunctionType_RELU6)
                 .Union();
         });
    b.io({x}, {y});
    test::Runner<Ops> run(b.build());
    REQUIRE(run.status());
    REQUIRE(run.set<float>(0, {1, 0.5f}));
    CHECK(run.invoke());
    CHECK(run.get<float>(0) == std::vector<float>{2.5f, 0.0f, 6.0f});
}

TEST_CASE("int16: sums of 64 bits, or of 32 where the bias says so") {
    Spec spec;
    spec.type = ElementType::int16;
    spec.in_q = test::quant(0.001f, 0);
    spec.out_q = test::quant(0.001f, 0);
    spec.filter_q = test::quant(0.2500076f, 0);
    spec.has_bias = false;
    const std::vector<std::int16_t> values{30000, -3, 5, 12345, 23456, -32768};
    // The multiplier of wide sums has 16 bits, that of narrow ones 31.
    const mote::Multiplier multiplier = mote::quantize_multiplier(0.001f * 0.2500076f, 0.001f);
    const std::int32_t sums[] = {30009, -120045, -39047, 264508};
    std::vector<std::int16_t> wide, narrow;
    const auto limited = [](std::int32_t v) {
        return static_cast<std::int16_t>(v > 32767 ? 32767 : v < -32768 ? -32768 : v);
    };
    for (const std::int32_t sum : sums) {
        wide.push_back(limited(mote::multiply_by_reduced_multiplier(sum, multiplier)));
        narrow.push_back(limited(mote::multiply_by_quantized_multiplier(sum, multiplier)));
    }
    CHECK(wide != narrow);
    CHECK(result(spec, values) == wide);
    spec.absent_bias = mote::schema::TensorType_INT32;
    CHECK(result(spec, values) == narrow);
    spec.has_bias = true;
    spec.biases = {0, 0};
    CHECK(result(spec, values) == narrow);
    spec.bias_type = ElementType::int64;
    spec.biases = {0, 0, 0, 0};
    CHECK(result(spec, values) == wide);
    spec.in_q = test::quant(0.001f, 1);
    CHECK(test::load_code<Ops>(spec.build()) == StatusCode::bad_quantization);
}

TEST_CASE("rows that shrink are written over rows that were read") {
    Spec spec;
    spec.in = {64, 3};
    spec.out = {64, 2};
    test::Runner<Ops> run(spec.build());
    REQUIRE(run.status());
    CHECK(run.requirement().head <= 64 * 3 + 16);
    std::vector<std::int8_t> values;
    for (int row = 0; row < 64; row += 2) values.insert(values.end(), rows.begin(), rows.end());
    REQUIRE(run.set(0, values));
    CHECK(run.invoke());
    const std::vector<std::int8_t> out = run.get<std::int8_t>(0);
    for (std::size_t i = 0; i < out.size(); ++i)
        CHECK(out[i] == std::vector<std::int8_t>{8, -1, 7, -59}[i % 4]);
}

TEST_CASE("not where the weights may be the same memory") {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::int8, {3, 4}, test::quant(0.5f, 0));
    const int y = b.tensor(ElementType::int8, {3, 3}, test::quant(0.25f, 0));
    b.op(mote::schema::BuiltinOperator_FULLY_CONNECTED, {x, x}, {y},
         mote::schema::BuiltinOptions_FullyConnectedOptions, [](flatbuffers::FlatBufferBuilder& f) {
             return mote::flat::CreateFullyConnectedOptions(f).Union();
         });
    b.io({x}, {y});
    test::Runner<Ops> run(b.build());
    REQUIRE(run.status());
    REQUIRE(run.set<std::int8_t>(0, {1, 2, 3, 4, -2, 5, 0, 8, 4, 4, -8, 2}));
    CHECK(run.invoke());
    CHECK(run.get<std::int8_t>(0) == std::vector<std::int8_t>{30, 40, -4, 40, 93, 28, -4, 28, 100});
}

TEST_CASE("shapes that do not fit together are refused") {
    const auto refused = StatusCode::shape_mismatch;
    CHECK(code_after([](Spec& s) { s.in = {2, 4}; }) == refused);
    CHECK(code_after([](Spec& s) { s.in = {1, 3}; }) == refused);
    CHECK(code_after([](Spec& s) { s.in = {4, 3}; }) == refused);
    CHECK(code_after([](Spec& s) { s.filter = {6}; }) == refused);
    CHECK(code_after([](Spec& s) { s.filter = {3, 2}; }) == refused);
    CHECK(code_after([](Spec& s) { s.filter = {2, 1, 3}; }) == refused);
    CHECK(code_after([](Spec& s) { s.filter = {1, 2, 3}; }) == StatusCode::ok);
    CHECK(code_after([](Spec& s) { s.out = {2, 1}; }) == refused);
    CHECK(code_after([](Spec& s) { s.out = {}; }) == refused);
    CHECK(code_after([](Spec& s) { s.bias = {1}; }) == refused);
}

TEST_CASE("options that make no sense are refused") {
    CHECK(code_after([](Spec& s) { s.has_options = false; }) == StatusCode::bad_option);
    CHECK(code_after([](Spec& s) { s.activation = static_cast<ActivationFunctionType>(99); }) ==
          StatusCode::bad_option);
    CHECK(code_after([](Spec& s) {
              s.format = mote::schema::FullyConnectedOptionsWeightsFormat_SHUFFLED4x16INT8;
          }) == StatusCode::unsupported_feature);
}

TEST_CASE("quantisation that arithmetic cannot use is refused") {
    const auto refused = StatusCode::bad_quantization;
    CHECK(code_after([](Spec& s) { s.in_q = {}; }) == refused);
    CHECK(code_after([](Spec& s) { s.out_q = test::quant(0.0f, 0); }) == refused);
    CHECK(code_after([](Spec& s) { s.filter_q = {}; }) == refused);
    CHECK(code_after([](Spec& s) { s.filter_q = test::quant(0.5f, 128); }) == refused);
    CHECK(code_after([](Spec& s) { s.filter_q = test::quant(-0.5f, 0); }) == refused);
    CHECK(code_after([](Spec& s) { s.filter_q = test::quant({0.5f, 0.5f}, {0, 0}, 1); }) == refused);
    CHECK(code_after([](Spec& s) { s.filter_q = test::quant({0.5f, 0.5f, 0.5f}, {0, 0, 0}, 0); }) == refused);
}

TEST_CASE("element types that do not go together are refused") {
    CHECK(code_after([](Spec& s) { s.bias_type = ElementType::float32; }) == StatusCode::unsupported_type);
    CHECK(code_after([](Spec& s) { s.weight_type = ElementType::uint8; }) == StatusCode::unsupported_type);
    CHECK(test::load_code<mote::OpSet<mote::ops::FullyConnected<float>>>(Spec().build()) ==
          StatusCode::unsupported_type);
    CHECK(test::load_code<mote::OpSet<mote::ops::FullyConnected<std::int8_t>>>(Spec().build()) ==
          StatusCode::ok);
}
