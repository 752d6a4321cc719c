// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/reshape.hpp"

#include "../support/corpus.hpp"
#include "../support/runner.hpp"

#include <doctest/doctest.h>

using mote::ElementType;
using mote::StatusCode;

namespace {

template <class... Types>
using Ops = mote::OpSet<mote::ops::Reshape<Types...>>;

test::Model reshape(ElementType type, test::ModelBuilder::Shape from, test::ModelBuilder::Shape to) {
    test::ModelBuilder b;
    const int x = b.tensor(type, std::move(from));
    const int y = b.tensor(type, std::move(to));
    b.op(mote::schema::BuiltinOperator_RESHAPE, {x}, {y});
    b.io({x}, {y});
    return b.build();
}

} // namespace

TEST_CASE("RESHAPE: corpus") { test::check_corpus<Ops<>>("reshape"); }

TEST_CASE("RESHAPE keeps elements in their order, and their memory") {
    test::Runner<Ops<>> run(reshape(ElementType::int16, {2, 3}, {3, 1, 2}));
    REQUIRE(run.status());
    CHECK(run.requirement().head == 16); // 12 bytes, once
    REQUIRE(run.set<std::int16_t>(0, {1, -2, 3, -4, 5, -6}));
    CHECK(run.invoke());
    CHECK(run.get<std::int16_t>(0) == std::vector<std::int16_t>{1, -2, 3, -4, 5, -6});
}

TEST_CASE("RESHAPE copies where memory cannot be shared") {
    test::ModelBuilder b;
    const int x = b.variable(ElementType::int8, {4}, test::quant(1.0f, 3));
    const int y = b.tensor(ElementType::int8, {2, 2});
    b.op(mote::schema::BuiltinOperator_RESHAPE, {x}, {y});
    b.io({}, {y});
    test::Runner<Ops<>> run(b.build());
    REQUIRE(run.status());
    CHECK(run.invoke());
    CHECK(run.get<std::int8_t>(0) == std::vector<std::int8_t>{3, 3, 3, 3});
}

TEST_CASE("RESHAPE refuses other element counts and types that are not named") {
    CHECK(test::load_code<Ops<>>(reshape(ElementType::int8, {2, 3}, {7})) == StatusCode::shape_mismatch);
    CHECK(test::load_code<Ops<>>(reshape(ElementType::int4, {2, 3}, {6})) == StatusCode::ok);
    CHECK(test::load_code<Ops<std::int8_t, float>>(reshape(ElementType::float32, {2}, {1, 2})) ==
          StatusCode::ok);
    CHECK(test::load_code<Ops<std::int8_t, float>>(reshape(ElementType::int16, {2}, {1, 2})) ==
          StatusCode::unsupported_type);
}

TEST_CASE("an empty tensor [0] counts as a scalar, but has no bytes of one") {
    for (const ElementType type : {ElementType::int8, ElementType::float32, ElementType::complex128}) {
        CHECK(test::load_code<Ops<>>(reshape(type, {0}, {})) == StatusCode::shape_mismatch);
        CHECK(test::load_code<Ops<>>(reshape(type, {0}, {1, 1})) == StatusCode::shape_mismatch);
        for (const std::vector<std::int32_t>& from : {std::vector<std::int32_t>{}, {1}, {0}}) {
            test::Runner<Ops<>> run(reshape(type, from, {0}));
            REQUIRE(run.status());
            CHECK(run.invoke());
        }
    }
}
