// SPDX-License-Identifier: Apache-2.0
#include "../support/runner.hpp"
#include "../support/toy_ops.hpp"

#include "mote/ops/reshape.hpp"

#include <doctest/doctest.h>

using mote::ElementType;
using mote::StatusCode;

namespace {

using Ops = mote::OpSet<test::AddOne, test::Accumulate, test::CountCalls, mote::ops::Reshape<>>;

void reshape(test::ModelBuilder& b, int from, int to) {
    b.op(mote::schema::BuiltinOperator_RESHAPE, {from}, {to});
}

void put_word(std::vector<std::uint8_t>& bytes, std::int32_t word) {
    for (int i = 0; i < 4; ++i)
        bytes.push_back(static_cast<std::uint8_t>(static_cast<std::uint32_t>(word) >> 8 * i));
}
std::vector<std::uint8_t> offline_plan(std::vector<std::int32_t> offsets, std::int32_t count) {
    std::vector<std::uint8_t> bytes;
    put_word(bytes, 1), put_word(bytes, 0), put_word(bytes, count);
    for (const std::int32_t offset : offsets) put_word(bytes, offset);
    return bytes;
}

/// x -> AddOne -> y -> AddOne -> z, float [2], with an offline plan.
test::Model planned(std::vector<std::int32_t> offsets, std::int32_t count = 3) {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, {2});
    const int y = b.tensor(ElementType::float32, {2});
    const int z = b.tensor(ElementType::float32, {2});
    b.custom_op("AddOne", {x}, {y});
    b.custom_op("AddOne", {y}, {z});
    b.io({x}, {z});
    b.metadata("OfflineMemoryAllocation", offline_plan(std::move(offsets), count));
    return b.build();
}

/// Takes a variable of any size and copies its input.
struct Keep : mote::Operands<2> {
    static constexpr const char* custom_name = "Keep";
    struct Params {};
    template <class Node>
    static constexpr bool accepts(const Node&) {
        return true;
    }
    template <class Node, class Requests>
    static constexpr mote::Result<Params> prepare(const Node&, Requests&) {
        return Params{};
    }
    template <class Config>
    static void eval(const Params&, const mote::EvalContext& context) {
        *context.output<std::int8_t>(0) = *context.input<std::int8_t>(0);
    }
};

} // namespace

TEST_CASE("operands must be defined once, before use") {
    const auto code = [](auto&& wire) {
        test::ModelBuilder b;
        const int x = b.tensor(ElementType::float32, {2});
        const int y = b.tensor(ElementType::float32, {2});
        const int z = b.tensor(ElementType::float32, {2});
        wire(b, x, y, z);
        return test::load_code<Ops>(b.build());
    };
    using B = test::ModelBuilder;
    CHECK(code([](B& b, int x, int y, int z) {
              b.custom_op("AddOne", {y}, {z}), b.custom_op("AddOne", {x}, {y}), b.io({x}, {z});
          }) == StatusCode::undefined_tensor);
    CHECK(code([](B& b, int x, int y, int) { b.custom_op("AddOne", {y}, {y}), b.io({x}, {y}); }) ==
          StatusCode::undefined_tensor);
    CHECK(code([](B& b, int x, int y, int) { b.custom_op("AddOne", {x}, {x}), b.io({x}, {y}); }) ==
          StatusCode::redefined_tensor);
    CHECK(code([](B& b, int x, int y, int) {
              b.custom_op("AddOne", {x}, {y}), b.custom_op("AddOne", {x}, {y}), b.io({x}, {y});
          }) == StatusCode::redefined_tensor);
    CHECK(code([](B& b, int x, int y, int z) { b.custom_op("AddOne", {x}, {y}), b.io({x}, {z}); }) ==
          StatusCode::undefined_tensor);
    CHECK(code([](B& b, int x, int y, int) {
              b.custom_op("AddOne", {x, x}, {y}), b.io({x}, {y});
          }) == StatusCode::bad_operand_count);
    CHECK(code([](B& b, int x, int y, int) { b.custom_op("AddOne", {-1}, {y}), b.io({x}, {y}); }) !=
          StatusCode::ok);
    CHECK(code([](B& b, int x, int y, int z) {
              b.custom_op("AddOne", {x}, {y, z}), b.io({x}, {y});
          }) == StatusCode::bad_operand_count);
    CHECK(code([](B& b, int x, int y, int) {
              b.custom_op("AddOne", {x}, {y}), b.io({x, 9}, {y});
          }) == StatusCode::bad_tensor_index);
}

