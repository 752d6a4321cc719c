// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_STATIC_TENSOR_VIEW_HPP
#define MOTE_CORE_STATIC_TENSOR_VIEW_HPP

#include "tensor_view.hpp"

namespace mote {

/// A TensorView whose extents the compiler knows: elements by coordinates, `view(row, column)`, and the
/// number of elements as a constant.
template <class T, std::int32_t... Extents>
class StaticTensorView : public TensorView<T> {
public:
    static constexpr int rank = static_cast<int>(sizeof...(Extents));
    static constexpr std::int32_t extent[rank + 1] = {Extents..., 1};
    static constexpr std::size_t element_count = (static_cast<std::size_t>(Extents) * ... * 1);

    constexpr StaticTensorView(T* data, Quantization quantization) noexcept
        : TensorView<T>(data, Shape{{Extents...}, rank}, quantization) {}

    static constexpr std::size_t size() noexcept { return element_count; }

    /// The element at these coordinates, as many as there are axes.
    template <class... Coordinates>
    constexpr T& operator()(Coordinates... coordinates) const noexcept {
        static_assert(sizeof...(Coordinates) == sizeof...(Extents),
                      "one coordinate for each axis of the tensor");
        std::size_t at = 0;
        int axis = 0;
        ((at = at * static_cast<std::size_t>(extent[axis++]) + static_cast<std::size_t>(coordinates)), ...);
        return (*this)[at];
    }
};

} // namespace mote

#endif
