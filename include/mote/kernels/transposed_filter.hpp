// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_TRANSPOSED_FILTER_HPP
#define MOTE_KERNELS_TRANSPOSED_FILTER_HPP

#include "window.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Writes a depthwise filter [height, width, out channel] to `scratch` as [out channel, height, width], which
/// is how a convolution of one input channel reads it; returns where it is.
inline const std::int8_t* transposed_filter(const Window& w, const std::int8_t* weights,
                                            void* scratch) noexcept {
    auto* const to = static_cast<std::int8_t*>(scratch);
    const std::int32_t taps = w.filter_h * w.filter_w;
    for (std::int32_t tap = 0; tap < taps; ++tap)
        for (std::int32_t c = 0; c < w.out_c; ++c) to[c * taps + tap] = *weights++;
    return to;
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
