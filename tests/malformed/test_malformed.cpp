// SPDX-License-Identifier: Apache-2.0
#include "mote/mote.hpp"
#include "mote/ops/all_ops.hpp"

#include "../support/corpus.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using mote::Status;
using mote::StatusCode;

namespace {

using Interpreter = mote::Interpreter<mote::AllOps>;

/// Models whose name starts with `prefix` are refused with this code; the first that matches counts. Models
/// of other names, most of which are one operator's business, only must be refused.
struct Expectation {
    const char* prefix;
    StatusCode code;
};
constexpr Expectation expectations[] = {
    {"file_", StatusCode::invalid_model},
    {"truncated_", StatusCode::invalid_model},
    {"identifier_zero", StatusCode::invalid_model},
    {"root_offset_", StatusCode::invalid_model},
    {"vtable_", StatusCode::invalid_model},
    {"huge_", StatusCode::invalid_model},
    {"tensor_offset_", StatusCode::invalid_model},
    {"missing_subgraphs", StatusCode::invalid_model},
    {"no_subgraphs", StatusCode::invalid_model},
    {"missing_operator_codes", StatusCode::bad_operator_code},
    {"opcode_index_", StatusCode::bad_operator_code},
    {"missing_tensors", StatusCode::bad_tensor_index},
    {"op_input_", StatusCode::bad_tensor_index},
    {"op_output_", StatusCode::bad_tensor_index},
    {"subgraph_", StatusCode::bad_tensor_index},
    {"buffer_index_", StatusCode::bad_buffer_index},
    {"buffer_", StatusCode::bad_buffer_size},
    {"dims_zero_conv", StatusCode::shape_mismatch},
    {"dims_", StatusCode::bad_shape},
    {"rank_503", StatusCode::bad_shape},
    {"reshape_two_stretch", StatusCode::bad_shape},
    {"tensor_type_-3", StatusCode::bad_element_type},
    {"output_never_written", StatusCode::undefined_tensor},
    {"use_before_definition", StatusCode::undefined_tensor},
    {"self_loop", StatusCode::undefined_tensor},
    {"two_producers", StatusCode::redefined_tensor},
    {"offline_plan_", StatusCode::bad_offline_plan},
    {"builtin_code_", StatusCode::missing_op},
    {"custom_without_name", StatusCode::missing_op},
    {"add_no_outputs", StatusCode::bad_operand_count},
    {"add_one_input", StatusCode::bad_operand_count},
    {"add_mixed_types", StatusCode::unsupported_type},
    {"add_output_", StatusCode::shape_mismatch},
    {"concat_axis_7", StatusCode::bad_option},
    {"concat_mixed_types", StatusCode::unsupported_type},
    {"concat_", StatusCode::shape_mismatch},
    {"conv_stride_", StatusCode::bad_option},
    {"conv_dilation_", StatusCode::bad_option},
    {"conv_activation_", StatusCode::bad_option},
    {"conv_output_too_large", StatusCode::shape_mismatch},
    {"conv_channel_mismatch", StatusCode::shape_mismatch},
    {"conv_groups_not_dividing", StatusCode::shape_mismatch},
    {"conv_bias_length", StatusCode::shape_mismatch},
    {"conv_input_rank_3", StatusCode::shape_mismatch},
    {"conv_output_type", StatusCode::unsupported_type},
    {"conv_float_weights", StatusCode::unsupported_type},
    {"options_missing_pool", StatusCode::bad_option},
    {"options_type_without_table", StatusCode::bad_option},
    {"pool_filter_0", StatusCode::bad_option},
    {"depthwise_", StatusCode::shape_mismatch},
    {"fc_", StatusCode::shape_mismatch},
    {"transpose_conv_", StatusCode::shape_mismatch},
    {"scale_", StatusCode::bad_quantization},
    {"no_quantisation_on_int8", StatusCode::bad_quantization},
    {"quantised_dimension_negative", StatusCode::bad_quantization},
    {"zero_point_vector_empty", StatusCode::bad_quantization},
    {"reshape_element_count", StatusCode::shape_mismatch},
    {"pad_negative", StatusCode::bad_constant},
    {"pad_output", StatusCode::shape_mismatch},
    {"strided_slice_stride_0", StatusCode::bad_constant},
    {"strided_slice_output", StatusCode::shape_mismatch},
    {"transpose_perm_", StatusCode::bad_constant},
    {"svdf_rank_", StatusCode::bad_option},
    {"svdf_state_not_variable", StatusCode::not_variable},
    {"svdf_state_size", StatusCode::shape_mismatch},
};

const Expectation* expectation_for(const std::string& name) {
    for (const Expectation& e : expectations)
        if (name.compare(0, std::string(e.prefix).size(), e.prefix) == 0) return &e;
    return nullptr;
}

/// A file's bytes and not one more, so that a sanitizer sees any read past them.
class ExactFile {
public:
    explicit ExactFile(const std::string& path) {
        const cli::AlignedBytes bytes = test::read_file(path);
        bytes_.assign(bytes.data(), bytes.data() + bytes.size());
        bytes_.shrink_to_fit();
    }
    mote::ModelBytes bytes() const { return {bytes_.data(), bytes_.size()}; }

private:
    std::vector<unsigned char> bytes_;
};

const std::string folder = test::data_folder("malformed") + "/";

std::vector<std::string> malformed_models() { return test::files_in(folder, "", ".tflite"); }

} // namespace

