// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_X86_AVX2_HPP
#define MOTE_ISA_X86_AVX2_HPP

#include "../kernels/dot.hpp"
#include "../kernels/dot_channels.hpp"
#include "../kernels/pairwise.hpp"
#include "x86/patch_rows.hpp"
#include "x86/tap_conv.hpp"
#include "x86/vectors.hpp"

#include <cstddef>
#include <cstring>
#include <utility>

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace isa {
/// x86-64 since 2013: AVX2 and FMA, vectors of 32 bytes.
struct x86_avx2 : scalar {
    using base = scalar;
#if defined(__AVX2__) && defined(__FMA__)
    static constexpr bool supported = true;
#else
    static constexpr bool supported = false;
#endif
};
} // namespace isa

#if defined(__AVX2__) && defined(__FMA__)

namespace detail::x86 {

/// Stores the columns of a matrix of 8 x 8 words `step` bytes apart. Written out, so that it stays in
/// registers at any optimisation level.
MOTE_INLINE void store_transposed(const __m256i (&r)[8], unsigned char* to, std::ptrdiff_t step) noexcept {
    const __m256i a = _mm256_unpacklo_epi32(r[0], r[1]), b = _mm256_unpackhi_epi32(r[0], r[1]);
    const __m256i c = _mm256_unpacklo_epi32(r[2], r[3]), d = _mm256_unpackhi_epi32(r[2], r[3]);
    const __m256i e = _mm256_unpacklo_epi32(r[4], r[5]), f = _mm256_unpackhi_epi32(r[4], r[5]);
    const __m256i g = _mm256_unpacklo_epi32(r[6], r[7]), h = _mm256_unpackhi_epi32(r[6], r[7]);
    const auto pair = [to, step](int column, __m256i upper, __m256i lower) {
        store32(to + column * step, _mm256_permute2x128_si256(upper, lower, 0x20));
        store32(to + (column + 4) * step, _mm256_permute2x128_si256(upper, lower, 0x31));
    };
    pair(0, _mm256_unpacklo_epi64(a, c), _mm256_unpacklo_epi64(e, g));
    pair(1, _mm256_unpackhi_epi64(a, c), _mm256_unpackhi_epi64(e, g));
    pair(2, _mm256_unpacklo_epi64(b, d), _mm256_unpacklo_epi64(f, h));
    pair(3, _mm256_unpackhi_epi64(b, d), _mm256_unpackhi_epi64(f, h));
}

} // namespace detail::x86

/// Patches are widened to int16, offset added. The weights of 16 channels at a time are widened too and
/// interleaved, [depth / 2][2 vectors][8 channels][2]. Products of pairs of int16 are exact.
template <>
struct Kernel<patch_product, isa::x86_avx2> {
    template <class X, class Weights>
    static constexpr bool available =
        std::is_same_v<X, std::int8_t>&& std::is_same_v<Weights, const std::int8_t*>;

    static constexpr std::int32_t most_positions(std::int32_t depth) noexcept {
        return clamp(24576 / depth, std::int32_t{24}, std::int32_t{128}) / 4 * 4;
    }
    static constexpr std::uint32_t block_bytes(std::int32_t depth, std::int32_t positions) noexcept {
        return detail::x86::PatchRows::bytes((depth + 1) / 2 * 4, positions, (depth + 15) / 16 * 512);
    }

    class Writer {
    public:
        Writer(void* block, std::int32_t, std::int32_t position, std::int32_t offset) noexcept
            : block_(position == 0 ? block : nullptr),
              to_(reinterpret_cast<std::int16_t*>(detail::x86::PatchRows::start(block, position))),
              offset_(static_cast<std::int16_t>(offset)) {}

