// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_REDUCE_HPP
#define MOTE_KERNELS_REDUCE_HPP

#include "../core/fixed_point.hpp"
#include "../core/shape.hpp"
#include "fold_rows.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Offsets of nested loops over axes, one at a time.
template <int MaxAxes>
class StridedLoops {
public:
    /// Puts one more loop around those there are; `stride` in elements.
    void add(std::int32_t extent, std::int32_t stride) noexcept { axes_[count_++] = {extent, stride, 0}; }

    /// Moves `offset` on to the next position; false after the last one, with the offset back at the first.
    bool next(std::int32_t& offset) noexcept {
        for (int i = 0; i < count_; ++i) {
            Axis& axis = axes_[i];
            offset += axis.stride;
            if (++axis.index < axis.extent) return true;
            offset -= axis.extent * axis.stride;
            axis.index = 0;
        }
        return false;
    }

private:
    struct Axis {
        std::int32_t extent, stride, index;
    };
    Axis axes_[MaxAxes] = {};
    int count_ = 0;
};

/// Folds a tensor along some of its axes, those next to each other merged into groups: `extents` are those of
/// a kept group, a reduced one, a kept one, and so on, the outermost first, 2 * `reduced` + 1 in all;
/// `reduced` is at least
/// 1. `finish(folded)` makes the output element. Goes through outputs in memory order and reads all that
/// makes an output before it writes that, so `out` may be `x` or start below it.
struct reduce;

template <>
struct Kernel<reduce, isa::scalar> {
    template <class Isa, class Fold, class T, class Finish>
    static void run(const std::uint32_t* extents, int reduced, const T* x, const Finish& finish,
                    T* out) noexcept {
        const auto extent = [extents](int i) { return static_cast<std::int32_t>(extents[i]); };
        const std::int32_t columns = extent(2 * reduced);
        const std::int32_t rows = extent(2 * reduced - 1);
        StridedLoops<Shape::max_rank / 2> outputs;
        StridedLoops<Shape::max_rank / 2> inputs;
        std::int32_t stride = columns * rows;
        outputs.add(extent(2 * reduced - 2), stride);
        for (int i = 2 * reduced - 3; i > 0; i -= 2) {
            stride *= extent(i + 1);
            inputs.add(extent(i), stride);
            stride *= extent(i);
            outputs.add(extent(i - 1), stride);
        }
        std::int32_t at = 0;
        do {
            for (std::int32_t c = 0; c < columns; c += fold_block) {
                const std::int32_t block = minimum(fold_block, columns - c);
                Folded<T> folded[fold_block];
                for (std::int32_t i = 0; i < block; ++i) folded[i] = Fold::template start<T>;
                do {
                    Kernel<fold_rows, Isa>::template run<Fold>(x + at + c, columns, rows, block, folded);
                } while (inputs.next(at));
                for (std::int32_t i = 0; i < block; ++i) *out++ = finish(folded[i]);
            }
        } while (outputs.next(at));
    }
};

/// From a sum of quantised elements to the output element of SUM or MEAN.
template <class Numerics, class T>
struct ScaledSum {
    Multiplier multiplier;
    std::int32_t zero_points; // of all the elements in a sum together
    std::int32_t zero_point;

    T operator()(std::int32_t sum) const noexcept {
        constexpr std::int32_t low = (std::numeric_limits<T>::min)();
        constexpr std::int32_t high = (std::numeric_limits<T>::max)();
        const std::int32_t scaled = Numerics::scale(wrapping_subtract(sum, zero_points), multiplier);
        return static_cast<T>(clamp(wrapping_add(scaled, zero_point), low, high));
    }
};

/// The same for float.
struct DividedSum {
    float divisor;

    float operator()(float sum) const noexcept { return sum / divisor; }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