TEST_CASE("every malformed model is refused, with the code that fits") {
    const std::vector<std::string> names = malformed_models();
    CHECK(names.size() == 178);
    cli::AlignedBytes memory(1 << 20);
    mote::ArenaRef arena(memory.span());
    Interpreter interpreter(arena);
    for (const std::string& name : names) {
        const ExactFile file(folder + name);
        const Status status = interpreter.load(file.bytes());
        CHECK_MESSAGE(!status, name);
        CHECK_MESSAGE(!interpreter.is_loaded(), name);
        CHECK_MESSAGE(arena.tail_used() == 0, name);
        const Expectation* e = expectation_for(name);
        if (e != nullptr) CHECK_MESSAGE(status.code() == e->code, name << ": " << status.message().c_str());
    }
    CHECK(interpreter.invoke() == StatusCode::not_loaded);
}

TEST_CASE("every expectation is about some model") {
    const std::vector<std::string> names = malformed_models();
    for (const Expectation& e : expectations) {
        int matches = 0;
        for (const std::string& name : names) matches += expectation_for(name) == &e ? 1 : 0;
        CHECK_MESSAGE(matches > 0, e.prefix);
    }
}

TEST_CASE("asking what a malformed model needs gives the same refusal, whatever the room") {
    for (const std::string& name : malformed_models()) {
        const ExactFile file(folder + name);
        cli::AlignedBytes memory(1 << 20);
        mote::ArenaRef arena(memory.span());
        const StatusCode refusal = Interpreter(arena).load(file.bytes()).code();
        CHECK_MESSAGE(cli::Session<mote::AllOps>().open(file.bytes()).code() == refusal, name);

        for (const std::size_t bytes : {std::size_t{0}, std::size_t{64}, std::size_t{512}}) {
            cli::AlignedBytes little(bytes);
            mote::ArenaRef little_arena(little.span());
            CHECK_MESSAGE(!Interpreter(little_arena).load(file.bytes()), name);
        }
    }
}

TEST_CASE("trusted: what FlatBuffers' verifier does not find is found all the same") {
    int trusted = 0;
    for (const std::string& name : malformed_models()) {
        const ExactFile file(folder + name);
        if (!mote::check_flatbuffer(file.bytes().data, file.bytes().size)) continue;
        cli::AlignedBytes memory(1 << 20);
        mote::ArenaRef arena(memory.span());
        CHECK_MESSAGE(!Interpreter(arena).load(mote::trusted(file.bytes())), name);
        ++trusted;
    }
    CHECK(trusted > 100);
}

TEST_CASE("after a refusal a good model loads and runs") {
    cli::AlignedBytes memory(1 << 16);
    mote::ArenaRef arena(memory.span());
    Interpreter interpreter(arena);
    const ExactFile good(folder + "seeds/graph__cnn_classifier_int8.tflite");
    const ExactFile bad(folder + "conv_stride_0.tflite");
    CHECK_FALSE(interpreter.load(bad.bytes()));
    REQUIRE(interpreter.load(good.bytes()));
    CHECK(interpreter.invoke());
    CHECK_FALSE(interpreter.load(bad.bytes()));
    CHECK(interpreter.invoke() == StatusCode::not_loaded);
    REQUIRE(interpreter.load(good.bytes()));
    CHECK(interpreter.invoke());
}

TEST_CASE("the seeds that they were made from are sound") {
    const std::vector<std::string> names = test::files_in(folder + "seeds", "", ".tflite");
    CHECK(names.size() == 20);
    for (const std::string& name : names) {
        const ExactFile file(folder + "seeds/" + name);
        cli::Session<mote::AllOps> session;
        const Status status = session.open(file.bytes());
        if (status == StatusCode::missing_op) continue;
        CHECK_MESSAGE(status, name << ": " << status.message().c_str());
        CHECK_MESSAGE(session.interpreter().invoke(), name);
    }
}
