// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_SVDF_HPP
#define MOTE_KERNELS_SVDF_HPP

#include "../core/fixed_point.hpp"
#include "dot.hpp"

#include <cstring>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Extents of an SVDF layer; it has units * rank filters.
struct SvdfShape {
    std::uint16_t batches;
    std::uint16_t inputs;
    std::uint16_t units;
    std::uint16_t rank;
    std::uint16_t memory; // how many steps a filter remembers

    constexpr std::int32_t filters() const noexcept { return units * rank; }
};

/// One step of an SVDF layer: each filter's state [batch, filter, memory] moves up by one, the dot product of
/// the input with its feature weights joins at the end; a unit's output is that of its filters' states with
/// their time weights. Source: TFLite SVDF.
struct svdf;

template <>
struct Kernel<svdf, isa::scalar> {
    /// First half; `remember(accumulator)` makes the element of the state. Reads all of `x`.
    template <class Isa, class Accumulator, class X, class State, class Remember>
    static void feed(const SvdfShape& shape, const X* x, std::int32_t x_offset, const X* weights,
                     State* state, const Remember& remember) noexcept {
        const std::int32_t filters = shape.filters();
        const auto elements =
            static_cast<std::size_t>(shape.batches) * static_cast<std::size_t>(filters) * shape.memory;
        // As one row: what enters the end of a filter's row from the next one is overwritten below.
        std::memmove(state, state + 1, (elements - 1) * sizeof(State));
        State* newest = state + shape.memory - 1;
        for (std::int32_t b = 0; b < shape.batches; ++b, x += shape.inputs) {
            std::int32_t f = 0;
            for (; f + 4 <= filters; f += 4, newest += 4 * shape.memory)
                push<Isa, 4, Accumulator>(shape, x, x_offset, weights + f * shape.inputs, remember, newest);
            for (; f < filters; ++f, newest += shape.memory)
                push<Isa, 1, Accumulator>(shape, x, x_offset, weights + f * shape.inputs, remember, newest);
        }
    }

    /// Second half; `finish(accumulator, unit)` makes the output element, `bias` may be null.
    template <class Isa, class Accumulator, class State, class Finish>
    static void read(const SvdfShape& shape, const State* state, std::int32_t state_offset,
                     const State* weights, const Accumulator* bias, const Finish& finish,
                     typename Finish::Element* out) noexcept {
        for (std::int32_t b = 0; b < shape.batches; ++b) {
            const State* by = weights;
            for (std::int32_t unit = 0; unit < shape.units; ++unit) {
                Accumulator sum = bias != nullptr ? bias[unit] : Accumulator{0};
                for (std::int32_t r = 0; r < shape.rank; ++r, state += shape.memory, by += shape.memory) {
                    Accumulator part[] = {0};
                    Kernel<dot, Isa>::template run<1>(state, state_offset, by, 0, shape.memory, part);
                    sum = add(sum, part[0]);
                }
                *out++ = finish(sum, unit);
            }
        }
    }

private:
    template <class Isa, int Filters, class Accumulator, class X, class State, class Remember>
    static void push(const SvdfShape& shape, const X* x, std::int32_t x_offset, const X* weights,
                     const Remember& remember, State* newest) noexcept {
        Accumulator sums[Filters] = {};
        Kernel<dot, Isa>::template run<Filters>(x, x_offset, weights, shape.inputs, shape.inputs, sums);
        for (int i = 0; i < Filters; ++i, newest += shape.memory) *newest = remember(sums[i]);
    }

    static float add(float a, float b) noexcept { return a + b; }
    static std::int32_t add(std::int32_t a, std::int32_t b) noexcept { return wrapping_add(a, b); }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
