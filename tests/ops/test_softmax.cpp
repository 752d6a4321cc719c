// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/softmax.hpp"

#include "../support/corpus.hpp"
#include "unary_model.hpp"

#include <doctest/doctest.h>

#include <cmath>

using mote::ElementType;
using mote::StatusCode;

namespace {

template <class... Types>
using Ops = mote::OpSet<mote::ops::Softmax<Types...>>;
using Shape = std::vector<std::int32_t>;

test::UnaryModel softmax(test::TensorSpec in, test::TensorSpec out, float beta = 1.0f) {
    namespace s = mote::flat;
    return {s::BuiltinOperator_SOFTMAX, std::move(in), std::move(out), s::BuiltinOptions_SoftmaxOptions,
            [=](flatbuffers::FlatBufferBuilder& f) { return s::CreateSoftmaxOptions(f, beta).Union(); }};
}
StatusCode code(test::TensorSpec in, test::TensorSpec out, float beta = 1.0f) {
    return test::load_code<Ops<>>(softmax(std::move(in), std::move(out), beta).build());
}

test::TensorSpec f32(Shape shape) { return {ElementType::float32, std::move(shape)}; }
test::TensorSpec s8(Shape shape, float scale, int zero_point = 0) {
    return {ElementType::int8, std::move(shape), test::quant(scale, zero_point)};
}
test::TensorSpec s16(Shape shape, float scale, int zero_point = 0) {
    return {ElementType::int16, std::move(shape), test::quant(scale, zero_point)};
}
test::TensorSpec out8(Shape shape) { return s8(std::move(shape), 1.0f / 256, -128); }
test::TensorSpec out8_16(Shape shape) { return s16(std::move(shape), 1.0f / 65536, -32768); }
test::TensorSpec out16(Shape shape) { return s16(std::move(shape), 1.0f / 32768); }

/// The largest distance, in units of the output, from the softmax of the real values.
template <class In, class Out>
double largest_error(const std::vector<In>& x, const std::vector<Out>& y, std::size_t depth, double factor,
                     double unit, double zero_point) {
    if (x.size() != y.size()) return 1e9;
    double largest = 0;
    for (std::size_t row = 0; row < x.size(); row += depth) {
        double top = -1e300, sum = 0;
        for (std::size_t i = row; i < row + depth; ++i) top = std::fmax(top, factor * x[i]);
        for (std::size_t i = row; i < row + depth; ++i) sum += std::exp(factor * x[i] - top);
        for (std::size_t i = row; i < row + depth; ++i) {
            const double exact = zero_point + unit * std::exp(factor * x[i] - top) / sum;
            largest = std::fmax(largest, std::fabs(static_cast<double>(y[i]) - exact));
        }
    }
    return largest;
}

template <class T>
std::vector<T> some(std::size_t n, int range) {
    std::vector<T> values;
    for (std::size_t i = 0; i < n; ++i)
        values.push_back(static_cast<T>(static_cast<int>(i * i * 7919 + i * 31) % range - range / 2));
    return values;
}

} // namespace

TEST_CASE("SOFTMAX: corpus") { test::check_corpus<Ops<>>("softmax"); }

TEST_CASE("SOFTMAX of integers is close to the exact value") {
    const auto x8 = some<std::int8_t>(60, 256);
    const auto x16 = some<std::int16_t>(60, 65536);
    for (const float scale : {0.003f, 0.05f, 0.4f, 3.0f}) {
        for (const float beta : {0.5f, 1.0f, 2.0f}) {
            const double factor = static_cast<double>(scale * beta);
            const auto y8 =
                test::output_of<Ops<std::int8_t>>(softmax(s8({5, 12}, scale, 9), out8({5, 12}), beta), x8);
            CHECK(largest_error(x8, y8, 12, factor, 256, -128) <= 1.0);
            const auto wide = softmax(s8({5, 12}, scale, 9), out8_16({5, 12}), beta);
            const auto y8_16 = test::output_of<Ops<>, std::int8_t, std::int16_t>(wide, x8);
            CHECK(largest_error(x8, y8_16, 12, factor, 65536, -32768) <= 2.0);
            const auto narrow = softmax(s16({5, 12}, scale / 256), out16({5, 12}), beta);
            const auto y16 = test::output_of<Ops<std::int16_t>>(narrow, x16);
            // Each of the others counts as exp(-10) at least, two units.
            CHECK(largest_error(x16, y16, 12, factor / 256, 32768, 0) <= 30.0);
        }
    }
}

