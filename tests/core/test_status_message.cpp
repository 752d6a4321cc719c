// SPDX-License-Identifier: Apache-2.0
#include "mote/core/status_message.hpp"

#include <cstring>
#include <set>
#include <string>

#include <doctest/doctest.h>

using mote::Advice;
using mote::ElementType;
using mote::Status;
using mote::StatusCode;

namespace {

std::string said(const Status& status) { return status.message().c_str(); }

/// A missing operator, mostly.
Status failed(const char* name, mote::Advice advice, int others = 0,
              StatusCode code = StatusCode::missing_op) {
    return Status(code).at_operator(3, name).with_advice(advice, others);
}

/// How the message for a missing operator spells the C++ op.
std::string op_named(const char* name) {
    const std::string message = said(failed(name, {Advice::add_any}));
    const std::string before = "add mote::ops::";
    const std::size_t at = message.find(before) + before.size();
    return message.substr(at, message.find("<>") - at);
}

constexpr int last_code = static_cast<int>(StatusCode::value_out_of_range);

} // namespace

TEST_CASE("every code has words of its own, and the last is the last") {
    std::set<std::string> all;
    for (int i = 0; i <= last_code; ++i) {
        const std::string words = mote::words_of(static_cast<StatusCode>(i));
        CHECK_MESSAGE(words != "unknown status", i);
        CHECK_MESSAGE(words.size() < 100, words);
        all.insert(words);
    }
    CHECK(all.size() == last_code + 1);
    CHECK(std::string(mote::words_of(static_cast<StatusCode>(last_code + 1))) == "unknown status");
}

TEST_CASE("words alone, where there is no place to tell") {
    CHECK(said(Status()) == "ok");
    CHECK(said(StatusCode::not_loaded) == "no model loaded");
    CHECK(said(StatusCode::invalid_model) == "not a valid .tflite file");
    CHECK(said(StatusCode::misaligned_model) ==
          "the model's bytes are not 8-byte aligned; declare them alignas(16)");
    CHECK(said(Status(StatusCode::bad_shape).at_tensor(0)) ==
          "tensor 0: shape is dynamic (convert with a fixed batch size), too large or of rank above 8");
    CHECK(said(StatusCode::wrong_type) == "the tensor's elements are of another type");
}

TEST_CASE("the operator, its name, the tensor") {
    const Status shape(StatusCode::shape_mismatch);
    CHECK(said(shape.at_operator(0)) == "operator 0: shapes do not fit together");
    CHECK(said(shape.at_operator(12, "CONCATENATION")) ==
          "operator 12 CONCATENATION: shapes do not fit together");
    CHECK(said(shape.at_tensor(32765)) == "tensor 32765: shapes do not fit together");
    CHECK(said(shape.at_operator(4).at_tensor(9)) == "operator 4, tensor 9: shapes do not fit together");
    CHECK(said(shape.at_tensor(0).at_operator(4, "CONV_2D")) ==
          "operator 4 CONV_2D, tensor 0: shapes do not fit together");
}

TEST_CASE("an op to add is named as the user must write it, with its header") {
    const Advice for_int8{Advice::add_op, ElementType::int8, ElementType::int8};
    CHECK(said(failed("CONV_2D", for_int8)) ==
          "operator 3 CONV_2D: not in the op set; add mote::ops::Conv2D<std::int8_t>, #include "
          "<mote/ops/conv_2d.hpp>");
    CHECK(said(failed("QUANTIZE", {Advice::add_op, ElementType::float32, ElementType::int16})) ==
          "operator 3 QUANTIZE: not in the op set; add mote::ops::Quantize<float, std::int16_t>, #include "
          "<mote/ops/quantize.hpp>");
    CHECK(
        said(failed("FULLY_CONNECTED", {Advice::add_op, ElementType::int4, ElementType::int4})) ==
        "operator 3 FULLY_CONNECTED: not in the op set; add mote::ops::FullyConnected<mote::int4>, #include "
        "<mote/ops/fully_connected.hpp>");
    CHECK(said(failed("RESHAPE", {Advice::add_any})) ==
          "operator 3 RESHAPE: not in the op set; add mote::ops::Reshape<>, #include <mote/ops/reshape.hpp>");
    CHECK(said(failed("SOFTMAX", for_int8, 0, StatusCode::unsupported_type)) ==
          "operator 3 SOFTMAX: element types not supported, or not named in the op set; it needs "
          "mote::ops::Softmax<std::int8_t>");
}

