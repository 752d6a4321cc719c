// SPDX-License-Identifier: Apache-2.0
// Kernels that work on whole vectors, at the ends of their vectors: every size, any alignment, numbers that
// saturate. Expected is what the portable kernels give.
#include "mote/core/numerics.hpp"
#include "mote/kernels/arithmetic.hpp"
#include "mote/kernels/conv.hpp"
#include "mote/kernels/depthwise.hpp"
#include "mote/kernels/dot.hpp"
#include "mote/kernels/pairwise.hpp"
#include "mote/kernels/requantize.hpp"

#include "../kernels/kernel_test.hpp"
#include "../kernels/window_test.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>

namespace {

using mote::Window;
using Int8Stage = mote::Requantizer<mote::numerics::reference, std::int8_t>;

constexpr std::int32_t lowest = (std::numeric_limits<std::int32_t>::min)();
constexpr std::int32_t highest = (std::numeric_limits<std::int32_t>::max)();

/// The ISAs of the build but the portable one.
template <class Check>
void on_each_vector_isa(const Check& check) {
    test::on_each_isa([&](auto isa) {
        if constexpr (!std::is_same_v<decltype(isa), mote::isa::scalar>) check(isa);
    });
}

/// Output stages whose multipliers lie between 2^-shift and 2^(1 - shift) of a range of shifts.
class Scales {
public:
    Scales(std::size_t channels, unsigned seed, int least_shift, int most_shift) {
        const auto shifts = test::noise<std::int8_t>(channels, seed, least_shift, most_shift);
        const auto fractions = test::float_noise(channels, seed);
        for (std::size_t c = 0; c < channels; ++c)
            add(std::ldexp(0.75f + 0.2f * fractions[c], 1 - shifts[c]));
    }
    void add(float scale) {
        filter_.push_back(scale);
        packed_.push_back(mote::pack_multiplier(mote::quantize_multiplier(1.0f, scale, 1.0f), scale, base()));
    }
    Int8Stage stage(std::int32_t zero_point, std::int32_t low = -128, std::int32_t high = 127,
                    bool per_channel = true) const {
        return {{packed_.data(), reinterpret_cast<const unsigned char*>(filter_.data()), base(), per_channel},
                zero_point,
                low,
                high};
    }

private:
    static int base() { return mote::base_exponent(1.0f, 1.0f); }

    std::vector<float> filter_;
    std::vector<std::uint32_t> packed_;
};

Window plain_window(int positions, int in_c, int out_c) {
    return test::window(1, {1, 1, 1, 1, false}, {positions, 1, 1, 1, false}, in_c, out_c);
}

/// Whether a window kernel of every ISA gives the bytes of the portable one; all operands at odd addresses
/// where their type allows it.
template <class K>
void check_window(const Window& w, int filter, const std::vector<std::int8_t>& x, std::int32_t offset,
                  const std::vector<std::int8_t>& weights, const std::vector<std::int32_t>& bias,
                  const Int8Stage& stage) {
    using Weights = const std::int8_t*;
    const auto elements = static_cast<std::size_t>(w.batches * w.out_image());
    const std::int32_t* const from = bias.empty() ? nullptr : bias.data();
    std::vector<std::int8_t> want(elements + 1);
    test::run_window<K, mote::isa::scalar, std::int32_t>(
        w, filter, x.data() + 1, offset, Weights{weights.data() + 1}, from, stage, want.data() + 1);
    on_each_vector_isa([&](auto isa) {
        std::vector<std::int8_t> got(elements + 1);
        test::run_window<K, decltype(isa), std::int32_t>(
            w, filter, x.data() + 1, offset, Weights{weights.data() + 1}, from, stage, got.data() + 1);
        CAPTURE(w.in_c);
        CAPTURE(w.out_c);
        CAPTURE(w.out_w);
        CHECK(got == want);
    });
}

std::vector<std::int8_t> bytes(std::int32_t n, unsigned seed) {
    return test::noise<std::int8_t>(static_cast<std::size_t>(n + 1), seed);
}

void check_plain_conv(int positions, int depth, int channels) {
    const Window w = plain_window(positions, depth, channels);
    const Scales scales(static_cast<std::size_t>(channels), 5, 4, 12);
    check_window<mote::conv>(w, depth, bytes(positions * depth, 1), 128, bytes(channels * depth, 2),
                             test::noise<std::int32_t>(static_cast<std::size_t>(channels), 3, -9999, 9999),
                             scales.stage(3, -100, 99));
}

} // namespace

TEST_CASE("convolutions of every depth") {
    for (int depth = 1; depth <= 130; ++depth) check_plain_conv(5, depth, 19);
}

