// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_DSP_TILES_HPP
#define MOTE_ISA_DSP_TILES_HPP

#include "dsp_pairs.hpp"
#include "thumb2.hpp"

#if defined(__ARM_FEATURE_SIMD32) && defined(__thumb2__) && defined(__OPTIMIZE__)

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace isa {
struct armv7em_dsp;
}

template <>
struct Kernel<channel_tiles, isa::armv7em_dsp> {
    static std::uint32_t offsets_word(std::int32_t offset) noexcept {
        return detail::dsp::both_halves(offset);
    }

#define MOTE_DSP_TAP(at, by)                                                                                 \
    "ldr %[we], [%[w]" by "]\n\t"                                                                            \
    "ldr %[xe], [%[x]" at "]\n\t"                                                                            \
    "sxtb16 %[wo], %[we], ror #8\n\t"                                                                        \
    "sxtab16 %[xo], %[offsets], %[xe], ror #8\n\t"                                                           \
    "sxtb16 %[we], %[we]\n\t"                                                                                \
    "sxtab16 %[xe], %[offsets], %[xe]\n\t"                                                                   \
    "smlabb %[b], %[xo], %[wo], %[b]\n\t"                                                                    \
    "smlatt %[d], %[xo], %[wo], %[d]\n\t"                                                                    \
    "smlabb %[a], %[xe], %[we], %[a]\n\t"                                                                    \
    "smlatt %[c], %[xe], %[we], %[c]\n\t"
    /// Adds (x[i] + offset) * weights[i] over the taps, for four channels.
    static void add_taps(const TapGrid& grid, const std::int8_t* x, std::uint32_t offsets,
                         const std::int8_t* weights, detail::thumb2::Sums& sums) noexcept {
        std::uint32_t xe, xo, we, wo;
        for (std::int32_t row = 0; row < grid.rows; ++row, x += grid.x_row, weights += grid.w_row) {
            const std::int8_t* from = x;
            const std::int8_t* by = weights;
            for (std::int32_t tap = grid.taps; tap > 0; --tap, from += grid.x_tap, by += grid.w_tap)
                asm volatile(MOTE_DSP_TAP("", "")
                             : [a] "+&r"(sums.a), [b] "+&r"(sums.b), [c] "+&r"(sums.c), [d] "+&r"(sums.d),
                               [xe] "=&r"(xe), [xo] "=&r"(xo), [we] "=&r"(we), [wo] "=&r"(wo)
                             : [x] "r"(from), [w] "r"(by), [offsets] "r"(offsets)
                             : "memory");
        }
    }

    /// All channels of a position with rows of two or three taps, in one piece of assembly: what its loop
    /// does not need lies on the stack.
    template <int Taps>
    static void plain(const TapGrid& grid, const std::int8_t* x_start, std::uint32_t offsets,
                      const std::int8_t* w_start, const std::int32_t* bias,
                      const detail::thumb2::ReadyStage<isa::armv7em_dsp>& stage, std::int32_t left,
                      std::int8_t* out) noexcept {
        const detail::thumb2::ChannelScale* scales = stage.scales;
        const std::int32_t zero_point = stage.stage.zero_point;
        const std::int32_t row_count = grid.rows;
        const std::int32_t x_row = grid.x_row, w_row = grid.w_row;
        std::uint32_t a, b, c, d, x, w, xe, xo, we, wo, rows;
#define MOTE_DSP_CHANNEL(sum)                                                                                \
    "ldrd %[xe], %[xo], [%[x]], #8\n\t"                                                                      \
    "smmlar %[" sum "], %[" sum "], %[xe], %[" sum "]\n\t"                                                   \
    "add %[" sum "], %[" sum "], %[" sum "], asr #31\n\t"                                                    \
    "asrs %[" sum "], %[" sum "], %[xo]\n\t"                                                                 \
    "adc %[" sum "], %[" sum "], %[we]\n\t"                                                                  \
    "ssat %[" sum "], #8, %[" sum "]\n\t"                                                                    \
    "strb %[" sum "], [%[w]], #1\n\t"
#define MOTE_DSP_TILES(row)                                                                                  \
    asm volatile("0:\n\t"                                                                                    \
                 "ldr %[xe], %[bias]\n\t"                                                                    \
                 "ldr %[x], %[x_start]\n\t"                                                                  \
                 "ldr %[w], %[w_start]\n\t"                                                                  \
                 "ldr %[a], [%[xe]], #4\n\t"                                                                 \
                 "ldr %[b], [%[xe]], #4\n\t"                                                                 \
                 "ldr %[c], [%[xe]], #4\n\t"                                                                 \
                 "ldr %[d], [%[xe]], #4\n\t"                                                                 \
                 "add %[xo], %[x], #4\n\t"                                                                   \
                 "add %[wo], %[w], #4\n\t"                                                                   \
                 "str %[xe], %[bias]\n\t"                                                                    \
                 "str %[xo], %[x_start]\n\t"                                                                 \
                 "str %[wo], %[w_start]\n\t"                                                                 \
                 "ldr %[rows], %[row_count]\n\t"                                                             \
                 "1:\n\t" row "ldr %[xe], %[x_row]\n\t"                                                      \
                 "ldr %[we], %[w_row]\n\t"                                                                   \
                 "subs %[rows], %[rows], #1\n\t"                                                             \
                 "add %[x], %[x], %[xe]\n\t"                                                                 \
                 "add %[w], %[w], %[we]\n\t"                                                                 \
                 "bne 1b\n\t"                                                                                \
                 "ldr %[x], %[scales]\n\t"                                                                   \
                 "ldr %[w], %[out]\n\t"                                                                      \
                 "ldr %[we], %[zero]\n\t"                                                                    \
                 "ldr %[rows], %[left]\n\t" MOTE_DSP_CHANNEL("a") MOTE_DSP_CHANNEL("b")                      \
                     MOTE_DSP_CHANNEL("c") MOTE_DSP_CHANNEL("d") "str %[x], %[scales]\n\t"                   \
                                                                 "subs %[rows], %[rows], #4\n\t"             \
                                                                 "str %[w], %[out]\n\t"                      \
                                                                 "str %[rows], %[left]\n\t"                  \
                                                                 "bne 0b"                                    \
                 : [a] "=&r"(a), [b] "=&r"(b), [c] "=&r"(c), [d] "=&r"(d), [x] "=&r"(x), [w] "=&r"(w),       \
                   [xe] "=&r"(xe), [xo] "=&r"(xo), [we] "=&r"(we), [wo] "=&r"(wo), [rows] "=&r"(rows),       \
                   [bias] "+m"(bias), [x_start] "+m"(x_start), [w_start] "+m"(w_start),                      \
                   [scales] "+m"(scales), [out] "+m"(out), [left] "+m"(left)                                 \
                 : [offsets] "r"(offsets), [step] "r"(grid.w_tap), [row_count] "m"(row_count),               \
                   [x_row] "m"(x_row), [w_row] "m"(w_row), [zero] "m"(zero_point)                            \
                 : "cc", "memory")
        if constexpr (Taps == 2) MOTE_DSP_TILES(MOTE_DSP_TAP("", "") MOTE_DSP_TAP(", %[step]", ", %[step]"));
        if constexpr (Taps == 3)
            MOTE_DSP_TILES(MOTE_DSP_TAP("", "") MOTE_DSP_TAP(", %[step]", ", %[step]")
                               MOTE_DSP_TAP(", %[step], lsl #1", ", %[step], lsl #1"));
#undef MOTE_DSP_TILES
#undef MOTE_DSP_CHANNEL
    }
#undef MOTE_DSP_TAP
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif

#endif
