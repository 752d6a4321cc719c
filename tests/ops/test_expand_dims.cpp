// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/expand_dims.hpp"

#include "../support/corpus.hpp"
#include "../support/runner.hpp"

#include <doctest/doctest.h>

using mote::ElementType;
using mote::StatusCode;

namespace {

using Shape = test::ModelBuilder::Shape;
template <class... Types>
using Ops = mote::OpSet<mote::ops::ExpandDims<Types...>>;

template <class Axis>
test::Model expand(Shape from, Shape to, std::vector<Axis> axis, Shape axis_shape = {1}) {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, std::move(from));
    const int a = b.constant<Axis>(std::move(axis_shape), axis);
    const int y = b.tensor(ElementType::float32, std::move(to));
    b.op(mote::schema::BuiltinOperator_EXPAND_DIMS, {x, a}, {y});
    b.io({x}, {y});
    return b.build();
}
StatusCode code(Shape from, Shape to, std::int32_t axis) {
    return test::load_code<Ops<>>(expand<std::int32_t>(std::move(from), std::move(to), {axis}));
}

} // namespace

TEST_CASE("EXPAND_DIMS: corpus") { test::check_corpus<Ops<>>("expand_dims"); }

TEST_CASE("EXPAND_DIMS moves nothing") {
    test::Runner<Ops<>> run(expand<std::int64_t>({2, 2}, {2, 2, 1}, {-1}, {}));
    REQUIRE(run.status());
    CHECK(run.requirement().head == 16);
    REQUIRE(run.set<float>(0, {1, 2, 3, 4}));
    CHECK(run.invoke());
    CHECK(run.get<float>(0) == std::vector<float>{1, 2, 3, 4});
}

TEST_CASE("EXPAND_DIMS checks the axis against both shapes") {
    CHECK(code({2, 3}, {1, 2, 3}, 0) == StatusCode::ok);
    CHECK(code({2, 3}, {2, 3, 1}, 2) == StatusCode::ok);
    CHECK(code({2, 3}, {1, 2, 3}, -3) == StatusCode::ok);
    CHECK(code({}, {1}, 0) == StatusCode::ok);
    CHECK(code({2, 3}, {2, 1, 3}, 0) == StatusCode::shape_mismatch);
    CHECK(code({2, 3}, {2, 3}, 0) == StatusCode::shape_mismatch);
    CHECK(code({2, 3}, {2, 3, 1}, 3) == StatusCode::bad_constant);
    CHECK(code({2, 3}, {1, 2, 3}, -4) == StatusCode::bad_constant);
    CHECK(code({2, 3}, {1, 2, 3}, -2147483647 - 1) == StatusCode::bad_constant);
}

TEST_CASE("EXPAND_DIMS needs a constant axis of one integer") {
    CHECK(test::load_code<Ops<>>(expand<std::int32_t>({2}, {1, 2}, {0, 0}, {2})) ==
          StatusCode::shape_mismatch);
    CHECK(test::load_code<Ops<>>(expand<float>({2}, {1, 2}, {0})) == StatusCode::unsupported_type);
    CHECK(test::load_code<Ops<std::int8_t>>(expand<std::int32_t>({2}, {1, 2}, {0})) ==
          StatusCode::unsupported_type);
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::int8, {2});
    const int axis = b.tensor(ElementType::int32, {1});
    const int y = b.tensor(ElementType::int8, {1, 2});
    b.op(mote::schema::BuiltinOperator_EXPAND_DIMS, {x, axis}, {y});
    b.io({x, axis}, {y});
    CHECK(test::load_code<Ops<>>(b.build()) == StatusCode::not_constant);
}
