// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_PRODUCT_QUANTIZATION_HPP
#define MOTE_OPS_PRODUCT_QUANTIZATION_HPP

#include "quantized.hpp"

#include <type_traits>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// What a sum of products needs to be an output element, besides its multiplier: 8 bytes of an op's params.
struct ProductRange {
    std::int16_t input_offset;
    std::int16_t output_zero_point;
    std::int16_t low;
    std::int16_t high;
};

/// The same with the scales that the multiplier is made of.
struct ProductQuantization {
    float input_scale = 0.0f;
    float output_scale = 0.0f;
    ProductRange range{};
};

/// Checks the quantisation of input `i` and of the output, both of element type T. int16 must be symmetric:
/// TFLM reads no zero point of it.
template <class T, class Node>
MOTE_NOINLINE constexpr Result<ProductQuantization>
product_quantization(const Node& node, int i, options::Activation activation) noexcept {
    const auto in = quantization_of<T>(node.input(i));
    if (!in) return in.status();
    const auto out = quantization_of<T>(node.output(0));
    if (!out) return out.status();
    if (std::is_same_v<T, std::int16_t> && (in->zero_point != 0 || out->zero_point != 0)) {
        const auto tensor = in->zero_point != 0 ? node.input(i) : node.output(0);
        return Status(StatusCode::bad_quantization).at_tensor(tensor.index());
    }
    const Bounds<std::int32_t> bounds = activation_bounds<T>(activation, *out);
    return ProductQuantization{
        in->scale,
        out->scale,
        {static_cast<std::int16_t>(-in->zero_point), static_cast<std::int16_t>(out->zero_point),
         static_cast<std::int16_t>(bounds.low), static_cast<std::int16_t>(bounds.high)}};
}

/// Whether input `i` is absent or has element type T.
template <class T, class Node>
constexpr bool is_absent_or(const Node& node, int i) noexcept {
    return !node.has_input(i) || node.input_type(i) == element_type_of<T>;
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
