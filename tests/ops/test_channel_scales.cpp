// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/channel_scales.hpp"

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

namespace {

struct Recomputed : mote::DefaultConfig {
    using Multipliers = mote::multipliers::recomputed;
};
using Ops = mote::OpSet<mote::ops::Conv2D<>>;

/// A 1 x 1 CONV_2D of one input channel on `pixels` pixels, with a scale per output channel, some extreme.
test::Model model(std::int32_t channels, std::int32_t pixels = 1) {
    test::ModelBuilder b;
    const float extremes[] = {0.25f, 1e-38f, 3.0f, 1e30f, 1e-45f};
    std::vector<float> scales;
    std::vector<std::int8_t> weights;
    for (std::int32_t c = 0; c < channels; ++c) {
        scales.push_back(c < 5 ? extremes[c] : 0.001f * static_cast<float>(c));
        weights.push_back(static_cast<std::int8_t>(c % 255 - 127));
    }
    const auto count = static_cast<std::size_t>(channels);
    const int x = b.tensor(mote::ElementType::int8, {1, 1, pixels, 1}, test::quant(0.5f, 3));
    const int w = b.constant<std::int8_t>({channels, 1, 1, 1}, weights,
                                          test::quant(scales, std::vector<std::int64_t>(count), 0));
    const int y = b.tensor(mote::ElementType::int8, {1, 1, pixels, channels}, test::quant(0.75f, -5));
    b.op(mote::schema::BuiltinOperator_CONV_2D, {x, w}, {y}, mote::schema::BuiltinOptions_Conv2DOptions,
         [](flatbuffers::FlatBufferBuilder& f) {
             return mote::flat::CreateConv2DOptions(f, mote::schema::Padding_VALID, 1, 1).Union();
         });
    b.io({x}, {y});
    return b.build();
}

template <class Config>
std::vector<std::int8_t> run(const test::Model& of, const std::vector<std::int8_t>& x) {
    test::Runner<Ops, Config> runner(of);
    REQUIRE(runner.status());
    std::vector<std::int8_t> y;
    for (int twice = 0; twice < 2; ++twice) { // the second finds what the first left in the scratch
        REQUIRE(runner.set(0, x));
        REQUIRE(runner.invoke());
        y = runner.template get<std::int8_t>(0);
    }
    return y;
}

/// The bytes of tail that the policy saves.
int saving(const test::Model& of) {
    const test::Runner<Ops> stored(of);
    const test::Runner<Ops, Recomputed> recomputed(of);
    return static_cast<int>(stored.requirement().tail) - static_cast<int>(recomputed.requirement().tail);
}

} // namespace

TEST_CASE("recomputed multipliers are the stored ones: the corpus") {
    test::check_corpus<mote::OpSet<mote::ops::Conv2D<>>, Recomputed>("conv_2d");
    test::check_corpus<mote::OpSet<mote::ops::DepthwiseConv2D<>>, Recomputed>("depthwise_conv_2d");
    test::check_corpus<mote::OpSet<mote::ops::FullyConnected<>>, Recomputed>("fully_connected");
    test::check_corpus<mote::OpSet<mote::ops::TransposeConv<>>, Recomputed>("transpose_conv");
}

TEST_CASE("recomputed multipliers are the stored ones: scales of any size") {
    for (const std::int32_t channels : {1, 2, 3, 4, 300}) {
        CAPTURE(channels);
        const std::vector<std::int8_t> x{-128, -3, 2, 3, 4, 60, 127};
        const test::Model of = model(channels, 7);
        CHECK(run<Recomputed>(of, x) == run<mote::DefaultConfig>(of, x));
    }
}

TEST_CASE("recomputing takes three words of tail instead of one per channel, if there are more than two") {
    // A tail is a multiple of 8 bytes.
    CHECK(saving(model(1)) <= 0);
    CHECK(saving(model(2)) <= 0);
    CHECK(std::abs(saving(model(300)) - (300 - 3) * 4) <= 4);
    CHECK(std::abs(saving(model(301)) - (301 - 3) * 4) <= 4);
}

TEST_CASE("the scratch is in the head, while the operator runs") {
    const test::Model of = model(300);
    const test::Runner<Ops> stored(of);
    const test::Runner<Ops, Recomputed> recomputed(of);
    CHECK(recomputed.requirement().head == stored.requirement().head + 300 * 4);
}

TEST_CASE("the static interpreter recomputes too") {
    using Stored = mote::StaticInterpreter<digits_int8>;
    using Net = mote::StaticInterpreter<digits_int8, mote::ops_of<digits_int8>, Recomputed>;
    static Stored stored;
    static Net net;
    CHECK(Net::state_bytes == 0);
    for (int round = 0; round < 4; ++round) {
        const auto in = net.input<0>();
        for (std::size_t i = 0; i < in.size(); ++i)
            stored.input<0>()[i] = in[i] =
                static_cast<std::int8_t>(static_cast<int>(i) * (37 + round) % 256 - 128);
        REQUIRE(stored.invoke());
        REQUIRE(net.invoke());
        CHECK(std::memcmp(stored.output<0>().data(), net.output<0>().data(), 10) == 0);
    }
}