TEST_CASE("a constant cannot be written, nor be a graph input") {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, {1});
    const int c = b.constant<float>({1}, {1.0f});
    b.custom_op("AddOne", {x}, {c});
    b.io({x}, {c});
    CHECK(test::load_code<Ops>(b.build()) == StatusCode::redefined_tensor);
    b.io({c}, {c});
    CHECK(test::load_code<Ops>(b.build()) == StatusCode::redefined_tensor);
}

TEST_CASE("a constant or an input may be an output of the graph") {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, {2});
    const int c = b.constant<float>({2}, {1.5f, -2.0f});
    b.io({x}, {c, x});
    test::Runner<Ops> run(b.build());
    REQUIRE(run.status());
    REQUIRE(run.set<float>(0, {3, 4}));
    CHECK(run.invoke());
    CHECK(run.get<float>(0) == std::vector<float>{1.5f, -2.0f});
    CHECK(run.get<float>(1) == std::vector<float>{3, 4});
}

TEST_CASE("an input that is read again later is not overwritten") {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, {4});
    const int y = b.tensor(ElementType::float32, {4});
    const int z = b.tensor(ElementType::float32, {4});
    b.custom_op("AddOne", {x}, {y});
    b.custom_op("AddOne", {x}, {z});
    b.io({x}, {y, z});
    test::Runner<Ops> run(b.build());
    REQUIRE(run.set<float>(0, {1, 2, 3, 4}));
    CHECK(run.invoke());
    CHECK(run.get<float>(0) == run.get<float>(1));
    CHECK(run.requirement().head == 32); // x with y or z in place of it
}

TEST_CASE("reshaped tensors are one memory; what happens to one does not hurt the other") {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, {2, 3});
    const int flat = b.tensor(ElementType::float32, {6});
    const int y = b.tensor(ElementType::float32, {6});
    const int again = b.tensor(ElementType::float32, {3, 2});
    const int z = b.tensor(ElementType::float32, {3, 2});
    reshape(b, x, flat);
    b.custom_op("AddOne", {flat}, {y}); // must not be in place: x's bytes are read again
    reshape(b, x, again);
    b.custom_op("AddOne", {again}, {z});
    b.io({x}, {y, z});
    test::Runner<Ops> run(b.build());
    REQUIRE(run.status());
    REQUIRE(run.set<float>(0, {1, 2, 3, 4, 5, 6}));
    CHECK(run.invoke());
    CHECK(run.get<float>(0) == std::vector<float>{2, 3, 4, 5, 6, 7});
    CHECK(run.get<float>(1) == std::vector<float>{2, 3, 4, 5, 6, 7});
    CHECK(run.requirement().head == 48);
}

TEST_CASE("a reshape of a constant copies it") {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, {1});
    const int c = b.constant<float>({2, 2}, {1, 2, 3, 4});
    const int y = b.tensor(ElementType::float32, {4});
    reshape(b, c, y);
    b.io({x}, {y});
    test::Runner<Ops> run(b.build());
    REQUIRE(run.status());
    CHECK(run.invoke());
    CHECK(run.get<float>(0) == std::vector<float>{1, 2, 3, 4});
}

TEST_CASE("reshape between the caller's buffers copies, from one of them aliases") {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, {4});
    const int y = b.tensor(ElementType::float32, {2, 2});
    reshape(b, x, y);
    b.io({x}, {y});
    const test::Model model = b.build();
    alignas(8) float in[4] = {1, 2, 3, 4}, out[4] = {};
    alignas(8) unsigned char memory[512];
    mote::ArenaRef arena{mote::Span<unsigned char>(memory)};
    mote::Interpreter<Ops> interpreter(arena);
    const mote::BufferBinding both[] = {mote::bind_input(0, in, sizeof in),
                                        mote::bind_output(0, out, sizeof out)};
    REQUIRE(interpreter.load(model.bytes(), both));
    CHECK(interpreter.invoke());
    CHECK(out[3] == 4);
    const mote::BufferBinding one[] = {mote::bind_input(0, in, sizeof in)};
    REQUIRE(interpreter.load(model.bytes(), one));
    CHECK(interpreter.invoke());
    CHECK(interpreter.output<float>(0).data() == in);
    CHECK(interpreter.head_bytes() == 0);
}

