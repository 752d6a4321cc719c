// SPDX-License-Identifier: Apache-2.0
#include "../support/tiny_models.hpp"
#include "../support/toy_ops.hpp"

#include "mote/runtime/static_interpreter.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace {

using Relus = mote::StaticInterpreter<tiny::relu_relu>;
using Accumulator = mote::StaticInterpreter<tiny::accumulator, mote::OpSet<test::Accumulate>>;
using Counter = mote::StaticInterpreter<tiny::counter, mote::OpSet<test::CountCalls>>;

struct PreserveAll : mote::DefaultConfig {
    static constexpr bool preserve_all_tensors = true;
};

struct CountingClock {
    static constexpr bool enabled = true;
    static inline std::uint32_t ticks = 0;
    static std::uint32_t now() noexcept { return ticks += 7; }
};
struct Profiled : mote::DefaultConfig {
    using Profiler = CountingClock;
};

// What a user can know before running anything.
static_assert(Relus::arena_bytes == 16 && Relus::head_bytes == 16 && Relus::state_bytes == 0);
static_assert(Relus::step_count == 2 && Relus::input_count == 1 && Relus::output_count == 1);
static_assert(std::is_same_v<Relus::InputElement<0>, float> &&
              std::is_same_v<Relus::OutputElement<0>, float>);
static_assert(Relus::input_shape<0>.rank == 1 && Relus::input_shape<0>[0] == 4);
static_assert(Relus::input_quantization<0>.scale == 0.0f);
static_assert(Accumulator::state_bytes == 8 && std::is_same_v<Accumulator::InputElement<0>, std::int8_t>);
static_assert(sizeof(Relus) <= 16 + 16, "RAM beside the activations is a few bytes");
static_assert(mote::StaticInterpreter<tiny::relu_relu, mote::AllOps, PreserveAll>::arena_bytes == 3 * 16);

// The op set that the model needs, and nothing else; the interpreter's arena as a number.
using ReluOps = mote::ops_of<tiny::relu_relu>;
static_assert(ReluOps::contains({mote::schema::BuiltinOperator_RELU, nullptr, {}, 1}));
static_assert(!ReluOps::contains({mote::schema::BuiltinOperator_RELU6, nullptr, {}, 1}));
static_assert(mote::arena_bytes<tiny::relu_relu> > Relus::arena_bytes);

} // namespace

TEST_CASE("a static interpreter runs what the compiler prepared") {
    static Relus net;
    const auto in = net.input<0>();
    static_assert(in.size() == 4);
    in(0) = -1, in(1) = 2, in(2) = -3, in(3) = 4;
    CHECK(net.invoke());
    const auto out = net.output<0>();
    CHECK(std::vector<float>(out.begin(), out.end()) == std::vector<float>{0, 2, 0, 4});
}

TEST_CASE("steps, taps and names of operators") {
    static Relus net;
    CHECK(net.next_step() == 0);
    CHECK(net.step());
    CHECK(net.next_step() == 1);
    CHECK(net.step());
    CHECK(net.next_step() == 0);
    std::vector<int> seen;
    net.input<0>()[0] = 7;
    CHECK(net.invoke([&](const Relus::StepAccess& step) {
        seen.push_back(step.index());
        CHECK(step.code().builtin == mote::schema::BuiltinOperator_RELU);
        CHECK(step.output(0).as<float>()[0] == 7);
    }));
    CHECK(seen == std::vector<int>{0, 1});
}

TEST_CASE("variables start at their zero point and are reset to it") {
    static Accumulator net;
    for (int round = 0; round < 2; ++round) {
        for (int i = 1; i <= 3; ++i) {
            for (std::int8_t& v : net.input<0>()) v = 2;
            CHECK(net.invoke());
            for (const std::int8_t v : net.output<0>()) CHECK(v == 3 + 2 * i);
        }
        net.reset();
    }
}

TEST_CASE("an op's state, scratch and table work from flash") {
    static Counter net;
    for (int i = 1; i <= 3; ++i) {
        CHECK(net.invoke());
        CHECK(net.output<0>()[0] == i);
    }
    net.reset();
    CHECK(net.invoke());
    CHECK(net.output<0>()[0] == 1);
}

TEST_CASE("two of them do not disturb each other") {
    static Accumulator a, b;
    for (std::int8_t& v : a.input<0>()) v = 1;
    CHECK(a.invoke());
    for (std::int8_t& v : b.input<0>()) v = 5;
    CHECK(b.invoke());
    CHECK(a.output<0>()[0] == 4);
    CHECK(b.output<0>()[0] == 8);
}

TEST_CASE("the profiler's clock is read around every operator, and costs memory only if asked for") {
    static mote::StaticInterpreter<tiny::relu_relu, mote::ops_of<tiny::relu_relu>, Profiled> net;
    CHECK(net.invoke());
    CHECK(net.profile(0) == 7);
    CHECK(net.profile(1) == 7);
    CHECK(net.profile(2) == 0);
    CHECK(sizeof net >= sizeof(Relus) + 2 * sizeof(std::uint32_t));
    CHECK(net.arena_bytes == Relus::arena_bytes);
}
