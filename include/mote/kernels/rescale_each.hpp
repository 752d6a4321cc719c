// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_RESCALE_EACH_HPP
#define MOTE_KERNELS_RESCALE_EACH_HPP

#include "../core/fixed_point.hpp"
#include "../core/kernel.hpp"
#include "../core/math.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// From one quantisation to another: the quotient of the scales, the zero points, bounds of the result.
struct Rescaling {
    Multiplier multiplier;
    std::int32_t input_zero_point;
    std::int32_t output_zero_point;
    std::int32_t low;
    std::int32_t high;
};

/// out[i] = what x[i] is in another quantisation, limited to its bounds, for n integers of up to 32 bits.
/// Sums wrap. Walks forwards: `out` may be `x` or overlap it from below. Source: TFLite QUANTIZE and RELU.
struct rescale_each;

template <>
struct Kernel<rescale_each, isa::scalar> {
    // By value: stores of int8 might otherwise change the members.
    template <class Numerics, class In, class Out>
    static void run(const In* x, std::int32_t n, Rescaling r, Out* out) noexcept {
        for (std::int32_t i = 0; i < n; ++i) {
            const std::int32_t scaled =
                Numerics::scale(wrapping_subtract(x[i], r.input_zero_point), r.multiplier);
            out[i] = static_cast<Out>(clamp(wrapping_add(scaled, r.output_zero_point), r.low, r.high));
        }
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
