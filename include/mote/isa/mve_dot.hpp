// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_MVE_DOT_HPP
#define MOTE_ISA_MVE_DOT_HPP

#include "../kernels/dot.hpp"
#include "../kernels/fully_connected.hpp"
#include "armv7em_dsp.hpp"
#include "mve_channels.hpp"

#if defined(__ARM_FEATURE_MVE) && defined(__OPTIMIZE__)

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail::mve {

/// Sums of n products of x + offset with up to three rows of weights, lane by lane: `second` and `third` are
/// how far these rows are from the first.
MOTE_NOINLINE inline int32x4_t row_products(const std::int8_t* x, const std::int8_t* weights,
                                            std::int32_t second, std::int32_t third, std::int32_t n,
                                            std::int32_t offset) noexcept {
    const std::int8_t *wb = weights + second, *wc = weights + third;
    std::int32_t a, b, c, total_a, total_b, total_c;
    int8x16_t values, even, odd;
    asm volatile("wlstp.8 lr, %[n], 2f\n"
                 "1:\n\t"
                 "vldrb.8 %q[x], [%[from]], #16\n\t"
                 "vldrb.8 %q[even], [%[wa]], #16\n\t"
                 "vmladava.s8 %[a], %q[x], %q[even]\n\t"
                 "vldrb.8 %q[odd], [%[wb]], #16\n\t"
                 "vaddva.s8 %[ta], %q[even]\n\t"
                 "vmladava.s8 %[b], %q[x], %q[odd]\n\t"
                 "vldrb.8 %q[even], [%[wc]], #16\n\t"
                 "vaddva.s8 %[tb], %q[odd]\n\t"
                 "vmladava.s8 %[c], %q[x], %q[even]\n\t"
                 "vaddva.s8 %[tc], %q[even]\n\t"
                 "letp lr, 1b\n"
                 "2:"
                 : [a] "=&Te"(a), [b] "=&Te"(b), [c] "=&Te"(c), [ta] "=&Te"(total_a), [tb] "=&Te"(total_b),
                   [tc] "=&Te"(total_c), [from] "+&r"(x), [wa] "+&r"(weights), [wb] "+&r"(wb), [wc] "+&r"(wc),
                   [x] "=&w"(values), [even] "=&w"(even), [odd] "=&w"(odd)
                 : [n] "r"(n), "0"(0), "1"(0), "2"(0), "3"(0), "4"(0), "5"(0)
                 : "lr", "cc", "memory");
    return vector_of(a + offset * total_a, b + offset * total_b, c + offset * total_c, 0);
}

/// sum + the products with one row.
inline std::int32_t row_product(const std::int8_t* x, const std::int8_t* weights, std::int32_t n,
                                std::int32_t offset, std::int32_t sum) noexcept {
    std::int32_t total = 0;
    int8x16_t values, by;
    asm volatile("wlstp.8 lr, %[n], 2f\n"
                 "1:\n\t"
                 "vldrb.8 %q[values], [%[x]], #16\n\t"
                 "vldrb.8 %q[by], [%[w]], #16\n\t"
                 "vmladava.s8 %[sum], %q[values], %q[by]\n\t"
                 "vaddva.s8 %[total], %q[by]\n\t"
                 "letp lr, 1b\n"
                 "2:"
                 : [x] "+&r"(x), [w] "+&r"(weights), [sum] "+&Te"(sum), [total] "+&Te"(total),
                   [values] "=&w"(values), [by] "=&w"(by)
                 : [n] "r"(n)
                 : "lr", "cc", "memory");
    return wrapping_add(sum, static_cast<std::int32_t>(static_cast<std::uint32_t>(offset) *
                                                       static_cast<std::uint32_t>(total)));
}

} // namespace detail::mve

template <>
struct Kernel<dot, isa::armv8_1m_mve> : Kernel<dot, isa::armv7em_dsp> {
    template <int Rows, class X, class Weights, class Accumulator>
    static void run(const X* x, std::int32_t offset, Weights weights, std::int32_t stride, std::int32_t n,
                    Accumulator* accumulators) noexcept {
        if constexpr (std::is_same_v<X, std::int16_t> && std::is_pointer_v<Weights> &&
                      !std::is_same_v<Accumulator, float>) {
            if (offset == 0) {
                for (int row = 0; row < Rows; ++row, weights += stride) add(x, weights, n, accumulators[row]);
                return;
            }
        }
        Kernel<dot, isa::scalar>::run<Rows>(x, offset, weights, stride, n, accumulators);
    }

