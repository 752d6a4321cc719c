// SPDX-License-Identifier: Apache-2.0
#include "mote/core/numerics.hpp"
#include "mote/kernels/finish_channels.hpp"
#include "mote/kernels/requantize.hpp"

#include "kernel_test.hpp"

#include <doctest/doctest.h>

using mote::Kernel;

TEST_CASE("every element of a tile is what the stage alone makes of it, and no more are written") {
    const auto scales = test::noise<std::int16_t>(40, 1, 1, 3000);
    std::vector<float> filter;
    std::vector<std::uint32_t> packed;
    for (const std::int16_t scale : scales) {
        filter.push_back(static_cast<float>(scale) * 1e-4f);
        packed.push_back(mote::pack_multiplier(mote::quantize_multiplier(0.02f, filter.back(), 0.9f),
                                               filter.back(), mote::base_exponent(0.02f, 0.9f)));
    }
    const auto sums = test::noise<std::int32_t>(40, 2, -40000, 40000);
    for (const bool per_channel : {false, true}) {
        const mote::Requantizer<mote::numerics::reference, std::int8_t> finish{
            {packed.data(), reinterpret_cast<const unsigned char*>(filter.data()),
             mote::base_exponent(0.02f, 0.9f), per_channel},
            3,
            -110,
            120};
        for (std::int32_t n = 0; n <= 33; ++n)
            test::on_each_isa([&](auto isa) {
                std::vector<std::int8_t> out(40, 77);
                Kernel<mote::finish_channels, decltype(isa)>::run(finish, sums.data() + 1, n, 5, out.data());
                for (std::int32_t i = 0; i < 40; ++i) {
                    const auto at = static_cast<std::size_t>(i);
                    CHECK(out[at] == (i < n ? finish(sums[at + 1], i + 5) : 77));
                }
            });
    }
}

TEST_CASE("float tiles") {
    const float sums[] = {-2.0f, 0.25f, 9.0f};
    float out[3] = {};
    test::on_each_isa([&](auto isa) {
        Kernel<mote::finish_channels, decltype(isa)>::run(mote::FloatClamp{0.0f, 6.0f}, sums, 3, 0, out);
        CHECK(out[0] == 0.0f);
        CHECK(out[1] == 0.25f);
        CHECK(out[2] == 6.0f);
    });
}
