// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_LOGISTIC_EACH_HPP
#define MOTE_KERNELS_LOGISTIC_EACH_HPP

#include "../core/fixed_exp.hpp"
#include "../core/kernel.hpp"
#include "sigmoid_argument.hpp"

#include <cmath>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// out[i] = 1 / (1 + exp(-x[i])), for n floats, int8 (results at 2^8 from -128 up) or int16 (at 2^15). Walks
/// forwards: `out` may be `x` or overlap it from below. Source: TFLite LOGISTIC.
struct logistic_each;

template <>
struct Kernel<logistic_each, isa::scalar> {
    static void run(const float* x, std::int32_t n, float* out) noexcept {
        for (std::int32_t i = 0; i < n; ++i) out[i] = logistic(x[i]);
    }

    static void run(const std::int8_t* x, std::int32_t n, SigmoidArgumentS8 argument,
                    std::int8_t* out) noexcept {
        const auto at_256 = [](std::int32_t a) {
            return rounding_divide_by_pot(fixed_logistic<4>(a), 23) - 128;
        };
        map_sigmoid_s8(x, n, argument, at_256, out);
    }

    static void run(const std::int16_t* x, std::int32_t n, SigmoidArgumentS16 argument,
                    std::int16_t* out) noexcept {
        for (std::int32_t i = 0; i < n; ++i) {
            const std::int32_t value = argument(x[i]);
            const std::int32_t result = look_up_sigmoid<9>(value, 65534);
            out[i] = static_cast<std::int16_t>((value >= 0 ? result + 512 : (1 << 25) - result + 511) >> 10);
        }
    }

private:
    // TFLM's limits: one where it differs from 1 by less than a float can tell, one where it is close to
    // exp(x).
    static float logistic(float x) noexcept {
        if (x > 16.619047f) return 1.0f;
        if (x < -9.0f) return std::exp(x);
        return 1.0f / (1.0f + std::exp(-x));
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
