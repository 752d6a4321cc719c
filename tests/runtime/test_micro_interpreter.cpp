// SPDX-License-Identifier: Apache-2.0
#include "../support/model_builder.hpp"
#include "../support/tiny_models.hpp"

#include "mote/ops/relu.hpp"
#include "mote/runtime/static_interpreter.hpp"

#include <doctest/doctest.h>

using Ops = mote::OpSet<mote::ops::Relu<float>>;

TEST_CASE("the storage shell: from load to results") {
    static mote::MicroInterpreter<512, Ops> interpreter;
    CHECK_FALSE(interpreter.is_loaded());
    CHECK(interpreter.invoke() == mote::StatusCode::not_loaded);
    REQUIRE(interpreter.load(tiny::relu_relu));
    const auto in = interpreter.input<float>(0);
    in[0] = -1, in[1] = 2, in[2] = -3, in[3] = 4;
    CHECK(interpreter.invoke());
    CHECK(interpreter.output<float>(0)[1] == 2);
    CHECK(interpreter.output<float>(0)[2] == 0);
    REQUIRE(interpreter.load(mote::trusted(tiny::relu_relu)));
    CHECK(interpreter.invoke());
}

TEST_CASE("the arena that the compiler computes is exactly enough") {
    constexpr std::uint32_t bytes = mote::arena_bytes<tiny::relu_relu>;
    static mote::MicroInterpreter<bytes, mote::ops_of<tiny::relu_relu>> exact;
    CHECK(exact.load(tiny::relu_relu));
    static mote::MicroInterpreter<bytes - 8, mote::ops_of<tiny::relu_relu>> small;
    const mote::Status status = small.load(tiny::relu_relu);
    CHECK(status == mote::StatusCode::arena_too_small);
    CHECK(status.needed() == bytes);
    CHECK(*mote::required_arena_bytes<Ops>(tiny::relu_relu) == bytes);
}

TEST_CASE("the object is its arena and little more") {
    CHECK(sizeof(mote::MicroInterpreter<1024, Ops>) <= 1024 + 20 * sizeof(void*) + 16);
}
