// SPDX-License-Identifier: Apache-2.0
#include "mote/schema/model_view.hpp"

#include "build_tiny_model.hpp"
#include "mote/schema/byte_table.hpp"
#include "mote/schema/schema_generated.hpp"
#include "tiny_model.hpp"

#include <initializer_list>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using mote::ByteTable;
using mote::ElementType;
using mote::FlatTable;
using mote::ModelView;
using mote::Shape;

namespace s = mote::flat;

namespace {

constexpr ModelView<ByteTable> tiny(test::tiny_model, sizeof test::tiny_model);

/// What operator code 0 of a model that holds these two fields is.
std::int32_t builtin_of(std::int8_t deprecated, std::int32_t builtin) {
    flatbuffers::FlatBufferBuilder f;
    const std::vector<flatbuffers::Offset<s::OperatorCode>> codes = {
        s::CreateOperatorCodeDirect(f, deprecated, nullptr, 1, static_cast<s::BuiltinOperator>(builtin))};
    s::FinishModelBuffer(f, s::CreateModelDirect(f, 3, &codes));
    const std::int32_t flat = ModelView<FlatTable>(f.GetBufferPointer()).operator_code(0).builtin;
    CHECK(ModelView<ByteTable>(f.GetBufferPointer(), f.GetSize()).operator_code(0).builtin == flat);
    return flat;
}

/// The shape of a RESHAPE's output that the file has as `to`.
Shape reshaped(const std::vector<std::int32_t>& from, const std::vector<std::int32_t>& to,
               s::BuiltinOperator op = s::BuiltinOperator_RESHAPE) {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, from);
    const int y = b.tensor(ElementType::float32, to);
    b.op(s::BuiltinOperator_ABS, {y}, {x});
    b.op(op, {x}, {y});
    b.io({x}, {y});
    const test::Model model = b.build();
    const ModelView<FlatTable> view(model.bytes().data);
    CHECK(view.tensor(view.subgraph(0), x).shape().rank == static_cast<int>(from.size()));
    return view.tensor(view.subgraph(0), y).shape();
}

} // namespace

TEST_CASE("the compiler reads a model") {
    static_assert(tiny.present() && !ModelView<ByteTable>().present());
    static_assert(tiny.data() == test::tiny_model);
    static_assert(tiny.version() == 3);
    static_assert(tiny.subgraph_count() == 1);
    static_assert(tiny.operator_codes().size() == 2);
    static_assert(tiny.operator_code(0).builtin == s::BuiltinOperator_CONV_2D);
    static_assert(tiny.operator_code(1).builtin == s::BuiltinOperator_RESHAPE);
    static_assert(tiny.operator_code(1).version == 1);
    static_assert(tiny.buffers().size() == 3);
    static_assert(tiny.buffer(0).data == nullptr && tiny.buffer(0).size == 0);
    static_assert(tiny.buffer(1).size == 6 && tiny.buffer(1).at<std::int8_t>(3) == -4);
    static_assert(tiny.subgraph(0).tensors().size() == 4);
    static_assert(tiny.subgraph(0).operators().size() == 2);
    static_assert(tiny.subgraph(0).inputs().size() == 1 && tiny.subgraph(0).inputs()[0] == 0);
    static_assert(tiny.subgraph(0).outputs()[0] == 3);
    static_assert(tiny.tensor(tiny.subgraph(0), 0).scale() == 0.5f);
    static_assert(tiny.tensor(tiny.subgraph(0), 1).is_constant());
    static_assert(tiny.tensor(tiny.subgraph(0), 1).bytes() == 6);
    static_assert(tiny.tensor(tiny.subgraph(0), 2).index() == 2);
    static_assert(tiny.tensor(tiny.subgraph(0), 3).shape() == Shape{{2, 3}, 2});
    CHECK(tiny.metadata("note").bytes.size == 2);
}

TEST_CASE("old files keep the operator's code in eight bits, newer ones in both fields") {
    CHECK(builtin_of(3, 0) == s::BuiltinOperator_CONV_2D);
    CHECK(builtin_of(0, 3) == s::BuiltinOperator_CONV_2D);
    CHECK(builtin_of(3, 3) == s::BuiltinOperator_CONV_2D);
    CHECK(builtin_of(127, 150) == s::BuiltinOperator_GELU);
    CHECK(builtin_of(0, 0) == s::BuiltinOperator_ADD);
    CHECK(builtin_of(127, 0) == s::BuiltinOperator_PLACEHOLDER_FOR_GREATER_OP_CODES);
    CHECK(builtin_of(-5, 3) == s::BuiltinOperator_CONV_2D);
    CHECK(builtin_of(-5, -7) == -5);
}

