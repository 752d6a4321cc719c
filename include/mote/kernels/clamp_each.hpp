// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_CLAMP_EACH_HPP
#define MOTE_KERNELS_CLAMP_EACH_HPP

#include "../core/kernel.hpp"
#include "../core/math.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// out[i] = x[i] limited to [low, high], for n numbers of one type; NaN stays NaN. Walks forwards: `out` may
/// be `x` or overlap it from below. Source: TFLite RELU and RELU6.
struct clamp_each;

template <>
struct Kernel<clamp_each, isa::scalar> {
    template <class T>
    static void run(const T* x, std::int32_t n, T low, T high, T* out) noexcept {
        for (std::int32_t i = 0; i < n; ++i) out[i] = clamp(x[i], low, high);
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