        void copy(const std::int8_t* from, std::int32_t n) noexcept {
            const __m256i offsets = _mm256_set1_epi16(offset_);
            for (; n >= 16; n -= 16, from += 16, to_ += 16)
                detail::x86::store32(
                    to_, _mm256_add_epi16(_mm256_cvtepi8_epi16(detail::x86::load16(from)), offsets));
            for (; n >= 4; n -= 4, from += 4, to_ += 4) {
                const __m128i words = _mm_cvtepi8_epi16(_mm_cvtsi32_si128(detail::x86::load_word(from)));
                _mm_storel_epi64(reinterpret_cast<__m128i*>(to_),
                                 _mm_add_epi16(words, _mm256_castsi256_si128(offsets)));
            }
            for (; n > 0; --n) *to_++ = static_cast<std::int16_t>(*from++ + offset_);
        }
        void pad(std::int32_t n) noexcept {
            for (; n > 0; --n) *to_++ = 0;
        }
        void close() noexcept {
            *to_ = 0;
            if (block_ == nullptr) return;
            const auto end = (reinterpret_cast<std::uintptr_t>(to_) + 3) & ~std::uintptr_t{3};
            detail::x86::PatchRows::note_length(block_, reinterpret_cast<const void*>(end));
        }

    private:
        void* block_; // of the first patch
        std::int16_t* to_;
        std::int16_t offset_;
    };

    template <class Finish>
    static void run(const PatchBlock& block, const std::int8_t* weights, const std::int32_t* bias,
                    ChannelRange channels, const Finish& finish, typename Finish::Element* out,
                    std::int32_t stride) noexcept {
        const detail::x86::PatchRows rows(block);
        for (std::int32_t c = channels.first; c < channels.end; c += 16, weights += 16 * block.depth) {
            const std::int32_t n = minimum(std::int32_t{16}, channels.end - c);
            pack(weights, block.depth, n, rows.packed);
            detail::x86::ScaleTable<16> scales;
            scales.fill(finish, c, c + n, detail::x86::Packed<16>{});
            alignas(32) std::int32_t start[16] = {};
            if (bias != nullptr)
                for (int i = 0; i < 16; ++i)
                    if (const int from = detail::x86::Packed<16>{}(i); from < n) start[i] = bias[c + from];
            const Tile<Finish> tile{rows,  (block.depth + 1) / 2, start, finish, scales, c, n, out + c,
                                    stride};
            std::int32_t p = 0;
            for (; p + 4 <= block.positions; p += 4) tile.run(p, std::make_integer_sequence<int, 4>{});
            for (; p < block.positions; ++p) tile.run(p, std::make_integer_sequence<int, 1>{});
        }
    }

private:
    /// Eight channels are the rows of a matrix whose words are pairs of elements.
    static void pack(const std::int8_t* weights, std::int32_t depth, std::int32_t channels,
                     unsigned char* to) noexcept {
        for (std::int32_t i = 0; i < depth; i += 16, to += 512) {
            const auto row = [=](int lane) {
                const int c = detail::x86::Packed<16>{}(lane);
                const std::int32_t n = c < channels ? depth - i : 0;
                return _mm256_cvtepi8_epi16(
                    detail::x86::load_first(n > 0 ? weights + c * depth + i : weights, n));
            };
            detail::x86::store_transposed({row(0), row(1), row(2), row(3), row(4), row(5), row(6), row(7)},
                                          to, 64);
            detail::x86::store_transposed(
                {row(8), row(9), row(10), row(11), row(12), row(13), row(14), row(15)}, to + 32, 64);
        }
    }

    template <class Finish>
    struct Tile {
        const detail::x86::PatchRows& rows;
        std::int32_t pairs;
        const std::int32_t* start;
        const Finish& finish;
        const detail::x86::ScaleTable<16>& scales;
        std::int32_t channel, channels;
        typename Finish::Element* out;
        std::int32_t stride;

