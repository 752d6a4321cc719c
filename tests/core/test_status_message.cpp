// SPDX-License-Identifier: Apache-2.0
#include "mote/core/status_message.hpp"

#include <cstring>
#include <set>
#include <string>

#include <doctest/doctest.h>

using mote::Status;
using mote::StatusCode;

namespace {

std::string said(const Status& status) { return status.message().c_str(); }

/// How the message for a missing operator spells the C++ op.
std::string op_named(const char* name) {
    const std::string message = said(Status(StatusCode::missing_op).at_operator(0, name));
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
        CHECK_MESSAGE(words.size() < 80, words);
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

TEST_CASE("an op to add is named as the user must write it") {
    const Status missing(StatusCode::missing_op);
    CHECK(said(missing.at_operator(3, "CONV_2D")) ==
          "operator 3 CONV_2D: not in the op set; add mote::ops::Conv2D<>");
    CHECK(said(missing.at_operator(3)) == "operator 3: not in the op set");
    CHECK(said(missing) == "not in the op set");
    CHECK(said(Status(StatusCode::unsupported_type).at_operator(1, "SOFTMAX")) ==
          "operator 1 SOFTMAX: element types not supported, or not named in the op's list "
          "mote::ops::Softmax<>");
    CHECK(said(Status(StatusCode::unsupported_type)) ==
          "element types not supported, or not named in the op's list");
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

TEST_CASE("what is longer than 159 characters is cut there") {
    const std::string name(500, 'x');
    const mote::StatusMessage message = Status(StatusCode::missing_op).at_operator(1, name.c_str()).message();
    CHECK(std::strlen(message) == 159);
    CHECK(std::string(message) == "operator 1 " + name.substr(0, 148));

    const std::string shorter(70, 'Y');
    const std::string whole =
        "operator 1 " + shorter + ": not in the op set; add mote::ops::Y" + std::string(69, 'y') + "<>";
    CHECK(said(Status(StatusCode::missing_op).at_operator(1, shorter.c_str())) == whole.substr(0, 159));
}

TEST_CASE("a message that just fits is whole") {
    const std::string words = ": shapes do not fit together";
    for (const std::size_t length : {std::size_t{159}, std::size_t{160}}) {
        const std::string name(length - std::strlen("operator 1 ") - words.size(), 'n');
        const std::string whole = "operator 1 " + name + words;
        REQUIRE(whole.size() == length);
        CHECK(said(Status(StatusCode::shape_mismatch).at_operator(1, name.c_str())) == whole.substr(0, 159));
    }
}

TEST_CASE("a message is text wherever text is wanted, and outlives its Status") {
    const char* (*copy)(char*, const mote::StatusMessage&) = [](char* to, const mote::StatusMessage& from) {
        return static_cast<const char*>(std::strcpy(to, from));
    };
    char text[160];
    const mote::StatusMessage message = Status(StatusCode::bad_shape).message();
    CHECK(std::string(copy(text, message)) == message.c_str());
}
