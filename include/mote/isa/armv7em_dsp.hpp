// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_ARMV7EM_DSP_HPP
#define MOTE_ISA_ARMV7EM_DSP_HPP

#include "../core/numerics.hpp"
#include "../kernels/arithmetic.hpp"
#include "../kernels/depthwise.hpp"
#include "../kernels/dot.hpp"
#include "../kernels/fully_connected.hpp"
#include "../kernels/pairwise.hpp"
#include "../kernels/patch_conv.hpp"
#include "../kernels/requantize.hpp"

#include <cstring>

namespace mote {

namespace isa {
/// Cortex-M4, M7, M33 and up: two 16-bit multiplications and their sum in one instruction.
struct armv7em_dsp : scalar {
    using base = scalar;
#if defined(__ARM_FEATURE_SIMD32) && defined(__thumb2__)
    static constexpr bool supported = true;
#else
    static constexpr bool supported = false;
#endif
};
} // namespace isa

#if defined(__ARM_FEATURE_SIMD32) && defined(__thumb2__)

namespace detail::dsp {

/// Four bytes at any address.
inline std::uint32_t load4(const std::int8_t* from) noexcept {
    std::uint32_t word;
    std::memcpy(&word, from, sizeof word);
    return word;
}

/// The even and the odd elements of four int8, as two int16 each.
struct Pairs {
    std::uint32_t even, odd;
};

inline Pairs widened(std::uint32_t bytes) noexcept {
    Pairs pairs;
    asm("sxtb16 %0, %1" : "=r"(pairs.even) : "r"(bytes));
    asm("sxtb16 %0, %1, ror #8" : "=r"(pairs.odd) : "r"(bytes));
    return pairs;
}

/// The same, plus `offset` in both halves.
inline Pairs shifted(std::uint32_t bytes, std::uint32_t offset) noexcept {
    Pairs pairs;
    asm("sxtab16 %0, %1, %2" : "=r"(pairs.even) : "r"(offset), "r"(bytes));
    asm("sxtab16 %0, %1, %2, ror #8" : "=r"(pairs.odd) : "r"(offset), "r"(bytes));
    return pairs;
}

/// `offset` in both halves of a word.
inline std::uint32_t both_halves(std::int32_t offset) noexcept {
    return (static_cast<std::uint32_t>(offset) & 0xffffu) * 0x10001u;
}

/// sum + a.low * b.low + a.high * b.high, modulo 2^32.
inline std::int32_t add_products(std::uint32_t a, std::uint32_t b, std::int32_t sum) noexcept {
    asm("smlad %0, %1, %2, %0" : "+r"(sum) : "r"(a), "r"(b));
    return sum;
}

/// sum + the product of the low halves.
inline std::int32_t add_low_product(std::uint32_t a, std::uint32_t b, std::int32_t sum) noexcept {
    asm("smlabb %0, %1, %2, %0" : "+r"(sum) : "r"(a), "r"(b));
    return sum;
}

/// sum + the product of the high halves.
inline std::int32_t add_high_product(std::uint32_t a, std::uint32_t b, std::int32_t sum) noexcept {
    asm("smlatt %0, %1, %2, %0" : "+r"(sum) : "r"(a), "r"(b));
    return sum;
}

/// A multiplier below 1/2 in the form that `requantize` takes; `right` is 0 where it is another one.
struct ChannelScale {
    std::uint32_t doubled;
    std::uint32_t right;
};

inline ChannelScale channel_scale(Multiplier m) noexcept {
    if (m.shift >= 0 || m.value == 0) return {0, 0};
    return {static_cast<std::uint32_t>(m.value) << 1, static_cast<std::uint32_t>(-m.shift)};
}

/// TFLM's two roundings and the zero point, in four instructions. The doubled multiplier, read as a signed
/// number, is 2^32 too small: the accumulator makes up for it. The last bit that the shift drops is its
/// rounding, and enters with the carry.
inline std::int32_t requantize(std::int32_t x, ChannelScale scale, std::int32_t zero_point) noexcept {
    asm("smmlar %0, %0, %1, %0\n\t"
        "add %0, %0, %0, asr #31\n\t"
        "asrs %0, %0, %2\n\t"
        "adc %0, %0, %3"
        : "+r"(x)
        : "r"(scale.doubled), "r"(scale.right), "r"(zero_point)
        : "cc");
    return x;
}

inline std::int32_t limited_to_int8(std::int32_t x) noexcept {
    asm("ssat %0, #8, %0" : "+r"(x));
    return x;
}

using Int8Stage = Requantizer<numerics::reference, std::int8_t>;

/// Whether the activation's limits are tighter than int8's.
inline bool has_limits(const Int8Stage& stage) noexcept { return stage.low > -128 || stage.high < 127; }

/// An output element from a sum, for a scale whose `right` is not 0.
inline std::int8_t finished(const Int8Stage& stage, bool limits, ChannelScale scale,
                            std::int32_t sum) noexcept {
    const std::int32_t x = requantize(sum, scale, stage.zero_point);
    return static_cast<std::int8_t>(limits ? clamp(x, stage.low, stage.high) : limited_to_int8(x));
}

/// Four sums: of one channel at four positions, or of four channels at one.
struct Sums {
    std::int32_t a, b, c, d;
};

/// The output stage with the multipliers of all channels unpacked in scratch.
struct ReadyStage {
    using Element = std::int8_t;

