// SPDX-License-Identifier: Apache-2.0
// The convolution kernels, portable and native, beside the plainest loops that compute the same: an index
// computed from four coordinates for every element, every tap checked against the borders, as reference
// kernels do it. Layers of person_detect and of ResNet-8. The counter is multiply-accumulates per second.
#include "mote/core/numerics.hpp"
#include "mote/isa/native.hpp"
#include "mote/kernels/conv.hpp"
#include "mote/kernels/depthwise.hpp"
#include "mote/kernels/requantize.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

namespace {

struct Layer {
    mote::Window window;
    bool is_depthwise;

    std::int64_t macs() const {
        const std::int64_t taps =
            std::int64_t{window.filter_h} * window.filter_w * (is_depthwise ? 1 : window.in_c);
        return taps * window.out_h * window.out_w * window.out_c;
    }
};

// batches, input h w c, output h w c, filter h w, stride, dilation, padding
const Layer layers[] = {
    {{1, 48, 48, 8, 48, 48, 16, 1, 1, 1, 1, 1, 1, 0, 0}, false},  // person_detect, operator 2
    {{1, 6, 6, 128, 6, 6, 128, 1, 1, 1, 1, 1, 1, 0, 0}, false},   // person_detect, operator 14
    {{1, 48, 48, 8, 48, 48, 8, 3, 3, 1, 1, 1, 1, 1, 1}, true},    // person_detect, operator 1
    {{1, 6, 6, 128, 6, 6, 128, 3, 3, 1, 1, 1, 1, 1, 1}, true},    // person_detect, operator 13
    {{1, 32, 32, 16, 32, 32, 16, 3, 3, 1, 1, 1, 1, 1, 1}, false}, // ResNet-8, operator 1
};

struct alignas(64) Vector {
    unsigned char bytes[64];
};

struct Data {
    explicit Data(const Layer& layer) {
        const mote::Window& w = layer.window;
        const std::size_t depth = layer.is_depthwise ? 1 : w.in_c;
        x.assign(static_cast<std::size_t>(w.in_image()), 3);
        weights.assign(std::size_t{w.out_c} * w.filter_h * w.filter_w * depth, -5);
        bias.assign(w.out_c, 100);
        out.assign(static_cast<std::size_t>(w.out_image()), 0);
        const mote::Multiplier multiplier = mote::quantize_multiplier(0.02f, 0.005f, 0.05f);
        multipliers.assign(w.out_c, multiplier);
        base = mote::base_exponent(0.02f, 0.05f);
        packed.assign(w.out_c, mote::pack_multiplier(multiplier, 0.005f, base));
        scales.assign(w.out_c, 0.005f);
    }
    mote::Requantizer<mote::numerics::reference, std::int8_t> finish() const {
        return {
            {packed.data(), reinterpret_cast<const unsigned char*>(scales.data()), base, true}, 4, -128, 127};
    }
    std::vector<std::int8_t> x, weights, out;
    std::vector<std::int32_t> bias;
    std::vector<mote::Multiplier> multipliers;
    std::vector<std::uint32_t> packed;
    std::vector<float> scales;
    std::vector<Vector> scratch;
    int base = 0;
};

int index_of(int height, int width, int channels, int b, int y, int x, int c) {
    return ((b * height + y) * width + x) * channels + c;
}

void plain_loops(const Layer& layer, Data& data) {
    const mote::Window& w = layer.window;
    const int depth = layer.is_depthwise ? 1 : w.in_c;
    for (int oy = 0; oy < w.out_h; ++oy)
        for (int ox = 0; ox < w.out_w; ++ox)
            for (int oc = 0; oc < w.out_c; ++oc) {
                std::int32_t sum = 0;
                for (int fy = 0; fy < w.filter_h; ++fy)
                    for (int fx = 0; fx < w.filter_w; ++fx) {
                        const int y = oy * w.stride_h - w.pad_h + fy;
                        const int x = ox * w.stride_w - w.pad_w + fx;
                        if (y < 0 || y >= w.in_h || x < 0 || x >= w.in_w) continue;
                        for (int c = 0; c < depth; ++c) {
                            const int in_c = layer.is_depthwise ? oc : c;
                            const int weight_at =
                                layer.is_depthwise ? index_of(w.filter_h, w.filter_w, w.out_c, 0, fy, fx, oc)
                                                   : index_of(w.filter_h, w.filter_w, depth, oc, fy, fx, c);
                            const std::int32_t value = data.x[static_cast<std::size_t>(
                                index_of(w.in_h, w.in_w, w.in_c, 0, y, x, in_c))];
                            sum += (value + 7) * data.weights[static_cast<std::size_t>(weight_at)];
                        }
                    }
                sum += data.bias[static_cast<std::size_t>(oc)];
                sum = mote::multiply_by_quantized_multiplier(sum,
                                                             data.multipliers[static_cast<std::size_t>(oc)]) +
                      4;
                data.out[static_cast<std::size_t>(index_of(w.out_h, w.out_w, w.out_c, 0, oy, ox, oc))] =
                    static_cast<std::int8_t>(mote::clamp(sum, -128, 127));
            }
}

template <class Isa>
std::uint32_t scratch_bytes(const Layer& layer) {
    using Weights = const std::int8_t*;
    const mote::Window& w = layer.window;
    if (layer.is_depthwise)
        return mote::Kernel<mote::depthwise, Isa>::template scratch_bytes<std::int8_t, Weights>(w, 1);
    return mote::Kernel<mote::conv, Isa>::template scratch_bytes<std::int8_t, Weights>(w, w.in_c);
}

template <class Isa>
void kernel(const Layer& layer, Data& data) {
    const mote::Window& w = layer.window;
    data.scratch.resize(scratch_bytes<Isa>(layer) / sizeof(Vector) + 1); // once: the data is kept
    const std::int8_t* weights = data.weights.data();
    const std::int32_t* bias = data.bias.data();
    if (layer.is_depthwise)
        mote::Kernel<mote::depthwise, Isa>::template run<Isa, std::int32_t>(
            w, 1, data.x.data(), 7, weights, bias, data.finish(), data.out.data(), data.scratch.data());
    else
        mote::Kernel<mote::conv, Isa>::template run<Isa, std::int32_t>(
            w, w.in_c, data.x.data(), 7, weights, bias, data.finish(), data.out.data(), data.scratch.data());
}

template <void (*Run)(const Layer&, Data&)>
void measure(benchmark::State& state) {
    const Layer& layer = layers[state.range(0)];
    Data data(layer);
    for (auto _ : state) {
        Run(layer, data);
        benchmark::DoNotOptimize(data.out.data());
        benchmark::ClobberMemory();
    }
    state.counters["MAC/s"] =
        benchmark::Counter(static_cast<double>(layer.macs()), benchmark::Counter::kIsIterationInvariantRate);
}

} // namespace

BENCHMARK(measure<plain_loops>)->DenseRange(0, 4)->Name("plain loops");
BENCHMARK(measure<kernel<mote::isa::scalar>>)->DenseRange(0, 4)->Name("scalar");
BENCHMARK(measure<kernel<mote::isa::native>>)->DenseRange(0, 4)->Name("native");
