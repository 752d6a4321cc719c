// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_DSP_PATCHES_HPP
#define MOTE_ISA_DSP_PATCHES_HPP

#include "dsp_pairs.hpp"
#include "thumb2.hpp"

#if defined(__ARM_FEATURE_SIMD32) && defined(__thumb2__) && defined(__OPTIMIZE__)

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace isa {
struct armv7em_dsp;
}

/// Four positions to a block. Patches are int16, offset added, and interleaved by fours of elements: for each
/// position in turn a word of elements 0 and 2 and one of elements 1 and 3, which is how sxtb16 leaves the
/// weights. 13 instructions make 16 products.
template <>
struct Kernel<patch_product, isa::armv7em_dsp> {
    template <class X, class Weights>
    static constexpr bool available =
        std::is_same_v<X, std::int8_t>&& std::is_same_v<Weights, const std::int8_t*>;

    static constexpr std::int32_t most_positions(std::int32_t depth) noexcept {
        return depth <= 320 ? 4 : depth <= 640 ? 3 : 2;
    }
    static constexpr std::uint32_t block_bytes(std::int32_t depth, std::int32_t positions) noexcept {
        return static_cast<std::uint32_t>((depth + 3) / 4 * 8 * positions);
    }

    class Writer {
    public:
        Writer(void* block, std::int32_t positions, std::int32_t position, std::int32_t offset) noexcept
            : to_(static_cast<std::uint32_t*>(block) + 2 * position),
              step_(2 * positions),
              offsets_(detail::dsp::both_halves(offset)) {}

        void copy(const std::int8_t* from, std::int32_t n) noexcept {
            const auto offset = static_cast<std::int16_t>(offsets_);
            for (; n > 0 && (filled_ != 0 || n < 4); --n) put(*from++ + offset);
            if (n >= 4) {
                n -= 4;
                copy_fours(from, n);
            }
            for (; n > 0; --n) put(*from++ + offset);
        }
        void pad(std::int32_t n) noexcept {
            for (; n > 0; --n) put(0);
        }
        void close() noexcept {
            while (filled_ != 0) put(0);
        }

    private:
        void copy_fours(const std::int8_t*& from, std::int32_t& n) noexcept {
            std::uint32_t even, odd;
            const std::int32_t bytes = 4 * step_;
            asm volatile(
                "1:\n\t"
                "ldr %[odd], [%[from]], #4\n\t"
                "sxtab16 %[even], %[offsets], %[odd]\n\t"
                "sxtab16 %[odd], %[offsets], %[odd], ror #8\n\t"
                "strd %[even], %[odd], [%[to]]\n\t"
                "add %[to], %[to], %[bytes]\n\t"
                "subs %[n], %[n], #4\n\t"
                "bge 1b"
                : [from] "+&r"(from), [to] "+&r"(to_), [n] "+&r"(n), [even] "=&r"(even), [odd] "=&r"(odd)
                : [offsets] "r"(offsets_), [bytes] "r"(bytes)
                : "cc", "memory");
            n += 4;
        }
        // Elements 0 and 2 are the halves of the first word, 1 and 3 those of the second.
        void put(std::int32_t element) noexcept {
            const std::uint32_t at = (filled_ & 1) << 2 | (filled_ & 2);
            const auto half = static_cast<std::int16_t>(element);
            std::memcpy(reinterpret_cast<unsigned char*>(to_) + at, &half, sizeof half);
            if (++filled_ == 4) filled_ = 0, to_ += step_;
        }

        std::uint32_t* to_;
        std::int32_t step_;
        std::uint32_t offsets_;
        std::uint32_t filled_ = 0; // elements of the current four
    };

