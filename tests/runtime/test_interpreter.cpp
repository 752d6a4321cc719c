// SPDX-License-Identifier: Apache-2.0
#include "../support/runner.hpp"
#include "../support/toy_ops.hpp"

#include "mote/memory/linear_planner.hpp"

#include <doctest/doctest.h>

using test::Accumulate;
using test::AddOne;
using test::ToyOps;

namespace {

/// x -> AddOne -> AddOne -> ... (`count` times), float32 [4].
test::Model chain(int count) {
    test::ModelBuilder b;
    const int x = b.tensor(mote::ElementType::float32, {4});
    int at = x;
    for (int i = 0; i < count; ++i) {
        const int next = b.tensor(mote::ElementType::float32, {4});
        b.custom_op("AddOne", {at}, {next});
        at = next;
    }
    b.io({x}, {at});
    return b.build();
}

test::Model accumulator() {
    test::ModelBuilder b;
    const int x = b.tensor(mote::ElementType::int8, {8});
    const int sum = b.variable(mote::ElementType::int8, {8}, test::quant(0.5f, 3));
    const int y = b.tensor(mote::ElementType::int8, {8});
    b.custom_op("Accumulate", {x, sum}, {y});
    b.io({x}, {y});
    return b.build();
}

struct KeepInputs : mote::DefaultConfig {
    static constexpr bool keep_inputs = true;
};
struct PreserveAll : mote::DefaultConfig {
    static constexpr bool preserve_all_tensors = true;
};
struct Linear : mote::DefaultConfig {
    using Planner = mote::linear_planner;
};

struct CountingClock {
    static constexpr bool enabled = true;
    static inline std::uint32_t ticks = 0;
    static std::uint32_t now() noexcept { return ticks += 5; }
};
struct Profiled : mote::DefaultConfig {
    using Profiler = CountingClock;
};

} // namespace

TEST_CASE("an interpreter runs what it loads and says so when nothing is loaded") {
    alignas(16) unsigned char memory[512];
    mote::ArenaRef arena{mote::Span<unsigned char>(memory)};
    mote::Interpreter<ToyOps> interpreter(arena);
    CHECK(interpreter.invoke() == mote::StatusCode::not_loaded);
    CHECK(interpreter.step() == mote::StatusCode::not_loaded);
    CHECK(interpreter.input<float>(0).status() == mote::StatusCode::not_loaded);
    CHECK(interpreter.input_count() == 0);

    const test::Model model = chain(3);
    REQUIRE(interpreter.load(model.bytes()));
    CHECK(interpreter.input_count() == 1);
    CHECK(interpreter.output_count() == 1);
    const auto in = interpreter.input<float>(0);
    REQUIRE(in.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) in[i] = static_cast<float>(i);
    CHECK(interpreter.invoke());
    const auto out = interpreter.output<float>(0);
    for (std::size_t i = 0; i < 4; ++i) CHECK(out[i] == static_cast<float>(i) + 3);

    interpreter.unload();
    CHECK(interpreter.invoke() == mote::StatusCode::not_loaded);
    CHECK(arena.tail_used() == 0);
}

TEST_CASE("wrong index or type gives an empty view with the reason") {
    test::Runner<ToyOps> run(chain(1));
    REQUIRE(run.status());
    CHECK(run.interpreter().input<std::int8_t>(0).status() == mote::StatusCode::wrong_type);
    CHECK(run.interpreter().input<float>(1).status() == mote::StatusCode::wrong_index);
    CHECK(run.interpreter().input<float>(-1).status() == mote::StatusCode::wrong_index);
    CHECK(run.interpreter().output<float>(1).status() == mote::StatusCode::wrong_index);
    CHECK(run.interpreter().output<float>(1).size() == 0);
    CHECK_FALSE(run.interpreter().input_tensor(7).present());
}

TEST_CASE("in-place permission folds a chain into one buffer") {
    const test::Model model = chain(5);
    CHECK(test::Runner<ToyOps>(model).requirement().head == 16);
    CHECK(test::Runner<ToyOps, PreserveAll>(model).requirement().head == 6 * 16);
    CHECK(test::Runner<ToyOps, Linear>(model).requirement().head == 6 * 16);
}

