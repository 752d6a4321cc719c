// SPDX-License-Identifier: Apache-2.0
#include "mote/schema/check_flatbuffer.hpp"

#include "build_tiny_model.hpp"

#include <cstring>

#include <doctest/doctest.h>

using mote::check_alignment;
using mote::check_flatbuffer;
using mote::StatusCode;

TEST_CASE("a model that was built is one") {
    const test::Model model = test::build_tiny_model();
    CHECK(check_flatbuffer(model.bytes().data, model.bytes().size));
}

TEST_CASE("a model cut anywhere is none") {
    const test::Model model = test::build_tiny_model();
    for (std::size_t size = 0; size < model.bytes().size; ++size) {
        // Of this exact size, so that a sanitizer sees any byte read past the end.
        cli::AlignedBytes bytes(size);
        std::vector<unsigned char> exact(model.bytes().data, model.bytes().data + size);
        CHECK(check_flatbuffer(exact.data(), exact.size()) == StatusCode::invalid_model);
    }
}

TEST_CASE("no bytes, or more than offsets can span") {
    const test::Model model = test::build_tiny_model();
    CHECK(check_flatbuffer(nullptr, 0) == StatusCode::invalid_model);
    CHECK(check_flatbuffer(nullptr, 1000) == StatusCode::invalid_model);
    CHECK(check_flatbuffer(model.bytes().data, 0x40000000u) == StatusCode::invalid_model);
}

TEST_CASE("the file must say that it is a .tflite") {
    test::Model model = test::build_tiny_model();
    model.data()[7] = '4';
    CHECK(check_flatbuffer(model.bytes().data, model.bytes().size) == StatusCode::invalid_model);
}

TEST_CASE("bytes must be 8-byte aligned, valid or not") {
    const test::Model model = test::build_tiny_model();
    cli::AlignedBytes room(model.bytes().size + 16);
    for (std::size_t shift = 0; shift < 16; ++shift) {
        unsigned char* const at = room.data() + shift;
        std::memcpy(at, model.bytes().data, model.bytes().size);
        const StatusCode expected = shift % 8 == 0 ? StatusCode::ok : StatusCode::misaligned_model;
        CHECK(check_flatbuffer(at, model.bytes().size) == expected);
        CHECK(check_alignment(at) == expected);
    }
    CHECK(check_alignment(nullptr) == StatusCode::invalid_model);
}