TEST_CASE("an offline plan places what it names and the rest is planned around it") {
    test::Runner<Ops> run(planned({64, 0, 24}));
    REQUIRE(run.status());
    CHECK(run.requirement().head == 72);
    REQUIRE(run.set<float>(0, {1, 2}));
    CHECK(run.invoke());
    CHECK(run.get<float>(0) == std::vector<float>{3, 4});
    const auto* x = run.interpreter().input<float>(0).data();
    const auto* z = run.interpreter().output<float>(0).data();
    CHECK(reinterpret_cast<const unsigned char*>(x) - reinterpret_cast<const unsigned char*>(z) == 64 - 24);

    test::Runner<Ops> partly(planned({-1, 8, -1}));
    REQUIRE(partly.status());
    CHECK(partly.requirement().head == 16);
}

TEST_CASE("an offline plan that does not fit the model is refused") {
    CHECK(test::load_code<Ops>(planned({0, 0, 24})) == StatusCode::bad_offline_plan);    // live together
    CHECK(test::load_code<Ops>(planned({0, 8, 4})) == StatusCode::bad_offline_plan);     // crooked
    CHECK(test::load_code<Ops>(planned({0, 8, 16}, 2)) == StatusCode::bad_offline_plan); // too few
    CHECK(test::load_code<Ops>(planned({0, 8, 16}, -1)) == StatusCode::bad_offline_plan);
    CHECK(test::load_code<Ops>(planned({0, 8}, 3)) == StatusCode::bad_offline_plan); // cut
    CHECK(test::load_code<Ops>(planned({0, 8, 1 << 30})) == StatusCode::bad_offline_plan);
    CHECK(test::load_code<Ops>(planned({0, 8, -2})) == StatusCode::bad_offline_plan);
}

TEST_CASE("arguments of load: nothing, junk, crooked bytes") {
    alignas(16) unsigned char memory[256];
    mote::ArenaRef arena{mote::Span<unsigned char>(memory)};
    mote::Interpreter<Ops> interpreter(arena);
    CHECK(interpreter.load(mote::ModelBytes()) == StatusCode::invalid_model);
    CHECK(interpreter.load(mote::trusted(mote::ModelBytes())) == StatusCode::invalid_model);
    alignas(16) const unsigned char junk[64] = {1, 2, 3};
    CHECK(interpreter.load(junk) == StatusCode::invalid_model);
    const test::Model model = planned({0, 8, 16});
    CHECK(interpreter.load(mote::ModelBytes(model.bytes().data + 4, 100)) == StatusCode::misaligned_model);
    CHECK(interpreter.load(mote::trusted(mote::ModelBytes(model.bytes().data + 4, 100))) ==
          StatusCode::misaligned_model);
    CHECK(interpreter.load(mote::trusted(model.bytes())));
    test::ModelBuilder b;
    CHECK(test::load_code<Ops>(b.build(2)) == StatusCode::unsupported_version);
}

TEST_CASE("variables of more bytes than places can name are refused, however they add up") {
    // Each is 2^29 bytes: two of them are too many, eight wrap 32 bits to nothing.
    for (const int count : {2, 3, 8, 9, 16}) {
        test::ModelBuilder b;
        const int x = b.tensor(mote::ElementType::int8, {8});
        std::vector<std::int32_t> operands;
        for (int i = 0; i < count; ++i) operands.push_back(b.variable(mote::ElementType::int8, {1 << 29}));
        int at = x;
        for (const std::int32_t variable : operands) {
            const int next = b.tensor(mote::ElementType::int8, {8});
            b.custom_op("Keep", {at, variable}, {next});
            at = next;
        }
        b.io({x}, {at});
        const test::Model model = b.build();
        mote::MicroInterpreter<4096, mote::OpSet<Keep>> interpreter;
        CHECK(interpreter.load(model.bytes()) == mote::StatusCode::model_too_large);
        CHECK(mote::required_arena_bytes<mote::OpSet<Keep>>(model.bytes()).status() ==
              mote::StatusCode::model_too_large);
    }
}

TEST_CASE("memory fits by 64-bit sums, whatever a size_t can say") {
    mote::PreparationMemory memory;
    memory.shared_bytes = 1000;
    CHECK(memory.fits(100, 30));
    CHECK_FALSE(memory.fits(101, 30));
    CHECK_FALSE(memory.fits(std::size_t{1} << 30, 1)); // 2^32 bytes of words
    CHECK_FALSE(memory.fits(0, std::size_t{0xffffffffu} / sizeof(mote::Buffer) + 1));
}
