// SPDX-License-Identifier: Apache-2.0
// Convolutions of every depth, number of positions and of channels that tiles may end in.
#include "mote/core/numerics.hpp"
#include "mote/kernels/conv.hpp"
#include "mote/kernels/depthwise.hpp"
#include "mote/kernels/requantize.hpp"

#include "../kernels/kernel_test.hpp"
#include "../kernels/window_test.hpp"

#include <doctest/doctest.h>

namespace {

using Stage = mote::Requantizer<mote::numerics::reference, std::int8_t>;

/// An output stage with multipliers of its own, for up to 40 channels.
struct Requantization {
    std::vector<float> scales;
    std::vector<std::uint32_t> packed;

    explicit Requantization(float scale) {
        for (int c = 0; c < 40; ++c) {
            scales.push_back(scale * static_cast<float>(1 + c % 5));
            packed.push_back(mote::pack_multiplier(mote::quantize_multiplier(0.05f, scales.back(), 1.0f),
                                                   scales.back(), mote::base_exponent(0.05f, 1.0f)));
        }
    }
    Stage stage() const {
        return {{packed.data(), reinterpret_cast<const unsigned char*>(scales.data()),
                 mote::base_exponent(0.05f, 1.0f), true},
                -7,
                -120,
                110};
    }
};

/// Outputs of `Isa`, int8 or sums, from operands at odd addresses; bytes around the result must stay.
template <class K, class Isa, class Finish>
std::vector<typename Finish::Element> outputs(const mote::Window& w, int filter, const std::int8_t* x,
                                              const std::int8_t* weights, const std::int32_t* bias,
                                              const Finish& finish) {
    std::vector<typename Finish::Element> out(static_cast<std::size_t>(w.batches * w.out_image()) + 2, 77);
    test::run_window<K, Isa, std::int32_t>(w, filter, x, 128, weights, bias, finish, out.data() + 1);
    CHECK(out.front() == 77);
    CHECK(out.back() == 77);
    return out;
}

template <class K>
void check(const mote::Window& w, int filter, std::int32_t filter_elements) {
    const auto x = test::noise<std::int8_t>(static_cast<std::size_t>(w.batches * w.in_image()) + 1, 1);
    const auto weights = test::noise<std::int8_t>(static_cast<std::size_t>(filter_elements) + 1, 2);
    const auto bias = test::noise<std::int32_t>(w.out_c, 3, -9999, 9999);
    const Requantization requantization(0.3f / static_cast<float>(filter_elements / w.out_c + 20));
    const auto plain = [&](auto isa) {
        return outputs<K, decltype(isa)>(w, filter, x.data() + 1, weights.data() + 1, bias.data(),
                                         test::RawSums<std::int32_t>{});
    };
    const auto rounded = [&](auto isa) {
        return outputs<K, decltype(isa)>(w, filter, x.data() + 1, weights.data() + 1, bias.data(),
                                         requantization.stage());
    };
    const auto want_sums = plain(mote::isa::scalar{});
    const auto want = rounded(mote::isa::scalar{});
    test::on_each_isa([&](auto isa) {
        CHECK(plain(isa) == want_sums);
        CHECK(rounded(isa) == want);
    });
}

void check_conv(int positions, int depth, int channels) {
    const test::Axis one{1, 1, 1, 1, false}, along{positions, 1, 1, 1, false};
    check<mote::conv>(test::window(1, one, along, depth, channels), depth, depth * channels);
}

} // namespace

TEST_CASE("depths up to where vectors repeat") {
    for (int depth = 1; depth <= 70; ++depth) check_conv(5, depth, 3);
    for (const int depth : {79, 80, 81, 112, 127, 128, 129, 255, 256, 257, 641, 1281})
        check_conv(5, depth, 3);
}

TEST_CASE("positions up to more than a block") {
    for (const int depth : {3, 16, 19, 33, 40, 64, 100, 128, 700, 1300})
        for (const int positions : {1, 2, 3, 4, 6, 7, 8, 9, 33, 67}) check_conv(positions, depth, 2);
}

TEST_CASE("channels up to more than two tiles") {
    for (const int depth : {8, 24, 64, 65})
        for (int channels = 1; channels <= 21; ++channels) check_conv(5, depth, channels);
}

TEST_CASE("windows of many kinds, requantised") {
    for (const mote::Window& w : test::windows(2, 6, 10)) {
        check<mote::conv>(w, 3, w.filter_h * w.filter_w * 30);
        check<mote::conv>(w, 6, w.filter_h * w.filter_w * 60);
    }
    for (const int channels : {1, 3, 8, 15, 16, 17, 24, 40})
        for (const mote::Window& w : test::windows(2, channels, channels))
            check<mote::depthwise>(w, 1, w.filter_h * w.filter_w * channels);
    for (const mote::Window& w : test::windows(2, 4, 20))
        check<mote::depthwise>(w, 5, w.filter_h * w.filter_w * 20);
}

TEST_CASE("depthwise filters of many taps over wide and high inputs") {
    for (const int channels : {1, 2, 9, 36})
        for (const int extent : {7, 25, 51})
            for (const int filter : {1, 3, 5, 9})
                for (const int stride : {1, 2}) {
                    const test::Axis y{9, filter, stride, 1, true}, x{extent, filter, stride, 1, true};
                    check<mote::depthwise>(test::window(1, y, x, channels, channels), 1,
                                           filter * filter * channels);
                }
}