        template <int... P>
        MOTE_INLINE void run(std::int32_t position, std::integer_sequence<int, P...>) const noexcept {
            const std::ptrdiff_t row = rows.length;
            const unsigned char* x = rows.first + position * row;
            const unsigned char* w = rows.packed;
            const __m256i start0 = detail::x86::load32(start), start1 = detail::x86::load32(start + 8);
            __m256i a[] = {(static_cast<void>(P), start0)...};
            __m256i b[] = {(static_cast<void>(P), start1)...};
            for (std::int32_t i = pairs; i > 0; --i, x += 4, w += 64) {
                const __m256i w0 = detail::x86::load32(w), w1 = detail::x86::load32(w + 32);
                const __m256i pair[] = {_mm256_set1_epi32(detail::x86::load_word(x + P * row))...};
                ((a[P] = _mm256_add_epi32(a[P], _mm256_madd_epi16(pair[P], w0)),
                  b[P] = _mm256_add_epi32(b[P], _mm256_madd_epi16(pair[P], w1))),
                 ...);
            }
            (detail::x86::write_tile(finish, scales, a[P], b[P], channel, channels,
                                     out + (position + P) * stride),
             ...);
        }
    };
};

template <>
struct Kernel<conv, isa::x86_avx2> : detail::x86::RowConv<isa::x86_avx2> {};

template <>
struct Kernel<detail::x86::tap_tile, isa::x86_avx2> {
    static constexpr int widest = 16;

    /// Puts the weights of two taps in their place; the offset's part of the sums joins `start`.
    template <int Width>
    static void add_weights(detail::x86::TapTile<Width>& tile, std::int32_t pair, const std::int8_t* a,
                            const std::int8_t* b, std::int32_t offset) noexcept {
        const Pairs w = interleaved<Width>(a, b);
        const __m256i offsets = _mm256_set1_epi16(static_cast<std::int16_t>(offset));
        std::int32_t* const start = tile.start;
        detail::x86::store32(tile.weights() + pair * 32, w.low);
        detail::x86::store32(tile.weights() + pair * 32 + 16, w.high);
        detail::x86::store32(start, add_products(detail::x86::load32(start), w.low, offsets));
        detail::x86::store32(start + 8, add_products(detail::x86::load32(start + 8), w.high, offsets));
    }

    template <int Width, class Finish>
    MOTE_INLINE static void run(const detail::x86::TapTile<Width>& tile, const std::int8_t* const* taps,
                                std::int32_t pairs, std::int32_t channel, const Finish& finish,
                                typename Finish::Element* out) noexcept {
        const std::int16_t* w = tile.weights();
        __m256i low = detail::x86::load32(tile.start), high = detail::x86::load32(tile.start + 8);
        for (std::int32_t i = 0; i < pairs; ++i, w += 32) {
            const Pairs x = interleaved<Width>(taps[2 * i] + channel, taps[2 * i + 1] + channel);
            low = add_products(low, x.low, detail::x86::load32(w));
            high = add_products(high, x.high, detail::x86::load32(w + 16));
        }
        detail::x86::write_tile(finish, tile.scales, low, high, channel, Width, out + channel);
    }

private:
    struct Pairs {
        __m256i low, high;
    };

    template <int Width>
    MOTE_INLINE static __m256i widened(const std::int8_t* from) noexcept {
        if constexpr (Width == 8)
            return _mm256_cvtepi8_epi16(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(from)));
        else
            return _mm256_cvtepi8_epi16(detail::x86::load16(from));
    }
    template <int Width>
    MOTE_INLINE static Pairs interleaved(const std::int8_t* a, const std::int8_t* b) noexcept {
        const __m256i x = widened<Width>(a), y = widened<Width>(b);
        return {_mm256_unpacklo_epi16(x, y), _mm256_unpackhi_epi16(x, y)};
    }
    MOTE_INLINE static __m256i add_products(__m256i sum, __m256i x, __m256i y) noexcept {
        return _mm256_add_epi32(sum, _mm256_madd_epi16(x, y));
    }
};

template <>
struct Kernel<depthwise, isa::x86_avx2> : detail::x86::TapConv<isa::x86_avx2> {};

