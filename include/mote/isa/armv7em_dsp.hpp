// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_ARMV7EM_DSP_HPP
#define MOTE_ISA_ARMV7EM_DSP_HPP

#include "../core/numerics.hpp"
#include "../kernels/depthwise.hpp"
#include "../kernels/dot.hpp"
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

inline std::int8_t limited_to_int8(std::int32_t x) noexcept {
    asm("ssat %0, #8, %0" : "+r"(x));
    return static_cast<std::int8_t>(x);
}

using Int8Stage = Requantizer<numerics::reference, std::int8_t>;

/// An int8 output element from a sum.
inline std::int8_t finished(const Int8Stage& stage, ChannelScale scale, std::int32_t sum) noexcept {
    const std::int32_t x = requantize(sum, scale, stage.zero_point);
    if (stage.low == -128 && stage.high == 127) return limited_to_int8(x);
    return static_cast<std::int8_t>(clamp(x, stage.low, stage.high));
}

} // namespace detail::dsp

template <>
struct Kernel<finish_channels, isa::armv7em_dsp> : Kernel<finish_channels, isa::scalar> {
    using Kernel<finish_channels, isa::scalar>::run;

    static void run(const detail::dsp::Int8Stage& finish, const std::int32_t* accumulators, std::int32_t n,
                    std::int32_t channel, std::int8_t* out) noexcept {
        for (std::int32_t i = 0; i < n; ++i) {
            const auto scale = detail::dsp::channel_scale(finish.multipliers[channel + i]);
            out[i] = scale.right != 0 ? detail::dsp::finished(finish, scale, accumulators[i])
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
#define MOTE_DSP_ROW(sum)                                                                                    \
    "sxtb16 %[wo], %[we], ror #8\n\t"                                                                        \
    "sxtb16 %[we], %[we]\n\t"                                                                                \
    "smlad %[" sum "], %[xo], %[wo], %[" sum "]\n\t"                                                         \
    "smlad %[" sum "], %[xe], %[we], %[" sum "]\n\t"
        asm volatile(
            "1:\n\t"
            "ldr %[xe], [%[x]], #4\n\t"
            "ldr %[we], [%[w], %[stride]]\n\t"
            "sxtab16 %[xo], %[offsets], %[xe], ror #8\n\t"
            "sxtab16 %[xe], %[offsets], %[xe]\n\t" MOTE_DSP_ROW("b") "ldr %[we], [%[w], %[stride], lsl "
                                                                     "#1]\n\t" MOTE_DSP_ROW(
                                                                         "c") "add %[we], %[w], %[stride], "
                                                                              "lsl #1\n\t"
                                                                              "ldr %[we], [%[we], "
                                                                              "%[stride]]\n\t" MOTE_DSP_ROW(
                                                                                  "d") "ldr %[we], [%[w]], "
                                                                                       "#4\n\t" MOTE_DSP_ROW("a") "cmp %[x], %[end]\n\t"
                                                                                                                  "bne 1b"
            : [x] "+&r"(x), [w] "+&r"(weights), [a] "+&r"(a), [b] "+&r"(b), [c] "+&r"(c), [d] "+&r"(d),
              [xe] "=&r"(x_even), [xo] "=&r"(x_odd), [we] "=&r"(w_even), [wo] "=&r"(w_odd)
            : [end] "r"(end), [offsets] "r"(offsets), [stride] "r"(stride)
            : "cc", "memory");
#undef MOTE_DSP_ROW
        sums[0] = a;
        sums[1] = b;
        sums[2] = c;
        sums[3] = d;
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

    static constexpr std::int32_t most_positions(std::int32_t depth) noexcept { return depth > 320 ? 2 : 4; }
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
            while (n > 0 && filled_ != 0) put(*from++ + offset()), --n;
            for (; n >= 4; n -= 4, from += 4) {
                const auto pairs = detail::dsp::shifted(detail::dsp::load4(from), offsets_);
                to_[0] = pairs.even;
                to_[1] = pairs.odd;
                to_ += step_;
            }
            while (n > 0) put(*from++ + offset()), --n;
        }
        void pad(std::int32_t n) noexcept {
            while (n > 0 && filled_ != 0) put(0), --n;
            for (; n >= 4; n -= 4, to_ += step_) to_[0] = to_[1] = 0;
            while (n > 0) put(0), --n;
        }
        void close() noexcept {
            while (filled_ != 0) put(0);
        }

    private:
        std::int32_t offset() const noexcept { return static_cast<std::int16_t>(offsets_); }
        void put(std::int32_t element) noexcept {
            const std::uint32_t half = static_cast<std::uint32_t>(element) & 0xffffu;
            std::uint32_t& word = to_[filled_ & 1];
            word = filled_ < 2 ? half : word | half << 16;
            if (++filled_ == 4) filled_ = 0, to_ += step_;
        }

        std::uint32_t* to_;
        std::int32_t step_;
        std::uint32_t offsets_;
        std::int32_t filled_ = 0; // elements of the current four
    };

