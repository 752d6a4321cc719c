// SPDX-License-Identifier: Apache-2.0
// Real models with TFLM's outputs and the checksum of every tensor that it computes. They are not part of the
// project: where they are not beside it, the tests say that they were skipped.
#include "../support/corpus.hpp"
#include "../support/crc32.hpp"

#include "mote/ops/all_ops.hpp"

#include <doctest/doctest.h>

#include <map>
#include <sstream>

namespace {

const std::string models_folder = MOTE_TEST_MODELS;

struct RealModel {
    const char* name;
    int invokes;             // of the golden run: more than one where the model has state
    std::uint32_t tflm_head; // on a Cortex-M4, in bytes
    std::uint32_t tflm_tail;
    std::uint32_t variables; // of both tails: the model's own variable tensors, which nobody can shrink
};

const RealModel real_models[] = {
    {"hello_world_int8", 1, 32, 644, 0},
    {"hello_world_float", 1, 128, 608, 0},
    {"micro_speech_quantized", 1, 5968, 820, 0},
    {"keyword_scrambled_8bit", 3, 672, 7380, 5120},
    {"person_detect", 1, 55296, 26996, 0},
    {"kws_ref_model", 1, 16000, 6772, 0},
    {"ad01_int8", 1, 768, 1492, 0},
    {"pretrainedResnet_quant", 1, 49152, 5188, 0},
};

bool is_there(const std::string& name) {
    const bool there = !test::files_in(models_folder + "/" + name, "model", ".tflite").empty();
    if (!there) MESSAGE(name << " is not there: skipped");
    return there;
}

template <class Ops, class Config = mote::DefaultConfig>
struct LoadedWith {
    explicit LoadedWith(const std::string& model)
        : name(model), bytes(test::read_file(models_folder + "/" + model + "/model.tflite")) {
        opened = session.open({bytes.data(), bytes.size()});
    }
    std::string file(const std::string& rest) const { return models_folder + "/" + name + "/" + rest; }
    void set_input(const cli::AlignedBytes& values, std::size_t at = 0) {
        const auto input = session.interpreter().input_tensor(0);
        REQUIRE(values.size() >= at + input.size());
        std::memcpy(input.data, values.data() + at, input.size());
    }
    bool output_is(const cli::AlignedBytes& expected, std::size_t at = 0) {
        const auto output = session.interpreter().output_tensor(0);
        REQUIRE(expected.size() >= at + output.size());
        if (!output.info.template is<float>())
            return std::memcmp(output.data, expected.data() + at, output.size()) == 0;
        for (std::size_t i = 0; i < output.size(); i += 4) {
            const float got = mote::load_le<float>(output.data + i),
                        want = mote::load_le<float>(expected.data() + at + i);
            if (!(std::fabs(got - want) <= 1e-6f + 1e-5f * std::fabs(want))) return false;
        }
        return true;
    }

    std::string name;
    cli::AlignedBytes bytes;
    cli::Session<Ops, Config> session;
    mote::Status opened;
};
using Loaded = LoadedWith<mote::AllOps>;

struct Recomputed : mote::DefaultConfig {
    using Multipliers = mote::multipliers::recomputed;
};

/// The checksums of tensors.csv by tensor index, of what operators write, integer tensors only.
std::map<int, std::uint32_t> golden_checksums(const std::string& path) {
    const cli::AlignedBytes text = test::read_file(path);
    std::istringstream lines(std::string(reinterpret_cast<const char*>(text.data()), text.size()));
    std::map<int, std::uint32_t> found;
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        std::vector<std::string> cells;
        std::istringstream cells_in(line);
        for (std::string cell; std::getline(cells_in, cell, ',');) cells.push_back(cell);
        if (cells.size() == 8 && cells[2] != "FLOAT32" && cells[4] != "-1")
            found[std::stoi(cells[1])] = static_cast<std::uint32_t>(std::stoul(cells[7], nullptr, 16));
    }
    return found;
}

} // namespace

