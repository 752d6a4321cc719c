// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_STATIC_TENSOR_VIEW_HPP
#define MOTE_CORE_STATIC_TENSOR_VIEW_HPP

#include "tensor_view.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A TensorView whose extents the compiler knows: elements by coordinates, `view(row, column)`, and the
/// number of elements as a constant.
template <class T, std::int32_t... Extents>
class StaticTensorView : public TensorView<T> {
public:
    static constexpr int rank = static_cast<int>(sizeof...(Extents));
    static constexpr std::size_t element_count = (static_cast<std::size_t>(Extents) * ... * 1);

    constexpr StaticTensorView(T* data, Quantization quantization) noexcept
        : TensorView<T>(data, Shape{{Extents...}, rank}, quantization) {}

    static constexpr std::size_t size() noexcept { return element_count; }

    constexpr T& operator[](std::size_t i) const noexcept {
        return i < element_count ? this->data()[i] : this->spare();
    }

    /// The element at these coordinates, integers, as many as there are axes. One beyond its axis is as an
    /// index beyond the end: it reads 0, and what is written there is lost.
    template <class... Coordinates>
    constexpr T& operator()(Coordinates... coordinates) const noexcept {
        static_assert(sizeof...(Coordinates) == sizeof...(Extents),
                      "one coordinate for each axis of the tensor");
        static_assert((std::is_integral_v<Coordinates> && ...), "coordinates are integers");
        std::size_t at = 0;
        const bool inside =
            ((static_cast<std::size_t>(coordinates) < static_cast<std::size_t>(Extents)) && ... && true);
        ((at = at * static_cast<std::size_t>(Extents) + static_cast<std::size_t>(coordinates)), ...);
        return inside ? this->data()[at] : this->spare();
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
