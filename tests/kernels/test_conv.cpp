// SPDX-License-Identifier: Apache-2.0
#include "mote/core/numerics.hpp"
#include "mote/kernels/conv.hpp"
#include "mote/kernels/int4_weights.hpp"
#include "mote/kernels/patch_conv.hpp"
#include "mote/kernels/requantize.hpp"

#include "kernel_test.hpp"
#include "window_test.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>

using mote::Window;

/// Blocks of three patches, as plain as they can be: for the loops above `patch_product`.
struct plain_patches : mote::isa::scalar {
    using base = mote::isa::scalar;
};

template <>
struct mote::Kernel<mote::patch_product, plain_patches> {
    template <class X, class Weights>
    static constexpr bool available =
        std::is_same_v<X, std::int8_t>&& std::is_same_v<Weights, const std::int8_t*>;

    static constexpr std::int32_t most_positions(std::int32_t) { return 3; }
    static constexpr std::uint32_t block_bytes(std::int32_t depth, std::int32_t positions) {
        return static_cast<std::uint32_t>((depth * positions * 2 + 15) / 16 * 16);
    }

    struct Writer {
        Writer(void* block, std::int32_t positions, std::int32_t position, std::int32_t offset)
            : to(static_cast<std::int16_t*>(block) + position), step(positions), added(offset) {}
        void copy(const std::int8_t* from, std::int32_t n) {
            for (; n > 0; --n, to += step) *to = static_cast<std::int16_t>(*from++ + added);
        }
        void pad(std::int32_t n) {
            for (; n > 0; --n, to += step) *to = 0;
        }
        void close() {}

        std::int16_t* to;
        std::int32_t step, added;
    };

    template <class Finish>
    static void run(const mote::PatchBlock& block, const std::int8_t* weights, const std::int32_t* bias,
                    mote::ChannelRange channels, const Finish& finish, typename Finish::Element* out,
                    std::int32_t stride) {
        const auto* x = static_cast<const std::int16_t*>(block.data);
        for (std::int32_t c = channels.first; c < channels.end; ++c, weights += block.depth)
            for (std::int32_t p = 0; p < block.positions; ++p) {
                std::int32_t sum = bias != nullptr ? bias[c] : 0;
                for (std::int32_t i = 0; i < block.depth; ++i) sum += x[i * block.positions + p] * weights[i];
                out[p * stride + c] = finish(sum, c);
            }
    }
};

template <>
struct mote::Kernel<mote::conv, plain_patches> : mote::PatchConv<plain_patches> {};

namespace {

template <class Check>
void on_each_isa(const Check& check) {
    test::on_each_isa(check);
    check(plain_patches{});
}

std::size_t in_elements(const Window& w) { return static_cast<std::size_t>(w.batches * w.in_image()); }
std::size_t out_elements(const Window& w) { return static_cast<std::size_t>(w.batches * w.out_image()); }
std::size_t filter_elements(const Window& w, int filter_c) {
    return static_cast<std::size_t>(w.out_c * w.filter_h * w.filter_w * filter_c);
}

template <class Weight>
auto weight_reader(const Window& w, int filter_c, const std::vector<Weight>& weights) {
    return [&w, filter_c, &weights](int channel, int y, int x, int c) {
        const int at = ((channel * w.filter_h + y) * w.filter_w + x) * filter_c + c;
        return std::int64_t{weights[static_cast<std::size_t>(at)]};
    };
}

/// What RawSums makes of the naive sums.
template <class Sum>
std::vector<Sum> marked(const Window& w, const std::vector<std::int64_t>& sums) {
    std::vector<Sum> out;
    for (std::size_t i = 0; i < sums.size(); ++i)
        out.push_back(
            test::RawSums<Sum>{}(static_cast<Sum>(sums[i]), static_cast<std::int32_t>(i % w.out_c)));
    return out;
}

template <class Sum, class X, class Weights>
void check(const Window& w, int filter_c, const std::vector<X>& x, int offset, Weights weights,
           const std::vector<Sum>& bias, const std::vector<std::int64_t>& sums) {
    const std::vector<Sum> want = marked<Sum>(w, sums);
    on_each_isa([&](auto isa) {
        using Isa = decltype(isa);
        std::vector<Sum> out(out_elements(w));
        test::run_window<mote::conv, Isa, Sum>(w, filter_c, x.data(), offset, weights,
                                               bias.empty() ? nullptr : bias.data(), test::RawSums<Sum>{},
                                               out.data());
        CHECK(out == want);
    });
}

struct Channels {
    int in, filter, out;
};
const Channels channel_cases[] = {{1, 1, 1},  {3, 3, 5}, {8, 4, 6},  {4, 1, 4},
                                  {4, 1, 12}, {6, 2, 3}, {17, 17, 4}};

} // namespace

