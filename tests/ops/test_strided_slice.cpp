// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/strided_slice.hpp"

#include "../support/corpus.hpp"
#include "../support/runner.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <numeric>
#include <random>

using mote::ElementType;
using mote::StatusCode;

namespace {

using Shape = test::ModelBuilder::Shape;
using Ints = std::vector<std::int32_t>;
template <class... Types>
using Ops = mote::OpSet<mote::ops::StridedSlice<Types...>>;

struct Masks {
    int begin = 0, end = 0, ellipsis = 0, new_axis = 0, shrink = 0;
    bool offset = false;
};

template <class Index>
test::Model slice(ElementType type, Shape from, Shape to, std::vector<Index> begin, std::vector<Index> end,
                  std::vector<Index> strides, Masks m = {}) {
    namespace s = mote::flat;
    test::ModelBuilder b;
    const auto constant = [&](const std::vector<Index>& v) {
        return b.constant<Index>({static_cast<std::int32_t>(v.size())}, v);
    };
    const int x = b.tensor(type, std::move(from));
    const int y = b.tensor(type, std::move(to));
    b.op(s::BuiltinOperator_STRIDED_SLICE, {x, constant(begin), constant(end), constant(strides)}, {y},
         s::BuiltinOptions_StridedSliceOptions, [m](flatbuffers::FlatBufferBuilder& f) {
             return s::CreateStridedSliceOptions(f, m.begin, m.end, m.ellipsis, m.new_axis, m.shrink,
                                                 m.offset)
                 .Union();
         });
    b.io({x}, {y});
    return b.build();
}
StatusCode code(Shape from, Shape to, Ints begin, Ints end, Ints strides, Masks m = {}) {
    return test::load_code<Ops<>>(slice(ElementType::int8, std::move(from), std::move(to), std::move(begin),
                                        std::move(end), std::move(strides), m));
}

/// Of the elements 0, 1, 2, ...
template <class T>
std::vector<T> sliced(const test::Model& model, int elements) {
    test::Runner<Ops<>> run(model);
    REQUIRE(run.status());
    std::vector<T> values(static_cast<std::size_t>(elements));
    std::iota(values.begin(), values.end(), T{0});
    REQUIRE(run.set(0, values));
    CHECK(run.invoke());
    return run.get<T>(0);
}

/// As Python's x[begin:end:stride] takes them, for begin and end given; that is TensorFlow's definition too.
std::vector<int> taken(int extent, int begin, int end, int stride) {
    if (begin < 0) begin += extent;
    if (end < 0) end += extent;
    std::vector<int> indices;
    if (stride > 0)
        for (int i = begin < 0 ? 0 : begin; i < extent && i < end; i += stride) indices.push_back(i);
    else
        for (int i = begin >= extent ? extent - 1 : begin; i >= 0 && i > end; i += stride)
            indices.push_back(i);
    return indices;
}

} // namespace

TEST_CASE("STRIDED_SLICE: corpus") { test::check_corpus<Ops<>>("strided_slice"); }

TEST_CASE_TEMPLATE("STRIDED_SLICE of any box", T, std::int8_t, std::int32_t, std::int64_t) {
    std::mt19937 random(3);
    const auto between = [&](int low, int high) {
        return static_cast<std::int32_t>(low +
                                         static_cast<int>(random() % static_cast<unsigned>(high - low + 1)));
    };
    for (int round = 0; round < 300; ++round) {
        Shape in, out;
        Ints begin, end, strides;
        std::vector<int> sources{0};
        for (int axis = between(0, 4); axis >= 0; --axis) {
            in.push_back(between(1, 4));
            const bool whole = between(0, 2) == 0;
            begin.push_back(whole ? 0 : between(-6, 6));
            end.push_back(whole ? in.back() : between(-6, 6));
            strides.push_back(whole || between(0, 1) == 0 ? 1
                              : between(0, 1) == 0        ? between(-3, -1)
                                                          : between(1, 3));
            const std::vector<int> indices = taken(in.back(), begin.back(), end.back(), strides.back());
            out.push_back(static_cast<std::int32_t>(indices.size()));
            std::vector<int> next;
            for (const int outer : sources)
                for (const int i : indices) next.push_back(outer * in.back() + i);
            sources = next;
        }
        CAPTURE(round);
        const int elements = std::accumulate(in.begin(), in.end(), 1, std::multiplies<>());
        if (elements > 127) continue;
        CHECK(sliced<T>(slice(mote::element_type_of<T>, in, out, begin, end, strides), elements) ==
              std::vector<T>(sources.begin(), sources.end()));
    }
}

TEST_CASE("STRIDED_SLICE masks") {
    using Bytes = std::vector<std::int8_t>;
    const auto run = [](Shape to, Ints begin, Ints end, Ints strides, Masks m) {
        return sliced<std::int8_t>(slice(ElementType::int8, {3, 4}, to, begin, end, strides, m), 12);
    };
    CHECK(run({2, 2}, {2, 1}, {2, 3}, {1, 1}, {1, 0}) == Bytes{1, 2, 5, 6});
    CHECK(run({1, 2}, {2, 2}, {0, 0}, {1, 1}, {0, 3}) == Bytes{10, 11});
    CHECK(run({3, 4}, {0, 0}, {0, 0}, {-1, -1}, {3, 3}) == Bytes{11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0});
    CHECK(run({2}, {1, 1}, {0, 3}, {1, 1}, {0, 0, 0, 0, 1}) == Bytes{5, 6});
    CHECK(run({3}, {0, -1}, {3, 0}, {1, 1}, {0, 0, 0, 0, 2}) == Bytes{3, 7, 11});
    CHECK(run({}, {-1, -2}, {0, 0}, {1, 1}, {0, 0, 0, 0, 3}) == Bytes{10});
    CHECK(run({}, {-9, 1}, {0, 0}, {1, 1}, {0, 0, 0, 0, 3}) == Bytes{1});
}

