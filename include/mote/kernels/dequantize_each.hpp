// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_DEQUANTIZE_EACH_HPP
#define MOTE_KERNELS_DEQUANTIZE_EACH_HPP

#include "../core/kernel.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// out[i] = scale * (x[i] - zero_point), for n integers T of up to 16 bits: the product is rounded once.
/// Walks forwards, each element being read before it or any above it is written. Source: TFLite DEQUANTIZE.
struct dequantize_each;

template <>
struct Kernel<dequantize_each, isa::scalar> {
    template <class T>
    static void run(const T* x, std::int32_t n, float scale, std::int32_t zero_point, float* out) noexcept {
        static_assert(sizeof(T) <= 2, "the difference must be exact as a float");
        for (std::int32_t i = 0; i < n; ++i) out[i] = static_cast<float>(x[i] - zero_point) * scale;
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