    template <class Finish>
    static void run(const PatchBlock& block, const std::int8_t* weights, const std::int32_t* bias,
                    ChannelRange channels, const Finish& finish, typename Finish::Element* out,
                    std::int32_t stride) noexcept {
        switch (block.positions) {
        case 1: return tiles<1>(block, weights, bias, channels, finish, out, stride);
        case 2: return tiles<2>(block, weights, bias, channels, finish, out, stride);
        case 3: return tiles<3>(block, weights, bias, channels, finish, out, stride);
        default: return tiles<4>(block, weights, bias, channels, finish, out, stride);
        }
    }

private:
    template <int Positions, class Finish>
    static void tiles(const PatchBlock& block, const std::int8_t* weights, const std::int32_t* bias,
                      ChannelRange channels, const Finish& finish, typename Finish::Element* out,
                      std::int32_t stride) noexcept {
        const Finish stage = finish;
        const std::int32_t fours = block.depth & ~3;
        for (std::int32_t c = channels.first; c < channels.end; ++c) {
            std::int32_t sums[4];
            sums[0] = sums[1] = sums[2] = sums[3] = bias != nullptr ? bias[c] : 0;
            auto* x = static_cast<const std::uint32_t*>(block.data);
            if (fours != 0) multiply<Positions>(x, weights, fours, sums);
            weights += fours;
            if (fours != block.depth) {
                multiply_rest<Positions>(x, weights, block.depth - fours, sums);
                weights += block.depth - fours;
            }
            store<Positions>(stage, sums, c, out + c, stride);
        }
    }

    /// sums[p] += the first `fours` elements of patch p times the weights; moves both pointers on.
    template <int Positions>
    static void multiply(const std::uint32_t*& x, const std::int8_t* weights, std::int32_t fours,
                         std::int32_t* sums) noexcept {
        const std::int8_t* const end = weights + fours;
        std::int32_t a = sums[0], b = sums[1], c = sums[2], d = sums[3];
        std::uint32_t even, odd;
#define MOTE_DSP_WEIGHTS                                                                                     \
    "1:\n\t"                                                                                                 \
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
    asm volatile(MOTE_DSP_WEIGHTS body "cmp %[w], %[end]\n\t"                                                \
                                       "bne 1b"                                                              \
                 : [x] "+&r"(x), [w] "+&r"(weights), [a] "+&r"(a), [b] "+&r"(b), [c] "+&r"(c), [d] "+&r"(d), \
                   [even] "=&r"(even), [odd] "=&r"(odd)                                                      \
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
        sums[0] = a;
        sums[1] = b;
        sums[2] = c;
        sums[3] = d;
    }

    /// The same for the last one to three elements.
    template <int Positions>
    static void multiply_rest(const std::uint32_t* x, const std::int8_t* weights, std::int32_t n,
                              std::int32_t* sums) noexcept {
        std::uint32_t bytes = 0;
        std::memcpy(&bytes, weights, static_cast<std::size_t>(n));
        const detail::dsp::Pairs pairs = detail::dsp::widened(bytes);
        for (int p = 0; p < Positions; ++p)
            sums[p] = detail::dsp::add_products(pairs.odd, x[2 * p + 1],
                                                detail::dsp::add_products(pairs.even, x[2 * p], sums[p]));
    }

    template <int Positions, class Finish>
    static void store(const Finish& stage, const std::int32_t* sums, std::int32_t c,
                      typename Finish::Element* out, std::int32_t stride) noexcept {
        if constexpr (std::is_same_v<Finish, detail::dsp::Int8Stage>) {
            const auto scale = detail::dsp::channel_scale(stage.multipliers[c]);
            if (scale.right != 0) {
                for (int p = 0; p < Positions; ++p, out += stride)
                    *out = detail::dsp::finished(stage, scale, sums[p]);
                return;
            }
        }
        for (int p = 0; p < Positions; ++p, out += stride) *out = stage(sums[p], c);
    }
};

template <>
struct Kernel<conv, isa::armv7em_dsp> : PatchConv<isa::armv7em_dsp> {};

#endif

} // namespace mote

#endif