/// Rows of products, 16 integers or 8 floats at a time; the portable kernel takes the rest.
template <>
struct Kernel<dot, isa::x86_avx2> : Kernel<dot, isa::scalar> {
    template <int Rows, class X, class Weights, class Accumulator>
    static void run(const X* x, std::int32_t offset, Weights weights, std::int32_t stride, std::int32_t n,
                    Accumulator* sums) noexcept {
        Kernel<dot, isa::scalar>::run<Rows>(x, offset, weights, stride, n, sums);
    }
    template <int Rows>
    static void run(const std::int8_t* x, std::int32_t offset, const std::int8_t* weights,
                    std::int32_t stride, std::int32_t n, std::int32_t* sums) noexcept {
        integers(x, offset, weights, stride, n, sums, std::make_integer_sequence<int, Rows>{});
    }
    template <int Rows>
    static void run(const std::int16_t* x, std::int32_t offset, const std::int8_t* weights,
                    std::int32_t stride, std::int32_t n, std::int32_t* sums) noexcept {
        int16<Rows>(x, offset, weights, stride, n, sums);
    }
    template <int Rows>
    static void run(const std::int16_t* x, std::int32_t offset, const std::int16_t* weights,
                    std::int32_t stride, std::int32_t n, std::int32_t* sums) noexcept {
        int16<Rows>(x, offset, weights, stride, n, sums);
    }
    // 32 bits hold what 256 products may add to.
    template <int Rows>
    static void run(const std::int16_t* x, std::int32_t offset, const std::int8_t* weights,
                    std::int32_t stride, std::int32_t n, std::int64_t* sums) noexcept {
        for (std::int32_t part; n > 0; n -= part, x += part, weights += part) {
            part = minimum(n, std::int32_t{256});
            if (offset != 0 || part < 16) {
                Kernel<dot, isa::scalar>::run<Rows>(x, offset, weights, stride, part, sums);
                continue;
            }
            std::int32_t narrow[Rows] = {};
            int16<Rows>(x, 0, weights, stride, part, narrow);
            for (int row = 0; row < Rows; ++row) sums[row] += narrow[row];
        }
    }
    template <int Rows>
    static void run(const float* x, std::int32_t, const float* weights, std::int32_t stride, std::int32_t n,
                    float* sums) noexcept {
        floats(x, weights, stride, n, sums, std::make_integer_sequence<int, Rows>{});
    }

private:
    MOTE_INLINE static __m256i words(const std::int8_t* from) noexcept {
        return _mm256_cvtepi8_epi16(detail::x86::load16(from));
    }
    MOTE_INLINE static __m256i words(const std::int16_t* from) noexcept { return detail::x86::load32(from); }

    MOTE_INLINE static std::int32_t total(__m256i lanes) noexcept {
        __m128i x = _mm_add_epi32(_mm256_castsi256_si128(lanes), _mm256_extracti128_si256(lanes, 1));
        x = _mm_add_epi32(x, _mm_shuffle_epi32(x, 0x4E));
        return _mm_cvtsi128_si32(_mm_add_epi32(x, _mm_shuffle_epi32(x, 0xB1)));
    }
    MOTE_INLINE static float total(__m256 lanes) noexcept {
        __m128 x = _mm_add_ps(_mm256_castps256_ps128(lanes), _mm256_extractf128_ps(lanes, 1));
        x = _mm_add_ps(x, _mm_movehl_ps(x, x));
        return _mm_cvtss_f32(_mm_add_ss(x, _mm_movehdup_ps(x)));
    }

    // The sum of an int16 and an offset that is not 0 may not fit.
    template <int Rows, class Weight>
    static void int16(const std::int16_t* x, std::int32_t offset, const Weight* weights, std::int32_t stride,
                      std::int32_t n, std::int32_t* sums) noexcept {
        if (offset == 0)
            integers(x, 0, weights, stride, n, sums, std::make_integer_sequence<int, Rows>{});
        else
            Kernel<dot, isa::scalar>::run<Rows>(x, offset, weights, stride, n, sums);
    }

