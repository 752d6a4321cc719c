// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_CHANNEL_SCALES_HPP
#define MOTE_OPS_CHANNEL_SCALES_HPP

#include "../core/multipliers.hpp"
#include "../kernels/requantize.hpp"
#include "eval_context.hpp"
#include "op.hpp"
#include "quantized.hpp"
#include "requests.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Operands of an op with ChannelScales: scratch for its multipliers is its only extra.
template <int Inputs, int Required>
struct ScaledOperands : Operands<Inputs, Required> {
    template <class Config>
    static constexpr int extras = recomputes_multipliers<Config> ? 1 : 0;
};

/// Asks for that scratch, for as many channels as are recomputed.
template <class Requests>
constexpr void request_multipliers([[maybe_unused]] Requests& requests,
                                   [[maybe_unused]] std::int32_t channels) noexcept {
    if constexpr (recomputes_multipliers<typename Requests::Config>)
        requests.scratch(static_cast<std::uint32_t>(channels) * 4);
}

/// Where the multipliers of a filter's channels are: packed in the step's table, beside the filter's scales
/// in the model; or if they are recomputed, the scales of input and output in that table. Part of an op's
/// params.
struct ChannelScales {
    std::uint32_t filter_scales; // offset in the model
    std::uint16_t count;         // 1 or the number of output channels
    std::int16_t base_exponent;

    /// Whether multipliers are recomputed, which saves nothing where there are few.
    template <class Config>
    static constexpr bool recomputes(std::int32_t count) noexcept {
        return recomputes_multipliers<Config> && count > 2;
    }

    /// Whether the table holds no more than the scales of input and output.
    template <class Config>
    static constexpr bool keeps_scales(std::int32_t count) noexcept {
        return Config::Numerics::scales_in_float || recomputes<Config>(count);
    }

    /// ChannelMultipliers, or ChannelFloatScales where the numerics take these.
    template <class Config>
    auto multipliers(const EvalContext& context) const noexcept {
        const unsigned char* const scales = context.model(filter_scales);
        if constexpr (Config::Numerics::scales_in_float) {
            const std::uint32_t* const table = context.table(2);
            return ChannelFloatScales{scales, float_from_bits(table[0]), float_from_bits(table[1]),
                                      count > 1};
        } else {
            return recomputes<Config>(count)
                       ? ChannelMultipliers{recompute(context, scales), scales, base_exponent, true}
                       : ChannelMultipliers{context.table(count), scales, base_exponent, count > 1};
        }
    }

private:
    // Not inlined: its registers need not be on the stack while the kernel runs.
    MOTE_NOINLINE const std::uint32_t* recompute(const EvalContext& context,
                                                 const unsigned char* scales) const noexcept {
        const std::uint32_t* const table = context.table(2);
        const detail::ScaleRatio ratio(table[0], table[1]);
        std::uint32_t* const packed = context.extra<std::uint32_t>(0);
        for (std::int32_t i = 0; i < count; ++i)
            packed[i] = ratio.packed(load_le<std::uint32_t>(scales + 4 * i), base_exponent);
        return packed;
    }
};

namespace detail {

/// Packs `ratio` times each of `count` filter scales into the table; false where one is not positive and
/// finite.
MOTE_NOINLINE constexpr bool pack_channels(const unsigned char* scales, std::int32_t count,
                                           const ScaleRatio& ratio, int base, WordTable table) noexcept {
    const ScaleRatio factor = ratio; // in registers
    for (std::int32_t i = 0; i < count; ++i) {
        // As bits: the fewer steps a compiler takes per channel, the larger a model it can prepare.
        const std::uint32_t bits = load_le32(scales + 4 * i);
        if (bits - 1 >= 0x7f7fffffu) return false;
        if (table.kept()) table.set(i, factor.packed(bits, base));
    }
    return true;
}

} // namespace detail

/// Checks the filter's scales (one, or one for each of `channels` along axis `axis`) and packs
/// input * filter / output for each of them into a table.
template <class Node, class Requests>
constexpr Result<ChannelScales> channel_scales(const Node& node, int filter, int axis, std::int32_t channels,
                                               float input_scale, float output_scale,
                                               Requests& requests) noexcept {
    const auto tensor = node.input(filter);
    const auto scales = tensor.scales();
    const auto count = static_cast<std::int32_t>(scales.size());
    const int base = base_exponent(input_scale, output_scale);
    using Config = typename Requests::Config;
    const bool keeps_scales = ChannelScales::keeps_scales<Config>(count);
    if (tensor.zero_points().size() > 0 &&
        (count == 1 || (count == channels && count <= 0xffff && tensor.quantized_dimension() == axis))) {
        const WordTable table = requests.table(keeps_scales ? 2 : count);
        if (detail::pack_channels(scales.data(), count,
                                  detail::ScaleRatio(float_to_bits(input_scale), float_to_bits(output_scale)),
                                  base, keeps_scales ? WordTable() : table)) {
            if (keeps_scales) {
                table.set(0, float_to_bits(input_scale));
                table.set(1, float_to_bits(output_scale));
            }
            request_multipliers(requests, keeps_scales ? count : 0);
            return ChannelScales{node.offset_of(scales.data()), static_cast<std::uint16_t>(count),
                                 static_cast<std::int16_t>(base)};
        }
    }
    return Status(StatusCode::bad_quantization).at_tensor(tensor.index());
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
