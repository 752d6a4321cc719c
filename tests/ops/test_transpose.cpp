// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/transpose.hpp"

#include "../support/corpus.hpp"
#include "../support/runner.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>

using mote::ElementType;
using mote::StatusCode;

namespace {

using Shape = test::ModelBuilder::Shape;
template <class... Types>
using Ops = mote::OpSet<mote::ops::Transpose<Types...>>;

template <class Index>
test::Model transpose(ElementType type, Shape from, Shape to, std::vector<Index> permutation) {
    test::ModelBuilder b;
    const int x = b.tensor(type, std::move(from));
    const int p = b.constant<Index>({static_cast<std::int32_t>(permutation.size())}, permutation);
    const int y = b.tensor(type, std::move(to));
    b.op(mote::schema::BuiltinOperator_TRANSPOSE, {x, p}, {y});
    b.io({x}, {y});
    return b.build();
}
StatusCode code(Shape from, Shape to, std::vector<std::int32_t> permutation) {
    return test::load_code<Ops<>>(
        transpose(ElementType::int8, std::move(from), std::move(to), std::move(permutation)));
}

std::size_t product(const Shape& shape) {
    return static_cast<std::size_t>(std::accumulate(shape.begin(), shape.end(), 1, std::multiplies<>()));
}

/// The definition: each output index tells the input index axis by axis. Element i of the input is i.
template <class T>
std::vector<T> expected(const Shape& in, const Shape& out, const std::vector<std::int32_t>& permutation) {
    std::vector<T> result;
    for (std::size_t i = 0; i < product(out); ++i) {
        std::vector<int> index(in.size());
        int rest = static_cast<int>(i);
        for (std::size_t axis = out.size(); axis-- > 0; rest /= out[axis])
            index[static_cast<std::size_t>(permutation[axis])] = rest % out[axis];
        int at = 0;
        for (std::size_t axis = 0; axis < in.size(); ++axis) at = at * in[axis] + index[axis];
        result.push_back(static_cast<T>(at));
    }
    return result;
}

} // namespace

TEST_CASE("TRANSPOSE: corpus") { test::check_corpus<Ops<>>("transpose"); }

TEST_CASE_TEMPLATE("TRANSPOSE of any shape", T, std::int8_t, std::int16_t, float, std::int64_t) {
    std::mt19937 random(11);
    for (int round = 0; round < 150; ++round) {
        std::vector<std::int32_t> permutation(1 + random() % 7);
        std::iota(permutation.begin(), permutation.end(), 0);
        std::shuffle(permutation.begin(), permutation.end(), random);
        Shape in, out;
        for (std::size_t axis = 0; axis < permutation.size(); ++axis)
            in.push_back(product(in) > 30 ? 1 : static_cast<std::int32_t>(1 + random() % 4));
        for (const std::int32_t axis : permutation) out.push_back(in[static_cast<std::size_t>(axis)]);
        CAPTURE(round);
        test::Runner<Ops<>> run(transpose(mote::element_type_of<T>, in, out, permutation));
        REQUIRE(run.status());
        std::vector<T> values(product(in));
        std::iota(values.begin(), values.end(), T{0});
        REQUIRE(run.set(0, values));
        CHECK(run.invoke());
        CHECK(run.template get<T>(0) == expected<T>(in, out, permutation));
    }
}

TEST_CASE("TRANSPOSE that keeps the order moves nothing") {
    test::Runner<Ops<>> run(
        transpose<std::int64_t>(ElementType::int8, {1, 4, 1, 6}, {4, 1, 6, 1}, {1, 0, 3, 2}));
    REQUIRE(run.status());
    CHECK(run.requirement().head == 24);
}

TEST_CASE("TRANSPOSE refuses what is no permutation of the input's axes") {
    CHECK(code({2, 3}, {3, 2}, {1, 0}) == StatusCode::ok);
    CHECK(code({}, {}, {}) == StatusCode::ok);
    CHECK(code({2, 0}, {0, 2}, {1, 0}) == StatusCode::ok);
    CHECK(code({2, 3}, {2, 3}, {1, 0}) == StatusCode::shape_mismatch);
    CHECK(code({2, 3}, {6}, {1, 0}) == StatusCode::shape_mismatch);
    CHECK(code({2, 3}, {3, 2}, {1}) == StatusCode::shape_mismatch);
    CHECK(code({3, 3}, {3, 3}, {1, 1}) == StatusCode::bad_constant);
    CHECK(code({2, 3}, {3, 2}, {2, 0}) == StatusCode::bad_constant);
    CHECK(code({2, 3}, {3, 2}, {-1, 0}) == StatusCode::bad_constant);
}

TEST_CASE("TRANSPOSE refuses types that are not named, int4, and a permutation that is not constant") {
    const std::vector<std::int32_t> swap{1, 0};
    CHECK(test::load_code<Ops<>>(transpose(ElementType::int4, {2, 2}, {2, 2}, swap)) ==
          StatusCode::unsupported_type);
    CHECK(test::load_code<Ops<std::int8_t>>(transpose(ElementType::float32, {2, 2}, {2, 2}, swap)) ==
          StatusCode::unsupported_type);
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::int8, {2, 2});
    const int permutation = b.tensor(ElementType::int32, {2});
    const int y = b.tensor(ElementType::int8, {2, 2});
    b.op(mote::schema::BuiltinOperator_TRANSPOSE, {x, permutation}, {y});
    b.io({x, permutation}, {y});
    CHECK(test::load_code<Ops<>>(b.build()) == StatusCode::not_constant);
}
