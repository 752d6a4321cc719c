// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_NUMERICS_HPP
#define MOTE_CORE_NUMERICS_HPP

#include "fixed_point.hpp"

namespace mote::numerics {

/// TFLM's reference arithmetic: a product rounded to 32 bits, then a shift rounded again.
struct reference {
    static constexpr std::int32_t scale(std::int32_t accumulator, Multiplier multiplier) noexcept {
        return multiply_by_quantized_multiplier(accumulator, multiplier);
    }
    /// 64-bit accumulators (int16 activations) use the multiplier reduced to 16 bits.
    static constexpr std::int32_t scale(std::int64_t accumulator, Multiplier multiplier) noexcept {
        return multiply_by_reduced_multiplier(accumulator, multiplier);
    }
};

} // namespace mote::numerics

#endif
