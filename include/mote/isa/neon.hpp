// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_NEON_HPP
#define MOTE_ISA_NEON_HPP

#include "../kernels/depthwise.hpp"
#include "../kernels/dot.hpp"
#include "../kernels/patch_conv.hpp"
#include "neon_depthwise.hpp"
#include "neon_dot.hpp"
#include "neon_patches.hpp"
#include "neon_stage.hpp"

#include <utility>

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace isa {
/// AArch64 with Advanced SIMD, which all application processors have: vectors of 16 bytes.
struct neon : scalar {
    using base = scalar;
#if defined(__aarch64__) && defined(__ARM_NEON) && !defined(__ARM_BIG_ENDIAN)
    static constexpr bool supported = true;
#else
    static constexpr bool supported = false;
#endif
};
} // namespace isa

#if defined(__aarch64__) && defined(__ARM_NEON) && !defined(__ARM_BIG_ENDIAN)

template <>
struct Kernel<finish_channels, isa::neon> : Kernel<finish_channels, isa::scalar> {
    using Kernel<finish_channels, isa::scalar>::run;

    static void run(const detail::neon::Int8Stage& finish, const std::int32_t* accumulators, std::int32_t n,
                    std::int32_t channel, std::int8_t* out) noexcept {
        detail::neon::finish_int8(finish, accumulators, n, channel, out);
    }
    static void run(const detail::neon::ReadyStage& finish, const std::int32_t* accumulators, std::int32_t n,
                    std::int32_t channel, std::int8_t* out) noexcept {
        detail::neon::finish_int8(finish, accumulators, n, channel, out);
    }
};

template <>
struct Kernel<dot, isa::neon> : Kernel<dot, isa::scalar> {
    using Portable = Kernel<dot, isa::scalar>;
    using Portable::run;

    template <int Rows>
    static void run(const std::int8_t* x, std::int32_t offset, const std::int8_t* weights,
                    std::int32_t stride, std::int32_t n, std::int32_t* accumulators) noexcept {
        narrow<Rows>(x, offset, weights, stride, n, accumulators, n >= 8);
    }
    template <int Rows>
    static void run(const std::int16_t* x, std::int32_t offset, const std::int8_t* weights,
                    std::int32_t stride, std::int32_t n, std::int32_t* accumulators) noexcept {
        narrow<Rows>(x, offset, weights, stride, n, accumulators, n >= 8 && offset == 0);
    }
    template <int Rows>
    static void run(const std::int16_t* x, std::int32_t offset, const std::int16_t* weights,
                    std::int32_t stride, std::int32_t n, std::int32_t* accumulators) noexcept {
        narrow<Rows>(x, offset, weights, stride, n, accumulators, n >= 8 && offset == 0);
    }
    template <int Rows>
    static void run(const std::int16_t* x, std::int32_t offset, const std::int8_t* weights,
                    std::int32_t stride, std::int32_t n, std::int64_t* accumulators) noexcept {
        if (n < 8 || offset != 0) return Portable::run<Rows>(x, offset, weights, stride, n, accumulators);
        detail::neon::dot_rows(detail::neon::WideSums{}, x, weights, stride, n, accumulators,
                               std::make_integer_sequence<int, Rows>{});
    }
    template <int Rows>
    static void run(const float* x, std::int32_t, const float* weights, std::int32_t stride, std::int32_t n,
                    float* accumulators) noexcept {
        const std::int32_t fours = n & ~3;
        detail::neon::dot_float(x, weights, stride, fours, accumulators,
                                std::make_integer_sequence<int, Rows>{});
        Portable::run<Rows>(x + fours, 0, weights + fours, stride, n - fours, accumulators);
    }

private:
    template <int Rows, class X, class Weight>
    static void narrow(const X* x, std::int32_t offset, const Weight* weights, std::int32_t stride,
                       std::int32_t n, std::int32_t* accumulators, bool vectors) noexcept {
        if (!vectors) return Portable::run<Rows>(x, offset, weights, stride, n, accumulators);
        const detail::neon::NarrowSums sums{vdupq_n_s16(static_cast<std::int16_t>(offset))};
        detail::neon::dot_rows(sums, x, weights, stride, n, accumulators,
                               std::make_integer_sequence<int, Rows>{});
    }
};

template <>
struct Kernel<dot_channels, isa::neon> : Kernel<dot_channels, isa::scalar> {
    using Portable = Kernel<dot_channels, isa::scalar>;
    using Portable::run;
    static constexpr int widest = 16;

