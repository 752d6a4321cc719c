// SPDX-License-Identifier: Apache-2.0
#include "mote/schema/tensor_info.hpp"

#include "mote/schema/byte_table.hpp"
#include "mote/schema/flat_table.hpp"
#include "mote/schema/model_view.hpp"
#include "mote/schema/schema_generated.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using mote::ByteTable;
using mote::ElementType;
using mote::FlatTable;
using mote::Shape;
using mote::TensorInfo;

namespace s = mote::flat;

namespace {

/// A model with one tensor, or with a RESHAPE to it, whose bytes it keeps.
class TensorFile {
public:
    using Shape = std::vector<std::int32_t>;

    TensorFile(const Shape& shape, s::TensorType type, const char* name = nullptr, bool variable = false) {
        finish({s::CreateTensorDirect(f_, &shape, type, 0, name, 0, variable)}, {});
    }
    TensorFile(const std::vector<float>* scales, const std::vector<std::int64_t>* zero_points,
               std::int32_t axis) {
        const auto q = s::CreateQuantizationParametersDirect(f_, scales, zero_points,
                                                             s::QuantizationDetails_NONE, 0, axis);
        const Shape shape = {2, 3};
        finish({s::CreateTensorDirect(f_, &shape, s::TensorType_INT8, 0, nullptr, q)}, {});
    }
    TensorFile(const Shape& shape, s::TensorType type, const std::vector<std::uint8_t>& constant) {
        finish({s::CreateTensorDirect(f_, &shape, type, 1)}, {}, &constant);
    }
    static TensorFile reshaped(const Shape& from, const Shape& to) {
        TensorFile file;
        const auto first = s::CreateTensorDirect(file.f_, &to, s::TensorType_INT8, 0);
        const auto second = s::CreateTensorDirect(file.f_, &from, s::TensorType_INT8, 0);
        const std::vector<std::int32_t> inputs = {1}, outputs = {0};
        file.finish({first, second}, {s::CreateOperatorDirect(file.f_, 0, &inputs, &outputs)});
        return file;
    }
    TensorInfo<FlatTable> info() const {
        const mote::ModelView<FlatTable> model(f_.GetBufferPointer());
        return model.tensor(model.subgraph(0), 0);
    }
    TensorInfo<ByteTable> info_in_compiler() const {
        const mote::ModelView<ByteTable> model(f_.GetBufferPointer(), f_.GetSize());
        return model.tensor(model.subgraph(0), 0);
    }

private:
    TensorFile() = default;
    void finish(const std::vector<flatbuffers::Offset<s::Tensor>>& tensors,
                const std::vector<flatbuffers::Offset<s::Operator>>& operators,
                const std::vector<std::uint8_t>* constant = nullptr) {
        const std::vector<flatbuffers::Offset<s::SubGraph>> subgraphs = {
            s::CreateSubGraphDirect(f_, &tensors, nullptr, nullptr, &operators)};
        const std::vector<flatbuffers::Offset<s::Buffer>> buffers = {s::CreateBufferDirect(f_),
                                                                     s::CreateBufferDirect(f_, constant)};
        const std::vector<flatbuffers::Offset<s::OperatorCode>> codes = {
            s::CreateOperatorCodeDirect(f_, 0, nullptr, 1, s::BuiltinOperator_RESHAPE)};
        f_.Finish(s::CreateModelDirect(f_, 3, &codes, &subgraphs, nullptr, &buffers));
    }

    flatbuffers::FlatBufferBuilder f_;
};

} // namespace

TEST_CASE("an absent operand has nothing") {
    constexpr TensorInfo<ByteTable> none;
    static_assert(!none.present() && none.index() == -1);
    static_assert(!none.is_constant() && !none.is_quantized() && !none.is_variable());
    static_assert(none.scale() == 0.0f && none.zero_point() == 0);
    CHECK(TensorInfo<FlatTable>().name() == nullptr);
    CHECK(TensorInfo<FlatTable>().shape() == Shape());
}

TEST_CASE("index, name, type, flags") {
    TensorFile file({1, 4}, s::TensorType_INT16, "serving_default_x:0", true);
    const auto info = file.info();
    CHECK(info.index() == 0);
    CHECK(info.present());
    CHECK(std::string(info.name()) == "serving_default_x:0");
    CHECK(info.type() == ElementType::int16);
    CHECK(info.is<std::int16_t>());
    CHECK_FALSE(info.is<std::int8_t>());
    CHECK(info.is_variable());
    CHECK_FALSE(info.is_constant());
    CHECK(file.info_in_compiler().name() == nullptr);
    CHECK(file.info_in_compiler().is<std::int16_t>());
    CHECK(TensorFile({1}, s::TensorType_FLOAT32).info().name() == nullptr);
    CHECK(TensorFile({1}, s::TensorType_FLOAT32).info().is<float>());
    CHECK_FALSE(TensorFile({1}, s::TensorType_FLOAT32).info().is_variable());
}

TEST_CASE("constant bytes are the buffer's") {
    const TensorFile file({4}, s::TensorType_INT8, std::vector<std::uint8_t>{1, 2, 3, 4});
    const auto info = file.info();
    CHECK(info.is_constant());
    CHECK(info.buffer() == 1);
    CHECK(info.constant().size == 4);
    CHECK(info.constant().at<std::int8_t>(3) == 4);
    CHECK(file.info_in_compiler().constant().at<std::int8_t>(2) == 3);
}

