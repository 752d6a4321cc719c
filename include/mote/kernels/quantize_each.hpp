// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_QUANTIZE_EACH_HPP
#define MOTE_KERNELS_QUANTIZE_EACH_HPP

#include "../core/kernel.hpp"
#include "../core/math.hpp"

#include <cstdint>
#include <limits>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// out[i] = x[i] / scale rounded to the nearest, halves away from zero, plus the zero point, limited to T (of
/// up to 16 bits), for n floats; NaN gives the zero point. Divides, as multiplying by 1 / scale rounds
/// differently. Walks forwards: `out` may be `x` or overlap it from below. Source: TFLite QUANTIZE.
struct quantize_each;

template <>
struct Kernel<quantize_each, isa::scalar> {
    template <class T>
    static void run(const float* x, std::int32_t n, float scale, std::int32_t zero_point, T* out) noexcept {
        const std::int32_t low = (std::numeric_limits<T>::min)() - zero_point;
        const std::int32_t high = (std::numeric_limits<T>::max)() - zero_point;
        for (std::int32_t i = 0; i < n; ++i)
            out[i] = static_cast<T>(clamp(round_half_away(x[i] / scale), low, high) + zero_point);
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