    template <int Channels, bool Spread>
    static void run(const TapGrid& grid, const std::int8_t* x, std::int32_t offset,
                    const std::int8_t* weights, std::int32_t* accumulators) noexcept {
        quarters<Channels, Spread>(grid, x, offset, weights, accumulators);
    }
    template <int Channels, bool Spread>
    static void run(const TapGrid& grid, const float* x, std::int32_t offset, const float* weights,
                    float* accumulators) noexcept {
        quarters<Channels, Spread>(grid, x, offset, weights, accumulators);
    }
    template <int Channels, bool Spread>
    static void run(const TapGrid& grid, const std::int16_t* x, std::int32_t offset,
                    const std::int8_t* weights, std::int64_t* accumulators) noexcept {
        // 32 bits hold the sum of 256 products of 23.
        if (Channels < 4 || offset != 0 || grid.rows > 16 || grid.taps > 16)
            return Portable::run<Channels, Spread>(grid, x, offset, weights, accumulators);
        std::int32_t sums[Channels] = {};
        quarters<Channels, Spread>(grid, x, offset, weights, sums);
        for (int c = 0; c < Channels; ++c)
            accumulators[c] = static_cast<std::int64_t>(static_cast<std::uint64_t>(accumulators[c]) +
                                                        static_cast<std::uint64_t>(std::int64_t{sums[c]}));
    }

private:
    template <int Channels, bool Spread, class X, class Weight, class Accumulator>
    static void quarters(const TapGrid& grid, const X* x, std::int32_t offset, const Weight* weights,
                         Accumulator* accumulators) noexcept {
        if constexpr (Channels < 4)
            Portable::run<Channels, Spread>(grid, x, offset, weights, accumulators);
        else
            detail::neon::add_taps<Spread>(grid, x, offset, weights, accumulators,
                                           std::make_integer_sequence<int, Channels / 4>{});
    }
};

template <>
struct Kernel<depthwise, isa::neon> : detail::neon::Depthwise<isa::neon> {};

namespace detail::neon {

/// Patches are widened to int16, offset added; the weights of eight channels are interleaved, [depth][8].
struct WideningMath {
    using X = std::int16_t;
    using Vector = int16x8_t;
    static constexpr std::int32_t step = 1, lanes = 8;

    static std::int32_t offset_of(const PatchBlock&) noexcept { return 0; }
    MOTE_INLINE static Vector load(const unsigned char* from) noexcept {
        return vld1q_s16(reinterpret_cast<const std::int16_t*>(from));
    }
    MOTE_INLINE static int16x8_t next_weights(const std::int8_t*& from) noexcept {
        from += 8;
        return vmovl_s8(vld1_s8(from - 8));
    }
    template <int Lane>
    MOTE_INLINE static int32x4_t low(int32x4_t sum, int16x8_t weights, Vector x) noexcept {
        return vmlal_laneq_s16(sum, vget_low_s16(weights), x, Lane);
    }
    template <int Lane>
    MOTE_INLINE static int32x4_t high(int32x4_t sum, int16x8_t weights, Vector x) noexcept {
        return vmlal_high_laneq_s16(sum, weights, x, Lane);
    }

    static void pack(const std::int8_t* weights, std::int32_t depth, std::int32_t channels, std::int32_t,
                     std::int8_t* to, int32x4_t (&start)[2]) noexcept {
        start[0] = start[1] = vdupq_n_s32(0);
        const std::int32_t all = channels * depth;
        for (std::int32_t i = 0; i < depth; i += 16, to += 128) {
            int8x8_t low[8], high[8];
            for (std::int32_t c = 0; c < 8; ++c) {
                const std::int32_t at = c * depth + i;
                const int8x16_t bytes = c < channels ? load_first(weights + at, depth - i, all - at)
                                                     : vdupq_n_s8(0);
                low[c] = vget_low_s8(bytes);
                high[c] = vget_high_s8(bytes);
            }
            transpose(low, std::make_integer_sequence<int, 8>{});
            transpose(high, std::make_integer_sequence<int, 8>{});
            for (int k = 0; k < 8; ++k) {
                vst1_s8(to + k * 8, low[k]);
                vst1_s8(to + 64 + k * 8, high[k]);
            }
        }
    }

    class Writer {
    public:
        Writer(void* block, std::int32_t, std::int32_t position, std::int32_t offset) noexcept
            : block_(position == 0 ? block : nullptr),
              to_(static_cast<std::int16_t*>(PatchRows::start(block, position))),
              offset_(static_cast<std::int16_t>(offset)) {}

        void copy(const std::int8_t* from, std::int32_t n) noexcept {
            std::int16_t* to = to_;
            to_ += n;
            if (n >= 8) {
                for (; n > 8; n -= 8, from += 8, to += 8) put(from, to);
                return put(from + n - 8, to + n - 8);
            }
            for (; n > 0; --n) *to++ = static_cast<std::int16_t>(*from++ + offset_);
        }
        // Writes beyond the end, where the next elements go or nothing is.
        void pad(std::int32_t n) noexcept {
            for (std::int32_t i = 0; i < n; i += 8) vst1q_s16(to_ + i, vdupq_n_s16(0));
            to_ += n;
        }
        void close() noexcept {
            if (block_ != nullptr) PatchRows::note_length(block_, to_);
        }

    private:
        MOTE_INLINE void put(const std::int8_t* from, std::int16_t* to) const noexcept {
            vst1q_s16(to, vaddw_s8(vdupq_n_s16(offset_), vld1_s8(from)));
        }

        void* block_; // of the first patch
        std::int16_t* to_;
        std::int16_t offset_;
    };
};

} // namespace detail::neon

template <>
struct Kernel<patch_product, isa::neon> : detail::neon::PatchTiles<detail::neon::WideningMath, isa::neon> {};

template <>
struct Kernel<conv, isa::neon> : PatchConv<isa::neon> {};

#endif

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
