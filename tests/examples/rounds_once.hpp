// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_EXAMPLES_ROUNDS_ONCE_HPP
#define MOTE_TESTS_EXAMPLES_ROUNDS_ONCE_HPP

#include <mote/mote.hpp>

#include <cstdint>

namespace test {

/// The one rounding of TensorFlow Lite's Python packages, which made the golden values. TFLM, and so mote's
/// default, rounds twice; that moves some outputs by a few units.
struct rounds_once {
    static std::int32_t scale(std::int32_t accumulator, mote::Multiplier multiplier) noexcept {
        const int shift = 31 - static_cast<int>(multiplier.shift);
        const std::int64_t half = std::int64_t{1} << (shift - 1);
        return static_cast<std::int32_t>((std::int64_t{accumulator} * multiplier.value + half) >> shift);
    }
};

struct RoundsOnce : mote::DefaultConfig {
    using Numerics = rounds_once;
};

} // namespace test

#endif
