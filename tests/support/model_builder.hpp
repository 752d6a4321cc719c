// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_SUPPORT_MODEL_BUILDER_HPP
#define MOTE_TESTS_SUPPORT_MODEL_BUILDER_HPP

#include "mote/mote.hpp"
#include "mote/schema/schema_generated.hpp"

#include "../../examples/cli/session.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace test {

/// Quantisation of a tensor as the file has it.
struct Quant {
    std::vector<float> scales;
    std::vector<std::int64_t> zero_points;
    std::int32_t axis = 0;
};
inline Quant quant(float scale, std::int64_t zero_point) { return {{scale}, {zero_point}, 0}; }
inline Quant quant(std::vector<float> scales, std::vector<std::int64_t> zero_points, std::int32_t axis) {
    return {std::move(scales), std::move(zero_points), axis};
}

/// A built model's bytes, aligned, with a change of single bytes for tests of broken ones.
class Model {
public:
    explicit Model(const flatbuffers::FlatBufferBuilder& f) : bytes_(f.GetSize()) {
        std::memcpy(bytes_.data(), f.GetBufferPointer(), f.GetSize());
    }
    mote::ModelBytes bytes() const { return {bytes_.data(), bytes_.size()}; }
    unsigned char* data() { return bytes_.data(); }

private:
    cli::AlignedBytes bytes_;
};

/// Puts a small .tflite model together. Tensors are named by the index that making them returns.
class ModelBuilder {
public:
    using Shape = std::vector<std::int32_t>;
    using Options = std::function<flatbuffers::Offset<void>(flatbuffers::FlatBufferBuilder&)>;

    ModelBuilder() { buffers_.emplace_back(); }

    int tensor(mote::ElementType type, Shape shape, Quant q = {}) {
        return add(type, std::move(shape), std::move(q), 0, false);
    }
    int variable(mote::ElementType type, Shape shape, Quant q = {}) {
        return add(type, std::move(shape), std::move(q), 0, true);
    }
    template <class T>
    int constant(Shape shape, const std::vector<T>& values, Quant q = {}) {
        return constant_bytes(mote::element_type_of<T>, std::move(shape), values.data(),
                              values.size() * sizeof(T), std::move(q));
    }
    int constant_int4(Shape shape, const std::vector<int>& values, Quant q = {}) {
        std::vector<std::uint8_t> packed((values.size() + 1) / 2);
        for (std::size_t i = 0; i < values.size(); ++i)
            packed[i / 2] = static_cast<std::uint8_t>(packed[i / 2] | (values[i] & 15) << (i % 2 * 4));
        return constant_bytes(mote::ElementType::int4, std::move(shape), packed.data(), packed.size(),
                              std::move(q));
    }
    /// A constant whose buffer need not be what the shape asks for.
    int constant_bytes(mote::ElementType type, Shape shape, const void* data, std::size_t size,
                       Quant q = {}) {
        const auto* bytes = static_cast<const std::uint8_t*>(data);
        buffers_.emplace_back(bytes, bytes + size);
        return add(type, std::move(shape), std::move(q), static_cast<std::uint32_t>(buffers_.size() - 1),
                   false);
    }

    void op(mote::schema::BuiltinOperator code, std::vector<std::int32_t> inputs,
            std::vector<std::int32_t> outputs,
            mote::schema::BuiltinOptions type = mote::schema::BuiltinOptions_NONE,
            Options options = nullptr) {
        operators_.push_back({code, {}, std::move(inputs), std::move(outputs), type, std::move(options)});
    }
    void custom_op(std::string name, std::vector<std::int32_t> inputs, std::vector<std::int32_t> outputs) {
        operators_.push_back({mote::schema::BuiltinOperator_CUSTOM, std::move(name), std::move(inputs),
                              std::move(outputs), mote::schema::BuiltinOptions_NONE, nullptr});
    }
    void io(std::vector<std::int32_t> inputs, std::vector<std::int32_t> outputs) {
        inputs_ = std::move(inputs);
        outputs_ = std::move(outputs);
    }
    void metadata(std::string name, std::vector<std::uint8_t> bytes) {
        buffers_.push_back(std::move(bytes));
        metadata_.emplace_back(std::move(name), static_cast<std::uint32_t>(buffers_.size() - 1));
    }

