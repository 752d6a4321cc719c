// SPDX-License-Identifier: Apache-2.0
#include "mote/schema/flat_table.hpp"

#include "../support/corpus.hpp"
#include "mote/schema/schema_generated.hpp"

#include <cstring>
#include <string>

#include <doctest/doctest.h>

using mote::FlatTable;

namespace s = mote::flat;

namespace {

template <class T>
bool same_vector(const FlatTable::Vector<T>& ours, const flatbuffers::Vector<T>* theirs) {
    if (theirs == nullptr) return ours.size() == 0 && ours.data() == nullptr;
    if (ours.size() != theirs->size() || ours.data() != theirs->Data()) return false;
    for (flatbuffers::uoffset_t i = 0; i < theirs->size(); ++i) {
        const T mine = ours[i];
        const T expected = theirs->Get(i);
        if (std::memcmp(&mine, &expected, sizeof(T)) != 0) return false;
    }
    return true;
}

bool same_text(const char* ours, const flatbuffers::String* theirs) {
    return theirs == nullptr ? ours == nullptr : ours != nullptr && theirs->str() == ours;
}

bool same_tensor(const FlatTable& ours, const s::Tensor& theirs) {
    const FlatTable quantization = ours.table(s::Tensor::VT_QUANTIZATION);
    if (quantization.present() != (theirs.quantization() != nullptr)) return false;
    if (quantization.present()) {
        using Q = s::QuantizationParameters;
        if (!same_vector(quantization.vector<float>(Q::VT_SCALE), theirs.quantization()->scale()) ||
            !same_vector(quantization.vector<std::int64_t>(Q::VT_ZERO_POINT),
                         theirs.quantization()->zero_point()) ||
            quantization.scalar<std::int32_t>(Q::VT_QUANTIZED_DIMENSION, 0) !=
                theirs.quantization()->quantized_dimension())
            return false;
    }
    return same_vector(ours.vector<std::int32_t>(s::Tensor::VT_SHAPE), theirs.shape()) &&
           ours.scalar<std::int8_t>(s::Tensor::VT_TYPE, 0) == theirs.type() &&
           ours.scalar<std::uint32_t>(s::Tensor::VT_BUFFER, 0) == theirs.buffer() &&
           same_text(ours.text(s::Tensor::VT_NAME), theirs.name()) &&
           ours.scalar<bool>(s::Tensor::VT_IS_VARIABLE, false) == theirs.is_variable();
}

bool same_operator(const FlatTable& ours, const s::Operator& theirs) {
    return ours.scalar<std::uint32_t>(s::Operator::VT_OPCODE_INDEX, 0) == theirs.opcode_index() &&
           same_vector(ours.vector<std::int32_t>(s::Operator::VT_INPUTS), theirs.inputs()) &&
           same_vector(ours.vector<std::int32_t>(s::Operator::VT_OUTPUTS), theirs.outputs()) &&
           same_vector(ours.vector<std::uint8_t>(s::Operator::VT_CUSTOM_OPTIONS), theirs.custom_options()) &&
           ours.scalar<std::uint8_t>(s::Operator::VT_BUILTIN_OPTIONS_TYPE, 0) ==
               theirs.builtin_options_type() &&
           ours.table(s::Operator::VT_BUILTIN_OPTIONS).present() == (theirs.builtin_options() != nullptr);
}

bool same_code(const FlatTable& ours, const s::OperatorCode& theirs) {
    using Code = s::OperatorCode;
    return ours.scalar<std::int8_t>(Code::VT_DEPRECATED_BUILTIN_CODE, 0) ==
               theirs.deprecated_builtin_code() &&
           ours.scalar<std::int32_t>(Code::VT_BUILTIN_CODE, 0) == theirs.builtin_code() &&
           ours.scalar<std::int32_t>(Code::VT_VERSION, 1) == theirs.version() &&
           same_text(ours.text(Code::VT_CUSTOM_CODE), theirs.custom_code());
}

bool same_buffer(const FlatTable& ours, const s::Buffer& theirs) {
    return same_vector(ours.vector<std::uint8_t>(s::Buffer::VT_DATA), theirs.data()) &&
           ours.scalar<std::uint64_t>(s::Buffer::VT_OFFSET, 0) == theirs.offset();
}

template <class T, class Same>
bool same_tables(const FlatTable::Tables& ours, const flatbuffers::Vector<flatbuffers::Offset<T>>* theirs,
                 Same same) {
    if (theirs == nullptr) return ours.size() == 0;
    if (ours.size() != theirs->size()) return false;
    for (flatbuffers::uoffset_t i = 0; i < theirs->size(); ++i)
        if (!same(ours[i], *theirs->Get(i))) return false;
    return true;
}

bool same_subgraph(const FlatTable& ours, const s::SubGraph& theirs) {
    return same_vector(ours.vector<std::int32_t>(s::SubGraph::VT_INPUTS), theirs.inputs()) &&
           same_vector(ours.vector<std::int32_t>(s::SubGraph::VT_OUTPUTS), theirs.outputs()) &&
           same_tables(ours.tables(s::SubGraph::VT_TENSORS), theirs.tensors(), same_tensor) &&
           same_tables(ours.tables(s::SubGraph::VT_OPERATORS), theirs.operators(), same_operator);
}

bool same_model(const unsigned char* file) {
    const FlatTable ours = FlatTable::root(file);
    const s::Model& theirs = *s::GetModel(file);
    return ours.scalar<std::uint32_t>(s::Model::VT_VERSION, 0) == theirs.version() &&
           same_tables(ours.tables(s::Model::VT_OPERATOR_CODES), theirs.operator_codes(), same_code) &&
           same_tables(ours.tables(s::Model::VT_BUFFERS), theirs.buffers(), same_buffer) &&
           same_tables(ours.tables(s::Model::VT_SUBGRAPHS), theirs.subgraphs(), same_subgraph);
}

} // namespace

