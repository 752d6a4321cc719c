// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_TANH_EACH_HPP
#define MOTE_KERNELS_TANH_EACH_HPP

#include "../core/fixed_exp.hpp"
#include "../core/kernel.hpp"
#include "sigmoid_argument.hpp"

#include <cmath>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// out[i] = tanh(x[i]), for n floats, int8 (results at 2^7) or int16 (at 2^15). Walks forwards: `out` may be
/// `x` or overlap it from below. Source: TFLite TANH.
struct tanh_each;

template <>
struct Kernel<tanh_each, isa::scalar> {
    static void run(const float* x, std::int32_t n, float* out) noexcept {
        for (std::int32_t i = 0; i < n; ++i) out[i] = std::tanh(x[i]);
    }

    static void run(const std::int8_t* x, std::int32_t n, SigmoidArgumentS8 argument,
                    std::int8_t* out) noexcept {
        const auto at_128 = [](std::int32_t a) { return rounding_divide_by_pot(fixed_tanh<4>(a), 24); };
        map_sigmoid_s8(x, n, argument, at_128, out);
    }

    // tanh(a) = 2 * sigmoid(2 * a) - 1: the same table at half the distance between entries.
    static void run(const std::int16_t* x, std::int32_t n, SigmoidArgumentS16 argument,
                    std::int16_t* out) noexcept {
        for (std::int32_t i = 0; i < n; ++i) {
            const std::int32_t value = argument(x[i]);
            const std::int32_t result = look_up_sigmoid<8>(value, 65535) - (1 << 23);
            out[i] = static_cast<std::int16_t>((value >= 0 ? result + 128 : 127 - result) >> 8);
        }
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
