// SPDX-License-Identifier: Apache-2.0
// Kernels that requantise many sums at once, against the output stage called for each.
#include "mote/core/numerics.hpp"
#include "mote/kernels/conv.hpp"
#include "mote/kernels/depthwise.hpp"
#include "mote/kernels/fully_connected.hpp"
#include "mote/kernels/requantize.hpp"

#include "../kernels/kernel_test.hpp"
#include "../kernels/window_test.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace {

using Stage = mote::Requantizer<mote::numerics::reference, std::int8_t>;

constexpr std::int32_t lowest = (std::numeric_limits<std::int32_t>::min)();
constexpr std::int32_t highest = (std::numeric_limits<std::int32_t>::max)();

/// Multipliers of every shift, and of scales that are none.
struct Multipliers {
    std::vector<float> scales;
    std::vector<std::uint32_t> packed;
    const float input = 0.5f, output = 0.75f;

    explicit Multipliers(std::vector<float> filter) : scales(std::move(filter)) {
        for (const float scale : scales)
            packed.push_back(
                mote::pack_multiplier(mote::quantize_multiplier(input, scale, output), scale, base()));
    }
    int base() const { return mote::base_exponent(input, output); }
    Stage stage(bool per_channel, std::int32_t zero_point, std::int32_t low, std::int32_t high) const {
        return {{packed.data(), reinterpret_cast<const unsigned char*>(scales.data()), base(), per_channel},
                zero_point,
                low,
                high};
    }
};

std::vector<float> all_scales() {
    std::vector<float> scales{0.0f, HUGE_VALF, 1e-40f, -1.0f, 1.5f};
    for (int exponent = -40; exponent <= 40; ++exponent)
        for (const float mantissa : {1.0f, 1.4999f, 1.5f, 1.9999999f})
            scales.push_back(std::ldexp(mantissa, exponent));
    return scales;
}

const std::int32_t sums[] = {0,
                             1,
                             -1,
                             2,
                             -2,
                             3,
                             -3,
                             5,
                             -5,
                             6,
                             -6,
                             127,
                             -128,
                             384,
                             -384,
                             4096,
                             -4096,
                             100000,
                             -100000,
                             0x555555,
                             -0x555555,
                             1 << 30,
                             -1 - (1 << 30),
                             lowest,
                             highest,
                             lowest + 1,
                             highest - 1,
                             0x40000000,
                             -0x40000000};

/// Checks all kernels with sums that come from the bias alone.
void check(const Stage& stage, const std::vector<std::int32_t>& bias) {
    const auto channels = static_cast<int>(bias.size());
    constexpr int positions = 6;
    std::vector<std::int8_t> want;
    for (int p = 0; p < positions; ++p)
        for (int c = 0; c < channels; ++c) want.push_back(stage(bias[static_cast<std::size_t>(c)], c));
    const auto zeros = std::vector<std::int8_t>(static_cast<std::size_t>(channels));
    const auto x = test::noise<std::int8_t>(want.size(), 1);
    const test::Axis one{1, 1, 1, 1, false}, along{positions, 1, 1, 1, false};
    const mote::Window product = test::window(1, one, along, 1, channels);
    const mote::Window each = test::window(1, one, along, channels, channels);
    test::on_each_isa([&](auto isa) {
        using Isa = decltype(isa);
        std::vector<std::int8_t> out(want.size());
        test::run_window<mote::conv, Isa, std::int32_t>(product, 1, x.data(), 3, zeros.data(), bias.data(),
                                                        stage, out.data());
        CHECK(out == want);
        out.assign(want.size(), 0);
        test::run_window<mote::depthwise, Isa, std::int32_t>(each, 1, x.data(), 3, zeros.data(), bias.data(),
                                                             stage, out.data());
        CHECK(out == want);
        out.assign(want.size(), 0);
        mote::Kernel<mote::fully_connected, Isa>::template run<Isa, std::int32_t>(
            {positions, 1, channels}, x.data(), 3, zeros.data(), 0, bias.data(), stage, out.data());
        CHECK(out == want);
    });
}

} // namespace

TEST_CASE("one multiplier per channel: every shift and every kind of sum") {
    const Multipliers multipliers(all_scales());
    const std::size_t n = sizeof sums / sizeof *sums;
    for (std::size_t first = 0; first < n; ++first) {
        std::vector<std::int32_t> bias;
        for (std::size_t c = 0; c < multipliers.scales.size(); ++c) bias.push_back(sums[(first + c) % n]);
        check(multipliers.stage(true, -3, -128, 127), bias);
    }
}

TEST_CASE("one multiplier for all channels") {
    for (const float scale : all_scales()) {
        const Multipliers multipliers({scale});
        check(multipliers.stage(false, 127, -100, 120),
              std::vector<std::int32_t>(std::begin(sums), std::end(sums)));
    }
}

TEST_CASE("halves go away from zero") {
    for (int shift = 1; shift < 31; ++shift) {
        // The product of a multiplier of 1/2 and twice the sum is the sum.
        const Multipliers multipliers({std::ldexp(1.5f, -shift)});
        std::vector<std::int32_t> bias;
        for (int odd = -9; odd <= 9; odd += 2)
            for (int by = -1; by <= 1; ++by)
                bias.push_back(static_cast<std::int32_t>(std::int64_t{odd} *
                                                         (std::int64_t{1} << (shift - 1)) % highest) +
                               by);
        check(multipliers.stage(false, 0, -128, 127), bias);
    }
}
