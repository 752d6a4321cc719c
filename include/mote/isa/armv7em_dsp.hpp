// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_ARMV7EM_DSP_HPP
#define MOTE_ISA_ARMV7EM_DSP_HPP

#include "../kernels/dot.hpp"
#include "dsp_pairs.hpp"
#include "dsp_patches.hpp"
#include "dsp_tiles.hpp"
#include "thumb2.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace isa {
/// Cortex-M4, M7, M33 and up: two 16-bit multiplications and their sum in one instruction. Not at -O0, where
/// GCC has no registers left for the assembly: there the portable kernels run.
struct armv7em_dsp : scalar {
    using base = scalar;
#if defined(__ARM_FEATURE_SIMD32) && defined(__thumb2__) && defined(__OPTIMIZE__)
    static constexpr bool supported = true;
#else
    static constexpr bool supported = false;
#endif
};
} // namespace isa

#if defined(__ARM_FEATURE_SIMD32) && defined(__thumb2__) && defined(__OPTIMIZE__)

/// TFLM's two roundings and the zero point, in four instructions. The doubled multiplier, read as a signed
/// number, is 2^32 too small: the accumulator makes up for it. The last bit that the shift drops is its
/// rounding, and enters with the carry.
template <>
struct Kernel<requantize_sum, isa::armv7em_dsp> {
    static std::int32_t run(std::int32_t x, detail::thumb2::ChannelScale scale,
                            std::int32_t zero_point) noexcept {
        asm("smmlar %0, %0, %1, %0\n\t"
            "add %0, %0, %0, asr #31\n\t"
            "asrs %0, %0, %2\n\t"
            "adc %0, %0, %3"
            : "+&r"(x)
            : "r"(scale.doubled), "r"(scale.right), "r"(zero_point)
            : "cc");
        return x;
    }
};

template <>
struct Kernel<finish_channels, isa::armv7em_dsp> : Thumb2FinishChannels<isa::armv7em_dsp> {};

template <>
struct Kernel<fully_connected, isa::armv7em_dsp> : Thumb2FullyConnected<isa::armv7em_dsp> {};

template <>
struct Kernel<pairwise, isa::armv7em_dsp> : Thumb2Pairwise<isa::armv7em_dsp> {};

template <>
struct Kernel<dot, isa::armv7em_dsp> : Kernel<dot, isa::scalar> {
    template <int Rows, class X, class Weights, class Accumulator>
    static void run(const X* x, std::int32_t offset, Weights weights, std::int32_t stride, std::int32_t n,
                    Accumulator* accumulators) noexcept {
        Kernel<dot, isa::scalar>::run<Rows>(x, offset, weights, stride, n, accumulators);
    }

    template <int Rows>
    static void run(const std::int8_t* x, std::int32_t offset, const std::int8_t* weights,
                    std::int32_t stride, std::int32_t n, std::int32_t* accumulators) noexcept {
        const std::int32_t fours = n & ~3;
        if (fours != 0) {
            const std::uint32_t offsets = detail::dsp::both_halves(offset);
            if constexpr (Rows == 4)
                four_rows(x, x + fours, offsets, weights, stride, accumulators);
            else
                for (int row = 0; row < Rows; ++row)
                    accumulators[row] =
                        one_row(x, x + fours, offsets, weights + row * stride, accumulators[row]);
        }
        Kernel<dot, isa::scalar>::run<Rows>(x + fours, offset, weights + fours, stride, n - fours,
                                            accumulators);
    }

private:
    // Not inlined: in a large function registers for their assembly run out.
    MOTE_NOINLINE static std::int32_t one_row(const std::int8_t* x, const std::int8_t* end,
                                              std::uint32_t offsets, const std::int8_t* weights,
                                              std::int32_t sum) noexcept {
        std::uint32_t x_odd, w_even, w_odd, x_even;
        asm volatile("1:\n\t"
                     "ldr %[xe], [%[x]], #4\n\t"
                     "ldr %[we], [%[w]], #4\n\t"
                     "sxtab16 %[xo], %[offsets], %[xe], ror #8\n\t"
                     "sxtab16 %[xe], %[offsets], %[xe]\n\t"
                     "sxtb16 %[wo], %[we], ror #8\n\t"
                     "sxtb16 %[we], %[we]\n\t"
                     "smlad %[sum], %[xo], %[wo], %[sum]\n\t"
                     "smlad %[sum], %[xe], %[we], %[sum]\n\t"
                     "cmp %[x], %[end]\n\t"
                     "bne 1b"
                     : [x] "+&r"(x), [w] "+&r"(weights), [sum] "+&r"(sum), [xe] "=&r"(x_even),
                       [xo] "=&r"(x_odd), [we] "=&r"(w_even), [wo] "=&r"(w_odd)
                     : [end] "r"(end), [offsets] "r"(offsets)
                     : "cc", "memory");
        return sum;
    }

