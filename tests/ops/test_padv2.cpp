// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/padv2.hpp"

#include "../support/corpus.hpp"
#include "../support/runner.hpp"

#include <doctest/doctest.h>

#include <limits>

using mote::ElementType;
using mote::StatusCode;

namespace {

using Shape = test::ModelBuilder::Shape;
template <class... Types>
using Ops = mote::OpSet<mote::ops::Padv2<Types...>>;

struct Value {
    ElementType type;
    Shape shape;
    test::Quant quant;
};
/// [2] -> [4], one element before and one after; inputs: x, the value.
test::Model pad(ElementType type, test::Quant q, const Value& value) {
    test::ModelBuilder b;
    const int x = b.tensor(type, {2}, q);
    const int paddings = b.constant<std::int32_t>({1, 2}, {1, 1});
    const int v = b.tensor(value.type, value.shape, value.quant);
    const int y = b.tensor(type, {4}, q);
    b.op(mote::schema::BuiltinOperator_PADV2, {x, paddings, v}, {y});
    b.io({x, v}, {y});
    return b.build();
}

template <class T>
std::vector<T> padded(const std::vector<T>& x, T value) {
    test::Runner<Ops<>> run(pad(mote::element_type_of<T>, {}, {mote::element_type_of<T>, {}, {}}));
    REQUIRE(run.status());
    REQUIRE(run.set(0, x));
    REQUIRE(run.set(1, std::vector<T>{value}));
    CHECK(run.invoke());
    return run.get<T>(0);
}

} // namespace

TEST_CASE("PADV2: corpus") { test::check_corpus<Ops<>>("padv2"); }

TEST_CASE("PADV2 with a value of every size") {
    constexpr float lowest = std::numeric_limits<float>::lowest();
    CHECK(padded<float>({1, 2}, lowest) == std::vector<float>{lowest, 1, 2, lowest});
    CHECK(padded<std::int8_t>({1, 2}, -5) == std::vector<std::int8_t>{-5, 1, 2, -5});
    CHECK(padded<std::int16_t>({1, 2}, -300) == std::vector<std::int16_t>{-300, 1, 2, -300});
    CHECK(padded<std::int32_t>({1, 2}, 70000) == std::vector<std::int32_t>{70000, 1, 2, 70000});
    CHECK(padded<std::int64_t>({1, 2}, 1LL << 40) == std::vector<std::int64_t>{1LL << 40, 1, 2, 1LL << 40});
}

TEST_CASE("PADV2 may pad a tensor with itself") {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::int16, {1});
    const int paddings = b.constant<std::int32_t>({1, 2}, {2, 1});
    const int y = b.tensor(ElementType::int16, {4});
    b.op(mote::schema::BuiltinOperator_PADV2, {x, paddings, x}, {y});
    b.io({x}, {y});
    test::Runner<Ops<>> run(b.build());
    REQUIRE(run.status());
    REQUIRE(run.set<std::int16_t>(0, {-2}));
    CHECK(run.invoke());
    CHECK(run.get<std::int16_t>(0) == std::vector<std::int16_t>{-2, -2, -2, -2});
}

TEST_CASE("PADV2 wants one value of the output's type and, in 8 bits, of its scale and zero point") {
    const auto q = test::quant(0.5f, 3);
    const auto code = [&](const Value& value) {
        return test::load_code<Ops<>>(pad(ElementType::int8, q, value));
    };
    CHECK(code({ElementType::int8, {1}, q}) == StatusCode::ok);
    CHECK(code({ElementType::int8, {2}, q}) == StatusCode::shape_mismatch);
    CHECK(code({ElementType::int32, {1}, q}) == StatusCode::unsupported_type);
    CHECK(code({ElementType::int8, {1}, test::quant(0.25f, 3)}) == StatusCode::bad_quantization);
    CHECK(code({ElementType::int8, {1}, test::quant(0.5f, 4)}) == StatusCode::bad_quantization);
    CHECK(code({ElementType::int8, {1}, {}}) == StatusCode::bad_quantization);
    CHECK(test::load_code<Ops<>>(
              pad(ElementType::int16, q, {ElementType::int16, {}, test::quant(0.25f, 0)})) == StatusCode::ok);
    CHECK(test::load_code<Ops<float>>(pad(ElementType::int8, q, {ElementType::int8, {}, q})) ==
          StatusCode::unsupported_type);
}