TEST_CASE("keep_inputs: the same input serves every invoke") {
    const test::Model model = chain(2);
    test::Runner<ToyOps, KeepInputs> run(model);
    REQUIRE(run.set<float>(0, {1, 2, 3, 4}));
    for (int i = 0; i < 3; ++i) {
        CHECK(run.invoke());
        CHECK(run.get<float>(0) == std::vector<float>{3, 4, 5, 6});
    }
    test::Runner<ToyOps> overwritten(model);
    REQUIRE(overwritten.set<float>(0, {1, 2, 3, 4}));
    CHECK(overwritten.invoke());
    CHECK(overwritten.invoke());
    CHECK(overwritten.get<float>(0) == std::vector<float>{5, 6, 7, 8});
}

TEST_CASE("step runs one operator at a time and wraps around") {
    test::Runner<ToyOps> run(chain(3));
    REQUIRE(run.set<float>(0, {0, 0, 0, 0}));
    auto& interpreter = run.interpreter();
    CHECK(interpreter.step_count() == 3);
    for (int i = 0; i < 3; ++i) {
        CHECK(interpreter.next_step() == i);
        CHECK(interpreter.step());
    }
    CHECK(interpreter.next_step() == 0);
    CHECK(run.get<float>(0)[0] == 3);
}

TEST_CASE("invoke starts from the first operator whatever step has done") {
    test::Runner<ToyOps, KeepInputs> run(chain(3));
    REQUIRE(run.set<float>(0, {0, 0, 0, 0}));
    CHECK(run.interpreter().step());
    CHECK(run.invoke());
    CHECK(run.get<float>(0)[0] == 3);
}

TEST_CASE("taps see every operator's outputs") {
    test::Runner<ToyOps> run(chain(3));
    REQUIRE(run.set<float>(0, {10, 0, 0, 0}));
    std::vector<float> seen;
    CHECK(run.interpreter().invoke([&](const mote::StepAccess& step) {
        CHECK(step.index() == static_cast<int>(seen.size()));
        CHECK(std::string(step.code().custom_name) == "AddOne");
        CHECK(step.output_count() == 1);
        seen.push_back(step.output(0).as<float>()[0]);
    }));
    CHECK(seen == std::vector<float>{11, 12, 13});
}

TEST_CASE("preserve_all_tensors keeps every tensor readable after invoke") {
    test::Runner<ToyOps, PreserveAll> run(chain(3));
    REQUIRE(run.set<float>(0, {10, 0, 0, 0}));
    std::vector<const float*> at;
    CHECK(run.interpreter().invoke(
        [&](const mote::StepAccess& step) { at.push_back(step.output(0).as<float>().data()); }));
    REQUIRE(at.size() == 3);
    CHECK(run.interpreter().input<float>(0)[0] == 10);
    for (std::size_t i = 0; i < 3; ++i) CHECK(at[i][0] == 11.0f + static_cast<float>(i));
}

TEST_CASE("a failing operator is named and the next run starts anew") {
    test::ModelBuilder b;
    const int x = b.tensor(mote::ElementType::float32, {1});
    const int y = b.tensor(mote::ElementType::float32, {1});
    const int z = b.tensor(mote::ElementType::float32, {1});
    b.custom_op("AddOne", {x}, {y});
    b.custom_op("FailIfNegative", {y}, {z});
    b.io({x}, {z});
    test::Runner<ToyOps> run(b.build());
    REQUIRE(run.set<float>(0, {-5}));
    const mote::Status failed = run.invoke();
    CHECK(failed == mote::StatusCode::value_out_of_range);
    CHECK(failed.operator_index() == 1);
    CHECK(std::string(failed.message()) == "operator 1 FailIfNegative: a tensor's value is out of range");
    CHECK(run.interpreter().next_step() == 0);
    REQUIRE(run.set<float>(0, {5}));
    CHECK(run.invoke());
    CHECK(run.get<float>(0)[0] == 6);
}

