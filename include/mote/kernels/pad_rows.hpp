// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_PAD_ROWS_HPP
#define MOTE_KERNELS_PAD_ROWS_HPP

#include "../core/kernel.hpp"
#include "box_walk.hpp"

#include <cstdint>
#include <cstring>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A padded tensor as it lies in memory: filling, rows of the input with filling in between, filling. The
/// axes along which the rows follow each other are in a table, two words each, the innermost first: the
/// extent, and the bytes of filling before the row that a step along it leads to.
struct PaddedRows {
    std::uint32_t lead;   // bytes of filling before the first row
    std::uint32_t trail;  // bytes of filling after the last
    std::uint32_t row;    // bytes of a row
    std::uint8_t axes;    // at most BoxWalk::max_axes
    std::uint8_t element; // bytes of an element
    std::uint8_t byte;    // what the filling's bytes are, if no other value is given
    std::uint8_t rows;    // 0: there is no row, and the lead is all
};

/// What is put around the rows: elements of `size` bytes, all like the one at `value`.
class Filling {
public:
    Filling(const unsigned char* value, std::uint32_t size) noexcept : value_(value), size_(size) {
        for (std::uint32_t i = 1; i < size; ++i) uniform_ = uniform_ && value[i] == value[0];
    }
    /// Writes `bytes` bytes, a multiple of the size, and returns where they end.
    unsigned char* put(unsigned char* to, std::uint32_t bytes) const noexcept {
        if (uniform_)
            std::memset(to, value_[0], bytes);
        else
            for (std::uint32_t i = 0; i < bytes; ++i) to[i] = i < size_ ? value_[i] : to[i - size_];
        return to + bytes;
    }

private:
    const unsigned char* value_;
    std::uint32_t size_;
    bool uniform_ = true;
};

/// Writes a padded tensor from first byte to last, reading `from` on the way. `value`: the element to pad
/// with, not in the memory that is written.
struct pad_rows;

template <>
struct Kernel<pad_rows, isa::scalar> {
    static void run(const PaddedRows& p, const std::uint32_t* axes, const unsigned char* value,
                    const unsigned char* from, unsigned char* to) noexcept {
        const Filling filling(value, p.element);
        to = filling.put(to, p.lead);
        if (p.rows == 0) return;
        BoxWalk walk(axes, p.axes);
        for (;;) {
            std::memmove(to, from, p.row);
            from += p.row;
            to += p.row;
            if (!walk.next()) break;
            to = filling.put(to, walk.step());
        }
        filling.put(to, p.trail);
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