TEST_CASE("FlatTable reads what the generated accessors read, in every model of the corpus") {
    const std::string folder = test::data_folder("conformance");
    const std::vector<std::string> names = test::files_in(folder, "", ".tflite");
    CHECK(names.size() > 1300);
    for (const std::string& name : names) {
        const cli::AlignedBytes bytes = test::read_file(folder + "/" + name);
        CHECK_MESSAGE(same_model(bytes.data()), name);
    }
}

TEST_CASE("an absent table has no fields") {
    const FlatTable none;
    CHECK_FALSE(none.present());
    CHECK(none.scalar<std::int32_t>(4, -7) == -7);
    CHECK(none.vector<float>(4).size() == 0);
    CHECK(none.vector<float>(4).data() == nullptr);
    CHECK(none.tables(4).size() == 0);
    CHECK_FALSE(none.table(4).present());
    CHECK(none.table(4).scalar<std::uint8_t>(6, 9) == 9);
    CHECK(none.text(4) == nullptr);
}

TEST_CASE("texts end in a zero; absent fields read as what the caller says") {
    flatbuffers::FlatBufferBuilder f;
    f.Finish(s::CreateOperatorCodeDirect(f, 32, "Add_One", 4));
    const FlatTable code = FlatTable::root(f.GetBufferPointer());
    REQUIRE(code.present());
    CHECK(std::string(code.text(s::OperatorCode::VT_CUSTOM_CODE)) == "Add_One");
    CHECK(code.scalar<std::int32_t>(s::OperatorCode::VT_VERSION, 1) == 4);
    CHECK(code.scalar<std::int8_t>(s::OperatorCode::VT_DEPRECATED_BUILTIN_CODE, 0) == 32);
    CHECK(code.scalar<std::int32_t>(s::OperatorCode::VT_BUILTIN_CODE, 77) == 77);
    CHECK(code.scalar<std::int32_t>(400, 5) == 5);
    CHECK(code.text(s::OperatorCode::VT_BUILTIN_CODE) == nullptr);
}
