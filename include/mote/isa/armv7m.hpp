// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_ARMV7M_HPP
#define MOTE_ISA_ARMV7M_HPP

#include "thumb2.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace isa {
/// Cortex-M3: Thumb-2 with multiply-accumulate, one product at a time.
struct armv7m : scalar {
    using base = scalar;
#if defined(__thumb2__) && defined(__ARM_FEATURE_SAT) && defined(__OPTIMIZE__)
    static constexpr bool supported = true;
#else
    static constexpr bool supported = false;
#endif
};
} // namespace isa

#if defined(__thumb2__) && defined(__ARM_FEATURE_SAT) && defined(__OPTIMIZE__)

/// As armv7em_dsp does it, with a long multiplication and its rounding in place of one instruction.
template <>
struct Kernel<requantize_sum, isa::armv7m> {
    static std::int32_t run(std::int32_t x, detail::thumb2::ChannelScale scale,
                            std::int32_t zero_point) noexcept {
        std::int32_t low, high;
        asm("smull %1, %2, %0, %3\n\t"
            "adds %1, %1, #0x80000000\n\t"
            "adc %0, %2, %0\n\t"
            "add %0, %0, %0, asr #31\n\t"
            "asrs %0, %0, %4\n\t"
            "adc %0, %0, %5"
            : "+&r"(x), "=&r"(low), "=&r"(high)
            : "r"(scale.doubled), "r"(scale.right), "r"(zero_point)
            : "cc");
        return x;
    }
};

template <>
struct Kernel<finish_channels, isa::armv7m> : Thumb2FinishChannels<isa::armv7m> {};

template <>
struct Kernel<fully_connected, isa::armv7m> : Thumb2FullyConnected<isa::armv7m> {};

template <>
struct Kernel<pairwise, isa::armv7m> : Thumb2Pairwise<isa::armv7m> {};

/// Four positions to a block, two where patches are long. Patches are int32, offset added, and interleaved
/// element by element, so that one instruction loads an element of each.
template <>
struct Kernel<patch_product, isa::armv7m> {
    using Stage = detail::thumb2::ReadyStage<isa::armv7m>;

    template <class X, class Weights>
    static constexpr bool available =
        std::is_same_v<X, std::int8_t>&& std::is_same_v<Weights, const std::int8_t*>;

    static constexpr std::int32_t most_positions(std::int32_t depth) noexcept { return depth <= 320 ? 4 : 2; }
    static constexpr std::uint32_t block_bytes(std::int32_t depth, std::int32_t positions) noexcept {
        return static_cast<std::uint32_t>((depth + 3) / 4 * 16 * positions);
    }

    class Writer {
    public:
        Writer(void* block, std::int32_t positions, std::int32_t position, std::int32_t offset) noexcept
            : to_(static_cast<std::int32_t*>(block) + position), step_(positions), offset_(offset) {}

        void copy(const std::int8_t* from, std::int32_t n) noexcept {
            written_ += n;
            std::int32_t* to = to_;
            for (; n > 0; --n, to += step_) *to = *from++ + offset_;
            to_ = to;
        }
        void pad(std::int32_t n) noexcept {
            written_ += n;
            for (; n > 0; --n, to_ += step_) *to_ = 0;
        }
        void close() noexcept { pad(-written_ & 3); }

    private:
        std::int32_t* to_;
        std::int32_t step_;
        std::int32_t offset_;
        std::int32_t written_ = 0;
    };

    template <class Finish>
    static void run(const PatchBlock& block, const std::int8_t* weights, const std::int32_t* bias,
                    ChannelRange channels, const Finish& finish, typename Finish::Element* out,
                    std::int32_t stride) noexcept {
        if constexpr (std::is_same_v<Finish, Stage>) {
            if (finish.plain && bias != nullptr && (block.positions == 4 || block.positions == 2)) {
                // Weights are read by fours, the last channel's too far.
                const std::int32_t last = (block.depth & 3) != 0 ? channels.end - 1 : channels.end;
                const ChannelRange first{channels.first, last};
                if (block.positions == 4)
                    plain_tiles<4>(block, weights, bias, first, finish, out, stride);
                else
                    plain_tiles<2>(block, weights, bias, first, finish, out, stride);
                weights += (last - channels.first) * block.depth;
                channels.first = last;
            }
        }
        any_tiles(block, weights, bias, channels, finish, out, stride);
    }

private:
    template <class Finish>
    MOTE_NOINLINE static void any_tiles(const PatchBlock& block, const std::int8_t* weights,
                                        const std::int32_t* bias, ChannelRange channels, const Finish& finish,
                                        typename Finish::Element* out, std::int32_t stride) noexcept {
        for (std::int32_t c = channels.first; c < channels.end; ++c, weights += block.depth)
            for (std::int32_t p = 0; p < block.positions; ++p) {
                const auto* x = static_cast<const std::int32_t*>(block.data) + p;
                auto sum = static_cast<std::uint32_t>(bias != nullptr ? bias[c] : 0);
                for (std::int32_t i = 0; i < block.depth; ++i, x += block.positions)
                    sum += static_cast<std::uint32_t>(*x * weights[i]);
                out[p * stride + c] = finish(static_cast<std::int32_t>(sum), c);
            }
    }

