// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_DOT_HPP
#define MOTE_KERNELS_DOT_HPP

#include "../core/kernel.hpp"

#include <cstdint>
#include <type_traits>
#include <utility>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// accumulators[r] += sum over i < n of (x[i] + offset) * weights[r * stride + i], for r < Rows: the register
/// tile under convolutions and matrix products. Elements are float (offset unused), or int8 or int16 with
/// int8 or int4 weights; accumulators float, int32 or int64. No alignment or multiple-of requirement on any
/// argument.
struct dot;

template <>
struct Kernel<dot, isa::scalar> {
    template <int Rows, class X, class Weights, class Accumulator>
    static void run(const X* x, std::int32_t offset, Weights weights, std::int32_t stride, std::int32_t n,
                    Accumulator* accumulators) noexcept {
        add(x, offset, weights, stride, n, accumulators, std::make_integer_sequence<int, Rows>{});
    }

private:
    // Sums of integers wrap, as TFLM's do in practice, so they are unsigned.
    template <class T>
    struct SumOf {
        using type = std::make_unsigned_t<T>;
    };

    // The rows are a pack, so that they are unrolled at any optimisation level.
    template <class X, class Weights, class Accumulator, int... Row>
    static void add(const X* x, std::int32_t offset, Weights weights, std::int32_t stride, std::int32_t n,
                    Accumulator* accumulators, std::integer_sequence<int, Row...>) noexcept {
        using Sum = typename SumOf<Accumulator>::type;
        const Weights rows[] = {weights + Row * stride...};
        Sum sums[] = {static_cast<Sum>(accumulators[Row])...};
        for (std::int32_t i = 0; i < n; ++i) {
            const auto value = shifted(x[i], offset);
            ((sums[Row] += static_cast<Sum>(value * weight(rows[Row], i))), ...);
        }
        ((accumulators[Row] = static_cast<Accumulator>(sums[Row])), ...);
    }

    static float shifted(float x, std::int32_t) noexcept { return x; }
    // 16 bits hold the sum: compilers then multiply pairs of 16-bit values in one instruction.
    static std::int16_t shifted(std::int8_t x, std::int32_t offset) noexcept {
        return static_cast<std::int16_t>(x + offset);
    }
    static std::int32_t shifted(std::int16_t x, std::int32_t offset) noexcept { return x + offset; }

    static float weight(const float* weights, std::int32_t i) noexcept { return weights[i]; }
    template <class Weights>
    static std::int16_t weight(const Weights& weights, std::int32_t i) noexcept {
        return weights[i];
    }
};

template <>
struct Kernel<dot, isa::scalar>::SumOf<float> {
    using type = float;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