TEST_CASE("variables start at their zero point, keep their value and are reset") {
    test::Runner<ToyOps> run(accumulator());
    REQUIRE(run.status());
    const std::vector<std::int8_t> ones(8, 1);
    for (int i = 1; i <= 3; ++i) {
        REQUIRE(run.set<std::int8_t>(0, ones));
        CHECK(run.invoke());
        CHECK(run.get<std::int8_t>(0) == std::vector<std::int8_t>(8, static_cast<std::int8_t>(3 + i)));
    }
    run.interpreter().reset();
    REQUIRE(run.set<std::int8_t>(0, ones));
    CHECK(run.invoke());
    CHECK(run.get<std::int8_t>(0)[0] == 4);
}

TEST_CASE("an op's state is zero after load and reset, its scratch lies in the head") {
    test::ModelBuilder b;
    const int x = b.tensor(mote::ElementType::int32, {1});
    const int y = b.tensor(mote::ElementType::int32, {1});
    b.custom_op("CountCalls", {x}, {y});
    b.io({x}, {y});
    test::Runner<ToyOps> run(b.build());
    REQUIRE(run.status());
    CHECK(run.requirement().head >= 64);
    for (int i = 1; i <= 2; ++i) {
        CHECK(run.invoke());
        CHECK(run.get<std::int32_t>(0)[0] == i);
    }
    run.interpreter().reset();
    CHECK(run.invoke());
    CHECK(run.get<std::int32_t>(0)[0] == 1);
}

TEST_CASE("the profiler's clock is read around every operator") {
    const test::Model model = chain(3);
    test::Runner<ToyOps, Profiled> run(model);
    REQUIRE(run.set<float>(0, {0, 0, 0, 0}));
    CHECK(run.invoke());
    for (int i = 0; i < 3; ++i) CHECK(run.interpreter().profile(i) == 5);
    CHECK(run.interpreter().profile(3) == 0);
    CHECK(run.requirement().tail ==
          test::Runner<ToyOps>(model).requirement().tail + 16); // 3 words, 8-byte steps
}

TEST_CASE("the caller's buffers take the place of graph inputs and outputs") {
    const test::Model model = chain(2);
    alignas(8) float in[4] = {1, 2, 3, 4};
    alignas(8) float out[4] = {};
    alignas(8) float other[4] = {5, 6, 7, 8};
    alignas(16) unsigned char memory[1024];
    mote::ArenaRef arena{mote::Span<unsigned char>(memory)};
    mote::Interpreter<ToyOps> interpreter(arena);
    const mote::BufferBinding bindings[] = {mote::bind_input(0, in, sizeof in),
                                            mote::bind_output(0, out, sizeof out)};
    REQUIRE(interpreter.load(model.bytes(), bindings));
    CHECK(interpreter.head_bytes() == 16);
    CHECK(interpreter.input<float>(0).data() == in);
    CHECK(interpreter.output<float>(0).data() == out);
    CHECK(interpreter.invoke());
    CHECK(out[3] == 6);
    CHECK(in[3] == 4);
    REQUIRE(interpreter.rebind(0, other));
    CHECK(interpreter.invoke());
    CHECK(out[3] == 10);
    CHECK(interpreter.rebind(2, other) == mote::StatusCode::wrong_index);
    CHECK(interpreter.rebind(0, nullptr) == mote::StatusCode::misaligned_buffer);

    const mote::BufferBinding small[] = {mote::bind_input(0, in, 15)};
    const mote::Status refused = interpreter.load(model.bytes(), small);
    CHECK(refused == mote::StatusCode::wrong_size);
    CHECK(refused.needed() == 16);
    const mote::BufferBinding crooked[] = {mote::bind_input(0, reinterpret_cast<unsigned char*>(in) + 1, 16)};
    CHECK(interpreter.load(model.bytes(), crooked) == mote::StatusCode::misaligned_buffer);
    const mote::BufferBinding null[] = {mote::bind_input(0, nullptr, 16)};
    CHECK(interpreter.load(model.bytes(), null) == mote::StatusCode::misaligned_buffer);
}

