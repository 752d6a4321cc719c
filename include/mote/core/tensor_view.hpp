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
inline namespace MOTE_NAMESPACE {

namespace detail {

/// value / scale to the nearest integer, halves away from zero, plus the zero point, limited to T's range.
template <class T>
T quantize(float value, Quantization q) noexcept {
    constexpr auto low = static_cast<std::int64_t>((std::numeric_limits<T>::min)());
    constexpr auto high = static_cast<std::int64_t>((std::numeric_limits<T>::max)());
    const std::int64_t element = std::int64_t{round_half_away(value / q.scale)} + q.zero_point;
    return static_cast<T>(clamp(element, low, high));
}

/// Writes numbers as elements of the real values they are.
template <class V, class T>
void put_real(const V* values, std::size_t count, Quantization q, T* elements) noexcept {
    for (std::size_t i = 0; i < count; ++i) {
        if constexpr (std::is_floating_point_v<T>)
            elements[i] = static_cast<T>(values[i]);
        else
            elements[i] = quantize<T>(static_cast<float>(values[i]), q);
    }
}

/// A real value as a number of the user's: integers are the nearest, halves away from zero, limited to V's
/// range; NaN gives 0.
template <class V>
constexpr V number_of(float value) noexcept {
    if constexpr (std::is_floating_point_v<V>) {
        return static_cast<V>(value);
    } else {
        using Limits = std::numeric_limits<V>;
        // The float below one half: see round_half_away.
        const float shifted = value < 0 ? value - 0.49999997f : value + 0.49999997f;
        if (shifted >= static_cast<float>((Limits::max)())) return (Limits::max)();
        if (shifted <= static_cast<float>((Limits::min)())) return (Limits::min)();
        return value == value ? static_cast<V>(shifted) : V{};
    }
}

} // namespace detail

/// A tensor's elements in row-major order, typed; it owns nothing and is valid until the model is loaded
/// anew. A view that could not be had (wrong index or type) is empty, is false and says why in `status`.
/// Beyond its end `view[i]` and `value(i)` read 0 and what is written there is lost; `data()`, `begin()` and
/// `end()` are the unchecked way, for inner loops.
template <class T>
class TensorView {
public:
    using Element = std::remove_const_t<T>;

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
    constexpr T& operator[](std::size_t i) const noexcept { return i < size_ ? data_[i] : spare(); }

    /// Writes real values, quantised if the tensor is: as many as it has elements. wrong_size for another
    /// number, bad_quantization for integers without a scale.
    Status set(Span<const float> values) const noexcept { return set(values.data, values.size); }
    /// The same from numbers of any arithmetic type, a sensor's integers for instance: each stands for itself
    /// as a real value, beyond 24 bits for the nearest float, and is quantised as that is. For the elements
    /// themselves write `view[i]`.
    template <class V>
    Status set(const V* values, std::size_t count) const noexcept {
        static_assert(!std::is_const_v<T>, "an output cannot be set");
        static_assert(std::is_arithmetic_v<V>, "set takes numbers");
        const Status s = check_values(count, sizeof(V));
        if (s) detail::put_real(values, size_, quantization_, data_);
        return s;
    }
    template <class V>
    Status set(Span<V> values) const noexcept {
        return set(values.data, values.size);
    }
    template <class V, std::size_t N>
    Status set(const V (&values)[N]) const noexcept {
        return set(values, N);
    }

    /// Reads real values, with the same rules as `set`.
    Status get(Span<float> values) const noexcept { return get(values.data, values.size); }
    /// The same to numbers of any arithmetic type: integers get the nearest, limited to their range.
    template <class V>
    Status get(V* values, std::size_t count) const noexcept {
        static_assert(std::is_arithmetic_v<V>, "get gives numbers");
        const Status s = check_values(count, sizeof(V));
        for (std::size_t i = 0; s && i < size_; ++i) values[i] = detail::number_of<V>(real(data_[i]));
        return s;
    }
    template <class V>
    Status get(Span<V> values) const noexcept {
        return get(values.data, values.size);
    }
    template <class V, std::size_t N>
    Status get(V (&values)[N]) const noexcept {
        return get(values, N);
    }

    /// Element `i` as a real value; 0 beyond the end.
    float value(std::size_t i) const noexcept { return i < size_ ? real(data_[i]) : 0.0f; }

protected:
    /// What is accessed beyond the end: always 0, and nobody else's.
    constexpr T& spare() const noexcept {
        spare_ = Element{};
        return spare_;
    }

private:
    float real(T element) const noexcept {
        if constexpr (std::is_floating_point_v<T>) return static_cast<float>(element);
        // As floats: exact up to 24 bits, and no zero point that a model may state overflows.
        else
            return (static_cast<float>(element) - static_cast<float>(quantization_.zero_point)) *
                   quantization_.scale;
    }
    Status check_values(std::size_t count, std::size_t bytes) const noexcept {
        if (!status_) return status_;
        if (count != size_) return Status::too_small(StatusCode::wrong_size, size_ * bytes, count * bytes);
        if (!std::is_floating_point_v<T> && !(quantization_.scale > 0.0f))
            return StatusCode::bad_quantization;
        return {};
    }

    T* data_ = nullptr;
    std::size_t size_ = 0;
    Shape shape_{};
    Quantization quantization_{};
    Status status_{};
    mutable Element spare_{};
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
