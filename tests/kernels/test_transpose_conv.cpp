// SPDX-License-Identifier: Apache-2.0
#include "mote/core/numerics.hpp"
#include "mote/kernels/requantize.hpp"
#include "mote/kernels/transpose_conv.hpp"

#include "kernel_test.hpp"
#include "window_test.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>

using mote::Kernel;
using mote::ReversedTaps;
using mote::Window;

namespace {

// The kernel's input is the window's output and the other way round.
std::size_t x_elements(const Window& w) { return static_cast<std::size_t>(w.batches * w.out_image()); }
std::size_t y_elements(const Window& w) { return static_cast<std::size_t>(w.batches * w.in_image()); }
std::size_t filter_elements(const Window& w) {
    return static_cast<std::size_t>(w.in_c * w.filter_h * w.filter_w * w.out_c);
}

/// Sums by scattering: every input element adds to all outputs that it reaches.
template <class X, class Weight, class Bias>
std::vector<std::int64_t> expected(const Window& w, const std::vector<X>& x, int offset,
                                   const std::vector<Weight>& weights, const std::vector<Bias>& bias) {
    std::vector<std::int64_t> sums(y_elements(w));
    if (!bias.empty())
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] = static_cast<std::int64_t>(bias[i % w.in_c]);
    std::size_t from = 0;
    for (int b = 0; b < w.batches; ++b)
        for (int y = 0; y < w.out_h; ++y)
            for (int column = 0; column < w.out_w; ++column)
                for (int c = 0; c < w.out_c; ++c, ++from)
                    for (int fy = 0; fy < w.filter_h; ++fy)
                        for (int fx = 0; fx < w.filter_w; ++fx) {
                            const int to_y = y * w.stride_h - w.pad_h + fy,
                                      to_x = column * w.stride_w - w.pad_w + fx;
                            if (to_y < 0 || to_y >= w.in_h || to_x < 0 || to_x >= w.in_w) continue;
                            for (int channel = 0; channel < w.in_c; ++channel) {
                                const int at = ((channel * w.filter_h + fy) * w.filter_w + fx) * w.out_c + c;
                                sums[static_cast<std::size_t>(((b * w.in_h + to_y) * w.in_w + to_x) * w.in_c +
                                                              channel)] +=
                                    (std::int64_t{x[from]} + offset) * weights[static_cast<std::size_t>(at)];
                            }
                        }
    return sums;
}

template <class Sum, class X, class Weights, class Bias>
void check(const Window& w, const std::vector<X>& x, int offset, Weights weights,
           const std::vector<Bias>& bias, const std::vector<std::int64_t>& sums) {
    std::vector<Sum> want;
    for (std::size_t i = 0; i < sums.size(); ++i)
        want.push_back(
            test::RawSums<Sum>{}(static_cast<Sum>(sums[i]), static_cast<std::int32_t>(i % w.in_c)));
    test::on_each_isa([&](auto isa) {
        using Isa = decltype(isa);
        std::vector<Sum> out(y_elements(w));
        Kernel<mote::transpose_conv, Isa>::template run<Isa, Sum>(w, x.data(), offset, weights,
                                                                  bias.empty() ? nullptr : bias.data(),
                                                                  test::RawSums<Sum>{}, out.data());
        CHECK(out == want);
    });
}

/// Windows of convolutions from the output to the input: filters above and below the stride, both paddings.
std::vector<Window> transposed_windows(int batches, int x_channels, int y_channels) {
    std::vector<Window> all;
    for (const test::Axis& y :
         {test::Axis{5, 3, 2, 1, true}, test::Axis{7, 3, 2, 1, false}, test::Axis{8, 2, 3, 1, true},
          test::Axis{4, 5, 1, 1, true}, test::Axis{1, 1, 1, 1, false}})
        for (const test::Axis& x :
             {test::Axis{6, 3, 2, 1, true}, test::Axis{5, 4, 1, 1, false}, test::Axis{9, 1, 4, 1, true}})
            all.push_back(test::window(batches, y, x, y_channels, x_channels));
    return all;
}

struct Channels {
    int x, y;
};
const Channels channel_cases[] = {{1, 1}, {3, 2}, {2, 5}, {17, 4}, {4, 9}};

} // namespace

TEST_CASE("reversed taps are those through which inputs reach a position") {
    for (int stride = 1; stride <= 4; ++stride)
        for (int pad = 0; pad <= 3; ++pad)
            for (int filter = 1; filter <= 6; ++filter)
                for (int extent = 1; extent <= 5; ++extent)
                    for (int position = 0; position < 14; ++position) {
                        const ReversedTaps taps(position, stride, pad, filter, extent);
                        std::vector<int> want, got;
                        for (int input = extent; input-- > 0;) {
                            const int tap = position + pad - input * stride;
                            if (tap >= 0 && tap < filter) want.insert(want.end(), {tap, input});
                        }
                        for (std::int32_t i = 0; i < taps.count; ++i)
                            got.insert(got.end(), {static_cast<int>(taps.tap) + i * stride,
                                                   static_cast<int>(taps.input) - i});
                        REQUIRE(got == want);
                    }
}