    template <class X, class Weight, int... Row>
    MOTE_INLINE static void integers(const X* x, std::int32_t offset, const Weight* weights,
                                     std::int32_t stride, std::int32_t n, std::int32_t* sums,
                                     std::integer_sequence<int, Row...>) noexcept {
        const __m256i offsets = _mm256_set1_epi16(static_cast<std::int16_t>(offset));
        __m256i lanes[] = {(static_cast<void>(Row), _mm256_setzero_si256())...};
        std::int32_t i = 0;
        for (; i + 16 <= n; i += 16) {
            const __m256i shifted = _mm256_add_epi16(words(x + i), offsets);
            ((lanes[Row] = _mm256_add_epi32(lanes[Row],
                                            _mm256_madd_epi16(shifted, words(weights + Row * stride + i)))),
             ...);
        }
        ((sums[Row] = wrapping_add(sums[Row], total(lanes[Row]))), ...);
        if (i < n)
            Kernel<dot, isa::scalar>::run<sizeof...(Row)>(x + i, offset, weights + i, stride, n - i, sums);
    }

    template <int... Row>
    MOTE_INLINE static void floats(const float* x, const float* weights, std::int32_t stride, std::int32_t n,
                                   float* sums, std::integer_sequence<int, Row...>) noexcept {
        __m256 even[] = {(static_cast<void>(Row), _mm256_setzero_ps())...};
        __m256 odd[] = {(static_cast<void>(Row), _mm256_setzero_ps())...};
        std::int32_t i = 0;
        for (; i + 16 <= n; i += 16) {
            const __m256 a = _mm256_loadu_ps(x + i), b = _mm256_loadu_ps(x + i + 8);
            ((even[Row] = _mm256_fmadd_ps(a, _mm256_loadu_ps(weights + Row * stride + i), even[Row])), ...);
            ((odd[Row] = _mm256_fmadd_ps(b, _mm256_loadu_ps(weights + Row * stride + i + 8), odd[Row])), ...);
        }
        for (; i + 8 <= n; i += 8) {
            const __m256 a = _mm256_loadu_ps(x + i);
            ((even[Row] = _mm256_fmadd_ps(a, _mm256_loadu_ps(weights + Row * stride + i), even[Row])), ...);
        }
        ((sums[Row] += total(_mm256_add_ps(even[Row], odd[Row]))), ...);
        if (i < n) Kernel<dot, isa::scalar>::run<sizeof...(Row)>(x + i, 0, weights + i, stride, n - i, sums);
    }
};

/// Floats, eight channels to a vector.
template <>
struct Kernel<dot_channels, isa::x86_avx2> : Kernel<dot_channels, isa::scalar> {
    template <int Channels, bool Spread, class X, class Weights, class Accumulator>
    static void run(const TapGrid& grid, const X* x, std::int32_t offset, Weights weights,
                    Accumulator* sums) noexcept {
        Kernel<dot_channels, isa::scalar>::run<Channels, Spread>(grid, x, offset, weights, sums);
    }
    template <int Channels, bool Spread>
    static void run(const TapGrid& grid, const float* x, std::int32_t offset, const float* weights,
                    float* sums) noexcept {
        if constexpr (Channels % 8 == 0)
            floats<Spread>(grid, x, weights, sums, std::make_integer_sequence<int, Channels / 8>{});
        else
            Kernel<dot_channels, isa::scalar>::run<Channels, Spread>(grid, x, offset, weights, sums);
    }

private:
    template <bool Spread, int... V>
    MOTE_INLINE static void floats(const TapGrid& grid, const float* x, const float* weights, float* sums,
                                   std::integer_sequence<int, V...>) noexcept {
        __m256 lanes[] = {_mm256_loadu_ps(sums + V * 8)...};
        for (std::int32_t row = 0; row < grid.rows; ++row, x += grid.x_row, weights += grid.w_row) {
            const float* from = x;
            const float* by = weights;
            for (std::int32_t tap = 0; tap < grid.taps; ++tap, from += grid.x_tap, by += grid.w_tap)
                ((lanes[V] = _mm256_fmadd_ps(Spread ? _mm256_loadu_ps(from + V * 8) : _mm256_set1_ps(*from),
                                             _mm256_loadu_ps(by + V * 8), lanes[V])),
                 ...);
        }
        (_mm256_storeu_ps(sums + V * 8, lanes[V]), ...);
    }
};