    /// All of the channels in one piece of assembly: what its loop does not need lies on the stack.
    template <int Positions>
    MOTE_NOINLINE static void plain_tiles(const PatchBlock& block, const std::int8_t* weights,
                                          const std::int32_t* bias, ChannelRange channels, const Stage& stage,
                                          std::int8_t* out, std::int32_t stride) noexcept {
        const void* const x_start = block.data;
        const std::int32_t depth = (block.depth + 3) & ~3;
        const std::int32_t slack = depth - block.depth;
        const detail::thumb2::ChannelScale* scales = stage.scales + channels.first;
        const std::int32_t zero_point = stage.stage.zero_point;
        std::int32_t left = channels.end - channels.first;
        bias += channels.first;
        out += channels.first;
        if (left <= 0) return;
        std::uint32_t x, end, a, b, c, d, by;
        // clang-format off
#define MOTE_M3_FOUR_POSITIONS                                                                               \
    "ldrsb %[by], [%[w]], #1\n\t"                                                                            \
    "ldmia %[x]!, {r4, r5, r6, r8}\n\t"                                                                      \
    "mla %[a], r4, %[by], %[a]\n\t"                                                                          \
    "mla %[b], r5, %[by], %[b]\n\t"                                                                          \
    "mla %[c], r6, %[by], %[c]\n\t"                                                                          \
    "mla %[d], r8, %[by], %[d]\n\t"
#define MOTE_M3_TWO_POSITIONS                                                                                \
    "ldrsb %[by], [%[w]], #1\n\t"                                                                            \
    "ldmia %[x]!, {r4, r5}\n\t"                                                                              \
    "mla %[a], r4, %[by], %[a]\n\t"                                                                          \
    "mla %[b], r5, %[by], %[b]\n\t"
#define MOTE_M3_OUTPUT(sum, at)                                                                              \
    "smull %[by], r8, %[" sum "], r4\n\t"                                                                    \
    "adds %[by], %[by], #0x80000000\n\t"                                                                     \
    "adc %[" sum "], r8, %[" sum "]\n\t"                                                                     \
    "add %[" sum "], %[" sum "], %[" sum "], asr #31\n\t"                                                    \
    "asrs %[" sum "], %[" sum "], r5\n\t"                                                                    \
    "adc %[" sum "], %[" sum "], r6\n\t"                                                                     \
    "ssat %[" sum "], #8, %[" sum "]\n\t"                                                                    \
    "strb %[" sum "], [%[x]" at "]\n\t"
#define MOTE_M3_TILES(element, outputs)                                                                      \
        asm volatile(                                                                                        \
            "0:\n\t"                                                                                         \
            "ldr r4, %[bias]\n\t"                                                                            \
            "ldr %[end], %[depth]\n\t"                                                                       \
            "ldr %[x], %[x_start]\n\t"                                                                       \
            "ldr %[a], [r4], #4\n\t"                                                                         \
            "add %[end], %[end], %[w]\n\t"                                                                   \
            "str r4, %[bias]\n\t"                                                                            \
            "mov %[b], %[a]\n\t"                                                                             \
            "mov %[c], %[a]\n\t"                                                                             \
            "mov %[d], %[a]\n\t"                                                                             \
            "1:\n\t"                                                                                         \
            element element element element                                                                  \
            "cmp %[w], %[end]\n\t"                                                                           \
            "bne 1b\n\t"                                                                                     \
            "ldr r5, %[slack]\n\t"                                                                           \
            "ldr r6, %[scales]\n\t"                                                                          \
            "sub %[w], %[w], r5\n\t"                                                                         \
            "ldr %[x], %[out]\n\t"                                                                           \
            "ldrd r4, r5, [r6], #8\n\t"                                                                      \
            "str r6, %[scales]\n\t"                                                                          \
            "add r8, %[x], #1\n\t"                                                                           \
            "str r8, %[out]\n\t"                                                                             \
            "ldr r6, %[zero]\n\t"                                                                            \
            "ldr %[end], %[stride]\n\t"                                                                      \
            outputs                                                                                          \
            "ldr r4, %[left]\n\t"                                                                            \
            "subs r4, r4, #1\n\t"                                                                            \
            "str r4, %[left]\n\t"                                                                            \
            "bne 0b"                                                                                         \
            : [w] "+&r"(weights), [x] "=&r"(x), [end] "=&r"(end), [a] "=&r"(a), [b] "=&r"(b), [c] "=&r"(c),  \
              [d] "=&r"(d), [by] "=&r"(by), [bias] "+m"(bias), [scales] "+m"(scales), [out] "+m"(out),       \
              [left] "+m"(left)                                                                              \
            : [depth] "m"(depth), [x_start] "m"(x_start), [slack] "m"(slack), [stride] "m"(stride),          \
              [zero] "m"(zero_point)                                                                         \
            : "r4", "r5", "r6", "r8", "cc", "memory")
        if constexpr (Positions == 4)
            MOTE_M3_TILES(MOTE_M3_FOUR_POSITIONS,
                          MOTE_M3_OUTPUT("a", "") MOTE_M3_OUTPUT("b", ", %[end]")
                          MOTE_M3_OUTPUT("c", ", %[end], lsl #1") "add %[x], %[x], %[end], lsl #1\n\t"
                          MOTE_M3_OUTPUT("d", ", %[end]"));
        else
            MOTE_M3_TILES(MOTE_M3_TWO_POSITIONS, MOTE_M3_OUTPUT("a", "") MOTE_M3_OUTPUT("b", ", %[end]"));
#undef MOTE_M3_TILES
#undef MOTE_M3_OUTPUT
#undef MOTE_M3_TWO_POSITIONS
#undef MOTE_M3_FOUR_POSITIONS
        // clang-format on
    }
};