TEST_CASE("STRIDED_SLICE of indices far out of range") {
    constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max();
    using Wide = std::vector<std::int64_t>;
    CHECK(sliced<std::int16_t>(
              slice<std::int64_t>(ElementType::int16, {3}, {3}, Wide{-far - 1}, Wide{far}, Wide{1}), 3) ==
          std::vector<std::int16_t>{0, 1, 2});
    CHECK(sliced<std::int16_t>(
              slice<std::int64_t>(ElementType::int16, {3}, {1}, Wide{far}, Wide{-far - 1}, Wide{-far - 1}),
              3) == std::vector<std::int16_t>{2});
    CHECK(
        sliced<std::int16_t>(slice<std::int64_t>(ElementType::int16, {3}, {1}, Wide{1}, Wide{far}, Wide{far}),
                             3) == std::vector<std::int16_t>{1});
}

TEST_CASE("STRIDED_SLICE uses its input's memory where it goes forwards") {
    const auto head = [](const test::Model& model) { return test::Runner<Ops<>>(model).requirement().head; };
    CHECK(head(slice<std::int32_t>(ElementType::int8, {4, 8}, {2, 8}, {1, 0}, {3, 8}, {1, 1})) == 32);
    CHECK(head(slice<std::int32_t>(ElementType::int8, {4, 8}, {4, 8}, {0, 0}, {4, 8}, {1, 1})) == 32);
    CHECK(head(slice<std::int32_t>(ElementType::int8, {4, 8}, {4, 8}, {0, 0}, {0, 0}, {1, -1}, {3, 3})) ==
          64);
}

TEST_CASE("STRIDED_SLICE refuses strides, shapes and masks that it cannot serve") {
    CHECK(code({3, 4}, {2, 4}, {1, 0}, {3, 4}, {1, 1}) == StatusCode::ok);
    CHECK(code({3, 4}, {2, 4}, {1, 0}, {3, 4}, {1, 0}) == StatusCode::bad_constant);
    CHECK(code({3, 4}, {3, 4}, {1, 0}, {3, 4}, {1, 1}) == StatusCode::shape_mismatch);
    CHECK(code({3, 4}, {2}, {1, 0}, {3, 4}, {1, 1}) == StatusCode::shape_mismatch);
    CHECK(code({3, 4}, {1, 2, 4}, {1, 0}, {3, 4}, {1, 1}) == StatusCode::shape_mismatch);
    CHECK(code({3, 4}, {2, 4}, {1}, {3, 4}, {1, 1}) == StatusCode::shape_mismatch);
    CHECK(code({3, 4}, {2, 4}, {1, 0}, {3}, {1, 1}) == StatusCode::shape_mismatch);
    CHECK(code({3, 4}, {2, 4}, {1, 0}, {3, 4}, {1}) == StatusCode::shape_mismatch);
    CHECK(code({3, 4}, {4}, {3, 0}, {3, 4}, {1, 1}, {0, 0, 0, 0, 1}) == StatusCode::bad_constant);
    CHECK(code({3, 4}, {4}, {2, 0}, {3, 4}, {-1, 1}, {0, 0, 0, 0, 1}) == StatusCode::bad_constant);
    CHECK(code({0, 4}, {4}, {0, 0}, {1, 4}, {1, 1}, {0, 0, 0, 0, 1}) == StatusCode::bad_constant);
    CHECK(code({3, 4}, {2, 4}, {1, 0}, {3, 4}, {1, 1}, {0, 0, 1}) == StatusCode::unsupported_feature);
    CHECK(code({3, 4}, {2, 4}, {1, 0}, {3, 4}, {1, 1}, {0, 0, 0, 1}) == StatusCode::unsupported_feature);
    CHECK(code({3, 4}, {2, 4}, {1, 0}, {2, 4}, {1, 1}, {0, 0, 0, 0, 0, true}) ==
          StatusCode::unsupported_feature);
}

TEST_CASE("STRIDED_SLICE refuses types that are not named, and operands that are not constant integers") {
    CHECK(test::load_code<Ops<float>>(slice<std::int32_t>(ElementType::int8, {3}, {1}, {0}, {1}, {1})) ==
          StatusCode::unsupported_type);
    CHECK(test::load_code<Ops<>>(slice<std::int32_t>(ElementType::int4, {3}, {1}, {0}, {1}, {1})) ==
          StatusCode::unsupported_type);
    CHECK(test::load_code<Ops<>>(slice<float>(ElementType::int8, {3}, {1}, {0}, {1}, {1})) ==
          StatusCode::unsupported_type);
    for (int missing = 1; missing <= 3; ++missing) {
        test::ModelBuilder b;
        std::vector<std::int32_t> inputs{b.tensor(ElementType::int8, {3})};
        for (int i = 1; i <= 3; ++i)
            inputs.push_back(i == missing ? b.tensor(ElementType::int32, {1})
                                          : b.constant<std::int32_t>({1}, {1}));
        const int y = b.tensor(ElementType::int8, {0});
        b.op(mote::schema::BuiltinOperator_STRIDED_SLICE, inputs, {y});
        b.io({inputs[0], inputs[static_cast<std::size_t>(missing)]}, {y});
        CHECK(test::load_code<Ops<>>(b.build()) == StatusCode::not_constant);
    }
}