TEST_CASE("SOFTMAX of equal elements and of one") {
    CHECK(test::output_of<Ops<>>(softmax(s8({2, 4}, 0.1f), out8({2, 4})),
                                 std::vector<std::int8_t>(8, -128)) == std::vector<std::int8_t>(8, -64));
    CHECK(test::output_of<Ops<>>(softmax(s8({3, 1}, 0.1f), out8({3, 1})),
                                 std::vector<std::int8_t>{-128, 0, 127}) == std::vector<std::int8_t>(3, 127));
    const auto halves = softmax(s16({4, 2}, 0.1f), out16({4, 2}));
    CHECK(test::output_of<Ops<>>(halves, std::vector<std::int16_t>(8, 32767)) ==
          std::vector<std::int16_t>(8, 16384));
}

TEST_CASE("SOFTMAX of int8 leaves the minimum where the sum is too large for its results") {
    // TFLM ends the program here.
    for (const std::int32_t depth : {512, 5000, 9000, 65535}) {
        const std::vector<std::int8_t> x(static_cast<std::size_t>(depth), 3);
        const auto y = test::output_of<Ops<>>(softmax(s8({depth}, 0.1f), out8({depth})), x);
        CHECK(y == std::vector<std::int8_t>(x.size(), -128));
    }
    const std::vector<std::int8_t> x(511, 3);
    const auto y = test::output_of<Ops<>>(softmax(s8({511}, 0.1f), out8({511})), x);
    CHECK(y == std::vector<std::int8_t>(x.size(), -127));
}

TEST_CASE("SOFTMAX with a large step takes all for the largest") {
    const std::vector<std::int8_t> x{1, 2, 3, 2};
    CHECK(test::output_of<Ops<>>(softmax(s8({4}, 1e20f), out8({4})), x) ==
          std::vector<std::int8_t>{-128, -128, 127, -128});
    CHECK(test::output_of<Ops<>>(softmax(s8({4}, 33.0f), out8({4})), x) ==
          std::vector<std::int8_t>{-128, -128, 127, -128});
}

TEST_CASE("SOFTMAX of float") {
    const std::vector<float> x{1.0f, 2.0f, 3.0f, -1000.0f, 0.0f, 1000.0f};
    const auto y = test::output_of<Ops<float>>(softmax(f32({2, 3}), f32({2, 3}), 0.5f), x);
    CHECK(largest_error(x, y, 3, 0.5, 1, 0) < 1e-6);
    const std::vector<float> ones = test::output_of<Ops<>>(softmax(f32({6, 1}), f32({6, 1})), x);
    CHECK(ones == std::vector<float>(6, 1.0f));
}

TEST_CASE("SOFTMAX works in place, widening with the end of its input") {
    CHECK(test::head_of<Ops<>>(softmax(f32({4, 16}), f32({4, 16}))) == 256);
    CHECK(test::head_of<Ops<>>(softmax(s8({4, 16}, 0.1f), out8({4, 16}))) == 64);
    CHECK(test::head_of<Ops<>>(softmax(s16({4, 16}, 0.1f), out16({4, 16}))) == 128);
    CHECK(test::head_of<Ops<>>(softmax(s8({4, 16}, 0.1f), out8_16({4, 16}))) == 128);
}