    MOTE_NOINLINE static void four_rows(const std::int8_t* x, const std::int8_t* end, std::uint32_t offsets,
                                        const std::int8_t* weights, std::int32_t stride,
                                        std::int32_t* sums) noexcept {
        std::int32_t a = sums[0], b = sums[1], c = sums[2], d = sums[3];
        std::uint32_t x_even, x_odd, w_even, w_odd;
        // clang-format off
#define MOTE_DSP_ROW(sum)                                                                                    \
    "sxtb16 %[wo], %[we], ror #8\n\t"                                                                        \
    "sxtb16 %[we], %[we]\n\t"                                                                                \
    "smlad %[" sum "], %[xo], %[wo], %[" sum "]\n\t"                                                         \
    "smlad %[" sum "], %[xe], %[we], %[" sum "]\n\t"
#define MOTE_DSP_ROUND                                                                                       \
    "ldr %[xe], [%[x]], #4\n\t"                                                                              \
    "ldr %[we], [%[w], %[stride]]\n\t"                                                                       \
    "sxtab16 %[xo], %[offsets], %[xe], ror #8\n\t"                                                           \
    "sxtab16 %[xe], %[offsets], %[xe]\n\t"                                                                   \
    MOTE_DSP_ROW("b")                                                                                        \
    "ldr %[we], [%[w], %[stride], lsl #1]\n\t"                                                               \
    MOTE_DSP_ROW("c")                                                                                        \
    "add %[we], %[w], %[stride], lsl #1\n\t"                                                                 \
    "ldr %[we], [%[we], %[stride]]\n\t"                                                                      \
    MOTE_DSP_ROW("d")                                                                                        \
    "ldr %[we], [%[w]], #4\n\t"                                                                              \
    MOTE_DSP_ROW("a")
        // Two rounds; the first time it enters in the middle where their number is odd.
        asm volatile(
            "sub %[we], %[end], %[x]\n\t"
            "tst %[we], #4\n\t"
            "bne 2f\n\t"
            "1:\n\t"
            MOTE_DSP_ROUND
            "2:\n\t"
            MOTE_DSP_ROUND
            "cmp %[x], %[end]\n\t"
            "bne 1b"
            : [x] "+&r"(x), [w] "+&r"(weights), [a] "+&r"(a), [b] "+&r"(b), [c] "+&r"(c), [d] "+&r"(d),
              [xe] "=&r"(x_even), [xo] "=&r"(x_odd), [we] "=&r"(w_even), [wo] "=&r"(w_odd)
            : [end] "r"(end), [offsets] "r"(offsets), [stride] "r"(stride)
            : "cc", "memory");
#undef MOTE_DSP_ROUND
#undef MOTE_DSP_ROW
        // clang-format on
        sums[0] = a;
        sums[1] = b;
        sums[2] = c;
        sums[3] = d;
    }
};

template <>
struct Kernel<conv, isa::armv7em_dsp> : Thumb2Conv<isa::armv7em_dsp> {};

template <>
struct Kernel<depthwise, isa::armv7em_dsp> : Thumb2Depthwise<isa::armv7em_dsp> {};

#endif

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