TEST_CASE("every binding is checked, and the first wrong one is named") {
    test::ModelBuilder b;
    const int x = b.tensor(mote::ElementType::float32, {4});
    const int z = b.tensor(mote::ElementType::float32, {4});
    const int y = b.tensor(mote::ElementType::float32, {4});
    const int c = b.constant<float>({1}, {7});
    b.custom_op("AddOne", {x}, {y});
    b.io({x, z}, {y, z, c, y});
    const test::Model model = b.build();
    alignas(16) static float buffers[4][4];
    const auto refusal = [&](std::initializer_list<mote::BufferBinding> bindings) {
        cli::AlignedBytes memory(1024);
        mote::ArenaRef arena(memory.span());
        mote::Interpreter<ToyOps> interpreter(arena);
        const mote::Status status = interpreter.load(model.bytes(), {bindings.begin(), bindings.size()});
        CHECK(interpreter.is_loaded() == static_cast<bool>(status));
        return std::string(status.message().c_str());
    };
    const auto in = [](std::uint16_t i, int buffer) { return mote::bind_input(i, buffers[buffer], 16); };
    const auto out = [](std::uint16_t i, int buffer) { return mote::bind_output(i, buffers[buffer], 16); };
    CHECK(refusal({in(0, 0), in(1, 1), out(0, 2)}) == "ok");
    CHECK(refusal({in(9, 0)}) == "binding 0: no input or output of this index");
    CHECK(refusal({in(0, 0), out(4, 1)}) == "binding 1: no input or output of this index");
    CHECK(refusal({in(0, 0), in(0, 1)}) == "binding 1, tensor 0: bound to two buffers");
    CHECK(refusal({out(0, 0), in(1, 1), out(0, 2)}) == "binding 2, tensor 2: bound to two buffers");
    // One tensor under two numbers, or on both sides.
    CHECK(refusal({out(0, 0), out(3, 1)}) == "binding 1, tensor 2: bound to two buffers");
    CHECK(refusal({out(1, 0), in(1, 1)}) == "binding 1, tensor 1: bound to two buffers");
    CHECK(refusal({out(2, 0)}) == "binding 0, tensor 3: tensor is written twice, or constant");
    CHECK(refusal({in(0, 0), mote::bind_input(1, buffers[1], 12)}) ==
          "binding 1, tensor 1: size differs from the tensor's: 16 bytes needed, 12 available");
    CHECK(refusal({mote::bind_input(1, nullptr, 16)}) ==
          "binding 0, tensor 1: buffer null or not aligned for its elements");
}

TEST_CASE("a binding holds whichever number names its tensor") {
    test::ModelBuilder b;
    const int x = b.tensor(mote::ElementType::float32, {4});
    const int y = b.tensor(mote::ElementType::float32, {4});
    b.custom_op("AddOne", {x}, {y});
    b.io({x}, {y, x, y});
    const test::Model model = b.build();
    float in[4] = {1, 2, 3, 4};
    float out[4] = {};
    cli::AlignedBytes memory(1024);
    mote::ArenaRef arena(memory.span());
    mote::Interpreter<ToyOps> interpreter(arena);
    const mote::BufferBinding bindings[] = {mote::bind_output(1, in, sizeof in),
                                            mote::bind_output(2, out, sizeof out)};
    REQUIRE(interpreter.load(model.bytes(), bindings));
    CHECK(interpreter.input<float>(0).data() == in);
    CHECK(interpreter.invoke());
    CHECK(out[3] == 5);
    CHECK(interpreter.output<float>(0)[3] == 5);
}