TEST_CASE("real models: outputs and every operator's outputs are TFLM's") {
    for (const RealModel& real : real_models) {
        CAPTURE(real.name);
        if (!is_there(real.name)) continue;
        Loaded model(real.name);
        REQUIRE_MESSAGE(model.opened, model.opened.message().c_str());
        const std::string prefix = real.invokes > 1 ? "g3.inv" : "g.inv";
        const auto golden = golden_checksums(model.file(real.invokes > 1 ? "tensors3.csv" : "tensors.csv"));
        for (int invoke = 0; invoke < real.invokes; ++invoke) {
            const std::string at = prefix + std::to_string(invoke);
            model.set_input(test::read_file(model.file(at + ".in0.bin")));
            const bool last = invoke + 1 == real.invokes;
            std::size_t checked = 0;
            REQUIRE(model.session.interpreter().invoke([&](const mote::StepAccess& step) {
                for (int i = 0; i < step.output_count() && last; ++i) {
                    const auto output = step.output(i);
                    const auto expected = golden.find(output.info.index());
                    if (expected == golden.end()) continue;
                    CHECK_MESSAGE(test::crc32(output.data, output.size()) == expected->second,
                                  "operator " << step.index());
                    ++checked;
                }
            }));
            CHECK(model.output_is(test::read_file(model.file(at + ".out0.bin"))));
            if (last) CHECK(checked == golden.size());
        }
    }
}

TEST_CASE("real models: the tail beside variables is at most half of TFLM's, the head not larger") {
    for (const RealModel& real : real_models) {
        if (!is_there(real.name)) continue;
        const Loaded model(real.name);
        const mote::Requirement& need = model.session.requirement();
        MESSAGE(real.name << ": head " << need.head << " (TFLM " << real.tflm_head << "), tail " << need.tail
                          << " (TFLM " << real.tflm_tail << "), arena " << need.arena_bytes());
        CHECK(need.head <= real.tflm_head);
        CHECK((need.tail - real.variables) * 2 <= real.tflm_tail - real.variables);
    }
}

TEST_CASE("person_detect with recomputed multipliers: a tail of 3 KB, the same outputs") {
    using Ops = mote::OpSet<mote::ops::Conv2D<std::int8_t>, mote::ops::DepthwiseConv2D<std::int8_t>,
                            mote::ops::AveragePool2D<std::int8_t>, mote::ops::Reshape<>,
                            mote::ops::Softmax<std::int8_t>>;
    if (!is_there("person_detect")) return;
    LoadedWith<Ops, Recomputed> model("person_detect");
    REQUIRE_MESSAGE(model.opened, model.opened.message().c_str());
    const mote::Requirement& need = model.session.requirement();
    MESSAGE("head " << need.head << ", tail " << need.tail);
    CHECK(need.tail <= 3 * 1024);
    CHECK(need.head <= Loaded("person_detect").session.requirement().head + 256);
    model.set_input(test::read_file(model.file("g.inv0.in0.bin")));
    REQUIRE(model.session.interpreter().invoke());
    CHECK(model.output_is(test::read_file(model.file("g.inv0.out0.bin"))));
}

TEST_CASE("person_detect tells images with a person from those without") {
    if (!is_there("person_detect")) return;
    Loaded model("person_detect");
    REQUIRE(model.opened);
    for (const char* image : {"person", "no_person", "person_rawbytes", "no_person_rawbytes"}) {
        CAPTURE(image);
        model.set_input(test::read_file(model.file(std::string("real/") + image + ".inv0.in0.bin")));
        REQUIRE(model.session.interpreter().invoke());
        CHECK(model.output_is(test::read_file(model.file(std::string("real/") + image + ".inv0.out0.bin"))));
    }
}

TEST_CASE("micro_speech hears yes, no, noise and silence") {
    if (!is_there("micro_speech_quantized")) return;
    Loaded model("micro_speech_quantized");
    REQUIRE(model.opened);
    for (const char* clip : {"yes", "no", "noise", "silence"}) {
        CAPTURE(clip);
        model.set_input(test::read_file(model.file(std::string("real/") + clip + "_1000ms.inv0.in0.bin")));
        REQUIRE(model.session.interpreter().invoke());
        CHECK(model.output_is(
            test::read_file(model.file(std::string("real/") + clip + "_1000ms.inv0.out0.bin"))));
    }
}

TEST_CASE("hello_world follows TFLM over its whole range") {
    for (const char* name : {"hello_world_int8", "hello_world_float"}) {
        CAPTURE(name);
        if (!is_there(name)) continue;
        Loaded model(name);
        REQUIRE(model.opened);
        const cli::AlignedBytes in = test::read_file(model.file("real/sweep_all.in0.bin"));
        const cli::AlignedBytes out = test::read_file(model.file("real/sweep_all.out0.bin"));
        const std::size_t width = model.session.interpreter().input_tensor(0).size();
        REQUIRE(in.size() >= 2 * width);
        for (std::size_t at = 0; at < in.size(); at += width) {
            model.set_input(in, at);
            REQUIRE(model.session.interpreter().invoke());
            CHECK(model.output_is(out, at));
        }
    }
}
