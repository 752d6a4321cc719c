// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/concatenation.hpp"

#include "mote/ops/reshape.hpp"

#include "../support/corpus.hpp"
#include "../support/runner.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <random>

using mote::ElementType;
using mote::StatusCode;

namespace {

using Shape = test::ModelBuilder::Shape;
using Words = std::vector<std::int16_t>;
template <class... Types>
using Ops = mote::OpSet<mote::ops::Concatenation<Types...>, mote::ops::Reshape<>>;

void concatenate(
    test::ModelBuilder& b, std::vector<std::int32_t> inputs, int output, int axis,
    mote::schema::ActivationFunctionType activation = mote::schema::ActivationFunctionType_NONE) {
    namespace s = mote::flat;
    b.op(s::BuiltinOperator_CONCATENATION, std::move(inputs), {output},
         s::BuiltinOptions_ConcatenationOptions, [axis, activation](flatbuffers::FlatBufferBuilder& f) {
             return s::CreateConcatenationOptions(f, axis, activation).Union();
         });
}

test::Model model(ElementType type, const std::vector<Shape>& from, Shape to, int axis,
                  const std::vector<test::Quant>& quants = {}, test::Quant q = {}) {
    test::ModelBuilder b;
    std::vector<std::int32_t> inputs;
    for (std::size_t i = 0; i < from.size(); ++i)
        inputs.push_back(b.tensor(type, from[i], i < quants.size() ? quants[i] : q));
    const int y = b.tensor(type, std::move(to), q);
    concatenate(b, inputs, y, axis);
    b.io(inputs, {y});
    return b.build();
}
StatusCode code(const std::vector<Shape>& from, Shape to, int axis) {
    return test::load_code<Ops<>>(model(ElementType::int8, from, std::move(to), axis));
}

int product(const Shape& shape, std::size_t first, std::size_t last) {
    int n = 1;
    for (std::size_t axis = first; axis < last; ++axis) n *= shape[axis];
    return n;
}

} // namespace

TEST_CASE("CONCATENATION: corpus") { test::check_corpus<Ops<>>("concatenation"); }

TEST_CASE("CONCATENATION of any number of any shape, in the memory of one input") {
    std::mt19937 random(5);
    const auto between = [&](int low, int high) {
        return static_cast<std::int32_t>(low +
                                         static_cast<int>(random() % static_cast<unsigned>(high - low + 1)));
    };
    for (int round = 0; round < 200; ++round) {
        Shape out;
        for (int axis = between(0, 3); axis >= 0; --axis) out.push_back(between(1, 4));
        const auto axis = static_cast<std::size_t>(between(0, static_cast<int>(out.size()) - 1));
        std::vector<Shape> in(static_cast<std::size_t>(between(1, 12)), out);
        out[axis] = 0;
        for (Shape& shape : in) out[axis] += shape[axis] = between(0, 5);
        CAPTURE(round);
        test::Runner<Ops<>> run(model(ElementType::int16, in, out,
                                      static_cast<int>(axis) - between(0, 1) * static_cast<int>(out.size())));
        REQUIRE(run.status());
        std::int16_t number = 0;
        std::vector<Words> values;
        for (const Shape& shape : in) {
            values.emplace_back(static_cast<std::size_t>(product(shape, 0, shape.size())));
            for (std::int16_t& value : values.back()) value = number++;
        }
        Words expected;
        for (int outer = 0; outer < product(out, 0, axis); ++outer)
            for (std::size_t i = 0; i < in.size(); ++i) {
                const int chunk = product(in[i], axis, in[i].size());
                expected.insert(expected.end(), values[i].begin() + outer * chunk,
                                values[i].begin() + (outer + 1) * chunk);
            }
        for (std::size_t i = 0; i < in.size(); ++i)
            if (!values[i].empty()) REQUIRE(run.set(static_cast<int>(i), values[i]));
        CHECK(run.invoke());
        CHECK(run.get<std::int16_t>(0) == expected);
    }
}

TEST_CASE("CONCATENATION puts its output around its largest input") {
    test::Runner<Ops<>> run(model(ElementType::int8, {{2, 8}, {2, 32}, {2, 8}}, {2, 48}, 1));
    REQUIRE(run.status());
    CHECK(run.requirement().head == 16 + 96 + 16);
}