    const Int8Stage& stage;
    const ChannelScale* scales;
    bool limits;
    bool plain = true; // no limits, and all multipliers below 1/2

    ReadyStage(const Int8Stage& from, std::int32_t channels, void* scratch) noexcept
        : stage(from), scales(static_cast<ChannelScale*>(scratch)), limits(has_limits(from)) {
        auto* to = static_cast<ChannelScale*>(scratch);
        for (std::int32_t c = 0; c < channels; ++c) {
            to[c] = channel_scale(from.multipliers[c]);
            if (to[c].right == 0) plain = false;
        }
        if (limits) plain = false;
    }
    static constexpr std::uint32_t scratch_bytes(std::int32_t channels) noexcept {
        return static_cast<std::uint32_t>(channels) * sizeof(ChannelScale);
    }

    MOTE_NOINLINE std::int8_t operator()(std::int32_t sum, std::int32_t channel) const noexcept {
        const ChannelScale scale = scales[channel];
        return scale.right != 0 ? finished(stage, limits, scale, sum) : stage(sum, channel);
    }
};

} // namespace detail::dsp

template <>
struct Kernel<finish_channels, isa::armv7em_dsp> : Kernel<finish_channels, isa::scalar> {
    using Kernel<finish_channels, isa::scalar>::run;

