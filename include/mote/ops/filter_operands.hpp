// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_FILTER_OPERANDS_HPP
#define MOTE_OPS_FILTER_OPERANDS_HPP

#include "../core/element_type.hpp"
#include "../core/kernel.hpp"
#include "../kernels/window.hpp"
#include "channel_scales.hpp"
#include "weights.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Operands of a variant of CONV_2D or DEPTHWISE_CONV_2D for T, whose kernel is K. Extras are scratch for
/// recomputed multipliers, then what scratch the kernel needs on its ISA.
template <class K, class T>
struct FilterOperands : Operands<3, 2> {
    using Activation = std::conditional_t<std::is_same_v<T, int4>, std::int8_t, T>;
    using Weight = std::conditional_t<std::is_same_v<T, float> || std::is_same_v<T, int4>, T, std::int8_t>;

    template <class Config>
    static constexpr bool has_scratch =
        Kernel<K, typename Config::Isa>::template has_scratch<Activation, WeightReader<Weight>>;
    template <class Config>
    static constexpr int scratch_at =
        std::is_same_v<T, float> ? 0 : ScaledOperands<3, 2>::template extras<Config>;
    template <class Config>
    static constexpr int extras = scratch_at<Config> + (has_scratch<Config> ? 1 : 0);

    /// Asks for the kernel's scratch; `channels` is what the kernel takes beside the window.
    template <class Requests>
    static constexpr void request_scratch([[maybe_unused]] Requests& requests,
                                          [[maybe_unused]] const Window& window,
                                          [[maybe_unused]] std::int32_t channels) noexcept {
        using Config = typename Requests::Config;
        if constexpr (has_scratch<Config>)
            requests.scratch(
                Kernel<K, typename Config::Isa>::template scratch_bytes<Activation, WeightReader<Weight>>(
                    window, channels));
    }

    template <class Config>
    static void* scratch(const EvalContext& context) noexcept {
        if constexpr (has_scratch<Config>)
            return context.template extra<void>(scratch_at<Config>);
        else
            return nullptr;
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