TEST_CASE("convolutions of every number of channels") {
    for (int channels = 1; channels <= 67; ++channels) check_plain_conv(5, 12, channels);
}

TEST_CASE("convolutions of every number of positions, whole blocks and more") {
    for (int positions = 1; positions <= 27; ++positions) check_plain_conv(positions, 7, 33);
    for (const int positions : {119, 120, 121, 127, 128, 129, 260}) {
        check_plain_conv(positions, 8, 17);
        check_plain_conv(positions, 5, 3);
    }
}

TEST_CASE("patches of 3 x 3, with padding") {
    for (const int in_c : {1, 3, 8, 16, 22})
        for (const int stride : {1, 2}) {
            const Window w = test::window(2, {6, 3, stride, 1, true}, {9, 3, stride, 1, true}, in_c, 20);
            const Scales scales(20, 6, 6, 14);
            for (const std::int32_t offset : {-127, 0, 128})
                check_window<mote::conv>(w, in_c, bytes(2 * w.in_image(), 1), offset, bytes(20 * 9 * in_c, 2),
                                         {}, scales.stage(-128));
        }
}

TEST_CASE("depthwise convolutions of every number of channels") {
    for (int channels = 1; channels <= 70; ++channels)
        for (const int stride : {1, 2}) {
            const Window w =
                test::window(2, {4, 3, stride, 1, true}, {11, 3, stride, 1, true}, channels, channels);
            const Scales scales(static_cast<std::size_t>(channels), 7, 3, 9);
            const auto bias = test::noise<std::int32_t>(static_cast<std::size_t>(channels), 3, -999, 999);
            for (const std::int32_t offset : {-127, 5, 128})
                check_window<mote::depthwise>(w, 1, bytes(2 * w.in_image(), 1), offset,
                                              bytes(channels * 9, 2), bias, scales.stage(-1, -90, 127));
        }
}

TEST_CASE("windows of more than a million elements") {
    if (sizeof(void*) < 8) return; // boards have no memory for them
    const Window w = test::window(1, {1025, 1025, 1, 1, false}, {1024, 1024, 1, 1, false}, 1, 4);
    const Scales scales(4, 8, 20, 22);
    check_window<mote::conv>(w, 1, bytes(w.in_image(), 1), 3, bytes(4 * w.in_image(), 2), {},
                             scales.stage(9));
    check_window<mote::depthwise>(w, 4, bytes(w.in_image(), 1), 3, bytes(4 * w.in_image(), 2), {},
                                  scales.stage(9));
}

TEST_CASE("depthwise convolutions of one input channel") {
    for (int channels = 1; channels <= 35; ++channels) {
        const Window w = test::window(1, {7, 3, 2, 1, true}, {11, 4, 2, 1, true}, 1, channels);
        const Scales scales(static_cast<std::size_t>(channels), 8, 3, 9);
        check_window<mote::depthwise>(w, channels, bytes(w.in_image(), 1), 77, bytes(channels * 12, 2), {},
                                      scales.stage(9));
    }
}

TEST_CASE("requantisation of the largest sums and of all multipliers") {
    // Weights of 0: the sums are the biases.
    const std::int32_t sums[] = {
        lowest, lowest + 1, -(1 << 30) - 1, -(1 << 30),    -3,      -2,          -1,     0, 1,
        2,      3,          1 << 20,        (1 << 30) - 1, 1 << 30, highest - 1, highest};
    constexpr int channels = 48;
    const std::vector<std::int8_t> weights(2 * channels + 1);
    for (int shift = -3; shift <= 34; ++shift)
        for (const int spread : {0, 2}) {
            Scales scales(channels - 1, static_cast<unsigned>(shift + 9), shift, shift + spread);
            scales.add(spread == 0 ? 0.0f : std::ldexp(0.5f, 1 - shift));
            for (std::size_t turn = 0; turn < 16; ++turn) {
                std::vector<std::int32_t> bias;
                for (std::size_t c = 0; c < channels; ++c) bias.push_back(sums[(c + turn) % 16]);
                for (const bool per_channel : {true, false})
                    for (const std::int32_t zero_point : {-128, 0, 127}) {
                        const Int8Stage stage = scales.stage(zero_point, -128, 127, per_channel);
                        check_window<mote::conv>(plain_window(2, 2, channels), 2, bytes(4, 1), 3, weights,
                                                 bias, stage);
                        check_window<mote::depthwise>(plain_window(2, channels, channels), 1,
                                                      bytes(2 * channels, 1), 3, weights, bias, stage);
                    }
            }
        }
}

