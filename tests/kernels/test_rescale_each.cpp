// SPDX-License-Identifier: Apache-2.0
#include "mote/core/numerics.hpp"
#include "mote/isa/native.hpp"
#include "mote/kernels/rescale_each.hpp"

#include "../ops/tflm_scaling.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <vector>

namespace {

using mote::Rescaling;
using mote::numerics::reference;

mote::Multiplier multiplier_of(const test::Scaling& s) {
    return {static_cast<std::int32_t>(s.value), static_cast<std::int32_t>(s.shift)};
}

} // namespace

TEST_CASE_TEMPLATE("rescale_each of every length, in place and widening from below", Isa, mote::isa::scalar,
                   mote::isa::native) {
    using Rescale = mote::Kernel<mote::rescale_each, Isa>;
    const test::Scaling scaling(1.37);
    const Rescaling r{multiplier_of(scaling), -5, 12, -100, 120};
    for (std::int32_t n = 0; n <= 33; ++n) {
        std::vector<std::int8_t> x(static_cast<std::size_t>(n) + 1);
        std::vector<std::int64_t> expected;
        for (std::int32_t i = 0; i < n; ++i) {
            x[static_cast<std::size_t>(i)] = static_cast<std::int8_t>(i * 73 % 256 - 128);
            const std::int64_t y = scaling(x[static_cast<std::size_t>(i)] + 5) + 12;
            expected.push_back(y < -100 ? -100 : y > 120 ? 120 : y);
        }
        std::vector<std::int32_t> memory(static_cast<std::size_t>(n) + 1);
        auto* const bytes = reinterpret_cast<std::int8_t*>(memory.data());
        std::int8_t* const end = bytes + 3 * n;
        for (std::int32_t i = 0; i < n; ++i) end[i] = x[static_cast<std::size_t>(i)];
        Rescale::template run<reference>(end, n, r, memory.data());
        CHECK(std::vector<std::int64_t>(memory.begin(), memory.end() - 1) == expected);

        Rescale::template run<reference>(x.data(), n, r, x.data());
        CHECK(std::vector<std::int64_t>(x.begin(), x.end() - 1) == expected);
        CHECK(x.back() == 0);
    }
}

TEST_CASE_TEMPLATE("rescale_each saturates at the bounds and wraps at 32 bits", Isa, mote::isa::scalar,
                   mote::isa::native) {
    using Rescale = mote::Kernel<mote::rescale_each, Isa>;
    constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::min();
    constexpr std::int32_t highest = std::numeric_limits<std::int32_t>::max();
    const std::int32_t x[] = {lowest, -1, 0, 1, highest};
    std::int16_t narrow[5];
    Rescale::template run<reference>(x, 5, Rescaling{{1 << 30, 0}, 0, 0, -32768, 32767}, narrow);
    CHECK(std::vector<int>(narrow, narrow + 5) == std::vector<int>{-32768, 0, 0, 1, 32767});

    std::int32_t wide[5];
    Rescale::template run<reference>(x, 5, Rescaling{{highest, 0}, 1, highest, lowest, highest}, wide);
    CHECK(std::vector<std::int32_t>(wide, wide + 5) ==
          std::vector<std::int32_t>{-3, highest - 2, highest - 1, highest, -4});
}
