// SPDX-License-Identifier: Apache-2.0
#include "mote/core/numerics.hpp"
#include "mote/kernels/depthwise.hpp"
#include "mote/kernels/int4_weights.hpp"
#include "mote/kernels/requantize.hpp"

#include "kernel_test.hpp"
#include "window_test.hpp"

#include <doctest/doctest.h>

#include <cstring>

using mote::Window;

namespace {

std::size_t in_elements(const Window& w) { return static_cast<std::size_t>(w.batches * w.in_image()); }
std::size_t out_elements(const Window& w) { return static_cast<std::size_t>(w.batches * w.out_image()); }
std::size_t filter_elements(const Window& w) {
    return static_cast<std::size_t>(w.filter_h * w.filter_w * w.out_c);
}

/// The sums as those of a convolution in which every input channel is a group.
template <class X, class Weight, class Bias>
std::vector<std::int64_t> expected(const Window& w, const std::vector<X>& x, int offset,
                                   const std::vector<Weight>& weights, const std::vector<Bias>& bias) {
    const auto weight = [&](int channel, int fy, int fx, int) {
        return std::int64_t{weights[static_cast<std::size_t>((fy * w.filter_w + fx) * w.out_c + channel)]};
    };
    return test::convolved(w, 1, x, offset, weight, bias);
}

template <class Sum, class X, class Weights>
void check(const Window& w, const std::vector<X>& x, int offset, Weights weights,
           const std::vector<Sum>& bias, const std::vector<std::int64_t>& sums) {
    std::vector<Sum> want;
    for (std::size_t i = 0; i < sums.size(); ++i)
        want.push_back(
            test::RawSums<Sum>{}(static_cast<Sum>(sums[i]), static_cast<std::int32_t>(i % w.out_c)));
    test::on_each_isa([&](auto isa) {
        using Isa = decltype(isa);
        std::vector<Sum> out(out_elements(w));
        test::run_window<mote::depthwise, Isa, Sum>(w, w.out_c / w.in_c, x.data(), offset, weights,
                                                    bias.empty() ? nullptr : bias.data(),
                                                    test::RawSums<Sum>{}, out.data());
        CHECK(out == want);
    });
}

/// Input channels and their multiplier: around the widths of tiles, with and without a multiplier.
struct Channels {
    int in, multiplier;
};
const Channels channel_cases[] = {{1, 1}, {3, 1}, {4, 1}, {7, 1},  {16, 1}, {21, 1}, {33, 1},
                                  {1, 2}, {1, 8}, {2, 5}, {3, 16}, {1, 37}, {5, 3}};

} // namespace

TEST_CASE("int8: multipliers, padding, strides, dilation, batches") {
    for (const Channels& c : channel_cases)
        for (const Window& w : test::windows(2, c.in, c.in * c.multiplier)) {
            const auto x = test::noise<std::int8_t>(in_elements(w), 1);
            const auto weights = test::noise<std::int8_t>(filter_elements(w), 2);
            const auto bias = test::noise<std::int32_t>(w.out_c, 3, -9999, 9999);
            check<std::int32_t>(w, x, 128, weights.data(), bias, expected(w, x, 128, weights, bias));
            check<std::int32_t>(w, x, -127, weights.data(), {},
                                expected(w, x, -127, weights, std::vector<int>{}));
        }
}

TEST_CASE("int16: 64-bit sums and biases") {
    for (const Channels& c : channel_cases)
        for (const Window& w : test::windows(1, c.in, c.in * c.multiplier)) {
            const auto x = test::noise<std::int16_t>(in_elements(w), 4);
            const auto weights = test::noise<std::int8_t>(filter_elements(w), 5);
            const std::vector<std::int64_t> bias(w.out_c, -(std::int64_t{1} << 38));
            check<std::int64_t>(w, x, 0, weights.data(), bias, expected(w, x, 0, weights, bias));
        }
}

TEST_CASE("int4 weights") {
    for (const Channels& c : channel_cases)
        for (const Window& w : test::windows(1, c.in, c.in * c.multiplier)) {
            const auto x = test::noise<std::int8_t>(in_elements(w), 6);
            const auto weights = test::noise<std::int8_t>(filter_elements(w), 7, -8, 7);
            const auto packed = test::packed_int4(weights);
            const auto bias = test::noise<std::int32_t>(w.out_c, 8, -99, 99);
            check<std::int32_t>(w, x, 5, mote::Int4Weights(packed.data()), bias,
                                expected(w, x, 5, weights, bias));
        }
}

TEST_CASE("float: whole numbers come out exactly") {
    for (const Channels& c : channel_cases)
        for (const Window& w : test::windows(2, c.in, c.in * c.multiplier)) {
            const auto x = test::noise<std::int8_t>(in_elements(w), 9);
            const auto weights = test::noise<std::int8_t>(filter_elements(w), 10, -20, 20);
            const std::vector<float> float_weights(weights.begin(), weights.end());
            const auto bias = test::noise<std::int8_t>(w.out_c, 11);
            const auto sums = expected(w, x, 0, weights, bias);
            check<float>(w, std::vector<float>(x.begin(), x.end()), 99, float_weights.data(),
                         std::vector<float>(bias.begin(), bias.end()), sums);
        }
}

TEST_CASE("the output may overlap the input as far as window_overlap says") {
    const float scale = 0.01f;
    const std::uint32_t packed = mote::pack_multiplier(mote::quantize_multiplier(0.05f, scale, 0.2f), scale,
                                                       mote::base_exponent(0.05f, 0.2f));
    const mote::Requantizer<mote::numerics::reference, std::int8_t> finish{
        {&packed, reinterpret_cast<const unsigned char*>(&scale), mote::base_exponent(0.05f, 0.2f), false},
        4,
        -128,
        127};
    for (const Channels& c : channel_cases)
        for (const Window& w : test::windows(2, c.in, c.in * c.multiplier)) {
            const auto x = test::noise<std::int8_t>(in_elements(w), 12);
            const auto weights = test::noise<std::int8_t>(filter_elements(w), 13);
            const std::int32_t* const no_bias = nullptr;
            test::on_each_isa([&](auto isa) {
                using Isa = decltype(isa);
                std::vector<std::int8_t> apart(out_elements(w));
                test::run_window<mote::depthwise, Isa, std::int32_t>(
                    w, c.multiplier, x.data(), 3, weights.data(), no_bias, finish, apart.data());
                const std::uint32_t distance = mote::window_overlap(w, 1, 1);
                std::vector<std::int8_t> memory(distance + x.size() + apart.size());
                std::memcpy(memory.data() + distance, x.data(), x.size());
                test::run_window<mote::depthwise, Isa, std::int32_t>(
                    w, c.multiplier, memory.data() + distance, 3, weights.data(), no_bias, finish,
                    memory.data());
                CHECK(std::memcmp(memory.data(), apart.data(), apart.size()) == 0);
            });
        }
}
