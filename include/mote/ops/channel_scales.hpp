// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_CHANNEL_SCALES_HPP
#define MOTE_OPS_CHANNEL_SCALES_HPP

#include "../kernels/requantize.hpp"
#include "eval_context.hpp"
#include "quantized.hpp"
#include "requests.hpp"

namespace mote {

/// Where the multipliers of a filter's channels are: packed in the step's table, beside the filter's scales
/// in the model. Part of an op's params.
struct ChannelScales {
    std::uint32_t filter_scales; // offset in the model
    std::uint16_t count;         // 1 or the number of output channels
    std::int16_t base_exponent;

    constexpr ChannelMultipliers multipliers(const EvalContext& context) const noexcept {
        return {context.table(count), context.model(filter_scales), base_exponent, count > 1};
    }
};

/// Checks the filter's scales (one, or one for each of `channels` along axis `axis`) and packs
/// input * filter / output for each of them into a table.
template <class Node, class Requests>
constexpr Result<ChannelScales> channel_scales(const Node& node, int filter, int axis, std::int32_t channels,
                                               float input_scale, float output_scale,
                                               Requests& requests) noexcept {
    const auto tensor = node.input(filter);
    const auto scales = tensor.scales();
    const auto count = static_cast<std::int32_t>(scales.size());
    const Status bad = Status(StatusCode::bad_quantization).at_tensor(tensor.index());
    if (!tensor.is_quantized() || (count != 1 && count != channels) || count > 0xffff) return bad;
    if (count > 1 && tensor.quantized_dimension() != axis) return bad;
    const int base = base_exponent(input_scale, output_scale);
    const mote::detail::ScaleRatio ratio(float_to_bits(input_scale), float_to_bits(output_scale));
    const WordTable table = requests.table(count);
    for (std::int32_t i = 0; i < count; ++i) {
        // Positive and finite, as bits: the fewer steps a compiler takes per channel, the larger a model it
        // can prepare.
        const std::uint32_t bits = detail::load_le32(scales.data() + 4 * i);
        if (bits - 1 >= 0x7f7fffffu) return bad;
        if (!table.kept()) continue;
        PackedMultiplier word = 0;
        if (!ratio.pack(bits, word))
            word = pack_multiplier(ratio.multiplier(bits, 0, 30), float_from_bits(bits), base);
        table.set(i, word);
    }
    return ChannelScales{node.offset_of(scales.data()), static_cast<std::uint16_t>(count),
                         static_cast<std::int16_t>(base)};
}

} // namespace mote

#endif
