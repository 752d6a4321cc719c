// SPDX-License-Identifier: Apache-2.0
// One invoke of each real model, with portable kernels and with those of the build's best instruction set.
// Models that are not there are left out.
#include "mote/mote.hpp"
#include "mote/ops/all_ops.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

struct Portable : mote::DefaultConfig {
    using Isa = mote::isa::scalar;
};

struct alignas(16) Unit {
    unsigned char bytes[16];
};

std::vector<Unit> file_at(const std::string& path, std::size_t& size) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    size = bytes.size();
    std::vector<Unit> units(size / sizeof(Unit) + 1);
    for (std::size_t i = 0; i < size; ++i)
        units[i / sizeof(Unit)].bytes[i % sizeof(Unit)] = static_cast<unsigned char>(bytes[i]);
    return units;
}

template <class Config>
void invoke(benchmark::State& state, const std::string& path) {
    std::size_t size = 0;
    const std::vector<Unit> units = file_at(path, size);
    static mote::MicroInterpreter<1 << 20, mote::AllOps, Config> interpreter;
    if (const mote::Status s = interpreter.load(mote::ModelBytes(units.front().bytes, size)); !s)
        return state.SkipWithError(s.message().c_str());
    for (auto _ : state) {
        static_cast<void>(_);
        if (!interpreter.invoke()) return state.SkipWithError("invoke failed");
        benchmark::ClobberMemory();
    }
}

const bool are_registered = [] {
    for (const std::string name : {"hello_world_int8", "micro_speech_quantized", "keyword_scrambled_8bit",
                                   "person_detect", "kws_ref_model", "ad01_int8", "pretrainedResnet_quant"}) {
        const std::string path = std::string(MOTE_BENCHMARK_MODELS "/") + name + "/model.tflite";
        if (!std::ifstream(path)) continue;
        benchmark::RegisterBenchmark(("invoke/" + name + "/scalar").c_str(), invoke<Portable>, path);
        benchmark::RegisterBenchmark(("invoke/" + name + "/native").c_str(), invoke<mote::DefaultConfig>,
                                     path);
    }
    return true;
}();

} // namespace
