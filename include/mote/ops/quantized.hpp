// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_QUANTIZED_HPP
#define MOTE_OPS_QUANTIZED_HPP

#include "../core/math.hpp"
#include "../core/quantization.hpp"
#include "../core/quantization_params.hpp"
#include "../core/result.hpp"
#include "../core/shape.hpp"
#include "../schema/option_fields.hpp"

#include <limits>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A scale that arithmetic can rely on: positive and finite.
constexpr bool is_valid_scale(float scale) noexcept { return float_to_bits(scale) - 1 < 0x7f7fffffu; }

/// Inclusive bounds of a result.
template <class T>
struct Bounds {
    T low;
    T high;
};

namespace detail {

/// The quantisation of a tensor that must have one, with its zero point in [low, high].
template <class Tensor>
MOTE_NOINLINE constexpr Result<Quantization> quantization_within(const Tensor& tensor, std::int32_t low,
                                                                 std::int32_t high) noexcept {
    const auto scales = tensor.scales();
    const auto zero_points = tensor.zero_points();
    if (scales.size() > 0 && zero_points.size() > 0) {
        const float scale = scales[0];
        const std::int64_t zero_point = zero_points[0];
        if (is_valid_scale(scale) && zero_point >= low && zero_point <= high)
            return Quantization{scale, static_cast<std::int32_t>(zero_point)};
    }
    return Status(StatusCode::bad_quantization).at_tensor(tensor.index());
}

/// What a fused activation leaves of [lowest, highest].
MOTE_NOINLINE constexpr Bounds<std::int32_t> bounds_within(std::int32_t lowest, std::int32_t highest,
                                                           options::Activation activation,
                                                           Quantization q) noexcept {
    using options::Activation;
    Bounds<std::int32_t> bounds{lowest, highest};
    const bool to_one = activation == Activation::relu_n1_to_1;
    const bool to_six = activation == Activation::relu6;
    if (to_one || to_six || activation == Activation::relu)
        bounds.low = maximum(lowest, quantize_bound(to_one ? -1.0f : 0.0f, q.scale, q.zero_point));
    if (to_one || to_six)
        bounds.high = minimum(highest, quantize_bound(to_one ? 1.0f : 6.0f, q.scale, q.zero_point));
    return bounds;
}

} // namespace detail

/// The quantisation of a tensor of element type T that must have one, the same for all its elements.
template <class T, class Tensor>
constexpr Result<Quantization> quantization_of(const Tensor& tensor) noexcept {
    return detail::quantization_within(tensor, (std::numeric_limits<T>::min)(),
                                       (std::numeric_limits<T>::max)());
}

/// Whether two tensors' elements mean the same real values.
constexpr bool same_quantization(Quantization a, Quantization b) noexcept {
    return a.scale == b.scale && a.zero_point == b.zero_point;
}

/// What a fused activation leaves of T's range, in quantised values. Those that TFLM treats as none are none.
template <class T>
constexpr Bounds<std::int32_t> activation_bounds(options::Activation activation, Quantization q) noexcept {
    return detail::bounds_within((std::numeric_limits<T>::min)(), (std::numeric_limits<T>::max)(), activation,
                                 q);
}

/// The same for float results.
constexpr Bounds<float> activation_bounds(options::Activation activation) noexcept {
    constexpr float lowest = std::numeric_limits<float>::lowest();
    constexpr float highest = (std::numeric_limits<float>::max)();
    switch (activation) {
    case options::Activation::relu: return {0.0f, highest};
    case options::Activation::relu6: return {0.0f, 6.0f};
    case options::Activation::relu_n1_to_1: return {-1.0f, 1.0f};
    default: return {lowest, highest};
    }
}

/// Whether all extents are positive: what every window and product needs.
constexpr bool is_solid(const Shape& shape) noexcept {
    for (int axis = 0; axis < shape.rank; ++axis)
        if (shape[axis] <= 0) return false;
    return true;
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
