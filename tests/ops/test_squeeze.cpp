// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/squeeze.hpp"

#include "../support/corpus.hpp"
#include "../support/runner.hpp"

#include <doctest/doctest.h>

using mote::ElementType;
using mote::StatusCode;

namespace {

using Shape = test::ModelBuilder::Shape;
template <class... Types>
using Ops = mote::OpSet<mote::ops::Squeeze<Types...>>;

test::Model squeeze(Shape from, Shape to, std::vector<std::int32_t> dims, bool with_options = true) {
    namespace s = mote::flat;
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::int8, std::move(from));
    const int y = b.tensor(ElementType::int8, std::move(to));
    if (with_options)
        b.op(s::BuiltinOperator_SQUEEZE, {x}, {y}, s::BuiltinOptions_SqueezeOptions,
             [dims](flatbuffers::FlatBufferBuilder& f) {
                 return s::CreateSqueezeOptions(f, f.CreateVector(dims)).Union();
             });
    else
        b.op(s::BuiltinOperator_SQUEEZE, {x}, {y});
    b.io({x}, {y});
    return b.build();
}
StatusCode code(Shape from, Shape to, std::vector<std::int32_t> dims) {
    return test::load_code<Ops<>>(squeeze(std::move(from), std::move(to), std::move(dims)));
}

} // namespace

TEST_CASE("SQUEEZE: corpus") { test::check_corpus<Ops<>>("squeeze"); }

TEST_CASE("SQUEEZE moves nothing") {
    test::Runner<Ops<>> run(squeeze({1, 2, 1, 3}, {2, 3}, {}));
    REQUIRE(run.status());
    CHECK(run.requirement().head == 8);
    REQUIRE(run.set<std::int8_t>(0, {1, 2, 3, 4, 5, 6}));
    CHECK(run.invoke());
    CHECK(run.get<std::int8_t>(0) == std::vector<std::int8_t>{1, 2, 3, 4, 5, 6});
}

TEST_CASE("SQUEEZE checks the listed axes against both shapes") {
    CHECK(code({1, 2, 1, 3}, {2, 1, 3}, {0}) == StatusCode::ok);
    CHECK(code({1, 2, 1, 3}, {1, 2, 3}, {-2}) == StatusCode::ok);
    CHECK(code({1, 2, 1, 3}, {2, 3}, {2, 0, 2}) == StatusCode::ok);
    CHECK(code({1, 2, 1, 3}, {1, 2, 3}, {}) == StatusCode::shape_mismatch);
    CHECK(code({1, 2, 1, 3}, {2, 1, 3}, {2}) == StatusCode::shape_mismatch);
    CHECK(code({1, 2, 1, 3}, {3, 2}, {}) == StatusCode::shape_mismatch);
    CHECK(code({1, 2, 1, 3}, {6}, {}) == StatusCode::shape_mismatch);
    CHECK(code({1, 2, 1, 3}, {1, 1, 3}, {1}) == StatusCode::shape_mismatch);
    CHECK(code({1, 2, 1, 3}, {2, 3}, {4}) == StatusCode::bad_option);
    CHECK(code({1, 2, 1, 3}, {2, 3}, {-5}) == StatusCode::bad_option);
    CHECK(code({1, 2}, {2}, {-2147483647 - 1}) == StatusCode::bad_option);
    CHECK(code({1, 1}, {}, {}) == StatusCode::ok);
    CHECK(code({1, 1}, {1}, {}) == StatusCode::ok);
}

TEST_CASE("SQUEEZE without options drops all axes of extent 1; types may be named") {
    CHECK(test::load_code<Ops<std::int8_t>>(squeeze({1, 4}, {4}, {}, false)) == StatusCode::ok);
    CHECK(test::load_code<Ops<float>>(squeeze({1, 4}, {4}, {})) == StatusCode::unsupported_type);
}