    template <int Rows>
    static void run(const std::int8_t* x, std::int32_t offset, const std::int8_t* weights,
                    std::int32_t stride, std::int32_t n, std::int32_t* accumulators) noexcept {
        for (int row = Rows / 3 * 3; row < Rows; ++row)
            accumulators[row] =
                detail::mve::row_product(x, weights + row * stride, n, offset, accumulators[row]);
        for (int row = 0; row < Rows / 3 * 3; row += 3, weights += 3 * stride) {
            std::int32_t sums[4];
            vst1q_s32(sums, detail::mve::row_products(x, weights, stride, 2 * stride, n, offset));
            for (int i = 0; i < 3; ++i) accumulators[row + i] = wrapping_add(accumulators[row + i], sums[i]);
        }
    }

private:
#define MOTE_MVE_DOT(load, multiply, ...)                                                                    \
    int16x8_t values, by;                                                                                    \
    asm volatile("wlstp.16 lr, %[n], 2f\n"                                                                   \
                 "1:\n\t"                                                                                    \
                 "vldrh.16 %q[values], [%[x]], #16\n\t" load "\n\t" multiply ", %q[values], %q[by]\n\t"      \
                 "letp lr, 1b\n"                                                                             \
                 "2:"                                                                                        \
                 : [x] "+&r"(x), [w] "+&l"(weights), [values] "=&w"(values), [by] "=&w"(by), __VA_ARGS__     \
                 : [n] "r"(n)                                                                                \
                 : "lr", "cc", "memory")
    static void add(const std::int16_t* x, const std::int8_t* weights, std::int32_t n,
                    std::int32_t& sum) noexcept {
        std::int32_t total = sum;
        MOTE_MVE_DOT("vldrb.s16 %q[by], [%[w]], #8", "vmladava.s16 %[total]", [total] "+&Te"(total));
        sum = total;
    }
    static void add(const std::int16_t* x, const std::int16_t* weights, std::int32_t n,
                    std::int32_t& sum) noexcept {
        std::int32_t total = sum;
        MOTE_MVE_DOT("vldrh.16 %q[by], [%[w]], #16", "vmladava.s16 %[total]", [total] "+&Te"(total));
        sum = total;
    }
    static void add(const std::int16_t* x, const std::int8_t* weights, std::int32_t n,
                    std::int64_t& sum) noexcept {
        std::int64_t total = sum;
        MOTE_MVE_DOT("vldrb.s16 %q[by], [%[w]], #8",
                     "vmlaldava.s16 %Q[total], %R[total]", [total] "+&r"(total));
        sum = total;
    }
#undef MOTE_MVE_DOT
};

template <>
struct Kernel<fully_connected, isa::armv8_1m_mve> : Kernel<fully_connected, isa::armv7em_dsp> {
    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const ProductShape& shape, const X* x, std::int32_t x_offset, Weights weights,
                    std::int32_t weight_offset, Bias bias, const Finish& finish,
                    typename Finish::Element* out) noexcept {
        if constexpr (detail::mve::are_int8<X, Weights> && std::is_same_v<Finish, detail::mve::Int8Stage>)
            if (weight_offset == 0 && !finish.multipliers.per_channel) {
                for (std::int32_t row = 0; row < shape.rows; ++row, x += shape.depth, out += shape.channels)
                    one(shape, x, x_offset, weights, bias, finish, out);
                return;
            }
        Kernel<fully_connected, isa::armv7em_dsp>::run<Leaf, Accumulator>(shape, x, x_offset, weights,
                                                                          weight_offset, bias, finish, out);
    }

private:
    static void one(const ProductShape& shape, const std::int8_t* x, std::int32_t offset,
                    const std::int8_t* weights, const std::int32_t* bias,
                    const detail::mve::Int8Stage& finish, std::int8_t* out) noexcept {
        using namespace detail::mve;
        ChannelOutput<Int8Stage> output(finish, 1);
        output.open(0, finish.multipliers[0]);
        const std::int32_t depth = shape.depth;
        for (std::int32_t left = shape.channels; left > 0; left -= 3, weights += 3 * depth, out += 3) {
            int32x4_t sums =
                row_products(x, weights, left > 1 ? depth : 0, left > 2 ? 2 * depth : 0, depth, offset);
            if (bias != nullptr) {
                sums = vaddq_s32(sums, load_first(bias, minimum<std::int32_t>(left, 3)));
                bias += 3;
            }
            output.store(sums, minimum<std::int32_t>(left, 3), out);
        }
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif

#endif
