// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_LEAKY_RELU_EACH_HPP
#define MOTE_KERNELS_LEAKY_RELU_EACH_HPP

#include "../core/fixed_point.hpp"
#include "../core/kernel.hpp"
#include "../core/math.hpp"

#include <cstdint>
#include <limits>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A multiplier for what is not below the input's zero point and one for the rest, and the zero points. For a
/// negative alpha the second has its magnitude and `is_mirrored` is set.
struct LeakyRescaling {
    Multiplier positive;
    Multiplier negative;
    std::int32_t input_zero_point;
    std::int32_t output_zero_point;
    bool is_mirrored;
};

/// out[i] = x[i] where that is positive, else alpha * x[i], for n floats, int8 or int16. Walks forwards:
/// `out` may be `x` or overlap it from below. Source: TFLite LEAKY_RELU.
struct leaky_relu_each;

template <>
struct Kernel<leaky_relu_each, isa::scalar> {
    static void run(const float* x, std::int32_t n, float alpha, float* out) noexcept {
        for (std::int32_t i = 0; i < n; ++i) out[i] = x[i] > 0.0f ? x[i] : x[i] * alpha;
    }

    template <class Numerics, class T>
    static void run(const T* x, std::int32_t n, LeakyRescaling r, T* out) noexcept {
        constexpr std::int32_t lowest = (std::numeric_limits<T>::min)();
        constexpr std::int32_t highest = (std::numeric_limits<T>::max)();
        for (std::int32_t i = 0; i < n; ++i) {
            const std::int32_t value = x[i] - r.input_zero_point;
            std::int32_t scaled = Numerics::scale(value, value >= 0 ? r.positive : r.negative);
            // The sign comes last, as in TFLM: with a negative multiplier halves would round the other way.
            if (value < 0 && r.is_mirrored) scaled = wrapping_subtract(0, scaled);
            out[i] = static_cast<T>(clamp(wrapping_add(scaled, r.output_zero_point), lowest, highest));
        }
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