TEST_CASE("int8: strides, paddings, batches") {
    for (const Channels& c : channel_cases)
        for (const Window& w : transposed_windows(2, c.x, c.y)) {
            const auto x = test::noise<std::int8_t>(x_elements(w), 1);
            const auto weights = test::noise<std::int8_t>(filter_elements(w), 2);
            const auto bias = test::noise<std::int32_t>(w.in_c, 3, -9999, 9999);
            const std::vector<std::int32_t> none;
            check<std::int32_t>(w, x, 128, weights.data(), bias, expected(w, x, 128, weights, bias));
            check<std::int32_t>(w, x, -127, weights.data(), none, expected(w, x, -127, weights, none));
        }
}

TEST_CASE("int16: 64-bit sums, biases of 64 and 16 bits") {
    for (const Window& w : transposed_windows(1, 5, 6)) {
        const auto x = test::noise<std::int16_t>(x_elements(w), 4);
        const auto weights = test::noise<std::int8_t>(filter_elements(w), 5);
        const std::vector<std::int64_t> wide(w.in_c, std::int64_t{1} << 38);
        check<std::int64_t>(w, x, 0, weights.data(), wide, expected(w, x, 0, weights, wide));
        const auto narrow = test::noise<std::int16_t>(w.in_c, 6);
        check<std::int64_t>(w, x, 0, weights.data(), narrow, expected(w, x, 0, weights, narrow));
    }
}

TEST_CASE("float: whole numbers come out exactly") {
    for (const Channels& c : channel_cases)
        for (const Window& w : transposed_windows(2, c.x, c.y)) {
            const auto x = test::noise<std::int8_t>(x_elements(w), 7, -30, 30);
            const auto weights = test::noise<std::int8_t>(filter_elements(w), 8, -20, 20);
            const std::vector<float> float_weights(weights.begin(), weights.end());
            const std::vector<float> bias(w.in_c, 3.0f);
            check<float>(w, std::vector<float>(x.begin(), x.end()), 99, float_weights.data(), bias,
                         expected(w, x, 0, weights, bias));
        }
}

TEST_CASE("the output may overlap the input as far as transposed_overlap says, and that is not all of it") {
    const float scale = 0.01f;
    const std::uint32_t packed = mote::pack_multiplier(mote::quantize_multiplier(0.05f, scale, 0.2f), scale,
                                                       mote::base_exponent(0.05f, 0.2f));
    const mote::Requantizer<mote::numerics::reference, std::int8_t> finish{
        {&packed, reinterpret_cast<const unsigned char*>(&scale), mote::base_exponent(0.05f, 0.2f), false},
        4,
        -128,
        127};
    int shared = 0;
    for (int batches = 1; batches <= 3; ++batches)
        for (const Channels& c : channel_cases)
            for (const Window& w : transposed_windows(batches, c.x, c.y)) {
                const auto x = test::noise<std::int8_t>(x_elements(w), 9);
                const auto weights = test::noise<std::int8_t>(filter_elements(w), 10);
                const std::int32_t* const no_bias = nullptr;
                const std::uint32_t distance = mote::transposed_overlap(w, 1, 1);
                CHECK(distance <= y_elements(w));
                if (distance < y_elements(w)) ++shared;
                test::on_each_isa([&](auto isa) {
                    using Isa = decltype(isa);
                    std::vector<std::int8_t> apart(y_elements(w));
                    Kernel<mote::transpose_conv, Isa>::template run<Isa, std::int32_t>(
                        w, x.data(), 3, weights.data(), no_bias, finish, apart.data());
                    std::vector<std::int8_t> memory(distance + x.size() + apart.size());
                    std::memcpy(memory.data() + distance, x.data(), x.size());
                    Kernel<mote::transpose_conv, Isa>::template run<Isa, std::int32_t>(
                        w, memory.data() + distance, 3, weights.data(), no_bias, finish, memory.data());
                    CHECK(std::memcmp(memory.data(), apart.data(), apart.size()) == 0);
                });
            }
    CHECK(shared > 50);
}

TEST_CASE("2x upsampling: the input may lie within the output but for its last row") {
    // 4x4 pixels to 8x8 by a 2x2 filter: until the last output row is written, the last input row is read.
    const Window w = test::window(1, {8, 2, 2, 1, true}, {8, 2, 2, 1, true}, 1, 1);
    CHECK(mote::transposed_overlap(w, 1, 1) == 8 * 8 - 3 * 4);
}