TEST_CASE("CONCATENATION of one tensor with itself, under two names") {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::int16, {2, 2});
    const int again = b.tensor(ElementType::int16, {2, 2});
    const int y = b.tensor(ElementType::int16, {2, 6});
    b.op(mote::schema::BuiltinOperator_RESHAPE, {x}, {again});
    concatenate(b, {again, x, x}, y, 1);
    b.io({x}, {y});
    test::Runner<Ops<>> run(b.build());
    REQUIRE(run.status());
    REQUIRE(run.set<std::int16_t>(0, {1, 2, 3, 4}));
    CHECK(run.invoke());
    CHECK(run.get<std::int16_t>(0) == Words{1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4});
}

TEST_CASE("CONCATENATION refuses shapes that do not fit together") {
    CHECK(code({{2, 3}, {2, 1}}, {2, 4}, 1) == StatusCode::ok);
    CHECK(code({{2, 3}, {2, 1}}, {2, 4}, -1) == StatusCode::ok);
    CHECK(code({{2, 3}, {2, 1}}, {2, 5}, 1) == StatusCode::shape_mismatch);
    CHECK(code({{2, 3}, {2, 1}}, {2, 3}, 1) == StatusCode::shape_mismatch);
    CHECK(code({{2, 3}, {1, 1}}, {2, 4}, 1) == StatusCode::shape_mismatch);
    CHECK(code({{2, 3}, {3}}, {3, 3}, 0) == StatusCode::shape_mismatch);
    CHECK(code({{2, 3}, {2, 1}}, {2, 4}, 2) == StatusCode::bad_option);
    CHECK(code({{2, 3}, {2, 1}}, {2, 4}, -3) == StatusCode::bad_option);
    CHECK(code({{}, {}}, {}, 0) == StatusCode::bad_option);
    CHECK(code({}, {2}, 0) == StatusCode::bad_operand_count);
}

TEST_CASE("CONCATENATION does not rescale") {
    const auto code = [](ElementType type, test::Quant first) {
        return test::load_code<Ops<>>(model(type, {{2}, {2}}, {4}, 0, {first}, test::quant(0.5f, 0)));
    };
    CHECK(code(ElementType::int8, test::quant(0.5f, 0)) == StatusCode::ok);
    CHECK(code(ElementType::int8, test::quant(0.25f, 0)) == StatusCode::bad_quantization);
    CHECK(code(ElementType::int8, test::quant(0.5f, 1)) == StatusCode::bad_quantization);
    CHECK(code(ElementType::int8, {}) == StatusCode::bad_quantization);
    CHECK(code(ElementType::uint8, test::quant(0.5f, 1)) == StatusCode::bad_quantization);
    CHECK(code(ElementType::int16, test::quant(0.25f, 0)) == StatusCode::ok);
    CHECK(code(ElementType::int16, test::quant(0.5f, 1)) == StatusCode::bad_quantization);
    CHECK(code(ElementType::int32, test::quant(0.25f, 1)) == StatusCode::ok);
}

TEST_CASE("CONCATENATION refuses activations, missing options, and types that differ or are not named") {
    const auto wired = [](auto&& wire) {
        test::ModelBuilder b;
        const int x = b.tensor(ElementType::int8, {2});
        const int wide = b.tensor(ElementType::int16, {2});
        const int y = b.tensor(ElementType::int8, {4});
        wire(b, x, wide, y);
        b.io({x, wide}, {y});
        return b.build();
    };
    using B = test::ModelBuilder;
    namespace s = mote::flat;
    CHECK(test::load_code<Ops<>>(wired([](B& b, int x, int, int y) {
              concatenate(b, {x, x}, y, 0);
          })) == StatusCode::ok);
    CHECK(test::load_code<Ops<float>>(wired([](B& b, int x, int, int y) {
              concatenate(b, {x, x}, y, 0);
          })) == StatusCode::unsupported_type);
    CHECK(test::load_code<Ops<>>(wired([](B& b, int x, int wide, int y) {
              concatenate(b, {x, wide}, y, 0);
          })) == StatusCode::unsupported_type);
    CHECK(test::load_code<Ops<>>(wired([](B& b, int x, int, int y) {
              concatenate(b, {x, -1}, y, 0);
          })) != StatusCode::ok);
    CHECK(test::load_code<Ops<>>(wired([](B& b, int x, int, int y) {
              concatenate(b, {x, x}, y, 0, s::ActivationFunctionType_RELU);
          })) == StatusCode::unsupported_feature);
    CHECK(test::load_code<Ops<>>(wired([](B& b, int x, int, int y) {
              b.op(s::BuiltinOperator_CONCATENATION, {x, x}, {y});
          })) == StatusCode::bad_option);
}
