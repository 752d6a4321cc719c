// SPDX-License-Identifier: Apache-2.0
#include "mote/schema/check_model.hpp"

#include "build_tiny_model.hpp"
#include "mote/schema/byte_table.hpp"
#include "mote/schema/check_flatbuffer.hpp"
#include "mote/schema/schema_generated.hpp"
#include "tiny_model.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using mote::ByteTable;
using mote::ElementType;
using mote::FlatTable;
using mote::ModelView;
using mote::Status;
using mote::StatusCode;

namespace s = mote::flat;

namespace {

using Extents = std::vector<std::int32_t>;

/// What check_model says of a structurally valid file; both readers must agree.
Status check(const unsigned char* data, std::size_t size) {
    CHECK(mote::check_flatbuffer(data, size));
    const Status flat = mote::check_model(ModelView<FlatTable>(data));
    const Status bytes = mote::check_model(ModelView<ByteTable>(data, size));
    CHECK(flat.code() == bytes.code());
    CHECK(flat.operator_index() == bytes.operator_index());
    CHECK(flat.tensor_index() == bytes.tensor_index());
    return flat;
}
Status check(const test::Model& model) { return check(model.bytes().data, model.bytes().size); }

/// A model of two tensors of which the second is this one.
Status check_tensor(ElementType type, const Extents& shape) {
    test::ModelBuilder b;
    b.tensor(ElementType::float32, {1});
    b.tensor(type, shape);
    return check(b.build());
}
/// A constant of `size` bytes.
Status check_constant(ElementType type, const Extents& shape, std::size_t size) {
    test::ModelBuilder b;
    const std::vector<std::uint8_t> bytes(size);
    b.constant_bytes(type, shape, bytes.data(), size);
    return check(b.build());
}
/// A model of two tensors and two operators, the second with these operands.
Status check_operands(const std::vector<std::int32_t>& inputs, const std::vector<std::int32_t>& outputs) {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, {1});
    const int y = b.tensor(ElementType::float32, {1});
    b.op(s::BuiltinOperator_ABS, {x}, {y});
    b.op(s::BuiltinOperator_ABS, inputs, outputs);
    b.io({x}, {y});
    return check(b.build());
}
Status check_graph(const std::vector<std::int32_t>& inputs, const std::vector<std::int32_t>& outputs) {
    test::ModelBuilder b;
    b.tensor(ElementType::float32, {1});
    b.tensor(ElementType::float32, {1});
    b.io(inputs, outputs);
    return check(b.build());
}

/// Overwrites a scalar field that the table has.
template <class T, class Table>
void patch(const Table* table, flatbuffers::voffset_t field, T value) {
    auto* const at = const_cast<flatbuffers::Table*>(reinterpret_cast<const flatbuffers::Table*>(table));
    REQUIRE(at->SetField<T>(field, value, static_cast<T>(value + 1)));
}

/// A model that is only a tensor, and the buffers given.
Status check_buffers(const std::vector<std::uint64_t>& offsets, std::uint32_t tensor_buffer) {
    flatbuffers::FlatBufferBuilder f;
    std::vector<flatbuffers::Offset<s::Buffer>> buffers;
    for (const std::uint64_t offset : offsets)
        buffers.push_back(s::CreateBuffer(f, 0, offset, offset > 0 ? 4 : 0));
    const Extents shape = {1};
    const std::vector<flatbuffers::Offset<s::Tensor>> tensors = {
        s::CreateTensorDirect(f, &shape, s::TensorType_FLOAT32, tensor_buffer)};
    const std::vector<flatbuffers::Offset<s::SubGraph>> subgraphs = {s::CreateSubGraphDirect(f, &tensors)};
    s::FinishModelBuffer(f, s::CreateModelDirect(f, 3, nullptr, &subgraphs, nullptr, &buffers));
    cli::AlignedBytes bytes(f.GetSize());
    std::memcpy(bytes.data(), f.GetBufferPointer(), f.GetSize());
    return check(bytes.data(), bytes.size());
}

} // namespace

TEST_CASE("the compiler checks a model") {
    static_assert(mote::check_model(ModelView<ByteTable>(test::tiny_model, sizeof test::tiny_model)));
    CHECK(check(test::tiny_model, sizeof test::tiny_model));
    CHECK(check(test::build_tiny_model()));
}

TEST_CASE("version 3, no other") {
    const test::ModelBuilder b;
    CHECK(check(b.build(3)));
    for (const std::uint32_t version : {0u, 1u, 2u, 4u, 0x80000003u})
        CHECK(check(b.build(version)) == StatusCode::unsupported_version);
}

TEST_CASE("a model needs a subgraph") {
    flatbuffers::FlatBufferBuilder f;
    const std::vector<flatbuffers::Offset<s::SubGraph>> none;
    for (const auto* subgraphs : {static_cast<decltype(&none)>(nullptr), &none}) {
        f.Clear();
        s::FinishModelBuffer(f, s::CreateModelDirect(f, 3, nullptr, subgraphs));
        CHECK(mote::check_model(ModelView<FlatTable>(f.GetBufferPointer())) == StatusCode::invalid_model);
    }
}

