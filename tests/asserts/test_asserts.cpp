// SPDX-License-Identifier: Apache-2.0
// A program of its own: here MOTE_ASSERT counts, and no file that was compiled without may be linked.
namespace test {
inline int failures = 0;
inline void fail() { ++failures; }
} // namespace test
#define MOTE_ASSERT(condition) ((condition) ? static_cast<void>(0) : ::test::fail())
#include "mote/mote.hpp"

#include "../support/model_builder.hpp"
#include "../support/toy_ops.hpp"

#include <doctest/doctest.h>

using test::ToyOps;

namespace {

/// float32 [4]: x + 2, in two operators.
test::Model two_steps() {
    test::ModelBuilder b;
    const int x = b.tensor(mote::ElementType::float32, {4});
    const int y = b.tensor(mote::ElementType::float32, {4});
    const int z = b.tensor(mote::ElementType::float32, {4});
    b.custom_op("AddOne", {x}, {y});
    b.custom_op("AddOne", {y}, {z});
    b.io({x}, {z});
    return b.build();
}

/// Two interpreters of one arena.
struct Pair {
    test::Model model = two_steps();
    cli::AlignedBytes memory{2048};
    mote::ArenaRef arena{memory.span()};
    mote::Interpreter<ToyOps> a{arena}, b{arena};

    Pair() {
        CHECK(a.load(model.bytes()));
        CHECK(b.load(model.bytes()));
        test::failures = 0;
    }
};

float run(mote::Interpreter<ToyOps>& interpreter, float x) {
    CHECK(interpreter.input<float>().set({x, x, x, x}));
    CHECK(interpreter.invoke());
    return interpreter.output<float>().value(3);
}

/// How often MOTE_ASSERT has failed since the last time.
int failures() {
    const int count = test::failures;
    test::failures = 0;
    return count;
}

} // namespace

TEST_CASE("shared arena: turn by turn all is well") {
    Pair p;
    for (int i = 0; i < 3; ++i) {
        CHECK(run(p.a, 1) == 3);
        CHECK(run(p.b, 5) == 7);
        CHECK(p.b.output<float>()[0] == 7);
    }
    p.a.reset();
    CHECK(failures() == 0);
}

TEST_CASE("shared arena: inputs that another's inputs have overwritten") {
    Pair p;
    CHECK(p.a.input<float>().set({1, 1, 1, 1}));
    CHECK(p.b.input<float>().set({5, 5, 5, 5}));
    CHECK(failures() == 0);
    CHECK(p.a.invoke());
    CHECK(failures() == 1);
    CHECK(p.a.output<float>().value(0) == 7); // of the other's inputs
}

TEST_CASE("shared arena: an output that is read after another has run") {
    Pair p;
    CHECK(run(p.a, 1) == 3);
    CHECK(run(p.b, 5) == 7);
    CHECK(failures() == 0);
    CHECK(p.a.output<float>().value(0) == 7);
    CHECK(failures() == 1);
}

TEST_CASE("shared arena: a second run without asking for inputs anew") {
    Pair p;
    const auto in = p.a.input<float>();
    CHECK(run(p.b, 5) == 7);
    CHECK(in.set({1, 1, 1, 1}));
    CHECK(p.a.invoke());
    CHECK(failures() == 1);
}

TEST_CASE("shared arena: another's turn between two steps") {
    Pair p;
    CHECK(p.a.input<float>().set({1, 1, 1, 1}));
    CHECK(p.a.step());
    CHECK(p.a.step());
    CHECK(p.a.output<float>()[0] == 3);
    CHECK(p.a.input<float>().set({1, 1, 1, 1}));
    CHECK(p.a.step());
    CHECK(failures() == 0);
    CHECK(run(p.b, 5) == 7);
    CHECK(p.a.step());
    CHECK(failures() == 1);
}

TEST_CASE("shared arena: a load between writing inputs and running") {
    Pair p;
    CHECK(p.a.input<float>().set({1, 1, 1, 1}));
    CHECK(p.b.load(p.model.bytes()));
    CHECK(failures() == 0);
    CHECK(p.a.invoke());
    CHECK(failures() == 1);
}

TEST_CASE("shared arena: what lies in the caller's memory nobody else overwrites") {
    Pair p;
    float in[4] = {1, 1, 1, 1};
    float out[4] = {};
    const mote::BufferBinding bindings[] = {mote::bind_input(0, in, sizeof in),
                                            mote::bind_output(0, out, sizeof out)};
    CHECK(p.a.load(p.model.bytes(), bindings));
    CHECK(run(p.b, 5) == 7);
    CHECK(p.a.invoke());
    CHECK(out[3] == 3);
    CHECK(run(p.b, 5) == 7);
    CHECK(p.a.output<float>()[3] == 3);
    CHECK(failures() == 0);
    // Its other tensors have taken the head all the same.
    CHECK(p.a.invoke());
    CHECK(p.b.output<float>().size() == 4);
    CHECK(failures() == 1);
}

TEST_CASE("arenas of their own: any order will do") {
    const test::Model model = two_steps();
    static mote::MicroInterpreter<512, ToyOps> a, b;
    test::failures = 0;
    REQUIRE(a.load(model.bytes()));
    REQUIRE(b.load(model.bytes()));
    CHECK(a.input<float>().set({1, 1, 1, 1}));
    CHECK(b.input<float>().set({5, 5, 5, 5}));
    CHECK(a.invoke());
    CHECK(b.invoke());
    CHECK(a.output<float>()[0] == 3);
    CHECK(b.output<float>()[0] == 7);
    CHECK(failures() == 0);
}