    template <class Finish>
    static void run(const PatchBlock& block, const std::int8_t* weights, const std::int32_t* bias,
                    ChannelRange channels, const Finish& finish, typename Finish::Element* out,
                    std::int32_t stride) noexcept {
        switch (block.positions) {
        case 1: return tiles<1>(block, weights, bias, channels, finish, out, stride);
        case 2: return tiles<2>(block, weights, bias, channels, finish, out, stride);
        case 3: return tiles<3>(block, weights, bias, channels, finish, out, stride);
        default: break;
        }
        if constexpr (std::is_same_v<Finish, detail::thumb2::ReadyStage<isa::armv7em_dsp>>)
            if (finish.plain && bias != nullptr) {
                // It reads weights by fours, the last channel's too far.
                const std::int32_t last = (block.depth & 3) != 0 ? channels.end - 1 : channels.end;
                plain_tiles(block, weights, bias, {channels.first, last}, finish, out, stride);
                weights += (last - channels.first) * block.depth;
                channels.first = last;
            }
        tiles<4>(block, weights, bias, channels, finish, out, stride);
    }

private:
    using Sums = detail::thumb2::Sums;

    /// Four positions, all of the channels in one piece of assembly: what its loop does not need lies on the
    /// stack.
    MOTE_NOINLINE static void plain_tiles(const PatchBlock& block, const std::int8_t* weights,
                                          const std::int32_t* bias, ChannelRange channels,
                                          const detail::thumb2::ReadyStage<isa::armv7em_dsp>& stage,
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
        std::uint32_t x, end, a, b, c, d, even, odd;
#define MOTE_DSP_FOUR                                                                                        \
    "ldr %[even], [%[w]], #4\n\t"                                                                            \
    "sxtb16 %[odd], %[even], ror #8\n\t"                                                                     \
    "sxtb16 %[even], %[even]\n\t"                                                                            \
    "ldmia %[x]!, {r4, r5, r6, r8}\n\t"                                                                      \
    "smlad %[a], %[even], r4, %[a]\n\t"                                                                      \
    "smlad %[b], %[even], r6, %[b]\n\t"                                                                      \
    "smlad %[a], %[odd], r5, %[a]\n\t"                                                                       \
    "smlad %[b], %[odd], r8, %[b]\n\t"                                                                       \
    "ldmia %[x]!, {r4, r5, r6, r8}\n\t"                                                                      \
    "smlad %[c], %[even], r4, %[c]\n\t"                                                                      \
    "smlad %[d], %[even], r6, %[d]\n\t"                                                                      \
    "smlad %[c], %[odd], r5, %[c]\n\t"                                                                       \
    "smlad %[d], %[odd], r8, %[d]\n\t"
#define MOTE_DSP_OUTPUT(sum)                                                                                 \
    "smmlar %[" sum "], %[" sum "], %[even], %[" sum "]\n\t"                                                 \
    "add %[" sum "], %[" sum "], %[" sum "], asr #31\n\t"                                                    \
    "asrs %[" sum "], %[" sum "], %[odd]\n\t"                                                                \
    "adc %[" sum "], %[" sum "], r4\n\t"                                                                     \
    "ssat %[" sum "], #8, %[" sum "]\n\t"
        asm volatile("0:\n\t"
                     "ldr r4, %[bias]\n\t"
                     "ldr %[end], %[depth]\n\t"
                     "ldr %[x], %[x_start]\n\t"
                     "ldr %[a], [r4], #4\n\t"
                     "str r4, %[bias]\n\t"
                     "mov %[b], %[a]\n\t"
                     "mov %[c], %[a]\n\t"
                     "mov %[d], %[a]\n\t"
                     "tst %[end], #4\n\t"
                     "add %[end], %[end], %[w]\n\t"
                     "bne 2f\n\t"
                     "1:\n\t" MOTE_DSP_FOUR "2:\n\t" MOTE_DSP_FOUR "cmp %[w], %[end]\n\t"
                     "bne 1b\n\t"
                     "ldr r5, %[slack]\n\t"
                     "ldr %[x], %[scales]\n\t"
                     "sub %[w], %[w], r5\n\t"
                     "ldr r5, %[out]\n\t"
                     "ldrd %[even], %[odd], [%[x]], #8\n\t"
                     "ldr r4, %[zero]\n\t"
                     "ldr r6, %[stride]\n\t"
                     "str %[x], %[scales]\n\t"
                     "add r8, r5, #1\n\t"
                     "str r8, %[out]\n\t" MOTE_DSP_OUTPUT("a") "strb %[a], [r5]\n\t" MOTE_DSP_OUTPUT(
                         "b") "strb %[b], [r5, r6]\n\t" MOTE_DSP_OUTPUT("c")
                         MOTE_DSP_OUTPUT("d") "add r5, r5, r6, lsl #1\n\t"
                                              "ldr %[end], %[left]\n\t"
                                              "strb %[c], [r5]\n\t"
                                              "strb %[d], [r5, r6]\n\t"
                                              "subs %[end], %[end], #1\n\t"
                                              "str %[end], %[left]\n\t"
                                              "bne 0b"
                     : [w] "+&r"(weights), [x] "=&r"(x), [end] "=&r"(end), [a] "=&r"(a), [b] "=&r"(b),
                       [c] "=&r"(c), [d] "=&r"(d), [even] "=&r"(even), [odd] "=&r"(odd), [bias] "+m"(bias),
                       [scales] "+m"(scales), [out] "+m"(out), [left] "+m"(left)
                     : [depth] "m"(depth), [x_start] "m"(x_start), [slack] "m"(slack), [stride] "m"(stride),
                       [zero] "m"(zero_point)
                     : "r4", "r5", "r6", "r8", "cc", "memory");
#undef MOTE_DSP_FOUR
#undef MOTE_DSP_OUTPUT
    }

