// SPDX-License-Identifier: Apache-2.0
#include "../../examples/hello_world/hello_world.hpp"

#include "../support/corpus.hpp"
#include "golden_rows.hpp"

#include <cmath>

namespace {

/// How the dense layers of TensorFlow Lite's Python package round, which the golden values are from. TFLM,
/// and so mote's default, rounds twice there, as either does in convolutions; that moves some outputs by a
/// few units.
struct RoundsOnce : mote::DefaultConfig {
    using Numerics = mote::numerics::single_rounding;
};

} // namespace

TEST_CASE("hello_world states the smallest arena that will do") {
    const auto needed = mote::required_arena_bytes<Sine::Ops>(hello_world_int8);
    REQUIRE(needed);
    CHECK(*needed == Sine::arena_bytes);

    mote::MicroInterpreter<Sine::arena_bytes - 1, Sine::Ops> too_small;
    CHECK(too_small.load(hello_world_int8) == mote::StatusCode::arena_too_small);
}

TEST_CASE("hello_world_int8 gives TensorFlow Lite's output for every input") {
    mote::MicroInterpreter<Sine::arena_bytes, Sine::Ops, RoundsOnce> interpreter;
    REQUIRE(interpreter.load(hello_world_int8));
    const auto rows = test::golden_rows<int>("hello_world_int8_golden.csv");
    REQUIRE(rows.size() == 256);
    for (const std::vector<int>& row : rows) {
        interpreter.input<std::int8_t>()[0] = static_cast<std::int8_t>(row[0]);
        REQUIRE(interpreter.invoke());
        CHECK(interpreter.output<std::int8_t>()[0] == row[1]);
    }
}

TEST_CASE("Sine predicts them to within three units") {
    mote::MicroInterpreter<Sine::arena_bytes, Sine::Ops> model;
    Sine sine;
    REQUIRE(model.load(hello_world_int8));
    REQUIRE(sine.load());
    const mote::Quantization in = model.input<std::int8_t>().quantization();
    const mote::Quantization out = model.output<std::int8_t>().quantization();
    for (const std::vector<int>& row : test::golden_rows<int>("hello_world_int8_golden.csv")) {
        const mote::Result<float> y = sine.predict(static_cast<float>(row[0] - in.zero_point) * in.scale);
        REQUIRE(y);
        CHECK(std::fabs(*y / out.scale - static_cast<float>(row[1] - out.zero_point)) < 3.01f);
    }
}

TEST_CASE("Sine says that it is not loaded") {
    Sine sine;
    CHECK(sine.predict(1.0f).status() == mote::StatusCode::not_loaded);
}

TEST_CASE("hello_world_float gives TensorFlow Lite's outputs") {
    const cli::AlignedBytes model = test::read_file(MOTE_EXAMPLE "/hello_world_float.tflite");
    mote::MicroInterpreter<1024, mote::OpSet<mote::ops::FullyConnected<float>>> interpreter;
    REQUIRE(interpreter.load(mote::ModelBytes(model.data(), model.size())));
    const auto rows = test::golden_rows<float>("hello_world_float_golden.csv");
    REQUIRE(rows.size() == 32);
    for (const std::vector<float>& row : rows) {
        interpreter.input<float>()[0] = row[0];
        REQUIRE(interpreter.invoke());
        CHECK(interpreter.output<float>()[0] == doctest::Approx(row[1]).epsilon(1e-6).scale(1.0));
    }
}
