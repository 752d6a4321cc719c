// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_STRIDED_COPY_HPP
#define MOTE_KERNELS_STRIDED_COPY_HPP

#include "../core/kernel.hpp"
#include "box_walk.hpp"

#include <cstdint>
#include <cstring>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A box of cells that lie at regular distances. Its axes are in a table, two words each, the innermost
/// first: the extent, and in bytes the stride of the innermost axis, for the others the way from the start of
/// one row along the innermost to the start of the next.
struct StridedBox {
    std::uint32_t first;   // bytes from the start of the memory to the first cell
    std::uint32_t cell;    // bytes of a cell
    std::uint16_t axes;    // at most BoxWalk::max_axes
    std::uint16_t element; // bytes of an element: all cells are aligned to it (to 4, if it has 8)
};

/// Copies the cells of a box in `from` to `to`, one behind the other. Where all strides are positive, `to`
/// may be the same memory.
struct strided_copy;

template <>
struct Kernel<strided_copy, isa::scalar> {
    static void run(const StridedBox& box, const std::uint32_t* axes, const unsigned char* from,
                    unsigned char* to) noexcept {
        from += box.first;
        if (box.axes == 0) {
            if (from != to) std::memmove(to, from, box.cell);
            return;
        }
        BoxWalk rows(axes + 2, box.axes - 1);
        std::int32_t at = 0;
        do {
            at += static_cast<std::int32_t>(rows.step());
            copy_row(box, axes[0], static_cast<std::int32_t>(axes[1]), from + at, to);
            to += axes[0] * box.cell;
        } while (rows.next());
    }

private:
    // As a struct of bytes it may stand for any element, and with its alignment a copy is one load and one
    // store.
    template <int Bytes>
    struct alignas(Bytes < 4 ? Bytes : 4) Element {
        unsigned char bytes[Bytes];
    };

    static void copy_row(const StridedBox& box, std::uint32_t cells, std::int32_t stride,
                         const unsigned char* from, unsigned char* to) noexcept {
        switch (box.cell == box.element ? box.element : 0) {
        case 1: return copy_elements<1>(cells, stride, from, to);
        case 2: return copy_elements<2>(cells, stride, from, to);
        case 4: return copy_elements<4>(cells, stride, from, to);
        case 8: return copy_elements<8>(cells, stride, from, to);
        default: break;
        }
        std::int32_t at = 0;
        for (; cells > 0; --cells, at += stride, to += box.cell) std::memmove(to, from + at, box.cell);
    }

    template <int Bytes>
    static void copy_elements(std::uint32_t elements, std::int32_t stride, const unsigned char* from,
                              unsigned char* to) noexcept {
        auto* out = reinterpret_cast<Element<Bytes>*>(to);
        std::int32_t at = 0;
        for (; elements > 0; --elements, at += stride)
            *out++ = *reinterpret_cast<const Element<Bytes>*>(from + at);
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