TEST_CASE("shape, elements, bytes") {
    TensorFile image_file({1, 3, 5, 2}, s::TensorType_FLOAT32);
    const auto image = image_file.info();
    CHECK(image.shape() == Shape{{1, 3, 5, 2}, 4});
    CHECK(image.file_rank() == 4);
    CHECK(image.elements() == 30);
    CHECK(image.bytes() == 120);

    TensorFile scalar_file({}, s::TensorType_INT64);
    const auto scalar = scalar_file.info();
    CHECK(scalar.shape() == Shape());
    CHECK(scalar.elements() == 1);
    CHECK(scalar.bytes() == 8);

    CHECK(TensorFile({3, 0, 2}, s::TensorType_FLOAT32).info().bytes() == 0);
    CHECK(TensorFile({5}, s::TensorType_BOOL).info().bytes() == 5);
}

TEST_CASE("small elements share bytes, the last byte may be half used") {
    CHECK(TensorFile({4}, s::TensorType_INT4).info().bytes() == 2);
    CHECK(TensorFile({5}, s::TensorType_INT4).info().bytes() == 3);
    CHECK(TensorFile({1}, s::TensorType_INT4).info().bytes() == 1);
    CHECK(TensorFile({3, 3}, s::TensorType_UINT4).info().bytes() == 5);
    CHECK(TensorFile({5}, s::TensorType_INT2).info().bytes() == 2);
    CHECK(TensorFile({2000000000}, s::TensorType_INT4).info().bytes() == 1000000000);
}

TEST_CASE("what a shape cannot hold is left out and told") {
    TensorFile deep_file({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, s::TensorType_INT8);
    const auto deep = deep_file.info();
    CHECK(deep.file_rank() == 10);
    CHECK(deep.shape() == Shape{{1, 2, 3, 4, 5, 6, 7, 8}, 8});
}

TEST_CASE("an open extent is what RESHAPE's input leaves for it") {
    CHECK(TensorFile({2, -1, 3}, s::TensorType_INT8).info().shape() == Shape{{2, -1, 3}, 3});
    CHECK(TensorFile::reshaped({4, 6}, {2, -1, 3}).info().shape() == Shape{{2, 4, 3}, 3});
    CHECK(TensorFile::reshaped({4, 6}, {2, -1, 3}).info_in_compiler().elements() == 24);
    CHECK(TensorFile::reshaped({4, 6}, {2, 5}).info().shape() == Shape{{2, 5}, 2});
    for (const std::int32_t other : {5, 0, -1, -2})
        CHECK(TensorFile::reshaped({4, 6}, {other, -1}).info().shape() == Shape{{other, -1}, 2});
    for (const std::int32_t other : {0, -1, 1 << 30})
        CHECK(TensorFile::reshaped({4, other}, {-1}).info().shape() == Shape{{-1}, 1});
}

TEST_CASE("a tensor without parameters is not quantised") {
    TensorFile plain_file({1}, s::TensorType_INT8);
    const auto plain = plain_file.info();
    CHECK_FALSE(plain.is_quantized());
    CHECK(plain.scale() == 0.0f);
    CHECK(plain.zero_point() == 0);
    CHECK(plain.quantized_dimension() == 0);
    CHECK(plain.scales().size() == 0);
}

TEST_CASE("one scale for all elements") {
    const std::vector<float> scales = {0.75f};
    const std::vector<std::int64_t> zero_points = {-5};
    TensorFile file(&scales, &zero_points, 0);
    const auto info = file.info();
    CHECK(info.is_quantized());
    CHECK(info.scale() == 0.75f);
    CHECK(info.zero_point() == -5);
}

TEST_CASE("a scale for each index of an axis") {
    const std::vector<float> scales = {0.5f, 0.25f, 2.0f};
    const std::vector<std::int64_t> zero_points = {0, 1, std::int64_t{1} << 40};
    TensorFile file(&scales, &zero_points, 1);
    const auto info = file.info();
    CHECK(info.scales().size() == 3);
    CHECK(info.scales()[2] == 2.0f);
    CHECK(info.zero_points()[2] == std::int64_t{1} << 40);
    CHECK(info.quantized_dimension() == 1);
    CHECK(file.info_in_compiler().scales()[1] == 0.25f);
    CHECK(file.info_in_compiler().zero_points()[2] == std::int64_t{1} << 40);
}

TEST_CASE("scales and zero points need not be as many, and one alone is none") {
    const std::vector<float> scales = {0.5f, 0.25f, 2.0f};
    const std::vector<std::int64_t> zero_points = {3};
    const std::vector<float> no_scales;
    const std::vector<std::int64_t> no_zero_points;

    TensorFile uneven_file(&scales, &zero_points, 0);
    const auto uneven = uneven_file.info();
    CHECK(uneven.is_quantized());
    CHECK(uneven.scales().size() == 3);
    CHECK(uneven.zero_points().size() == 1);

    for (const auto* none : {static_cast<const std::vector<std::int64_t>*>(nullptr), &no_zero_points}) {
        TensorFile file(&scales, none, 0);
        const auto info = file.info();
        CHECK_FALSE(info.is_quantized());
        CHECK(info.scale() == 0.5f);
        CHECK(info.zero_point() == 0);
    }
    for (const auto* none : {static_cast<const std::vector<float>*>(nullptr), &no_scales}) {
        TensorFile file(none, &zero_points, 0);
        const auto info = file.info();
        CHECK_FALSE(info.is_quantized());
        CHECK(info.scale() == 0.0f);
        CHECK(info.zero_point() == 3);
    }
}
