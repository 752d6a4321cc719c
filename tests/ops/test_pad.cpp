// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/pad.hpp"

#include "../support/corpus.hpp"
#include "../support/runner.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <random>

using mote::ElementType;
using mote::StatusCode;

namespace {

using Shape = test::ModelBuilder::Shape;
template <class... Types>
using Ops = mote::OpSet<mote::ops::Pad<Types...>>;

template <class Padding>
test::Model pad(ElementType type, Shape from, Shape to, std::vector<Padding> paddings, test::Quant q = {}) {
    test::ModelBuilder b;
    const auto pairs = static_cast<std::int32_t>(paddings.size() / 2);
    const int x = b.tensor(type, std::move(from), q);
    const int p = b.constant<Padding>({pairs, 2}, paddings);
    const int y = b.tensor(type, std::move(to), q);
    b.op(mote::schema::BuiltinOperator_PAD, {x, p}, {y});
    b.io({x}, {y});
    return b.build();
}
StatusCode code(Shape from, Shape to, std::vector<std::int32_t> paddings) {
    return test::load_code<Ops<>>(
        pad(ElementType::int8, std::move(from), std::move(to), std::move(paddings)));
}

template <class T>
std::vector<T> padded(const test::Model& model, const std::vector<T>& values) {
    test::Runner<Ops<>> run(model);
    REQUIRE(run.status());
    REQUIRE(run.set(0, values));
    CHECK(run.invoke());
    return run.get<T>(0);
}

int product(const Shape& shape) {
    return std::accumulate(shape.begin(), shape.end(), 1, std::multiplies<>());
}

/// The definition, element by element.
std::vector<std::int16_t> expected(const std::vector<std::int16_t>& values, const Shape& in, const Shape& out,
                                   const std::vector<std::int32_t>& paddings) {
    std::vector<std::int16_t> result;
    for (int i = 0; i < product(out); ++i) {
        int rest = i, source = 0, weight = 1;
        bool inside = true;
        for (std::size_t axis = out.size(); axis-- > 0; rest /= out[axis]) {
            const int at = rest % out[axis] - paddings[2 * axis];
            inside = inside && at >= 0 && at < in[axis];
            source += at * weight;
            weight *= in[axis];
        }
        result.push_back(inside ? values[static_cast<std::size_t>(source)] : std::int16_t{0});
    }
    return result;
}

} // namespace

TEST_CASE("PAD: corpus") { test::check_corpus<Ops<>>("pad"); }

TEST_CASE("PAD with the output's zero point, or zero") {
    const auto q = test::quant(0.5f, -7);
    CHECK(padded<std::int8_t>(pad<std::int32_t>(ElementType::int8, {3}, {6}, {1, 2}, q), {1, 2, 3}) ==
          std::vector<std::int8_t>{-7, 1, 2, 3, -7, -7});
    CHECK(
        padded<std::uint8_t>(pad<std::int64_t>(ElementType::uint8, {2}, {3}, {0, 1}, test::quant(1.0f, 200)),
                             {1, 2}) == std::vector<std::uint8_t>{1, 2, 200});
    CHECK(padded<std::int16_t>(pad<std::int64_t>(ElementType::int16, {2}, {3}, {1, 0}, test::quant(1.0f, 5)),
                               {1, 2}) == std::vector<std::int16_t>{0, 1, 2});
    CHECK(padded<float>(pad<std::int32_t>(ElementType::float32, {1, 2}, {2, 3}, {0, 1, 1, 0}), {1, 2}) ==
          std::vector<float>{0, 1, 2, 0, 0, 0});
}

TEST_CASE("PAD of any shape, in the memory of its input") {
    std::mt19937 random(7);
    const auto below = [&](int n) { return static_cast<std::int32_t>(random() % static_cast<unsigned>(n)); };
    for (int round = 0; round < 400; ++round) {
        Shape in, out;
        std::vector<std::int32_t> paddings;
        for (int axis = below(6); axis >= 0; --axis) {
            in.push_back(1 + below(4) * below(2));
            const bool plain = below(2) == 0;
            paddings.push_back(plain ? 0 : below(3));
            paddings.push_back(plain ? 0 : below(3));
            out.push_back(in.back() + paddings.end()[-2] + paddings.back());
        }
        CAPTURE(round);
        const test::Model model = pad(ElementType::int16, in, out, paddings);
        std::vector<std::int16_t> values(static_cast<std::size_t>(product(in)));
        std::iota(values.begin(), values.end(), std::int16_t{1});
        CHECK(padded(model, values) == expected(values, in, out, paddings));
    }
}

TEST_CASE("PAD takes no more memory than output and the filling after its last row") {
    test::Runner<Ops<>> run(
        pad<std::int32_t>(ElementType::int8, {1, 16, 16, 8}, {1, 18, 18, 8}, {0, 0, 1, 1, 1, 1, 0, 0}));
    REQUIRE(run.status());
    CHECK(run.requirement().head == 18 * 18 * 8);
}

TEST_CASE("PAD of nothing") {
    test::Runner<Ops<>> run(pad<std::int32_t>(ElementType::int16, {0, 2}, {2, 3}, {1, 1, 1, 0}));
    REQUIRE(run.status());
    CHECK(run.invoke());
    CHECK(run.get<std::int16_t>(0) == std::vector<std::int16_t>(6, 0));
}

TEST_CASE("PAD refuses paddings that do not lead from one shape to the other") {
    CHECK(code({2, 3}, {2, 4}, {0, 0, 1, 0}) == StatusCode::ok);
    CHECK(code({2, 3}, {2, 3}, {0, 0, 1, 0}) == StatusCode::shape_mismatch);
    CHECK(code({2, 3}, {6}, {0, 0, 0, 0}) == StatusCode::shape_mismatch);
    CHECK(code({2, 3}, {2, 3}, {0, 0}) == StatusCode::shape_mismatch);
    CHECK(code({2, 3}, {2, 2}, {0, 0, -1, 0}) == StatusCode::bad_constant);
    CHECK(code({3}, {4}, {2147483647, 1}) == StatusCode::shape_mismatch);
    CHECK(test::load_code<Ops<>>(pad<std::int64_t>(ElementType::int8, {3}, {4}, {(1LL << 32) + 1, 0})) ==
          StatusCode::shape_mismatch);
}

TEST_CASE("PAD refuses types and zero points that it cannot pad with") {
    CHECK(test::load_code<Ops<>>(pad<float>(ElementType::int8, {3}, {4}, {1, 0})) ==
          StatusCode::unsupported_type);
    CHECK(test::load_code<Ops<>>(pad<std::int32_t>(ElementType::int4, {3}, {4}, {1, 0})) ==
          StatusCode::unsupported_type);
    CHECK(test::load_code<Ops<float>>(pad<std::int32_t>(ElementType::int8, {3}, {4}, {1, 0})) ==
          StatusCode::unsupported_type);
    CHECK(test::load_code<Ops<>>(pad<std::int32_t>(ElementType::int8, {3}, {4}, {1, 0},
                                                   test::quant(1.0f, 128))) == StatusCode::bad_quantization);
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::int8, {3});
    const int paddings = b.tensor(ElementType::int32, {1, 2});
    const int y = b.tensor(ElementType::int8, {4});
    b.op(mote::schema::BuiltinOperator_PAD, {x, paddings}, {y});
    b.io({x, paddings}, {y});
    CHECK(test::load_code<Ops<>>(b.build()) == StatusCode::not_constant);
}