/// Quantised sums and differences of int8, 16 at a time.
template <>
struct Kernel<pairwise, isa::x86_avx2> : Kernel<pairwise, isa::scalar> {
    using Sum = QuantizedSum<numerics::reference, std::int8_t>;

    template <class Function, class T, class Out>
    static void run(Function function, const T* a, const T* b, Out* out, std::int32_t n) noexcept {
        Kernel<pairwise, isa::scalar>::run(function, a, b, out, n);
    }
    template <class Function, class T, class Out>
    static void run(Function function, const T* a, bool a_held, const T* b, bool b_held, Out* out,
                    std::int32_t n) noexcept {
        if (a_held || b_held)
            Kernel<pairwise, isa::scalar>::run(function, a, a_held, b, b_held, out, n);
        else
            run(function, a, b, out, n);
    }
    static void run(Sum sum, const std::int8_t* x, const std::int8_t* y, std::int8_t* out,
                    std::int32_t n) noexcept {
        const Lanes lanes(sum);
        const bool fits = sum.low >= -128 && sum.high <= 127 && sum.zero_point >= -128 &&
                          sum.zero_point <= 127;
        std::int32_t i = 0;
        for (; fits && i + 16 <= n; i += 16) {
            const __m128i xs = detail::x86::load16(x + i), ys = detail::x86::load16(y + i);
            // In packed order: elements 0 to 3 and 8 to 11, then the others.
            const __m256i a = lanes(quarters(xs), quarters(ys));
            const __m256i b = lanes(quarters(_mm_srli_epi64(xs, 32)), quarters(_mm_srli_epi64(ys, 32)));
            detail::x86::store16(out + i, detail::x86::narrowed(a, b, sum.zero_point, sum.low, sum.high));
        }
        Kernel<pairwise, isa::scalar>::run(sum, x + i, y + i, out + i, n - i);
    }

private:
    MOTE_INLINE static __m256i quarters(__m128i bytes) noexcept {
        return _mm256_cvtepi8_epi32(_mm_shuffle_epi32(bytes, 0x08));
    }

    class Lanes {
    public:
        explicit Lanes(const Sum& sum) noexcept
            : x_zero_(_mm256_set1_epi32(sum.x_zero_point)),
              y_zero_(_mm256_set1_epi32(sum.y_zero_point)),
              x_factor_(_mm256_set1_epi32(sum.x_factor)),
              y_sign_(_mm256_set1_epi32(sum.y_sign)),
              scale_y_(sum.y_multiplier),
              scale_(sum.multiplier) {}

        MOTE_INLINE __m256i operator()(__m256i x, __m256i y) const noexcept {
            const __m256i raised_y = _mm256_slli_epi32(_mm256_sub_epi32(y, y_zero_), Sum::shift);
            const __m256i scaled_y = _mm256_sign_epi32(scale_y_(raised_y), y_sign_);
            return scale_(
                _mm256_add_epi32(_mm256_mullo_epi32(_mm256_sub_epi32(x, x_zero_), x_factor_), scaled_y));
        }

    private:
        __m256i x_zero_, y_zero_, x_factor_, y_sign_;
        detail::x86::SmallScale scale_y_, scale_;
    };
};

#endif

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