TEST_CASE("a model at a pointer, of any bytes, with and without bindings") {
    const test::Model model = chain(2);
    const mote::ModelBytes bytes = model.bytes();
    cli::AlignedBytes memory(1024);
    mote::ArenaRef arena(memory.span());
    mote::Interpreter<ToyOps> interpreter(arena);
    static mote::MicroInterpreter<1024, ToyOps> micro;
    alignas(8) float in[4] = {};
    const mote::BufferBinding bindings[] = {mote::bind_input(0, in, sizeof in)};
    const auto size = static_cast<unsigned>(bytes.size);
    const auto check = [&](auto* pointer) {
        CHECK(interpreter.load(pointer, size));
        CHECK(interpreter.load(pointer, size, bindings));
        CHECK(interpreter.input<float>().data() == in);
        CHECK(interpreter.load({pointer, size}));
        CHECK(interpreter.load(mote::trusted({pointer, size}), bindings));
        CHECK(micro.load(pointer, size));
        CHECK(micro.load(pointer, size, bindings));
        CHECK(micro.input<float>().data() == in);
        CHECK(micro.load({pointer, size}, bindings));
        CHECK(micro.load(mote::trusted({pointer, size})));
        CHECK(mote::required_arena_bytes<ToyOps>({pointer, size}));
    };
    check(bytes.data);
    check(reinterpret_cast<const char*>(bytes.data));
    check(reinterpret_cast<const signed char*>(bytes.data));
    check(reinterpret_cast<const std::byte*>(bytes.data));
    check(const_cast<unsigned char*>(bytes.data));
    CHECK(interpreter.load(static_cast<const unsigned char*>(nullptr), 100) ==
          mote::StatusCode::invalid_model);
    alignas(8) const char text[] = "not a model, but bytes";
    CHECK(interpreter.load(text) == mote::StatusCode::invalid_model);
}

TEST_CASE("head and tail may lie in two memories") {
    const test::Model model = chain(4);
    alignas(16) unsigned char fast[16];
    alignas(16) unsigned char slow[1024];
    mote::ArenaRef arena{mote::Span<unsigned char>(fast), mote::Span<unsigned char>(slow)};
    mote::Interpreter<ToyOps> interpreter(arena);
    REQUIRE(interpreter.load(model.bytes()));
    CHECK(reinterpret_cast<unsigned char*>(interpreter.input<float>(0).data()) == fast);
    CHECK(interpreter.invoke());

    mote::ArenaRef tight{mote::Span<unsigned char>(fast, 8), mote::Span<unsigned char>(slow)};
    mote::Interpreter<ToyOps> refused(tight);
    const mote::Status status = refused.load(model.bytes());
    CHECK(status == mote::StatusCode::arena_too_small);
    CHECK(status.needed() == 16);
    CHECK(status.available() == 8);
}

TEST_CASE("interpreters that share an arena stack their tails and overlap their heads") {
    const test::Model first = chain(3);
    const test::Model second = accumulator();
    alignas(16) unsigned char memory[1024];
    mote::ArenaRef arena{mote::Span<unsigned char>(memory)};
    mote::Interpreter<ToyOps> a(arena), b(arena);
    REQUIRE(a.load(first.bytes()));
    REQUIRE(b.load(second.bytes()));
    CHECK(arena.tail_used() == a.tail_bytes() + b.tail_bytes());
    CHECK(arena.head_used() == (a.head_bytes() > b.head_bytes() ? a.head_bytes() : b.head_bytes()));
    for (int round = 1; round <= 3; ++round) {
        a.input<float>(0)[0] = 1;
        CHECK(a.invoke());
        CHECK(a.output<float>(0)[0] == 4);
        for (std::int8_t& v : b.input<std::int8_t>(0)) v = 2;
        CHECK(b.invoke());
        CHECK(b.output<std::int8_t>(0)[7] == 3 + 2 * round);
    }
    // The last taken is given back; what the first one holds stays.
    REQUIRE(b.load(second.bytes()));
    CHECK(arena.tail_used() == a.tail_bytes() + b.tail_bytes());
}

TEST_CASE("a shared arena that is too small refuses the second model and the first still runs") {
    const test::Model model = chain(3);
    mote::Result<std::uint32_t> need = mote::required_arena_bytes<ToyOps>(model.bytes());
    REQUIRE(need);
    cli::AlignedBytes memory(*need + 16);
    mote::ArenaRef arena(memory.span());
    mote::Interpreter<ToyOps> a(arena), b(arena);
    REQUIRE(a.load(model.bytes()));
    CHECK(b.load(model.bytes()) == mote::StatusCode::arena_too_small);
    a.input<float>(0)[0] = 1;
    CHECK(a.invoke());
    CHECK(a.output<float>(0)[0] == 4);
}