TEST_CASE("int8: groups, padding, strides, dilation, batches") {
    for (const Channels& c : channel_cases)
        for (const Window& w : test::windows(2, c.in, c.out)) {
            const auto x = test::noise<std::int8_t>(in_elements(w), 1);
            const auto weights = test::noise<std::int8_t>(filter_elements(w, c.filter), 2);
            const auto bias = test::noise<std::int32_t>(w.out_c, 3, -9999, 9999);
            const auto reader = weight_reader(w, c.filter, weights);
            check<std::int32_t>(w, c.filter, x, 128, weights.data(), bias,
                                test::convolved(w, c.filter, x, 128, reader, bias));
            check<std::int32_t>(w, c.filter, x, -127, weights.data(), {},
                                test::convolved(w, c.filter, x, -127, reader, std::vector<int>{}));
        }
}

TEST_CASE("int16: sums of 32 and of 64 bits") {
    for (const Channels& c : channel_cases) {
        const Window w = test::windows(1, c.in, c.out)[0];
        const auto x = test::noise<std::int16_t>(in_elements(w), 4);
        const auto weights = test::noise<std::int8_t>(filter_elements(w, c.filter), 5);
        const auto reader = weight_reader(w, c.filter, weights);
        const std::vector<std::int32_t> narrow(w.out_c, -77);
        check<std::int32_t>(w, c.filter, x, 0, weights.data(), narrow,
                            test::convolved(w, c.filter, x, 0, reader, narrow));
        const std::vector<std::int64_t> wide(w.out_c, std::int64_t{1} << 38);
        check<std::int64_t>(w, c.filter, x, 0, weights.data(), wide,
                            test::convolved(w, c.filter, x, 0, reader, wide));
    }
}

TEST_CASE("int4 weights, odd filter sizes included") {
    for (const Channels& c : channel_cases)
        for (const Window& w : test::windows(1, c.in, c.out)) {
            const auto x = test::noise<std::int8_t>(in_elements(w), 6);
            const auto weights = test::noise<std::int8_t>(filter_elements(w, c.filter), 7, -8, 7);
            const auto packed = test::packed_int4(weights);
            const auto bias = test::noise<std::int32_t>(w.out_c, 8, -99, 99);
            check<std::int32_t>(
                w, c.filter, x, 5, mote::Int4Weights(packed.data()), bias,
                test::convolved(w, c.filter, x, 5, weight_reader(w, c.filter, weights), bias));
        }
}

TEST_CASE("float: whole numbers come out exactly") {
    for (const Channels& c : channel_cases)
        for (const Window& w : test::windows(2, c.in, c.out)) {
            const auto x = test::noise<std::int8_t>(in_elements(w), 9, -20, 20);
            const auto weights = test::noise<std::int8_t>(filter_elements(w, c.filter), 10, -20, 20);
            const std::vector<float> float_weights(weights.begin(), weights.end());
            const auto bias = test::noise<std::int8_t>(w.out_c, 11);
            const auto sums = test::convolved(w, c.filter, x, 0, weight_reader(w, c.filter, weights), bias);
            check<float>(w, c.filter, std::vector<float>(x.begin(), x.end()), 99, float_weights.data(),
                         std::vector<float>(bias.begin(), bias.end()), sums);
        }
}

TEST_CASE("the output may overlap the input as far as window_overlap says") {
    const float scale = 0.01f;
    const std::uint32_t packed = mote::pack_multiplier(mote::quantize_multiplier(0.05f, scale, 1.0f), scale,
                                                       mote::base_exponent(0.05f, 1.0f));
    const mote::Requantizer<mote::numerics::reference, std::int8_t> finish{
        {&packed, reinterpret_cast<const unsigned char*>(&scale), mote::base_exponent(0.05f, 1.0f), false},
        4,
        -128,
        127};
    for (const Channels& c : channel_cases)
        for (const Window& w : test::windows(2, c.in, c.out)) {
            const auto x = test::noise<std::int8_t>(in_elements(w), 12);
            const auto weights = test::noise<std::int8_t>(filter_elements(w, c.filter), 13);
            const std::int32_t* const no_bias = nullptr;
            on_each_isa([&](auto isa) {
                using Isa = decltype(isa);
                std::vector<std::int8_t> apart(out_elements(w));
                test::run_window<mote::conv, Isa, std::int32_t>(w, c.filter, x.data(), 3, weights.data(),
                                                                no_bias, finish, apart.data());
                const std::uint32_t distance = mote::window_overlap(w, 1, 1);
                std::vector<std::int8_t> memory(distance + x.size() + apart.size());
                std::memcpy(memory.data() + distance, x.data(), x.size());
                test::run_window<mote::conv, Isa, std::int32_t>(
                    w, c.filter, memory.data() + distance, 3, weights.data(), no_bias, finish, memory.data());
                CHECK(std::memcmp(memory.data(), apart.data(), apart.size()) == 0);
            });
        }
}
