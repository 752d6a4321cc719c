// SPDX-License-Identifier: Apache-2.0
// Shapes around the tiles of the ISAs' convolutions, and output stages of all kinds behind them.
#include "../kernels/kernel_test.hpp"
#include "../kernels/window_test.hpp"

#include "mote/core/numerics.hpp"
#include "mote/kernels/conv.hpp"
#include "mote/kernels/depthwise.hpp"
#include "mote/kernels/requantize.hpp"

#include <doctest/doctest.h>

using mote::Window;
using Stage = mote::Requantizer<mote::numerics::reference, std::int8_t>;

namespace {

/// An output stage with a multiplier per channel: most below 1/2, some above, some 0.
struct Channels {
    std::vector<float> scales;
    std::vector<std::uint32_t> packed;
    int base = mote::base_exponent(0.5f, 1.0f);

    explicit Channels(int n) {
        const float factors[] = {0.004f, 0.0131f, 0.9f, 0.00071f, 1e-30f, 0.02f, 6.5f, 0.003f, 3e-39f};
        for (int c = 0; c < n; ++c) {
            scales.push_back(factors[c % 9]);
            packed.push_back(mote::pack_multiplier(mote::quantize_multiplier(0.5f, scales.back(), 1.0f),
                                                   scales.back(), base));
        }
    }
    Stage stage(int zero_point, int low, int high, bool per_channel = true) const {
        return {{packed.data(), reinterpret_cast<const unsigned char*>(scales.data()), base, per_channel},
                zero_point,
                low,
                high};
    }
};

const Stage stages_of(const Channels& channels, int which) {
    if (which == 0) return channels.stage(0, -128, 127);
    if (which == 1) return channels.stage(-128, -128, -1);
    return channels.stage(7, 7, 90, false);
}

template <class K>
void check(const Window& w, int filter, const std::vector<std::int8_t>& x, int offset,
           const std::vector<std::int8_t>& weights, const std::vector<std::int32_t>& bias,
           const std::vector<std::int64_t>& sums) {
    const Channels channels(w.out_c);
    for (int which = 0; which < 3; ++which) {
        const Stage stage = stages_of(channels, which);
        std::vector<std::int8_t> want;
        for (std::size_t i = 0; i < sums.size(); ++i)
            want.push_back(stage(static_cast<std::int32_t>(sums[i]), static_cast<std::int32_t>(i % w.out_c)));
        test::on_each_isa([&](auto isa) {
            std::vector<std::int8_t> out(want.size());
            test::run_window<K, decltype(isa), std::int32_t>(w, filter, x.data(), offset, weights.data(),
                                                             bias.empty() ? nullptr : bias.data(), stage,
                                                             out.data());
            CHECK(out == want);
        });
    }
}

void check_conv(const Window& w, int filter_c, int offset, bool extremes) {
    const auto filter = static_cast<std::size_t>(w.filter_h * w.filter_w * filter_c);
    const auto low = static_cast<std::size_t>(w.batches * w.in_image());
    const auto x = test::noise<std::int8_t>(low, 1, -128, extremes ? -128 : 127);
    const auto weights = test::noise<std::int8_t>(w.out_c * filter, 2, -128, extremes ? -128 : 127);
    const auto bias = test::noise<std::int32_t>(extremes ? 0 : w.out_c, 3, -9999, 9999);
    const auto weight = [&](int channel, int fy, int fx, int c) {
        const auto tap = static_cast<std::size_t>((fy * w.filter_w + fx) * filter_c + c);
        return std::int64_t{weights[static_cast<std::size_t>(channel) * filter + tap]};
    };
    check<mote::conv>(w, filter_c, x, offset, weights, bias,
                      test::convolved(w, filter_c, x, offset, weight, bias));
}

test::Axis plain(int in, int filter = 1) { return {in, filter, 1, 1, false}; }

} // namespace

TEST_CASE("1x1: any number of positions, output channels around a tile") {
    for (int positions = 1; positions <= 26; ++positions)
        for (const int out_c : {1, 7, 8, 9, 19})
            check_conv(test::window(1, plain(1), plain(positions), 5, out_c), 5, -3, false);
}

TEST_CASE("1x1: any depth") {
    for (int depth = 1; depth <= 70; ++depth) {
        check_conv(test::window(1, plain(1), plain(9), depth, 18), depth, 128, false);
        check_conv(test::window(1, plain(1), plain(2), depth, 6), depth, -127, false);
    }
}

TEST_CASE("several blocks of patches, batches and groups") {
    check_conv(test::window(2, plain(14), plain(13), 16, 33), 16, 100, false);
    check_conv(test::window(1, plain(3), plain(41), 24, 48), 8, 100, false);
    check_conv(test::window(1, plain(2), plain(17), 700, 12), 700, 1, false);
    check_conv(test::window(2, {13, 3, 2, 1, true}, {21, 3, 1, 2, true}, 19, 21), 19, 128, false);
}

TEST_CASE("the largest products of each sign, everywhere") {
    for (const int offset : {128, -127, 0}) {
        check_conv(test::window(1, {6, 3, 1, 1, true}, {6, 3, 1, 1, true}, 40, 16), 40, offset, true);
        check_conv(test::window(1, plain(1), plain(3), 40, 5), 40, offset, true);
    }
}

TEST_CASE("depthwise: output stages of all kinds") {
    for (const int multiplier : {1, 3})
        for (const int in_c : {1, 4, 13, 16, 31, 40}) {
            const Window w = test::window(2, {5, 3, 1, 1, true}, {7, 3, 2, 1, true}, in_c, in_c * multiplier);
            const auto x = test::noise<std::int8_t>(static_cast<std::size_t>(2 * w.in_image()), 4);
            const auto weights = test::noise<std::int8_t>(static_cast<std::size_t>(9 * w.out_c), 5);
            const auto bias = test::noise<std::int32_t>(w.out_c, 6, -9999, 9999);
            const auto weight = [&](int channel, int fy, int fx, int) {
                return std::int64_t{weights[static_cast<std::size_t>((fy * 3 + fx) * w.out_c + channel)]};
            };
            check<mote::depthwise>(w, multiplier, x, -127, weights, bias,
                                   test::convolved(w, 1, x, -127, weight, bias));
        }
}