    Model build(std::uint32_t version = 3) const {
        namespace s = mote::flat;
        flatbuffers::FlatBufferBuilder f;
        std::vector<flatbuffers::Offset<s::Buffer>> buffers;
        for (const auto& bytes : buffers_) {
            // As writers of the format do: int64 constants would be misaligned otherwise.
            if (!bytes.empty()) f.ForceVectorAlignment(bytes.size(), 1, 16);
            buffers.push_back(s::CreateBuffer(f, bytes.empty() ? 0 : f.CreateVector(bytes)));
        }
        std::vector<flatbuffers::Offset<s::Tensor>> tensors;
        for (const TensorSpec& t : tensors_) tensors.push_back(build_tensor(f, t));
        std::vector<flatbuffers::Offset<s::OperatorCode>> codes;
        std::vector<flatbuffers::Offset<s::Operator>> operators;
        for (const OperatorSpec& o : operators_) {
            codes.push_back(build_code(f, o));
            operators.push_back(build_operator(f, o, static_cast<std::uint32_t>(codes.size() - 1)));
        }
        std::vector<flatbuffers::Offset<s::Metadata>> metadata;
        for (const auto& [name, buffer] : metadata_)
            metadata.push_back(s::CreateMetadata(f, f.CreateString(name), buffer));
        const auto subgraph = s::CreateSubGraph(f, f.CreateVector(tensors), f.CreateVector(inputs_),
                                                f.CreateVector(outputs_), f.CreateVector(operators));
        const auto all_codes = f.CreateVector(codes);
        const auto all_subgraphs = f.CreateVector(std::vector<flatbuffers::Offset<s::SubGraph>>{subgraph});
        const auto all_buffers = f.CreateVector(buffers);
        const auto all_metadata = f.CreateVector(metadata);
        s::ModelBuilder model(f);
        model.add_version(version);
        model.add_operator_codes(all_codes);
        model.add_subgraphs(all_subgraphs);
        model.add_buffers(all_buffers);
        model.add_metadata(all_metadata);
        s::FinishModelBuffer(f, model.Finish());
        return Model(f);
    }

private:
    struct TensorSpec {
        mote::ElementType type;
        Shape shape;
        Quant quant;
        std::uint32_t buffer;
        bool is_variable;
    };
    struct OperatorSpec {
        mote::schema::BuiltinOperator code;
        std::string custom_name;
        std::vector<std::int32_t> inputs, outputs;
        mote::schema::BuiltinOptions options_type;
        Options options;
    };

    int add(mote::ElementType type, Shape shape, Quant q, std::uint32_t buffer, bool is_variable) {
        tensors_.push_back({type, std::move(shape), std::move(q), buffer, is_variable});
        return static_cast<int>(tensors_.size()) - 1;
    }

    static flatbuffers::Offset<mote::flat::Tensor> build_tensor(flatbuffers::FlatBufferBuilder& f,
                                                                const TensorSpec& t) {
        namespace s = mote::flat;
        const auto shape = f.CreateVector(t.shape);
        flatbuffers::Offset<s::QuantizationParameters> q = 0;
        if (!t.quant.scales.empty() || !t.quant.zero_points.empty()) {
            const auto scales = f.CreateVector(t.quant.scales);
            const auto zero_points = f.CreateVector(t.quant.zero_points);
            s::QuantizationParametersBuilder builder(f);
            builder.add_scale(scales);
            builder.add_zero_point(zero_points);
            builder.add_quantized_dimension(t.quant.axis);
            q = builder.Finish();
        }
        s::TensorBuilder builder(f);
        builder.add_shape(shape);
        builder.add_type(static_cast<s::TensorType>(t.type));
        builder.add_buffer(t.buffer);
        builder.add_is_variable(t.is_variable);
        if (!q.IsNull()) builder.add_quantization(q);
        return builder.Finish();
    }
    static flatbuffers::Offset<mote::flat::OperatorCode> build_code(flatbuffers::FlatBufferBuilder& f,
                                                                    const OperatorSpec& o) {
        namespace s = mote::flat;
        flatbuffers::Offset<flatbuffers::String> name = 0;
        if (!o.custom_name.empty()) name = f.CreateString(o.custom_name);
        s::OperatorCodeBuilder builder(f);
        builder.add_deprecated_builtin_code(
            static_cast<std::int8_t>(std::min(static_cast<int>(o.code), 127)));
        builder.add_builtin_code(o.code);
        if (!name.IsNull()) builder.add_custom_code(name);
        return builder.Finish();
    }
    static flatbuffers::Offset<mote::flat::Operator>
    build_operator(flatbuffers::FlatBufferBuilder& f, const OperatorSpec& o, std::uint32_t code) {
        namespace s = mote::flat;
        const auto inputs = f.CreateVector(o.inputs);
        const auto outputs = f.CreateVector(o.outputs);
        flatbuffers::Offset<void> options = 0;
        if (o.options) options = o.options(f);
        s::OperatorBuilder builder(f);
        builder.add_opcode_index(code);
        builder.add_inputs(inputs);
        builder.add_outputs(outputs);
        builder.add_builtin_options_type(o.options_type);
        if (!options.IsNull()) builder.add_builtin_options(options);
        return builder.Finish();
    }

    std::vector<TensorSpec> tensors_;
    std::vector<OperatorSpec> operators_;
    std::vector<std::vector<std::uint8_t>> buffers_;
    std::vector<std::pair<std::string, std::uint32_t>> metadata_;
    std::vector<std::int32_t> inputs_, outputs_;
};

} // namespace test

#endif