TEST_CASE("metadata by its whole name") {
    static_assert(tiny.metadata("note").found);
    static_assert(tiny.metadata("note").bytes.data[0] == 'h' && tiny.metadata("note").bytes.data[1] == 'i');
    static_assert(!tiny.metadata("not").found && !tiny.metadata("notes").found && !tiny.metadata("").found);
    test::ModelBuilder b;
    b.metadata("a", {1});
    b.metadata("empty", {});
    b.metadata("a", {2});
    const test::Model model = b.build();
    const ModelView<FlatTable> view(model.bytes().data);
    CHECK(view.metadata("a").bytes.data[0] == 1);
    CHECK(view.metadata("empty").found);
    CHECK(view.metadata("empty").bytes.size == 0);
    CHECK(view.metadata("empty").bytes.data == nullptr);
    CHECK_FALSE(view.metadata("b").found);
}

TEST_CASE("metadata may name a buffer that is not there, or none, or have no name") {
    flatbuffers::FlatBufferBuilder f;
    const std::vector<flatbuffers::Offset<s::Buffer>> buffers = {s::CreateBuffer(f)};
    const std::vector<flatbuffers::Offset<s::Metadata>> metadata = {
        s::CreateMetadataDirect(f, "far", 0xffffffffu), s::CreateMetadataDirect(f, "one", 1),
        s::CreateMetadata(f)};
    s::FinishModelBuffer(f, s::CreateModelDirect(f, 3, nullptr, nullptr, nullptr, &buffers, &metadata));
    const ModelView<FlatTable> view(f.GetBufferPointer());
    for (const char* name : {"far", "one"}) {
        CHECK(view.metadata(name).found);
        CHECK(view.metadata(name).bytes.size == 0);
    }
    CHECK_FALSE(view.metadata("two").found);
}

TEST_CASE("a model without anything has nothing") {
    flatbuffers::FlatBufferBuilder f;
    s::FinishModelBuffer(f, s::CreateModel(f));
    const ModelView<FlatTable> view(f.GetBufferPointer());
    CHECK(view.version() == 0);
    CHECK(view.subgraph_count() == 0);
    CHECK(view.operator_codes().size() == 0);
    CHECK(view.buffers().size() == 0);
    CHECK_FALSE(view.metadata("a").found);
}

TEST_CASE("RESHAPE's input fills the one extent that its output leaves open") {
    CHECK(reshaped({2, 3, 4}, {-1}) == Shape{{24}, 1});
    CHECK(reshaped({2, 3, 4}, {6, -1}) == Shape{{6, 4}, 2});
    CHECK(reshaped({2, 3, 4}, {-1, 8}) == Shape{{3, 8}, 2});
    CHECK(reshaped({}, {-1}) == Shape{{1}, 1});
    CHECK(reshaped({5}, {5, -1, 1}) == Shape{{5, 1, 1}, 3});
    CHECK(reshaped({2, 3}, {3, 2}) == Shape{{3, 2}, 2});
}

TEST_CASE("where that is not to be had, the extent stays open") {
    CHECK(reshaped({2, 3, 4}, {-1, 5}) == Shape{{-1, 5}, 2});   // 24 is no multiple of 5
    CHECK(reshaped({2, 3, 4}, {-1, -1}) == Shape{{-1, -1}, 2}); // two open extents
    CHECK(reshaped({2, 3, 4}, {-1, 0}) == Shape{{-1, 0}, 2});   // nothing to divide by
    CHECK(reshaped({2, 3, 4}, {-1, -2}) == Shape{{-1, -2}, 2}); // not an extent
    CHECK(reshaped({2, 0, 4}, {-1}) == Shape{{-1}, 1});         // no elements
    CHECK(reshaped({2, -1, 4}, {-1}) == Shape{{-1}, 1});        // an input that is open itself
    CHECK(reshaped({65536, 65536}, {-1}) == Shape{{-1}, 1});    // too many elements
    CHECK(reshaped({4}, {65536, 65536, -1}) == Shape{{65536, 65536, -1}, 3});
    CHECK(reshaped({2, 3}, {-1}, s::BuiltinOperator_SQUEEZE) == Shape{{-1}, 1}); // only RESHAPE may
}

TEST_CASE("a RESHAPE with nonsense for operands opens nothing") {
    for (const auto input :
         std::initializer_list<std::int32_t>{-1, 100, (std::numeric_limits<std::int32_t>::min)()}) {
        test::ModelBuilder b;
        const int y = b.tensor(ElementType::float32, {-1});
        b.op(s::BuiltinOperator_RESHAPE, {}, {y});
        b.op(s::BuiltinOperator_RESHAPE, {input}, {y, y});
        b.op(s::BuiltinOperator_RESHAPE, {input}, {y});
        const test::Model model = b.build();
        const ModelView<FlatTable> view(model.bytes().data);
        CHECK(view.tensor(view.subgraph(0), y).shape() == Shape{{-1}, 1});
    }
}
