// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/dequantize.hpp"

#include "../support/corpus.hpp"
#include "unary_model.hpp"

#include <doctest/doctest.h>

using mote::ElementType;
using mote::StatusCode;

namespace {

template <class... Types>
using Ops = mote::OpSet<mote::ops::Dequantize<Types...>>;

test::UnaryModel dequantize(test::TensorSpec in, test::TensorSpec out) {
    return {mote::schema::BuiltinOperator_DEQUANTIZE, std::move(in), std::move(out)};
}
StatusCode code(test::TensorSpec in, test::TensorSpec out) {
    return test::load_code<Ops<>>(dequantize(std::move(in), std::move(out)).build());
}

} // namespace

TEST_CASE("DEQUANTIZE: corpus") { test::check_corpus<Ops<>>("dequantize"); }

TEST_CASE_TEMPLATE("DEQUANTIZE equals the product in double, rounded", T, std::int8_t, std::uint8_t,
                   std::int16_t) {
    const std::vector<T> x = test::all_values<T>();
    const auto n = static_cast<std::int32_t>(x.size());
    for (const float scale : {0.1f, 1.0f, 3.14159e-20f, 1e-42f, 7.7e33f}) {
        for (const int zero_point : {0, 100}) {
            const test::Quant q = test::quant(scale, zero_point);
            const auto y = test::output_of<Ops<T>, T, float>(
                dequantize({mote::element_type_of<T>, {n}, q}, {ElementType::float32, {n}}), x);
            REQUIRE(y.size() == x.size());
            int wrong = 0;
            for (std::size_t i = 0; i < x.size(); ++i)
                wrong += y[i] != static_cast<float>(static_cast<double>(scale) * (x[i] - zero_point)) ? 1 : 0;
            CHECK(wrong == 0);
        }
    }
}

TEST_CASE("DEQUANTIZE overlaps the start of its input's end") {
    const auto head = [](ElementType from) {
        return test::head_of<Ops<>>(
            dequantize({from, {64}, test::quant(1, 0)}, {ElementType::float32, {64}}));
    };
    CHECK(head(ElementType::int8) == 256);
    CHECK(head(ElementType::int16) == 256);
}

TEST_CASE("DEQUANTIZE refuses") {
    const test::TensorSpec f{ElementType::float32, {4}}, s8{ElementType::int8, {4}, test::quant(1, 0)};
    CHECK(code(s8, f) == StatusCode::ok);
    CHECK(code(s8, {ElementType::float32, {2, 2}}) == StatusCode::ok);
    CHECK(code(s8, {ElementType::float32, {3}}) == StatusCode::shape_mismatch);
    CHECK(code({ElementType::int8, {4}}, f) == StatusCode::bad_quantization);
    CHECK(code({ElementType::int8, {4}, test::quant(1, 1000)}, f) == StatusCode::bad_quantization);
    CHECK(code({ElementType::int8, {4}, test::quant({1, 2, 3, 4}, {0, 0, 0, 0}, 0)}, f) ==
          StatusCode::unsupported_feature);
    CHECK(code(f, f) == StatusCode::unsupported_type);
    CHECK(code(s8, s8) == StatusCode::unsupported_type);
    CHECK(code({ElementType::int32, {4}, test::quant(1, 0)}, f) == StatusCode::unsupported_type);
    CHECK(test::load_code<Ops<std::int16_t>>(dequantize(s8, f).build()) == StatusCode::unsupported_type);
}
