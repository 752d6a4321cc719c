// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_TENSOR_VIEW_HPP
#define MOTE_CORE_TENSOR_VIEW_HPP

#include "element_type.hpp"
#include "math.hpp"
#include "quantization_params.hpp"
#include "shape.hpp"
#include "span.hpp"
#include "status.hpp"

#include <limits>
#include <type_traits>

namespace mote {

namespace detail {

/// value / scale to the nearest integer, halves away from zero, plus the zero point, limited to T's range.
template <class T>
T quantize(float value, Quantization q) noexcept {
    constexpr auto low = static_cast<std::int64_t>((std::numeric_limits<T>::min)());
    constexpr auto high = static_cast<std::int64_t>((std::numeric_limits<T>::max)());
    const std::int64_t element = std::int64_t{round_half_away(value / q.scale)} + q.zero_point;
    return static_cast<T>(clamp(element, low, high));
}

} // namespace detail

/// A tensor's elements in row-major order, typed; it owns nothing and is valid until the model is loaded
/// anew. A view that could not be had (wrong index or type) is empty, is false and says why in `status`.
template <class T>
class TensorView {
public:
    constexpr TensorView(Status status) noexcept : status_(status) {}
    constexpr TensorView(T* data, const Shape& shape, Quantization quantization) noexcept
        : data_(data),
          size_(static_cast<std::size_t>(shape.elements())),
          shape_(shape),
          quantization_(quantization) {}

    constexpr explicit operator bool() const noexcept { return static_cast<bool>(status_); }
    constexpr Status status() const noexcept { return status_; }

    constexpr T* data() const noexcept { return data_; }
    /// In elements.
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr const Shape& shape() const noexcept { return shape_; }
    constexpr Quantization quantization() const noexcept { return quantization_; }
    constexpr T* begin() const noexcept { return data_; }
    constexpr T* end() const noexcept { return data_ + size_; }
    constexpr T& operator[](std::size_t i) const noexcept {
        MOTE_ASSERT(i < size_);
        return data_[i];
    }

    /// Writes real values, quantised if the tensor is: as many as it has elements. wrong_size for another
    /// number, bad_quantization for integers without a scale.
    Status set(Span<const float> values) const noexcept {
        static_assert(!std::is_const_v<T>, "an output cannot be set");
        if (const Status s = check_values(values.size); !s) return s;
        for (std::size_t i = 0; i < size_; ++i) {
            if constexpr (std::is_floating_point_v<T>)
                data_[i] = values[i];
            else
                data_[i] = detail::quantize<T>(values[i], quantization_);
        }
        return {};
    }
    /// Reads real values, with the same rules as `set`.
    Status get(Span<float> values) const noexcept {
        if (const Status s = check_values(values.size); !s) return s;
        for (std::size_t i = 0; i < size_; ++i) values[i] = value(i);
        return {};
    }
    /// Element `i` as a real value.
    float value(std::size_t i) const noexcept {
        if constexpr (std::is_floating_point_v<T>) return (*this)[i];
        // As floats: exact up to 24 bits, and no zero point that a model may state overflows.
        else
            return (static_cast<float>((*this)[i]) - static_cast<float>(quantization_.zero_point)) *
                   quantization_.scale;
    }

private:
    Status check_values(std::size_t count) const noexcept {
        if (!status_) return status_;
        if (count != size_)
            return Status::too_small(StatusCode::wrong_size, size_ * sizeof(float), count * sizeof(float));
        if (!std::is_floating_point_v<T> && !(quantization_.scale > 0.0f))
            return StatusCode::bad_quantization;
        return {};
    }

    T* data_ = nullptr;
    std::size_t size_ = 0;
    Shape shape_{};
    Quantization quantization_{};
    Status status_{};
};

} // namespace mote

#endif
