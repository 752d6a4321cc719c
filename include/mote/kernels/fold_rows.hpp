// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_FOLD_ROWS_HPP
#define MOTE_KERNELS_FOLD_ROWS_HPP

#include "../core/fixed_point.hpp"
#include "../core/kernel.hpp"
#include "../core/math.hpp"

#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// What elements of T are folded to.
template <class T>
using Folded = std::conditional_t<std::is_same_v<T, float>, float, std::int32_t>;

/// Sums; those of integers modulo 2^32, as TFLM's are in practice.
struct FoldSum {
    template <class T>
    static constexpr Folded<T> start = 0;

    static float of(float sum, float x) noexcept { return sum + x; }
    static std::int32_t of(std::int32_t sum, std::int32_t x) noexcept { return wrapping_add(sum, x); }
};

/// The largest; of nothing, the lowest finite value of the type.
struct FoldLargest {
    template <class T>
    static constexpr Folded<T> start = std::numeric_limits<T>::lowest();

    template <class Value>
    static Value of(Value largest, Value x) noexcept {
        return maximum(largest, x);
    }
};

/// Most columns that callers of fold_rows keep results of at a time, on the stack.
inline constexpr std::int32_t fold_block = 16;

/// results[c] = Fold::of(results[c], x[r * stride + c]), for r < rows in their order, for c < columns.
struct fold_rows;

template <>
struct Kernel<fold_rows, isa::scalar> {
    template <class Fold, class T>
    static void run(const T* x, std::int32_t stride, std::int32_t rows, std::int32_t columns,
                    Folded<T>* results) noexcept {
        std::int32_t c = 0;
        for (; c + 4 <= columns; c += 4)
            tile<Fold>(x + c, stride, rows, results + c, std::make_integer_sequence<int, 4>{});
        for (; c < columns; ++c)
            tile<Fold>(x + c, stride, rows, results + c, std::make_integer_sequence<int, 1>{});
    }

private:
    // The columns are a pack, so that their results are in registers at any optimisation level.
    template <class Fold, class T, int... Column>
    static void tile(const T* x, std::int32_t stride, std::int32_t rows, Folded<T>* results,
                     std::integer_sequence<int, Column...>) noexcept {
        Folded<T> folded[] = {results[Column]...};
        for (std::int32_t r = 0; r < rows; ++r, x += stride)
            ((folded[Column] = Fold::of(folded[Column], static_cast<Folded<T>>(x[Column]))), ...);
        ((results[Column] = folded[Column]), ...);
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