TEST_CASE("buffers must lie in the file") {
    CHECK(check_buffers({0}, 0));
    CHECK(check_buffers({0, 1}, 0)); // 1 is what converters write for an empty one
    CHECK(check_buffers({0, 2}, 0) == StatusCode::external_buffer);
    CHECK(check_buffers({0, 0, std::uint64_t{1} << 32}, 0) == StatusCode::external_buffer);
}

TEST_CASE("a tensor's buffer must be one of the model's") {
    CHECK(check_buffers({0, 0}, 1));
    CHECK(check_buffers({0, 0}, 2) == StatusCode::bad_buffer_index);
    CHECK(check_buffers({0}, 0xffffffffu) == StatusCode::bad_buffer_index);
    CHECK(check_buffers({}, 0) == StatusCode::bad_buffer_index);
    CHECK(check_buffers({0}, 1).tensor_index() == 0);
}

TEST_CASE("a constant's buffer must hold its elements, and may hold more") {
    CHECK(check_constant(ElementType::int32, {2, 2}, 16));
    CHECK(check_constant(ElementType::int32, {2, 2}, 17));
    CHECK(check_constant(ElementType::int32, {2, 2}, 15) == StatusCode::bad_buffer_size);
    CHECK(check_constant(ElementType::int4, {5}, 3));
    CHECK(check_constant(ElementType::int4, {5}, 2) == StatusCode::bad_buffer_size);
    CHECK(check_constant(ElementType::int8, {0, 3}, 1));
    CHECK(check_constant(ElementType::float32, {}, 4));
    CHECK(check_constant(ElementType::float32, {}, 3) == StatusCode::bad_buffer_size);
    CHECK(check_constant(ElementType::int8, {1 << 29}, 16) == StatusCode::bad_buffer_size);
}

TEST_CASE("element types must be the format's, even those that no op here knows") {
    for (int type = -128; type < 128; ++type) {
        const Status status = check_tensor(static_cast<ElementType>(type), {1});
        const bool known = type >= 0 && type <= static_cast<int>(ElementType::float8_e5m2);
        CHECK(status.code() == (known ? StatusCode::ok : StatusCode::bad_element_type));
        CHECK(status.tensor_index() == (known ? -1 : 1));
    }
}

TEST_CASE("extents must be known and not negative, eight at most") {
    CHECK(check_tensor(ElementType::int8, {}));
    CHECK(check_tensor(ElementType::int8, {0}));
    CHECK(check_tensor(ElementType::int8, {1, 2, 3, 4, 5, 6, 7, 8}));
    CHECK(check_tensor(ElementType::int8, {1, 1, 1, 1, 1, 1, 1, 1, 1}) == StatusCode::bad_shape);
    CHECK(check_tensor(ElementType::int8, Extents(500, 1)) == StatusCode::bad_shape);
    CHECK(check_tensor(ElementType::int8, {-1}) == StatusCode::bad_shape);
    CHECK(check_tensor(ElementType::int8, {1, -1, 4}) == StatusCode::bad_shape);
    CHECK(check_tensor(ElementType::int8, {-2147483647 - 1}) == StatusCode::bad_shape);
    CHECK(check_tensor(ElementType::int8, {0, -1}) == StatusCode::bad_shape);
    CHECK(check_tensor(ElementType::int8, {-1}).tensor_index() == 1);
}

TEST_CASE("tensors may have a gigabyte less sixteen bytes") {
    constexpr std::int32_t most = (1 << 30) - 16;
    static_assert(mote::max_bytes == most);
    CHECK(check_tensor(ElementType::int8, {most}));
    CHECK(check_tensor(ElementType::int8, {most + 1}) == StatusCode::bad_shape);
    CHECK(check_tensor(ElementType::float32, {most / 4}));
    CHECK(check_tensor(ElementType::float32, {most / 4 + 1}) == StatusCode::bad_shape);
    CHECK(check_tensor(ElementType::float64, {1 << 13, 1 << 13, 1, 2}) == StatusCode::bad_shape);
    CHECK(check_tensor(ElementType::complex128, {1 << 13, 1 << 12}));
    CHECK(check_tensor(ElementType::int4, {2147483647 - 31}));
    CHECK(check_tensor(ElementType::int4, {2147483647}) == StatusCode::bad_shape);
}