    template <int Positions, class Finish>
    MOTE_NOINLINE static void tiles(const PatchBlock& block, const std::int8_t* weights,
                                    const std::int32_t* bias, ChannelRange channels, const Finish& finish,
                                    typename Finish::Element* out, std::int32_t stride) noexcept {
        const std::int32_t eights = block.depth & ~7;
        const std::int32_t rest = block.depth & 3;
        for (std::int32_t c = channels.first; c < channels.end; ++c, weights += block.depth) {
            const std::int32_t start = bias != nullptr ? bias[c] : 0;
            Sums sums{start, start, start, start};
            auto* x = static_cast<const std::uint32_t*>(block.data);
            const std::int8_t* from = weights;
            if (eights != 0) multiply_eights<Positions>(x, from, from + eights, sums);
            if ((block.depth & 4) != 0) multiply_four<Positions>(x, detail::dsp::load4(from), sums);
            if (rest != 0) multiply_four<Positions>(x, load_rest(weights + block.depth - rest, rest), sums);
            store<Positions>(finish, sums, c, out + c, stride);
        }
    }

    /// Adds the patches times the weights up to `end`, eight by eight; moves both pointers on.
    template <int Positions>
    static void multiply_eights(const std::uint32_t*& patches, const std::int8_t*& weights,
                                const std::int8_t* end, Sums& sums) noexcept {
        const std::uint32_t* x = patches;
        const std::int8_t* w = weights;
        std::int32_t a = sums.a, b = sums.b, c = sums.c, d = sums.d;
        std::uint32_t even, odd;
        // clang-format off
#define MOTE_DSP_WEIGHTS                                                                                     \
    "ldr %[even], [%[w]], #4\n\t"                                                                            \
    "sxtb16 %[odd], %[even], ror #8\n\t"                                                                     \
    "sxtb16 %[even], %[even]\n\t"
#define MOTE_DSP_TWO(first, second)                                                                          \
    "ldmia %[x]!, {r4, r5, r6, r8}\n\t"                                                                      \
    "smlad %[" first "], %[even], r4, %[" first "]\n\t"                                                      \
    "smlad %[" second "], %[even], r6, %[" second "]\n\t"                                                    \
    "smlad %[" first "], %[odd], r5, %[" first "]\n\t"                                                       \
    "smlad %[" second "], %[odd], r8, %[" second "]\n\t"
#define MOTE_DSP_ONE(first)                                                                                  \
    "ldrd r4, r5, [%[x]], #8\n\t"                                                                            \
    "smlad %[" first "], %[even], r4, %[" first "]\n\t"                                                      \
    "smlad %[" first "], %[odd], r5, %[" first "]\n\t"
#define MOTE_DSP_LOOP(body, ...)                                                                                \
    asm volatile("1:\n\t"                                                                                    \
                 MOTE_DSP_WEIGHTS body                                                                       \
                 MOTE_DSP_WEIGHTS body                                                                       \
                 "ldr r4, %[end]\n\t"                                                                        \
                 "cmp %[w], r4\n\t"                                                                          \
                 "bne 1b"                                                                                    \
                 : [x] "+&r"(x), [w] "+&r"(w), [even] "=&r"(even), [odd] "=&r"(odd), __VA_ARGS__               \
                 : [end] "m"(end)                                                                            \
                 : "r4", "r5", "r6", "r8", "cc", "memory")
        if constexpr (Positions == 1)
            MOTE_DSP_LOOP(MOTE_DSP_ONE("a"), [a] "+&r"(a));
        if constexpr (Positions == 2)
            MOTE_DSP_LOOP(MOTE_DSP_TWO("a", "b"), [a] "+&r"(a), [b] "+&r"(b));
        if constexpr (Positions == 3)
            MOTE_DSP_LOOP(MOTE_DSP_TWO("a", "b") MOTE_DSP_ONE("c"), [a] "+&r"(a), [b] "+&r"(b), [c] "+&r"(c));
        if constexpr (Positions == 4)
            MOTE_DSP_LOOP(MOTE_DSP_TWO("a", "b") MOTE_DSP_TWO("c", "d"), [a] "+&r"(a), [b] "+&r"(b),
                          [c] "+&r"(c), [d] "+&r"(d));
#undef MOTE_DSP_WEIGHTS
#undef MOTE_DSP_ONE
#undef MOTE_DSP_TWO
#undef MOTE_DSP_LOOP
        // clang-format on
        patches = x;
        weights = w;
        sums = {a, b, c, d};
    }

