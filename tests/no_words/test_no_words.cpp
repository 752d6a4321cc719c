// SPDX-License-Identifier: Apache-2.0
// A program of its own: every file in this folder leaves the words out, and none of another folder may be
// linked.
#define MOTE_STATUS_WORDS 0
#include "mote/mote.hpp"

#include "../support/runner.hpp"
#include "../support/toy_ops.hpp"

#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

using mote::Status;
using mote::StatusCode;

static_assert(sizeof(Status) == 16);

namespace {

std::string said(const Status& status) { return status.message().c_str(); }

test::Model model_with(const char* op) {
    test::ModelBuilder b;
    const int x = b.tensor(mote::ElementType::float32, {4});
    const int y = b.tensor(mote::ElementType::float32, {4});
    b.custom_op(op, {x}, {y});
    b.io({x}, {y});
    return b.build();
}

/// All of this program's file.
std::string own_program() {
    std::ifstream file("/proc/self/exe", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The text backwards, so that a text to search for is not itself in the program.
std::string reversed(const std::string& text) { return {text.rbegin(), text.rend()}; }

} // namespace

TEST_CASE("a message is the code's number") {
    CHECK(said(Status()) == "0");
    CHECK(said(StatusCode::misaligned_model) == "1");
    CHECK(said(Status(StatusCode::missing_op).at_operator(3, "CONV_2D").at_tensor(4)) ==
          std::to_string(static_cast<int>(StatusCode::missing_op)));
    CHECK(said(Status::too_small(StatusCode::arena_too_small, 200, 100)) ==
          std::to_string(static_cast<int>(StatusCode::arena_too_small)));
}

TEST_CASE("the numbers are all there") {
    const Status s =
        Status::too_small(StatusCode::arena_too_small, 200, 100).at_operator(3, "CONV_2D").at_tensor(4);
    CHECK(s.operator_index() == 3);
    CHECK(s.tensor_index() == 4);
    CHECK(s.needed() == 200);
    CHECK(s.available() == 100);
}

TEST_CASE("an interpreter works and refuses as ever") {
    test::Runner<test::ToyOps> run(model_with("AddOne"));
    REQUIRE(run.status());
    REQUIRE(run.set<float>(0, {1, 2, 3, 4}));
    CHECK(run.invoke());
    CHECK(run.get<float>(0) == std::vector<float>{2, 3, 4, 5});

    const Status missing = test::Runner<test::ToyOps>(model_with("AddTwo")).status();
    CHECK(missing == StatusCode::missing_op);
    CHECK(missing.operator_index() == 0);
    CHECK(said(missing) == std::to_string(static_cast<int>(StatusCode::missing_op)));
}

TEST_CASE("neither words nor operators' names are in the program") {
    const std::string program = own_program();
    if (program.empty()) return; // no /proc here
    CHECK(program.find("neither words nor operators' names") != std::string::npos);
    CHECK(program.find(reversed("tes po eht ni ton")) == std::string::npos);
    CHECK(program.find(reversed("llams oot anera")) == std::string::npos);
    CHECK(program.find(reversed("dedeen setyb ")) == std::string::npos);
    CHECK(program.find(reversed("tesatad_evitatneserper")) == std::string::npos);
    CHECK(program.find(reversed("po_gnissim_hcae_rof")) == std::string::npos);
    // With both ends of the text: an enumerator's name in debug information has something before it.
    CHECK(program.find(std::string(1, '\0') + reversed("ROBHGIEN_TSERAEN_EZISER")) == std::string::npos);
}
