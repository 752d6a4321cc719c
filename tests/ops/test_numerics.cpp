// SPDX-License-Identifier: Apache-2.0
// What the numerics policies give beside the reference, on the cases of the corpus that they touch.
#include "mote/core/numerics.hpp"

#include "../../examples/digits/digits_int8.h"
#include "../support/corpus.hpp"
#include "../support/runner.hpp"

#include "mote/ops/conv_2d.hpp"
#include "mote/ops/depthwise_conv_2d.hpp"
#include "mote/ops/fully_connected.hpp"
#include "mote/ops/transpose_conv.hpp"
#include "mote/runtime/static_interpreter.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <cstring>
#include <random>

namespace {

struct SingleRounding : mote::DefaultConfig {
    using Numerics = mote::numerics::single_rounding;
};
struct FloatScale : mote::DefaultConfig {
    using Numerics = mote::numerics::float_scale;
};

/// The outputs, int8 or int16, of the model for noise.
template <class Ops, class Config>
std::vector<int> run(const cli::AlignedBytes& bytes) {
    static mote::MicroInterpreter<20000, Ops, Config> interpreter;
    const mote::ModelBytes model(bytes.data(), bytes.size());
    REQUIRE(interpreter.load(model));
    std::mt19937 random(1);
    for (int i = 0; i < interpreter.input_count(); ++i) {
        for (auto& x : interpreter.template input<std::int8_t>(i)) x = static_cast<std::int8_t>(random());
        for (auto& x : interpreter.template input<std::int32_t>(i))
            x = static_cast<std::int32_t>(random() % 2001) - 1000;
        for (auto& x : interpreter.template input<std::int64_t>(i))
            x = static_cast<std::int64_t>(random() % 2001) - 1000;
        for (auto& x : interpreter.template input<std::int16_t>(i)) x = static_cast<std::int16_t>(random());
    }
    REQUIRE(interpreter.invoke());
    std::vector<int> elements;
    const auto small = interpreter.template output<std::int8_t>(0);
    const auto large = interpreter.template output<std::int16_t>(0);
    for (std::size_t i = 0; i < small.size(); ++i) elements.push_back(small[i]);
    for (std::size_t i = 0; i < large.size(); ++i) elements.push_back(large[i]);
    return elements;
}

/// Runs the operator's quantised cases: the largest difference to the reference, and how many elements
/// differ.
template <class Config, class Ops>
void compare(const std::string& name, int most) {
    const std::string folder = test::data_folder("conformance");
    int cases = 0, elements = 0, different = 0;
    for (const std::string& file : test::files_in(folder, name + "__", ".tflite")) {
        if (file.find("int8") == std::string::npos && file.find("int16") == std::string::npos) continue;
        const cli::AlignedBytes bytes = test::read_file(folder + "/" + file);
        const std::vector<int> want = run<Ops, mote::DefaultConfig>(bytes);
        const std::vector<int> got = run<Ops, Config>(bytes);
        CAPTURE(file);
        REQUIRE(got.size() == want.size());
        ++cases;
        for (std::size_t i = 0; i < want.size(); ++i) {
            const int difference = std::abs(want[i] - got[i]);
            CHECK(difference <= most);
            ++elements;
            if (difference != 0) ++different;
        }
    }
    CHECK(cases > 3);
    CHECK(different < elements / 20);
}

} // namespace

TEST_CASE_TEMPLATE("an element is at most one unit from the reference's", Config, SingleRounding,
                   FloatScale) {
    compare<Config, mote::OpSet<mote::ops::Conv2D<>>>("conv_2d", 1);
    compare<Config, mote::OpSet<mote::ops::DepthwiseConv2D<>>>("depthwise_conv_2d", 1);
    compare<Config, mote::OpSet<mote::ops::FullyConnected<>>>("fully_connected", 1);
    compare<Config, mote::OpSet<mote::ops::TransposeConv<>>>("transpose_conv", 1);
}

TEST_CASE("float scales are made where they are needed: two words are kept per operator") {
    constexpr std::uint32_t stored = mote::arena_bytes<digits_int8>;
    constexpr std::uint32_t made = mote::arena_bytes<digits_int8, mote::ops_of<digits_int8>, FloatScale>;
    CHECK(made < stored);
}