TEST_CASE("halves are rounded away from zero") {
    // A multiplier of exactly a power of two: every sum is a multiple of a half, quarter...
    for (const int shift : {2, 3, 4}) {
        Scales scales(0, 1, 0, 0);
        for (int c = 0; c < 64; ++c) scales.add(std::ldexp(1.0f, -shift));
        std::vector<std::int32_t> bias;
        for (std::int32_t c = 0; c < 64; ++c) bias.push_back(c - 32);
        check_window<mote::conv>(plain_window(1, 4, 64), 4, bytes(4, 1), 0, std::vector<std::int8_t>(257),
                                 bias, scales.stage(0));
    }
}

namespace {

template <int Rows, class X, class Weight, class Sum>
void check_dot(std::int32_t n, std::int32_t offset) {
    const auto x = test::noise<X>(static_cast<std::size_t>(n + 1), 1);
    const auto weights = test::noise<Weight>(static_cast<std::size_t>(Rows * (n + 3) + 1), 2);
    Sum want[Rows], got[Rows];
    for (int row = 0; row < Rows; ++row) want[row] = row * 1000 - 7;
    mote::Kernel<mote::dot, mote::isa::scalar>::run<Rows>(x.data() + 1, offset, weights.data() + 1, n + 3, n,
                                                          want);
    on_each_vector_isa([&](auto isa) {
        for (int row = 0; row < Rows; ++row) got[row] = row * 1000 - 7;
        mote::Kernel<mote::dot, decltype(isa)>::template run<Rows>(x.data() + 1, offset, weights.data() + 1,
                                                                   n + 3, n, got);
        for (int row = 0; row < Rows; ++row) CHECK(got[row] == want[row]);
    });
}

template <class X, class Weight, class Sum>
void check_dots(std::int32_t offset) {
    for (std::int32_t n = 0; n <= 131; ++n) {
        check_dot<1, X, Weight, Sum>(n, offset);
        check_dot<4, X, Weight, Sum>(n, offset);
    }
    check_dot<4, X, Weight, Sum>(1027, offset);
}

} // namespace

TEST_CASE("dot products of every length") {
    for (const std::int32_t offset : {-127, 0, 128})
        check_dots<std::int8_t, std::int8_t, std::int32_t>(offset);
    for (const std::int32_t offset : {0, 40000}) {
        check_dots<std::int16_t, std::int8_t, std::int32_t>(offset);
        check_dots<std::int16_t, std::int8_t, std::int64_t>(offset);
    }
    check_dots<std::int16_t, std::int16_t, std::int32_t>(0);
}

TEST_CASE("dot products of floats: whole numbers come out exactly") {
    for (std::int32_t n = 0; n <= 67; ++n) {
        const auto x = test::noise<std::int8_t>(static_cast<std::size_t>(n + 1), 1);
        const auto weights = test::noise<std::int8_t>(static_cast<std::size_t>(4 * n + 1), 2);
        const std::vector<float> a(x.begin(), x.end()), b(weights.begin(), weights.end());
        on_each_vector_isa([&](auto isa) {
            float got[4] = {1, 2, 3, 4};
            mote::Kernel<mote::dot, decltype(isa)>::template run<4>(a.data() + 1, 0, b.data() + 1, n, n, got);
            for (std::int32_t row = 0; row < 4; ++row) {
                std::int32_t want = row + 1;
                for (std::int32_t i = 1; i <= n; ++i)
                    want += x[static_cast<std::size_t>(i)] * weights[static_cast<std::size_t>(row * n + i)];
                CHECK(got[row] == static_cast<float>(want));
            }
        });
    }
}

TEST_CASE("quantised sums of every length, in place") {
    using Sum = mote::QuantizedSum<mote::numerics::reference, std::int8_t>;
    const Sum cases[] = {{{1 << 30, 0}, {1518500250, 18}, 3, -7, 11, -128, 127, 1 << 19, 1},
                         {{1804603136, 3}, {1073741824, 19}, -128, 127, -128, -100, 90, -(1 << 19), -1},
                         {{2147483647, 1}, {2147483647, 0}, -128, -128, 0, -128, 127, 1 << 19, 1},
                         {{0x7FFFFFFF, 31}, {0x40000000, 31}, 127, 127, 127, -128, 127, 1 << 19, -1}};
    for (const Sum& sum : cases)
        for (std::int32_t n = 0; n <= 70; ++n) {
            const auto a = bytes(n, 1), b = bytes(n, 2);
            auto want = a;
            mote::Kernel<mote::pairwise, mote::isa::scalar>::run(sum, a.data() + 1, b.data() + 1,
                                                                 want.data() + 1, n);
            on_each_vector_isa([&](auto isa) {
                auto got = a;
                mote::Kernel<mote::pairwise, decltype(isa)>::run(sum, got.data() + 1, b.data() + 1,
                                                                 got.data() + 1, n);
                CHECK(got == want);
            });
        }
}
