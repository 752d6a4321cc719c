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
    if (tensor.zero_points().size() > 0 &&
        (count == 1 || (count == channels && count <= 0xffff && tensor.quantized_dimension() == axis)) &&
        detail::pack_channels(scales.data(), count,
                              detail::ScaleRatio(float_to_bits(input_scale), float_to_bits(output_scale)),
                              base, requests.table(count)))
        return ChannelScales{node.offset_of(scales.data()), static_cast<std::uint16_t>(count),
                             static_cast<std::int16_t>(base)};
    return Status(StatusCode::bad_quantization).at_tensor(tensor.index());
}

} // namespace mote

#endif