TEST_CASE("what cannot be added says what else to do") {
    CHECK(said(failed("ELU", {Advice::no_such_op})) ==
          "operator 3 ELU: mote has no ELU; change the model or write an op for it, see mote/ops/op.hpp");
    CHECK(said(failed(nullptr, {Advice::no_such_op})) ==
          "operator 3: mote has no operator of this code; change the model or write an op for it, see "
          "mote/ops/op.hpp");
    CHECK(
        said(failed("Mystery", {Advice::custom_op})) ==
        "operator 3 Mystery: needs an op with custom_name = \"Mystery\" in the op set; see mote/ops/op.hpp");
    CHECK(said(failed(nullptr, {Advice::custom_op})) == "operator 3: a custom operator without a name");
    CHECK(said(failed("ethos-u", {Advice::custom_op})) ==
          "operator 3 ethos-u: compiled for an Ethos-U by Vela; use the .tflite from before Vela");
    CHECK(said(failed("FlexErf", {Advice::custom_op})) ==
          "operator 3 FlexErf: part of TensorFlow itself; convert without OpsSet.SELECT_TF_OPS");
}

TEST_CASE("what cannot be added for these element types says how to convert") {
    for (const StatusCode code : {StatusCode::missing_op, StatusCode::unsupported_type}) {
        CHECK(
            said(failed("CONV_2D", {Advice::dynamic_range}, 0, code)) ==
            "operator 3 CONV_2D: float activations with integer weights (dynamic range); give the converter "
            "a representative_dataset, or no optimizations");
        CHECK(said(failed("DEQUANTIZE", {Advice::float16}, 0, code)) ==
              "operator 3 DEQUANTIZE: float16 weights; convert without target_spec.supported_types = "
              "[tf.float16]");
        CHECK(
            said(failed("CONV_2D", {Advice::uint8}, 0, code)) ==
            "operator 3 CONV_2D: uint8 quantisation, of TensorFlow 1; convert with TensorFlow 2, which gives "
            "int8");
        CHECK(said(failed("RELU", {Advice::other_types, ElementType::float64, ElementType::float64}, 0,
                          code)) == "operator 3 RELU: mote has no RELU of float64; convert to float or int8");
        CHECK(
            said(failed("CONV_2D", {Advice::other_types, ElementType::int16, ElementType::int8}, 0, code)) ==
            "operator 3 CONV_2D: mote has no CONV_2D of int16 and int8; convert to float or int8");
    }
    CHECK(said(Status(StatusCode::unsupported_type).at_operator(1, "SOFTMAX")) ==
          "operator 1 SOFTMAX: element types not supported by the op");
    CHECK(said(StatusCode::missing_op) == "not in the op set");
}

TEST_CASE("an op of the user's own that does not take the types is not to be written anew") {
    CHECK(said(failed("ELU", {Advice::no_such_op}, 0, StatusCode::unsupported_type)) ==
          "operator 3 ELU: element types not supported by the op");
    CHECK(said(failed("Mystery", {Advice::custom_op}, 0, StatusCode::unsupported_type)) ==
          "operator 3 Mystery: element types not supported by the op");
}

