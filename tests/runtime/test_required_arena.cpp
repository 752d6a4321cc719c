// SPDX-License-Identifier: Apache-2.0
#include "../support/corpus.hpp"
#include "../support/runner.hpp"
#include "../support/toy_ops.hpp"

#include "mote/ops/conv_2d.hpp"
#include "mote/ops/reshape.hpp"

#include <doctest/doctest.h>

#include <map>

namespace {

using Ops = mote::OpSet<mote::ops::Conv2D<>, test::AddOne, test::CountCalls, test::Accumulate>;

test::Model many(int count) {
    test::ModelBuilder b;
    const int x = b.tensor(mote::ElementType::float32, {100});
    int at = x;
    for (int i = 0; i < count; ++i) {
        const int next = b.tensor(mote::ElementType::float32, {100});
        b.custom_op("AddOne", {at}, {next});
        at = next;
    }
    b.io({x}, {at});
    return b.build();
}

/// Loads in arenas of every size around the one said to be needed.
template <class Set>
void check_exact(mote::ModelBytes model) {
    const mote::Result<std::uint32_t> need = mote::required_arena_bytes<Set>(model);
    REQUIRE(need);
    CHECK(*need % 8 == 0);
    for (std::uint32_t size = *need; size < *need + 8; ++size) {
        cli::AlignedBytes memory(size);
        mote::ArenaRef arena(memory.span());
        CHECK(mote::Interpreter<Set>(arena).load(model));
    }
    cli::AlignedBytes memory(*need);
    for (std::uint32_t size = 0; size < *need; size += size + 64 < *need ? 24 : 1) {
        mote::ArenaRef arena(mote::Span<unsigned char>(memory.data(), size));
        mote::Interpreter<Set> interpreter(arena);
        const mote::Status status = interpreter.load(model);
        CHECK(status == mote::StatusCode::arena_too_small);
        CHECK(status.available() == (size & ~7u));
        CHECK(status.needed() <= *need);
        CHECK(status.needed() > status.available());
        CHECK_FALSE(interpreter.is_loaded());
        CHECK(arena.tail_used() == 0);
        if (size + 8 < *need) continue;
        CHECK(status.needed() == *need);
    }
    // The same object loads once it has room.
    mote::ArenaRef small(mote::Span<unsigned char>(memory.data(), *need - 8));
    mote::Interpreter<Set> interpreter(small);
    CHECK_FALSE(interpreter.load(model));
    small = mote::ArenaRef(memory.span());
    CHECK(interpreter.load(model));
}

} // namespace

TEST_CASE("an arena of the required size loads, a smaller one is refused with the numbers") {
    for (int count : {1, 2, 30}) check_exact<Ops>(many(count).bytes());
}

TEST_CASE("the required size is exact for every convolution of the corpus") {
    const std::string folder = test::data_folder("conformance");
    int seen = 0;
    for (const std::string& name : test::files_in(folder, "conv_2d__int8", ".tflite")) {
        if (++seen % 6 != 0) continue;
        CAPTURE(name);
        const cli::AlignedBytes bytes = test::read_file(folder + "/" + name);
        check_exact<Ops>({bytes.data(), bytes.size()});
    }
    CHECK(seen > 0);
}

TEST_CASE("a refusal far too small still says what is needed, or at least what") {
    const test::Model model = many(30);
    const auto need = mote::required_arena_bytes<Ops>(model.bytes());
    REQUIRE(need);
    cli::AlignedBytes memory(800);
    mote::ArenaRef room_for_records(memory.span());
    const mote::Status exact = mote::Interpreter<Ops>(room_for_records).load(model.bytes());
    CHECK(exact.needed() == *need);
    CHECK(std::string(exact.message()).find("arena too small: ") == 0);

    mote::ArenaRef tiny(mote::Span<unsigned char>(memory.data(), 64));
    const mote::Status bound = mote::Interpreter<Ops>(tiny).load(model.bytes());
    CHECK(bound.needed() <= *need);
    CHECK(bound.needed() > 600);
    CHECK(std::string(bound.message()).find("arena too small: at least ") == 0);
}

TEST_CASE("a workspace too small for the records says so") {
    const test::Model model = many(30);
    const auto refused = mote::required_arena_bytes<Ops, mote::DefaultConfig, 512>(model.bytes());
    CHECK(refused.status() == mote::StatusCode::workspace_too_small);
    CHECK(refused.status().needed() == 31 * sizeof(mote::Buffer));
    CHECK(refused.status().available() == 512);
}

TEST_CASE("every byte of the tail is accounted for, end to end, and every buffer of the head") {
    test::ModelBuilder b;
    const int x = b.tensor(mote::ElementType::int8, {5});
    const int sum = b.variable(mote::ElementType::int8, {5}, test::quant(1.0f, 0));
    const int y = b.tensor(mote::ElementType::int8, {5});
    const int z = b.tensor(mote::ElementType::int32, {1});
    b.custom_op("Accumulate", {x, sum}, {y});
    b.custom_op("CountCalls", {y}, {z});
    b.io({x}, {z});
    const test::Model model = b.build();
    alignas(8) unsigned char workspace[1024];
    const auto need = mote::requirement_of<Ops>(model.bytes(), workspace);
    REQUIRE(need);

    using Kind = mote::Allocation::Kind;
    std::uint32_t tail = 0, head = 0;
    std::map<Kind, int> count;
    CHECK(mote::report_allocations<Ops>(model.bytes(), workspace, [&](const mote::Allocation& a) {
        ++count[a.kind];
        if (a.region == mote::Region::tail) {
            CHECK(a.offset == tail);
            tail += a.size;
        } else {
            head = a.offset + a.size > head ? a.offset + a.size : head;
            CHECK(a.first_step <= a.last_step);
        }
        if (a.kind == Kind::scratch) {
            CHECK(a.size == 64);
            CHECK(a.operator_index == 1);
        }
        if (a.kind == Kind::table) CHECK(a.size == 12);
        if (a.kind == Kind::state) CHECK(a.size == 4);
    }));
    CHECK(tail == need->tail);
    CHECK(((head + 7) & ~7u) == need->head);
    CHECK(count[Kind::tensor] == 4); // three activations and the variable
    CHECK(count[Kind::params] == 2);
    CHECK(count[Kind::table] == 1);
    CHECK(count[Kind::scratch] == 1);
    CHECK(count[Kind::state] == 1);
    CHECK(count[Kind::graph_io] == 1);

    CHECK(mote::report_allocations<Ops>(model.bytes(), mote::Span<unsigned char>(workspace, 120),
                                        [](const auto&) {}) == mote::StatusCode::workspace_too_small);
}
