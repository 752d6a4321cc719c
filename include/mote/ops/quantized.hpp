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

/// A scale that arithmetic can rely on: positive and finite.
constexpr bool is_valid_scale(float scale) noexcept {
    return scale > 0.0f && scale <= (std::numeric_limits<float>::max)();
}

/// The quantisation of a tensor of element type T that must have one, the same for all its elements.
template <class T, class Tensor>
constexpr Result<Quantization> quantization_of(const Tensor& tensor) noexcept {
    const Status bad = Status(StatusCode::bad_quantization).at_tensor(tensor.index());
    const std::int64_t zero_point = tensor.zero_point();
    if (!tensor.is_quantized() || !is_valid_scale(tensor.scale())) return bad;
    if (zero_point < (std::numeric_limits<T>::min)() || zero_point > (std::numeric_limits<T>::max)())
        return bad;
    return Quantization{tensor.scale(), static_cast<std::int32_t>(zero_point)};
}

/// Whether two tensors' elements mean the same real values.
constexpr bool same_quantization(Quantization a, Quantization b) noexcept {
    return a.scale == b.scale && a.zero_point == b.zero_point;
}

/// Inclusive bounds of a result.
template <class T>
struct Bounds {
    T low;
    T high;
};

/// What a fused activation leaves of T's range, in quantised values. Those that TFLM treats as none are none.
template <class T>
constexpr Bounds<std::int32_t> activation_bounds(options::Activation activation, Quantization q) noexcept {
    constexpr std::int32_t lowest = (std::numeric_limits<T>::min)();
    constexpr std::int32_t highest = (std::numeric_limits<T>::max)();
    const auto at_least = [&](float x) { return maximum(lowest, quantize_bound(x, q.scale, q.zero_point)); };
    const auto at_most = [&](float x) { return minimum(highest, quantize_bound(x, q.scale, q.zero_point)); };
    switch (activation) {
    case options::Activation::relu: return {at_least(0.0f), highest};
    case options::Activation::relu6: return {at_least(0.0f), at_most(6.0f)};
    case options::Activation::relu_n1_to_1: return {at_least(-1.0f), at_most(1.0f)};
    default: return {lowest, highest};
    }
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

} // namespace mote

#endif
