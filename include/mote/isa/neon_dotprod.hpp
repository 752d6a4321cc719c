// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_NEON_DOTPROD_HPP
#define MOTE_ISA_NEON_DOTPROD_HPP

#include "neon.hpp"

#include <cstring>

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace isa {
/// AArch64 with four products of bytes per lane: Armv8.4, and most processors of Armv8.2 (`+dotprod`).
struct neon_dotprod : neon {
    using base = neon;
#if defined(__ARM_FEATURE_DOTPROD) && defined(__aarch64__) && defined(__ARM_NEON) &&                         \
    !defined(__ARM_BIG_ENDIAN)
    static constexpr bool supported = true;
#else
    static constexpr bool supported = false;
#endif
};
} // namespace isa

#if defined(__ARM_FEATURE_DOTPROD) && defined(__aarch64__) && defined(__ARM_NEON) &&                         \
    !defined(__ARM_BIG_ENDIAN)

namespace detail::neon {

/// Sums of 32 bits, which wrap: those of the elements as they are, and of the weights for the offset.
struct DotSums {
    struct Sum {
        int32x4_t products, weights;
    };
    std::int32_t offset;

    MOTE_INLINE int8x16_t load(const std::int8_t* x) const noexcept { return vld1q_s8(x); }
    MOTE_INLINE int8x16_t weights(const std::int8_t* from) const noexcept { return vld1q_s8(from); }
    MOTE_INLINE int8x16_t load_short(const std::int8_t* x, std::int32_t n) const noexcept {
        return neon::load_short(x, n);
    }
    MOTE_INLINE int8x16_t short_weights(const std::int8_t* from, std::int32_t n) const noexcept {
        return neon::load_short(from, n);
    }
    MOTE_INLINE Sum zero() const noexcept { return {vdupq_n_s32(0), vdupq_n_s32(0)}; }
    MOTE_INLINE Sum add(const Sum& sum, int8x16_t x, int8x16_t w) const noexcept {
        return {vdotq_s32(sum.products, x, w), vdotq_s32(sum.weights, vdupq_n_s8(1), w)};
    }
    MOTE_INLINE std::int32_t total(const Sum& sum) const noexcept {
        return vaddvq_s32(wrapped_sum(sum.products, wrapped_product(sum.weights, offset)));
    }
};

/// Patches are bytes as they are, padding the offset's negative; the weights of eight channels are
/// interleaved, [depth / 4][8][4].
struct DotMath {
    using X = std::int8_t;
    using Vector = int8x16_t;
    static constexpr std::int32_t step = 4, lanes = 4;

    struct Weights {
        int8x16_t low, high;
    };

    static std::int32_t offset_of(const PatchBlock& block) noexcept { return block.offset; }
    MOTE_INLINE static Vector load(const unsigned char* from) noexcept {
        return vld1q_s8(reinterpret_cast<const std::int8_t*>(from));
    }
    MOTE_INLINE static Weights next_weights(const std::int8_t*& from) noexcept {
        from += 32;
        return {vld1q_s8(from - 32), vld1q_s8(from - 16)};
    }
    template <int Lane>
    MOTE_INLINE static int32x4_t low(int32x4_t sum, const Weights& weights, Vector x) noexcept {
        return vdotq_laneq_s32(sum, weights.low, x, Lane);
    }
    template <int Lane>
    MOTE_INLINE static int32x4_t high(int32x4_t sum, const Weights& weights, Vector x) noexcept {
        return vdotq_laneq_s32(sum, weights.high, x, Lane);
    }

    static void pack(const std::int8_t* weights, std::int32_t depth, std::int32_t channels,
                     std::int32_t offset, std::int8_t* to, int32x4_t (&start)[2]) noexcept {
        const std::int32_t all = channels * depth;
        for (std::int32_t half = 0; half < 2; ++half, to += 16) {
            int32x4_t sums = vdupq_n_s32(0);
            std::int8_t* next = to;
            for (std::int32_t i = 0; i < depth; i += 16, next += 128) {
                int32x4_t words[4];
                for (std::int32_t k = 0; k < 4; ++k) {
                    const std::int32_t c = 4 * half + k, at = c * depth + i;
                    words[k] = vreinterpretq_s32_s8(
                        c < channels ? load_first(weights + at, depth - i, all - at) : vdupq_n_s8(0));
                }
                transpose(words, std::make_integer_sequence<int, 4>{});
                for (int k = 0; k < 4; ++k) {
                    const int8x16_t bytes = vreinterpretq_s8_s32(words[k]);
                    vst1q_s8(next + k * 32, bytes);
                    sums = vdotq_s32(sums, bytes, vdupq_n_s8(1));
                }
            }
            start[half] = wrapped_product(sums, offset);
        }
    }

    class Writer {
    public:
        Writer(void* block, std::int32_t, std::int32_t position, std::int32_t offset) noexcept
            : block_(position == 0 ? block : nullptr),
              to_(static_cast<std::int8_t*>(PatchRows::start(block, position))),
              nothing_(static_cast<std::int8_t>(-offset)) {}

        void copy(const std::int8_t* from, std::int32_t n) noexcept {
            std::int8_t* to = to_;
            to_ += n;
            if (n >= 16) {
                for (; n > 16; n -= 16, from += 16, to += 16) vst1q_s8(to, vld1q_s8(from));
                return vst1q_s8(to + n - 16, vld1q_s8(from + n - 16));
            }
            if (n >= 8) {
                vst1_s8(to, vld1_s8(from));
                return vst1_s8(to + n - 8, vld1_s8(from + n - 8));
            }
            if (n >= 4) {
                std::memcpy(to, from, 4);
                std::memcpy(to + n - 4, from + n - 4, 4);
                return;
            }
            for (; n > 0; --n) *to++ = *from++;
        }
        // Writes beyond the end, where the next elements go or nothing is.
        void pad(std::int32_t n) noexcept {
            for (std::int32_t i = 0; i < n; i += 16) vst1q_s8(to_ + i, vdupq_n_s8(nothing_));
            to_ += n;
        }
        void close() noexcept {
            if (block_ != nullptr) PatchRows::note_length(block_, to_);
        }

    private:
        void* block_; // of the first patch
        std::int8_t* to_;
        std::int8_t nothing_;
    };
};

} // namespace detail::neon

template <>
struct Kernel<dot, isa::neon_dotprod> : Kernel<dot, isa::neon> {
    using Kernel<dot, isa::neon>::run;

    template <int Rows>
    static void run(const std::int8_t* x, std::int32_t offset, const std::int8_t* weights,
                    std::int32_t stride, std::int32_t n, std::int32_t* accumulators) noexcept {
        if (n < 16) return Kernel<dot, isa::scalar>::run<Rows>(x, offset, weights, stride, n, accumulators);
        detail::neon::dot_rows(detail::neon::DotSums{offset}, x, weights, stride, n, accumulators,
                               std::make_integer_sequence<int, Rows>{});
    }
};

template <>
struct Kernel<patch_product, isa::neon_dotprod>
    : detail::neon::PatchTiles<detail::neon::DotMath, isa::neon_dotprod> {};

template <>
struct Kernel<conv, isa::neon_dotprod> : PatchConv<isa::neon_dotprod> {};

template <>
struct Kernel<depthwise, isa::neon_dotprod> : detail::neon::Depthwise<isa::neon_dotprod> {};

#endif

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
