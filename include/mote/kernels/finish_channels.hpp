// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_FINISH_CHANNELS_HPP
#define MOTE_KERNELS_FINISH_CHANNELS_HPP

#include "../core/kernel.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// out[i] = finish(accumulators[i], channel + i) for i < n: the output stage of a tile of neighbouring
/// channels.
struct finish_channels;

template <>
struct Kernel<finish_channels, isa::scalar> {
    template <class Finish, class Accumulator>
    static void run(const Finish& finish, const Accumulator* accumulators, std::int32_t n,
                    std::int32_t channel, typename Finish::Element* out) noexcept {
        const Finish stage = finish; // a copy, which the stores below cannot alias
        for (std::int32_t i = 0; i < n; ++i) out[i] = stage(accumulators[i], channel + i);
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