    static void run(const detail::dsp::Int8Stage& finish, const std::int32_t* accumulators, std::int32_t n,
                    std::int32_t channel, std::int8_t* out) noexcept {
        const bool limits = detail::dsp::has_limits(finish);
        detail::dsp::ChannelScale scale = detail::dsp::channel_scale(finish.multipliers[channel]);
        for (std::int32_t i = 0; i < n; ++i) {
            if (finish.multipliers.per_channel && i > 0)
                scale = detail::dsp::channel_scale(finish.multipliers[channel + i]);
            out[i] = scale.right != 0 ? detail::dsp::finished(finish, limits, scale, accumulators[i])
                                      : finish(accumulators[i], channel + i);
        }
    }
};

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
    static std::int32_t one_row(const std::int8_t* x, const std::int8_t* end, std::uint32_t offsets,
                                const std::int8_t* weights, std::int32_t sum) noexcept {
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

    static void four_rows(const std::int8_t* x, const std::int8_t* end, std::uint32_t offsets,
                          const std::int8_t* weights, std::int32_t stride, std::int32_t* sums) noexcept {
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

/// Matrix products with one multiplier for all channels, four channels at a time.
template <>
struct Kernel<fully_connected, isa::armv7em_dsp> {
    using Portable = Kernel<fully_connected, isa::scalar>;

    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const ProductShape& shape, const X* x, std::int32_t x_offset, Weights weights,
                    std::int32_t weight_offset, Bias bias, const Finish& finish,
                    typename Finish::Element* out) noexcept {
        if constexpr (std::is_same_v<Finish, detail::dsp::Int8Stage> &&
                      std::is_same_v<Weights, const std::int8_t*>) {
            const auto scale = detail::dsp::channel_scale(finish.multipliers[0]);
            if (!finish.multipliers.per_channel && !detail::dsp::has_limits(finish) && scale.right != 0 &&
                weight_offset == 0 && bias != nullptr)
                return plain(shape, x, x_offset, weights, bias, scale, finish.zero_point, out);
        }
        Portable::run<Leaf, Accumulator>(shape, x, x_offset, weights, weight_offset, bias, finish, out);
    }

private:
    MOTE_NOINLINE static void plain(const ProductShape& shape, const std::int8_t* x, std::int32_t x_offset,
                                    const std::int8_t* weights, const std::int32_t* bias,
                                    detail::dsp::ChannelScale scale, std::int32_t zero_point,
                                    std::int8_t* out) noexcept {
        const std::int32_t depth = shape.depth;
        for (std::int32_t row = 0; row < shape.rows; ++row, x += depth) {
            const std::int8_t* from = weights;
            const std::int32_t* start = bias;
            std::int32_t left = shape.channels;
            for (; left >= 4; left -= 4, from += 4 * depth, start += 4, out += 4) {
                std::int32_t sums[] = {start[0], start[1], start[2], start[3]};
                Kernel<dot, isa::armv7em_dsp>::run<4>(x, x_offset, from, depth, depth, sums);
                const auto finished = [&](std::int32_t sum) {
                    return static_cast<std::int8_t>(
                        detail::dsp::limited_to_int8(detail::dsp::requantize(sum, scale, zero_point)));
                };
                out[0] = finished(sums[0]);
                out[1] = finished(sums[1]);
                out[2] = finished(sums[2]);
                out[3] = finished(sums[3]);
            }
            for (; left > 0; --left, from += depth) {
                std::int32_t sum = *start++;
                Kernel<dot, isa::armv7em_dsp>::run<1>(x, x_offset, from, depth, depth, &sum);
                *out++ = static_cast<std::int8_t>(
                    detail::dsp::limited_to_int8(detail::dsp::requantize(sum, scale, zero_point)));
            }
        }
    }
};

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
        if constexpr (std::is_same_v<Finish, detail::dsp::ReadyStage>)
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
    using Sums = detail::dsp::Sums;

    /// Four positions, all of the channels in one piece of assembly: what its loop does not need lies on the
    /// stack.
    MOTE_NOINLINE static void plain_tiles(const PatchBlock& block, const std::int8_t* weights,
                                          const std::int32_t* bias, ChannelRange channels,
                                          const detail::dsp::ReadyStage& stage, std::int8_t* out,
                                          std::int32_t stride) noexcept {
        const void* const x_start = block.data;
        const std::int32_t depth = (block.depth + 3) & ~3;
        const std::int32_t slack = depth - block.depth;
        const detail::dsp::ChannelScale* scales = stage.scales + channels.first;
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
    static void multiply_eights(const std::uint32_t*& x, const std::int8_t*& weights, const std::int8_t* end,
                                Sums& sums) noexcept {
        std::uint32_t even, odd;
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
#define MOTE_DSP_LOOP(body)                                                                                  \
    asm volatile("1:\n\t" MOTE_DSP_WEIGHTS body MOTE_DSP_WEIGHTS body "cmp %[w], %[end]\n\t"                 \
                 "bne 1b"                                                                                    \
                 : [x] "+&r"(x), [w] "+&r"(weights), [a] "+&r"(sums.a), [b] "+&r"(sums.b),                   \
                   [c] "+&r"(sums.c), [d] "+&r"(sums.d), [even] "=&r"(even), [odd] "=&r"(odd)                \
                 : [end] "r"(end)                                                                            \
                 : "r4", "r5", "r6", "r8", "cc", "memory")
        if constexpr (Positions == 1) MOTE_DSP_LOOP(MOTE_DSP_ONE("a"));
        if constexpr (Positions == 2) MOTE_DSP_LOOP(MOTE_DSP_TWO("a", "b"));
        if constexpr (Positions == 3) MOTE_DSP_LOOP(MOTE_DSP_TWO("a", "b") MOTE_DSP_ONE("c"));
        if constexpr (Positions == 4) MOTE_DSP_LOOP(MOTE_DSP_TWO("a", "b") MOTE_DSP_TWO("c", "d"));
#undef MOTE_DSP_WEIGHTS
#undef MOTE_DSP_ONE
#undef MOTE_DSP_TWO
#undef MOTE_DSP_LOOP
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

/// Convolutions with the multipliers unpacked in front of the patches.
template <>
struct Kernel<conv, isa::armv7em_dsp> : PatchConv<isa::armv7em_dsp> {
    using Patches = PatchConv<isa::armv7em_dsp>;

    template <class X, class Weights>
    static constexpr std::uint32_t scratch_bytes(const Window& w, std::int32_t filter_c) noexcept {
        const std::uint32_t patches = Patches::scratch_bytes<X, Weights>(w, filter_c);
        return patches > 0 ? patches + detail::dsp::ReadyStage::scratch_bytes(w.out_c) : 0;
    }

    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t filter_c, const X* x, std::int32_t offset, Weights weights,
                    Bias bias, const Finish& finish, typename Finish::Element* out, void* scratch) noexcept {
        if constexpr (std::is_same_v<Finish, detail::dsp::Int8Stage> &&
                      std::is_same_v<Weights, const std::int8_t*>) {
            const detail::dsp::ReadyStage stage(finish, w.out_c, scratch);
            Patches::run<Leaf, Accumulator>(w, filter_c, x, offset, weights, bias, stage, out,
                                            static_cast<unsigned char*>(scratch) +
                                                detail::dsp::ReadyStage::scratch_bytes(w.out_c));
        } else {
            Patches::run<Leaf, Accumulator>(w, filter_c, x, offset, weights, bias, finish, out, scratch);
        }
    }
};

/// Depthwise convolutions, four channels at a time, with the multipliers unpacked in scratch. A single input
/// channel with several outputs is a convolution with a transposed filter.
template <>
struct Kernel<depthwise, isa::armv7em_dsp> {
    using Portable = Kernel<depthwise, isa::scalar>;
    using AsConv = Kernel<conv, isa::armv7em_dsp>;

    template <class X, class Weights>
    static constexpr std::uint32_t scratch_bytes(const Window& w, std::int32_t multiplier) noexcept {
        if constexpr (std::is_same_v<X, std::int8_t> && std::is_same_v<Weights, const std::int8_t*>) {
            if (is_conv(w, multiplier)) return filter_bytes(w) + AsConv::scratch_bytes<X, Weights>(w, 1);
            return detail::dsp::ReadyStage::scratch_bytes(w.out_c);
        } else {
            return Portable::scratch_bytes<X, Weights>(w, multiplier);
        }
    }

    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t multiplier, const X* x, std::int32_t offset,
                    Weights weights, Bias bias, const Finish& finish, typename Finish::Element* out,
                    void* scratch) noexcept {
        if constexpr (std::is_same_v<Finish, detail::dsp::Int8Stage> &&
                      std::is_same_v<Weights, const std::int8_t*>) {
            if (is_conv(w, multiplier))
                return AsConv::run<Leaf, Accumulator>(w, 1, x, offset, transposed(w, weights, scratch), bias,
                                                      finish, out,
                                                      static_cast<unsigned char*>(scratch) + filter_bytes(w));
            run_ready<Leaf>(w, multiplier, x, offset, weights, bias, finish, out, scratch);
        } else {
            Portable::run<Leaf, Accumulator>(w, multiplier, x, offset, weights, bias, finish, out, nullptr);
        }
    }

private:
    template <class Leaf>
    MOTE_NOINLINE static void run_ready(const Window& w, std::int32_t multiplier, const std::int8_t* x,
                                        std::int32_t offset, const std::int8_t* weights,
                                        const std::int32_t* bias, const detail::dsp::Int8Stage& finish,
                                        std::int8_t* out, void* scratch) noexcept {
        const detail::dsp::ReadyStage stage(finish, w.out_c, scratch);
        if (multiplier == 1 && w.out_c % 4 == 0)
            rows(w, x, offset, weights, bias, stage, out);
        else
            portable<Leaf>(w, multiplier, x, offset, weights, bias, stage, out);
    }
    template <class Leaf> // apart, for its stack is large
    MOTE_NOINLINE static void portable(const Window& w, std::int32_t multiplier, const std::int8_t* x,
                                       std::int32_t offset, const std::int8_t* weights,
                                       const std::int32_t* bias, const detail::dsp::ReadyStage& stage,
                                       std::int8_t* out) noexcept {
        Portable::run<Leaf, std::int32_t>(w, multiplier, x, offset, weights, bias, stage, out, nullptr);
    }

    static constexpr bool is_conv(const Window& w, std::int32_t multiplier) noexcept {
        return w.in_c == 1 && multiplier > 1;
    }
    static constexpr std::uint32_t filter_bytes(const Window& w) noexcept {
        return static_cast<std::uint32_t>((w.filter_h * w.filter_w * w.out_c + 7) & ~7);
    }
    static const std::int8_t* transposed(const Window& w, const std::int8_t* weights,
                                         void* scratch) noexcept {
        auto* const to = static_cast<std::int8_t*>(scratch);
        const std::int32_t taps = w.filter_h * w.filter_w;
        for (std::int32_t tap = 0; tap < taps; ++tap)
            for (std::int32_t c = 0; c < w.out_c; ++c) to[c * taps + tap] = *weights++;
        return to;
    }

    MOTE_NOINLINE static void rows(const Window& w, const std::int8_t* x, std::int32_t offset,
                                   const std::int8_t* weights, const std::int32_t* bias,
                                   const detail::dsp::ReadyStage& stage, std::int8_t* out) noexcept {
        const std::uint32_t offsets = detail::dsp::both_halves(offset);
        for (std::int32_t b = 0; b < w.batches; ++b, x += w.in_image())
            for (std::int32_t y = 0; y < w.out_h; ++y) {
                const Taps ys = rows_of(w, y);
                for (std::int32_t column = 0; column < w.out_w; ++column, out += w.out_c) {
                    const Taps xs = columns_of(w, column);
                    const TapGrid grid{
                        xs.count() > 0 ? ys.count() : 0, xs.count(),           w.dilation_h * w.in_w * w.in_c,
                        w.dilation_w * w.in_c,           w.filter_w * w.out_c, w.out_c};
                    const std::int32_t first_x =
                        (ys.start(w.dilation_h) * w.in_w + xs.start(w.dilation_w)) * w.in_c;
                    const std::int32_t first_weight = (ys.first * w.filter_w + xs.first) * w.out_c;
                    position(grid, x + first_x, offsets, weights + first_weight, bias, stage, w.out_c, out);
                }
            }
    }

    MOTE_NOINLINE static void position(const TapGrid& grid, const std::int8_t* x, std::uint32_t offsets,
                                       const std::int8_t* weights, const std::int32_t* bias,
                                       const detail::dsp::ReadyStage& stage, std::int32_t channels,
                                       std::int8_t* out) noexcept {
        if (stage.plain && bias != nullptr && grid.x_tap == grid.w_tap && grid.rows > 0) {
            if (grid.taps == 3) return plain_tiles<3>(grid, x, offsets, weights, bias, stage, channels, out);
            if (grid.taps == 2) return plain_tiles<2>(grid, x, offsets, weights, bias, stage, channels, out);
        }
        for (std::int32_t c = 0; c < channels; c += 4) {
            detail::dsp::Sums sums{};
            if (bias != nullptr) sums = {bias[c], bias[c + 1], bias[c + 2], bias[c + 3]};
            add_taps(grid, x + c, offsets, weights + c, sums);
            out[c] = stage(sums.a, c);
            out[c + 1] = stage(sums.b, c + 1);
            out[c + 2] = stage(sums.c, c + 2);
            out[c + 3] = stage(sums.d, c + 3);
        }
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
                         const std::int8_t* weights, detail::dsp::Sums& sums) noexcept {
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
    static void plain_tiles(const TapGrid& grid, const std::int8_t* x_start, std::uint32_t offsets,
                            const std::int8_t* w_start, const std::int32_t* bias,
                            const detail::dsp::ReadyStage& stage, std::int32_t left,
                            std::int8_t* out) noexcept {
        const detail::dsp::ChannelScale* scales = stage.scales;
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

/// Sums of int8 tensors.
template <>
struct Kernel<pairwise, isa::armv7em_dsp> : Kernel<pairwise, isa::scalar> {
    using Kernel<pairwise, isa::scalar>::run;
    using Sum = QuantizedSum<numerics::reference, std::int8_t>;

    static void run(const Sum& sum, const std::int8_t* x, const std::int8_t* y, std::int8_t* out,
                    std::int32_t n) noexcept {
        const auto result = detail::dsp::channel_scale(sum.multiplier.get());
        if (result.right == 0 || sum.low > -128 || sum.high < 127)
            return Kernel<pairwise, isa::scalar>::run(sum, x, y, out, n);
        const auto scale = detail::dsp::channel_scale(sum.y_multiplier.get());
        // Operands of equal scales have the multiplier 1/2, which is exact.
        if (scale.right != 0)
            add([&](std::int32_t raised) { return detail::dsp::requantize(raised, scale, 0); }, sum, result,
                x, y, out, n);
        else if (sum.y_multiplier.value == std::int32_t{1} << 30 && sum.y_multiplier.right_shift == 0)
            add([](std::int32_t raised) { return raised >> 1; }, sum, result, x, y, out, n);
        else
            Kernel<pairwise, isa::scalar>::run(sum, x, y, out, n);
    }

private:
    template <class Scale>
    static void add(const Scale& scaled, const Sum& sum, detail::dsp::ChannelScale result,
                    const std::int8_t* x, const std::int8_t* y, std::int8_t* out, std::int32_t n) noexcept {
        const std::int32_t x_zero = sum.x_zero_point, y_zero = sum.y_zero_point, zero = sum.zero_point;
        const std::int32_t x_factor = sum.x_factor, y_sign = sum.y_sign;
        for (; n > 0; --n) {
            const std::int32_t raised = (*y++ - y_zero) * (std::int32_t{1} << Sum::shift);
            const std::int32_t total = (*x++ - x_zero) * x_factor + scaled(raised) * y_sign;
            *out++ = static_cast<std::int8_t>(
                detail::dsp::limited_to_int8(detail::dsp::requantize(total, result, zero)));
        }
    }
};

#endif

} // namespace mote

#endif