TEST_CASE("SOFTMAX is linked for the named types only") {
    const auto with = [](auto ops, const test::UnaryModel& m) {
        return test::load_code<decltype(ops)>(m.build());
    };
    const auto narrow = softmax(s8({4}, 1), out8({4})), wide = softmax(s8({4}, 1), out8_16({4}));
    CHECK(with(Ops<std::int8_t>{}, narrow) == StatusCode::ok);
    CHECK(with(Ops<std::int8_t>{}, wide) == StatusCode::unsupported_type);
    CHECK(with(Ops<std::int8_t, std::int16_t>{}, wide) == StatusCode::ok);
    CHECK(with(Ops<std::int8_t, float>{}, softmax(f32({4}), f32({4}))) == StatusCode::ok);
    CHECK(with(Ops<std::int16_t>{}, narrow) == StatusCode::unsupported_type);
}

TEST_CASE("SOFTMAX refuses shapes and types") {
    CHECK(code(f32({2, 3}), f32({2, 3})) == StatusCode::ok);
    CHECK(code(f32({2, 3}), f32({3, 2})) == StatusCode::shape_mismatch);
    CHECK(code(f32({2, 3}), f32({6})) == StatusCode::shape_mismatch);
    CHECK(code(f32({}), f32({})) == StatusCode::shape_mismatch);
    CHECK(code(f32({2, 0}), f32({2, 0})) == StatusCode::shape_mismatch);
    CHECK(code(s8({65536}, 1), out8({65536})) == StatusCode::unsupported_feature);
    CHECK(code(s16({65536}, 1), out16({65536})) == StatusCode::unsupported_feature);
    CHECK(code(s16({4}, 1), out8({4})) == StatusCode::unsupported_type);
    CHECK(code(f32({4}), out8({4})) == StatusCode::unsupported_type);
}

TEST_CASE("SOFTMAX refuses quantisations and options") {
    CHECK(code(s8({4}, 1), s8({4}, 1.0f / 256, -127)) == StatusCode::bad_quantization);
    CHECK(code(s8({4}, 1), s8({4}, 1.0f / 255, -128)) == StatusCode::bad_quantization);
    CHECK(code(s8({4}, 1), s16({4}, 1.0f / 65536)) == StatusCode::bad_quantization);
    CHECK(code(s8({4}, 1), s16({4}, 1.0f / 32768, -32768)) == StatusCode::bad_quantization);
    CHECK(code(s16({4}, 1), s16({4}, 1.0f / 32768, 1)) == StatusCode::bad_quantization);
    CHECK(code(s16({4}, 1), s16({4}, 1.002f / 32768)) == StatusCode::bad_quantization);
    CHECK(code(s16({4}, 1), s16({4}, 1.0009f / 32768)) == StatusCode::ok);
    CHECK(code({ElementType::int8, {4}}, out8({4})) == StatusCode::bad_quantization);
    // 2^-26 times beta must be exceeded.
    CHECK(code(s8({4}, 1.0f / 67108864), out8({4})) == StatusCode::bad_quantization);
    CHECK(code(s8({4}, 1.1f / 67108864), out8({4})) == StatusCode::ok);
    CHECK(code(s8({4}, 1), out8({4}), 0.0f) == StatusCode::bad_quantization);
    CHECK(code(s8({4}, 1), out8({4}), -1.0f) == StatusCode::bad_option);
    CHECK(code(s16({4}, 1), out16({4}), std::nanf("")) == StatusCode::bad_option);
    CHECK(code(s16({4}, 1), out16({4}), std::numeric_limits<float>::infinity()) == StatusCode::bad_option);

    test::UnaryModel m = softmax(f32({4}), f32({4}));
    m.options_type = mote::schema::BuiltinOptions_NONE;
    m.options = nullptr;
    CHECK(test::load_code<Ops<>>(m.build()) == StatusCode::bad_option);
}
