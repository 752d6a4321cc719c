// SPDX-License-Identifier: Apache-2.0
// The ISAs' output stages, against the portable stage element by element.
#include "../kernels/kernel_test.hpp"

#include "mote/core/numerics.hpp"
#include "mote/kernels/finish_channels.hpp"
#include "mote/kernels/requantize.hpp"

#include <doctest/doctest.h>

#include <cmath>

using Stage = mote::Requantizer<mote::numerics::reference, std::int8_t>;

namespace {

constexpr int channels = 24;

struct Scales {
    std::vector<float> values;
    std::vector<std::uint32_t> packed;
    int base = mote::base_exponent(1.0f, 1.0f);

    void add(float scale) {
        values.push_back(scale);
        packed.push_back(mote::pack_multiplier(mote::quantize_multiplier(1.0f, scale, 1.0f), scale, base));
    }
    Stage stage(int zero_point, int low, int high) const {
        return {{packed.data(), reinterpret_cast<const unsigned char*>(values.data()), base, true},
                zero_point,
                low,
                high};
    }
};

/// Sums that such a scale brings to a half, to its neighbours and to the limits of int8 and int32.
std::vector<std::int32_t> telling_sums(float scale) {
    std::vector<std::int32_t> sums{0, 1, -1, 2147483647, -2147483647 - 1, 2147483646, -2147483647};
    for (const double target : {-129.5, -128.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 126.5, 127.5}) {
        const double sum = std::floor(target / static_cast<double>(scale));
        if (std::fabs(sum) > 2147483000.0) continue;
        for (int step = -2; step <= 2; ++step) sums.push_back(static_cast<std::int32_t>(sum) + step);
    }
    return sums;
}

void check(const Stage& stage, const std::vector<std::int32_t>& sums) {
    test::on_each_isa([&](auto isa) {
        for (std::size_t first = 0; first < sums.size(); first += channels) {
            std::int32_t tile[channels];
            for (std::size_t i = 0; i < channels; ++i) tile[i] = sums[(first + i) % sums.size()];
            std::int8_t out[channels];
            mote::Kernel<mote::finish_channels, decltype(isa)>::run(stage, tile, channels, 0, out);
            for (int c = 0; c < channels; ++c) CHECK(out[c] == stage(tile[c], c));
        }
    });
}

} // namespace

TEST_CASE("every power of two that a scale can be, and its neighbours") {
    for (int exponent = -35; exponent <= 31; ++exponent)
        for (const float factor : {1.0f, 1.00000012f, 0.99999994f, 1.37f}) {
            const float scale = std::ldexp(factor, exponent);
            Scales scales;
            for (int c = 0; c < channels; ++c) scales.add(scale);
            check(scales.stage(0, -128, 127), telling_sums(scale));
            check(scales.stage(-128, -128, 127), telling_sums(scale));
            check(scales.stage(100, -5, 3), telling_sums(scale));
        }
}

TEST_CASE("one channel in a tile is out of the ordinary") {
    const auto sums = test::noise<std::int32_t>(480, 1, -70000, 70000);
    for (const float odd : {3.0f, 1e-20f, 3e-39f, 3e9f, 0.0f, -0.25f})
        for (int at = 0; at < channels; ++at) {
            Scales scales;
            for (int c = 0; c < at; ++c) scales.add(std::ldexp(0.001f, c % 8));
            scales.add(odd);
            for (int c = at + 1; c < channels; ++c) scales.add(std::ldexp(0.001f, c % 8));
            check(scales.stage(-3, -128, 127), sums);
        }
}