TEST_CASE("products of extents that wrap are too large all the same") {
    constexpr std::int32_t huge = 2147483647;
    CHECK(check_tensor(ElementType::int8, {65536, 65536}) == StatusCode::bad_shape);
    CHECK(check_tensor(ElementType::int8, {65536, 65536, 65536, 65536}) == StatusCode::bad_shape);
    CHECK(check_tensor(ElementType::float32, {huge, huge}) == StatusCode::bad_shape);
    CHECK(check_tensor(ElementType::complex128, {huge, huge, huge}) == StatusCode::bad_shape);
    // 2^33 bits times almost 2^31 is more than 63 bits hold.
    CHECK(check_tensor(ElementType::int8, {(1 << 30) - 16, huge}) == StatusCode::bad_shape);
    CHECK(check_tensor(ElementType::float32, {(1 << 28) - 4, huge, huge}) == StatusCode::bad_shape);
}

TEST_CASE("elements are counted in 32 bits, however small they are") {
    CHECK(check_tensor(ElementType::int2, {1 << 30}));
    CHECK(check_tensor(ElementType::int2, {3, 1 << 30}) == StatusCode::bad_shape);
    CHECK(check_tensor(ElementType::int2, {1 << 16, 1 << 16}) == StatusCode::bad_shape);
}

TEST_CASE("an empty tensor's other extents cannot wrap either: parts of them are multiplied too") {
    CHECK(check_tensor(ElementType::int8, {0, 1000, 1000}));
    CHECK(check_tensor(ElementType::int8, {0, 65536, 65536}) == StatusCode::bad_shape);
    CHECK(check_tensor(ElementType::int8, {65536, 0, 65536}) == StatusCode::bad_shape);
}

TEST_CASE("operators' codes must be the model's") {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, {1});
    b.op(s::BuiltinOperator_ABS, {x}, {x});
    b.op(s::BuiltinOperator_ABS, {x}, {x});
    test::Model model = b.build();
    const auto* const last = s::GetModel(model.data())->subgraphs()->Get(0)->operators()->Get(1);
    for (const std::uint32_t code : {2u, 0x7fffffffu, 0xffffffffu}) {
        patch<std::uint32_t>(last, s::Operator::VT_OPCODE_INDEX, code);
        CHECK(check(model).code() == StatusCode::bad_operator_code);
        CHECK(check(model).operator_index() == 1);
    }
}

TEST_CASE("an open extent is refused where no RESHAPE explains it") {
    test::Model model = test::build_tiny_model();
    const auto* const reshape = s::GetModel(model.data())->subgraphs()->Get(0)->operators()->Get(1);
    patch<std::uint32_t>(reshape, s::Operator::VT_OPCODE_INDEX, 0);
    CHECK(check(model).code() == StatusCode::bad_shape);
    CHECK(check(model).tensor_index() == 3);
}

TEST_CASE("operands must be tensors; only inputs may be absent") {
    CHECK(check_operands({0, -1, 1}, {1}));
    CHECK(check_operands({}, {}));
    CHECK(check_operands({0, 2}, {1}) == StatusCode::bad_tensor_index);
    CHECK(check_operands({0, 2}, {1}).operator_index() == 1);
    CHECK(check_operands({0, 2}, {1}).tensor_index() == 2);
    CHECK(check_operands({-2}, {1}) == StatusCode::bad_tensor_index);
    CHECK(check_operands({0}, {-1}) == StatusCode::bad_tensor_index);
    CHECK(check_operands({0}, {1, 2}) == StatusCode::bad_tensor_index);
    CHECK(check_operands({2147483647}, {1}) == StatusCode::bad_tensor_index);
    CHECK(check_operands({0}, {-2147483647 - 1}) == StatusCode::bad_tensor_index);
}

TEST_CASE("the graph's inputs and outputs must be tensors") {
    CHECK(check_graph({0, 1}, {1}));
    CHECK(check_graph({}, {}));
    CHECK(check_graph({2}, {1}) == StatusCode::bad_tensor_index);
    CHECK(check_graph({-1}, {1}) == StatusCode::bad_tensor_index);
    CHECK(check_graph({0}, {2}) == StatusCode::bad_tensor_index);
    CHECK(check_graph({0}, {-1}) == StatusCode::bad_tensor_index);
    CHECK(check_graph({0}, {2}).operator_index() == -1);
}

TEST_CASE("more items than indices can count are refused") {
    test::ModelBuilder many_tensors;
    for (std::size_t i = 0; i < mote::max_model_items; ++i) many_tensors.tensor(ElementType::int8, {});
    CHECK(check(many_tensors.build()));
    many_tensors.tensor(ElementType::int8, {});
    CHECK(check(many_tensors.build()) == StatusCode::model_too_large);

    test::ModelBuilder many_operators;
    for (std::size_t i = 0; i <= mote::max_model_items; ++i)
        many_operators.op(s::BuiltinOperator_ABS, {}, {});
    CHECK(check(many_operators.build()) == StatusCode::model_too_large);
}

TEST_CASE("what is wrong is told where it is") {
    CHECK(std::string(check_operands({0, 2}, {1}).message().c_str()) ==
          "operator 1, tensor 2: tensor index out of range");
    CHECK(std::string(check_constant(ElementType::int32, {2}, 7).message().c_str()) ==
          "tensor 0: buffer smaller than the tensor it holds");
}
