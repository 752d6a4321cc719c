// SPDX-License-Identifier: Apache-2.0
#include "mote/core/numerics.hpp"
#include "mote/kernels/requantize.hpp"

#include "kernel_test.hpp"

#include <doctest/doctest.h>

#include <cmath>

using mote::ChannelMultipliers;
using mote::Multiplier;
using mote::Requantizer;
using mote::numerics::reference;

namespace {

/// Filter scales as the model has them, with the packed words of their multipliers.
struct Scales {
    float input, output;
    std::vector<float> filter;
    std::vector<std::uint32_t> packed;

    Scales(float in, float out, std::vector<float> scales)
        : input(in), output(out), filter(std::move(scales)) {
        for (const float scale : filter)
            packed.push_back(mote::pack_multiplier(mote::quantize_multiplier(in, scale, out), scale, base()));
    }
    int base() const { return mote::base_exponent(input, output); }
    ChannelMultipliers multipliers(bool per_channel) const {
        return {packed.data(), reinterpret_cast<const unsigned char*>(filter.data()), base(), per_channel};
    }
};

const Scales scales(0.0234f, 0.71f, {0.5f, 0.0125f, 3.0e-5f, 1.75f, 91.0f});

} // namespace

TEST_CASE("each channel has its multiplier") {
    const ChannelMultipliers multipliers = scales.multipliers(true);
    for (std::int32_t c = 0; c < 5; ++c) {
        const float filter = scales.filter[static_cast<std::size_t>(c)];
        const Multiplier got = multipliers[c];
        CHECK(got == mote::quantize_multiplier(scales.input, filter, scales.output));
        const double real = std::ldexp(static_cast<double>(got.value), static_cast<int>(got.shift) - 31);
        const double want = double{scales.input} * double{filter} / double{scales.output};
        CHECK(std::fabs(real - want) <= want * 1e-9);
    }
}

TEST_CASE("one multiplier for all channels") {
    const ChannelMultipliers multipliers = scales.multipliers(false);
    for (std::int32_t c = 0; c < 5; ++c)
        CHECK(multipliers[c] == mote::quantize_multiplier(0.0234f, 0.5f, 0.71f));
}

TEST_CASE("scales may lie at any address") {
    unsigned char bytes[9] = {};
    const std::uint32_t bits = mote::float_to_bits(0.5f);
    for (int i = 0; i < 4; ++i) bytes[5 + i] = static_cast<unsigned char>(bits >> (8 * i));
    const ChannelMultipliers multipliers{scales.packed.data() - 1, bytes + 1, scales.base(), true};
    CHECK(multipliers[1] == mote::quantize_multiplier(0.0234f, 0.5f, 0.71f));
}

TEST_CASE("scaled, shifted, limited") {
    const Requantizer<reference, std::int8_t> finish{scales.multipliers(true), -7, -100, 90};
    for (const std::int32_t sum :
         {0, 1, -1, 60, -61, 1000, -1000, 123456, -123456, 2147483647, -2147483647 - 1})
        for (std::int32_t c = 0; c < 5; ++c) {
            const std::int64_t shifted =
                std::int64_t{mote::multiply_by_quantized_multiplier(sum, scales.multipliers(true)[c])} - 7;
            const std::int64_t want = shifted < -100 ? -100 : shifted > 90 ? 90 : shifted;
            CAPTURE(sum);
            CHECK(finish(sum, c) == want);
        }
    // 60 * 0.0234 * 0.5 / 0.71 = 0.989
    CHECK(finish(std::int32_t{60}, 0) == -6);
    CHECK(finish(std::int32_t{-1000}, 1) == -7);
}

TEST_CASE("64-bit sums take the multiplier reduced to 16 bits") {
    const Requantizer<reference, std::int16_t> finish{scales.multipliers(true), 0, -32768, 32767};
    for (const std::int64_t sum :
         {std::int64_t{0}, std::int64_t{-98765}, std::int64_t{1} << 40, -(std::int64_t{1} << 35)})
        for (std::int32_t c = 0; c < 5; ++c) {
            const std::int64_t scaled =
                mote::multiply_by_reduced_multiplier(sum, scales.multipliers(true)[c]);
            CHECK(finish(sum, c) == (scaled < -32768 ? -32768 : scaled > 32767 ? 32767 : scaled));
        }
    CHECK(finish(std::int64_t{1} << 40, 2) == 32767);
}

TEST_CASE("float only has limits") {
    const mote::FloatClamp finish{-1.0f, 6.0f};
    CHECK(finish(-1.5f, 0) == -1.0f);
    CHECK(finish(-0.5f, 3) == -0.5f);
    CHECK(finish(6.5f, 1) == 6.0f);
    CHECK(finish(HUGE_VALF, 0) == 6.0f);
    CHECK(finish(-HUGE_VALF, 0) == -1.0f);
}
