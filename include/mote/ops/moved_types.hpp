// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_MOVED_TYPES_HPP
#define MOTE_OPS_MOVED_TYPES_HPP

#include "op.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Bytes of an element; 0 for types whose elements are not whole bytes.
constexpr int whole_bytes_of(ElementType type) noexcept {
    return bits_of(type) % 8 == 0 ? bits_of(type) / 8 : 0;
}

/// The element types of an op that moves elements without looking at them: those of the TypeList `Named`, or
/// all of whole bytes when it is empty. One variant serves them all.
template <class Named>
struct MovedTypes;
template <class... Named>
struct MovedTypes<TypeList<Named...>> {
    static constexpr bool contains(ElementType type) noexcept {
        if constexpr (sizeof...(Named) == 0)
            return whole_bytes_of(type) > 0;
        else
            return ((type == element_type_of<Named>) || ...);
    }
    /// Whether input `i` and output 0 have one type, and it is one of these.
    template <class Node>
    static constexpr bool accept(const Node& node, int i = 0) noexcept {
        return node.input(i).type() == node.output(0).type() && contains(node.output(0).type());
    }
    static_assert(((whole_bytes_of(element_type_of<Named>) > 0) && ...), "this op moves whole bytes");
};

/// Whether the elements of two tensors mean the same values: neither is quantised, or both are alike. Scales
/// that differ per channel are not compared beyond the first.
template <class Tensor>
constexpr bool same_quantization(const Tensor& a, const Tensor& b) noexcept {
    if (!a.is_quantized() || !b.is_quantized()) return a.is_quantized() == b.is_quantized();
    return a.scale() == b.scale() && a.zero_point() == b.zero_point();
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