    static std::uint32_t load_rest(const std::int8_t* weights, std::int32_t n) noexcept {
        std::uint32_t bytes = 0;
        for (std::int32_t i = n; i-- > 0;) bytes = bytes << 8 | static_cast<std::uint8_t>(weights[i]);
        return bytes;
    }

    /// The same for four elements.
    template <int Positions>
    static void multiply_four(const std::uint32_t*& x, std::uint32_t weights, Sums& sums) noexcept {
        const detail::dsp::Pairs pairs = detail::dsp::widened(weights);
        const auto add = [&](std::int32_t sum, int p) {
            return detail::dsp::add_products(pairs.odd, x[2 * p + 1],
                                             detail::dsp::add_products(pairs.even, x[2 * p], sum));
        };
        sums.a = add(sums.a, 0);
        if constexpr (Positions > 1) sums.b = add(sums.b, 1);
        if constexpr (Positions > 2) sums.c = add(sums.c, 2);
        if constexpr (Positions > 3) sums.d = add(sums.d, 3);
        x += 2 * Positions;
    }

    template <int Positions, class Finish>
    static void store(const Finish& stage, const Sums& sums, std::int32_t c, typename Finish::Element* out,
                      std::int32_t stride) noexcept {
        out[0] = stage(sums.a, c);
        if constexpr (Positions > 1) out[stride] = stage(sums.b, c);
        if constexpr (Positions > 2) out[2 * stride] = stage(sums.c, c);
        if constexpr (Positions > 3) out[3 * stride] = stage(sums.d, c);
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif

#endif