TEST_CASE("how many more are missing") {
    CHECK(said(failed("ELU", {Advice::no_such_op}, 1)) ==
          said(failed("ELU", {Advice::no_such_op})) +
              "; 1 more operator is missing, see mote::for_each_missing_op");
    const std::string many = "; 255 more operators are missing, see mote::for_each_missing_op";
    for (int kind = Advice::none; kind <= Advice::other_types; ++kind) {
        const Advice advice{static_cast<Advice::Kind>(kind), ElementType::float32, ElementType::int16};
        const Status s = Status(StatusCode::missing_op).at_operator(32765, "DEPTHWISE_CONV_2D");
        const std::string words = said(s.with_advice(advice, 40000));
        REQUIRE(words.size() > many.size());
        CHECK_MESSAGE(words.substr(words.size() - many.size()) == many, words);
    }
}

TEST_CASE("a binding") {
    CHECK(said(Status(StatusCode::wrong_index).at_binding(2)) ==
          "binding 2: no input or output of this index");
    CHECK(said(Status(StatusCode::bound_twice).at_binding(1).at_tensor(7)) ==
          "binding 1, tensor 7: bound to two buffers");
}

TEST_CASE("the field's names become C++ names") {
    CHECK(op_named("ADD") == "Add");
    CHECK(op_named("FULLY_CONNECTED") == "FullyConnected");
    CHECK(op_named("MAX_POOL_2D") == "MaxPool2D");
    CHECK(op_named("DEPTHWISE_CONV_2D") == "DepthwiseConv2D");
    CHECK(op_named("RELU6") == "Relu6");
    CHECK(op_named("RELU_N1_TO_1") == "ReluN1To1");
    CHECK(op_named("L2_NORMALIZATION") == "L2Normalization");
    CHECK(op_named("L2_POOL_2D") == "L2Pool2D");
    CHECK(op_named("PADV2") == "Padv2");
    CHECK(op_named("SELECT_V2") == "SelectV2");
    CHECK(op_named("SPACE_TO_BATCH_ND") == "SpaceToBatchNd");
    CHECK(op_named("SVDF") == "Svdf");
}

TEST_CASE("a custom operator's name only loses its underscores") {
    CHECK(op_named("SignalRfft") == "SignalRfft");
    CHECK(op_named("TFLite_Detection_PostProcess") == "TFLiteDetectionPostProcess");
    CHECK(op_named("AddOne") == "AddOne");
}

TEST_CASE("memory: bytes needed against bytes there") {
    const auto too_small = [](StatusCode code, std::size_t needed, std::size_t available, bool exact = true) {
        return said(Status::too_small(code, needed, available, exact));
    };
    CHECK(too_small(StatusCode::arena_too_small, 20480, 16384) ==
          "arena too small: 20480 bytes needed, 16384 available");
    CHECK(too_small(StatusCode::arena_too_small, 1000, 0, false) ==
          "arena too small: at least 1000 bytes needed, 0 available");
    CHECK(too_small(StatusCode::workspace_too_small, 60, 40) ==
          "workspace too small: 60 bytes needed, 40 available");
    CHECK(too_small(StatusCode::wrong_size, 4294967295u, 10) ==
          "size differs from the tensor's: 4294967295 bytes needed, 10 available");
    CHECK(said(Status::too_small(StatusCode::wrong_size, 16, 12).at_tensor(5)) ==
          "tensor 5: size differs from the tensor's: 16 bytes needed, 12 available");
}

TEST_CASE("of a long name there are 28 characters") {
    const Status s = Status(StatusCode::shape_mismatch).at_operator(1, std::string(500, 'x').c_str());
    CHECK(said(s) == "operator 1 " + std::string(28, 'x') + ": shapes do not fit together");
}

TEST_CASE("a name is kept by value: the model may be gone") {
    char name[] = "Mystery";
    const Status s = failed(name, {Advice::custom_op});
    name[0] = 'X';
    CHECK(said(s).find("operator 3 Mystery: ") == 0);
}

TEST_CASE("a message is text wherever text is wanted, and outlives its Status") {
    const char* (*copy)(char*, const mote::StatusMessage&) = [](char* to, const mote::StatusMessage& from) {
        return static_cast<const char*>(std::strcpy(to, from));
    };
    char text[256];
    const mote::StatusMessage message = Status(StatusCode::bad_shape).message();
    CHECK(std::string(copy(text, message)) == message.c_str());
}