template <>
struct Kernel<conv, isa::armv7m> : Thumb2Conv<isa::armv7m> {};

/// Four channels of one tap at a time.
template <>
struct Kernel<channel_tiles, isa::armv7m> {
    using Stage = detail::thumb2::ReadyStage<isa::armv7m>;
    using Sums = detail::thumb2::Sums;

    static std::uint32_t offsets_word(std::int32_t offset) noexcept {
        return static_cast<std::uint32_t>(offset);
    }

    template <int Taps>
    static void plain(const TapGrid& grid, const std::int8_t* x, std::uint32_t offset,
                      const std::int8_t* weights, const std::int32_t* bias, const Stage& stage,
                      std::int32_t channels, std::int8_t* out) noexcept {
        const std::int32_t zero_point = stage.stage.zero_point;
        const detail::thumb2::ChannelScale* scales = stage.scales;
        for (; channels > 0; channels -= 4, x += 4, weights += 4, bias += 4, scales += 4, out += 4) {
            Sums sums{bias[0], bias[1], bias[2], bias[3]};
            add_taps(grid, x, offset, weights, sums);
            const auto finished = [&](std::int32_t sum, int i) {
                return static_cast<std::int8_t>(detail::thumb2::limited_to_int8(
                    Kernel<requantize_sum, isa::armv7m>::run(sum, scales[i], zero_point)));
            };
            out[0] = finished(sums.a, 0);
            out[1] = finished(sums.b, 1);
            out[2] = finished(sums.c, 2);
            out[3] = finished(sums.d, 3);
        }
    }

    /// Adds (x[i] + offset) * weights[i] over the taps, for four channels.
    static void add_taps(const TapGrid& grid, const std::int8_t* x, std::uint32_t offset,
                         const std::int8_t* weights, Sums& sums) noexcept {
        std::int32_t a = sums.a, b = sums.b, c = sums.c, d = sums.d;
        const std::int32_t x_tap = grid.x_tap, w_tap = grid.w_tap, taps = grid.taps;
        for (std::int32_t row = grid.rows; row > 0; --row, x += grid.x_row, weights += grid.w_row) {
            const std::int8_t* from = x;
            const std::int8_t* by = weights;
            std::int32_t left = taps, value, weight;
            if (left <= 0) continue;
                // clang-format off
#define MOTE_M3_CHANNEL(sum, at)                                                                             \
    "ldrsb %[value], [%[x], #" at "]\n\t"                                                                    \
    "ldrsb %[weight], [%[w], #" at "]\n\t"                                                                   \
    "add %[value], %[value], %[offset]\n\t"                                                                  \
    "mla %[" sum "], %[value], %[weight], %[" sum "]\n\t"
            asm volatile(
                "1:\n\t"
                MOTE_M3_CHANNEL("b", "1") MOTE_M3_CHANNEL("c", "2") MOTE_M3_CHANNEL("d", "3")
                MOTE_M3_CHANNEL("a", "0")
                "add %[x], %[x], %[x_tap]\n\t"
                "add %[w], %[w], %[w_tap]\n\t"
                "subs %[left], %[left], #1\n\t"
                "bne 1b"
                : [a] "+&r"(a), [b] "+&r"(b), [c] "+&r"(c), [d] "+&r"(d), [x] "+&r"(from), [w] "+&r"(by),
                  [left] "+&r"(left), [value] "=&r"(value), [weight] "=&r"(weight)
                : [offset] "r"(offset), [x_tap] "r"(x_tap), [w_tap] "r"(w_tap)
                : "cc", "memory");
#undef MOTE_M3_CHANNEL
            // clang-format on
        }
        sums = {a, b, c, d};
    }
};

template <>
struct Kernel<depthwise, isa::armv7m> : Thumb2Depthwise<isa::armv7m> {};

#endif

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
