// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_X86_AVX512_VNNI_HPP
#define MOTE_ISA_X86_AVX512_VNNI_HPP

#include "x86_avx2.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace isa {
/// x86-64 with vectors of 64 bytes and four products of bytes per lane: AVX-512 F, BW, VL, DQ and VNNI.
struct x86_avx512_vnni : x86_avx2 {
    using base = x86_avx2;
#if defined(__AVX512F__) && defined(__AVX512BW__) && defined(__AVX512VL__) && defined(__AVX512DQ__) &&       \
    defined(__AVX512VNNI__) && defined(__AVX2__) && defined(__FMA__)
    static constexpr bool supported = true;
#else
    static constexpr bool supported = false;
#endif
};
} // namespace isa

#if defined(__AVX512F__) && defined(__AVX512BW__) && defined(__AVX512VL__) && defined(__AVX512DQ__) &&       \
    defined(__AVX512VNNI__) && defined(__AVX2__) && defined(__FMA__)

namespace detail::x86 {

template <class T>
MOTE_INLINE __m512i load64(const T* from) noexcept {
    return _mm512_loadu_si512(from);
}
/// The first `n` of 64 bytes, zeros after them; n >= 0.
MOTE_INLINE __m512i load64_first(const void* from, std::int32_t n) noexcept {
    return n >= 64 ? load64(from) : _mm512_maskz_loadu_epi8((__mmask64{1} << n) - 1, from);
}

/// As for 8 lanes.
MOTE_INLINE __m512i scaled(__m512i x, __m512i value, __m512i less_one) noexcept {
    const __m512i half = _mm512_set1_epi64(std::int64_t{1} << 30);
    const __m512i even = _mm512_add_epi64(_mm512_mul_epi32(x, value), half);
    const __m512i odd =
        _mm512_add_epi64(_mm512_mul_epi32(_mm512_srli_epi64(x, 32), _mm512_srli_epi64(value, 32)), half);
    const __m512i product =
        _mm512_mask_blend_epi32(0xAAAA, _mm512_srli_epi64(even, 31), _mm512_slli_epi64(odd, 1));
    const __m512i away = _mm512_add_epi32(product, _mm512_srai_epi32(product, 31));
    const __m512i doubled = _mm512_srav_epi32(away, less_one);
    return _mm512_srai_epi32(_mm512_sub_epi32(doubled, _mm512_set1_epi32(-1)), 1);
}

/// 16 sums of channels from `channel` on, of which `n` exist.
template <class Finish>
MOTE_INLINE void write_vector(const Finish& finish, const ScaleTable<16>& scales, __m512i sums,
                              std::int32_t channel, std::int32_t n, typename Finish::Element* out) noexcept {
    if constexpr (std::is_same_v<Finish, Int8Stage>) {
        if (scales.regular) {
            const __m512i shifted =
                _mm512_add_epi32(scaled(sums, load64(scales.value), load64(scales.less_one)),
                                 _mm512_set1_epi32(finish.zero_point));
            const __m128i bytes = _mm_min_epi8(
                _mm_max_epi8(_mm512_cvtsepi32_epi8(shifted), _mm_set1_epi8(static_cast<char>(finish.low))),
                _mm_set1_epi8(static_cast<char>(finish.high)));
            if (n == 16) return store16(out, bytes);
            return _mm_mask_storeu_epi8(out, static_cast<__mmask16>((1u << n) - 1), bytes);
        }
    }
    std::int32_t all[16];
    _mm512_storeu_si512(all, sums);
    for (std::int32_t i = 0; i < n; ++i) out[i] = finish(all[i], channel + i);
}

} // namespace detail::x86

/// Patches are bytes raised by 128, so without a sign; the weights of up to 32 channels at a time are
/// interleaved, [depth / 4][vectors][16 channels][4].
template <>
struct Kernel<patch_product, isa::x86_avx512_vnni> {
    template <class X, class Weights>
    static constexpr bool available =
        std::is_same_v<X, std::int8_t>&& std::is_same_v<Weights, const std::int8_t*>;

    static constexpr std::int32_t most_positions(std::int32_t depth) noexcept {
        return clamp(49152 / depth, std::int32_t{24}, std::int32_t{120}) / 12 * 12;
    }
    static constexpr std::uint32_t block_bytes(std::int32_t depth, std::int32_t positions) noexcept {
        return detail::x86::PatchRows::bytes((depth + 3) / 4 * 4, positions, (depth + 15) / 16 * 512);
    }

    class Writer {
    public:
        Writer(void* block, std::int32_t, std::int32_t position, std::int32_t offset) noexcept
            : block_(position == 0 ? block : nullptr),
              to_(detail::x86::PatchRows::start(block, position)),
              nothing_(static_cast<unsigned char>(128 - offset)) {}

        // Stores beyond the end are what comes next, or room behind the block.
        void copy(const std::int8_t* from, std::int32_t n) noexcept {
            const __m512i raised = _mm512_set1_epi8(-128);
            for (; n >= 64; n -= 64, from += 64, to_ += 64)
                _mm512_storeu_si512(to_, _mm512_xor_si512(detail::x86::load64(from), raised));
            if (n > 16) {
                _mm512_storeu_si512(to_, _mm512_xor_si512(detail::x86::load64_first(from, n), raised));
            } else {
                const __m128i some = _mm_maskz_loadu_epi8(static_cast<__mmask16>((1u << n) - 1), from);
                detail::x86::store16(to_, _mm_xor_si128(some, _mm512_castsi512_si128(raised)));
            }
            to_ += n;
        }
        void pad(std::int32_t n) noexcept {
            if (n == 0) return;
            for (unsigned char* to = to_; to < to_ + n; to += 64)
                _mm512_storeu_si512(to, _mm512_set1_epi8(static_cast<char>(nothing_)));
            to_ += n;
        }
        void close() noexcept {
            std::memset(to_, 0, 4);
            if (block_ == nullptr) return;
            const auto end = (reinterpret_cast<std::uintptr_t>(to_) + 3) & ~std::uintptr_t{3};
            detail::x86::PatchRows::note_length(block_, reinterpret_cast<const void*>(end));
        }

    private:
        void* block_; // of the first patch
        unsigned char* to_;
        unsigned char nothing_;
    };

    template <class Finish>
    static void run(const PatchBlock& block, const std::int8_t* weights, const std::int32_t* bias,
                    ChannelRange channels, const Finish& finish, typename Finish::Element* out,
                    std::int32_t stride) noexcept {
        const detail::x86::PatchRows rows(block);
        for (std::int32_t c = channels.first; c < channels.end;) {
            const std::int32_t n = minimum(std::int32_t{32}, channels.end - c);
            if (n > 16)
                tile<2>(rows, block, weights, bias, c, n, finish, out + c, stride);
            else
                tile<1>(rows, block, weights, bias, c, n, finish, out + c, stride);
            c += n;
            weights += n * block.depth;
        }
    }

private:
    template <int Vectors, class Finish>
    static void tile(const detail::x86::PatchRows& rows, const PatchBlock& block, const std::int8_t* weights,
                     const std::int32_t* bias, std::int32_t channel, std::int32_t channels,
                     const Finish& finish, typename Finish::Element* out, std::int32_t stride) noexcept {
        Tile<Vectors, Finish> tile{rows, (block.depth + 3) / 4, finish, channel, channels, out, stride, {},
                                   {}};
        for (int v = 0; v < Vectors; ++v) {
            const std::int32_t c = v * 16, n = minimum(std::int32_t{16}, channels - c);
            tile.scales[v].fill(finish, channel + c, channel + c + n, detail::x86::Natural{});
            const __m512i sums =
                pack(weights + c * block.depth, block.depth, n, rows.packed + v * 64, Vectors * 64);
            __m512i start = _mm512_mullo_epi32(sums, _mm512_set1_epi32(block.offset - 128));
            if (bias != nullptr)
                start = _mm512_add_epi32(start, detail::x86::load64_first(bias + channel + c, n * 4));
            tile.start[v] = start;
        }
        std::int32_t p = 0;
        for (; p + 12 <= block.positions; p += 12) tile.run(p, std::make_integer_sequence<int, 12>{});
        for (; p + 4 <= block.positions; p += 4) tile.run(p, std::make_integer_sequence<int, 4>{});
        for (; p < block.positions; ++p) tile.run(p, std::make_integer_sequence<int, 1>{});
    }

    /// Interleaves 16 channels in vectors `step` bytes apart; the sum of each one's weights.
    static __m512i pack(const std::int8_t* weights, std::int32_t depth, std::int32_t channels,
                        unsigned char* to, std::int32_t step) noexcept {
        const __m512i ones = _mm512_set1_epi8(1);
        __m512i sums = _mm512_setzero_si512();
        for (std::int32_t i = 0; i < depth; i += 16, to += 4 * step) {
            const std::int32_t n = minimum(std::int32_t{16}, depth - i);
            const auto mask = static_cast<__mmask16>((1u << n) - 1);
            const auto row = [=](int c) {
                return c < channels ? _mm_maskz_loadu_epi8(mask, weights + c * depth + i)
                                    : _mm_setzero_si128();
            };
            const auto four = [=](int c) {
                const __m256i low = _mm256_inserti128_si256(_mm256_castsi128_si256(row(c)), row(c + 4), 1);
                const __m256i high =
                    _mm256_inserti128_si256(_mm256_castsi128_si256(row(c + 8)), row(c + 12), 1);
                return _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
            };
            const __m512i fours[] = {four(0), four(1), four(2), four(3)};
            const __m512i a = _mm512_unpacklo_epi32(fours[0], fours[1]);
            const __m512i b = _mm512_unpacklo_epi32(fours[2], fours[3]);
            const __m512i c = _mm512_unpackhi_epi32(fours[0], fours[1]);
            const __m512i d = _mm512_unpackhi_epi32(fours[2], fours[3]);
            const __m512i words[] = {_mm512_unpacklo_epi64(a, b), _mm512_unpackhi_epi64(a, b),
                                     _mm512_unpacklo_epi64(c, d), _mm512_unpackhi_epi64(c, d)};
            for (int k = 0; k < 4; ++k) {
                _mm512_storeu_si512(to + k * step, words[k]);
                sums = _mm512_dpbusd_epi32(sums, ones, words[k]);
            }
        }
        return sums;
    }

    template <int Vectors, class Finish>
    struct Tile {
        const detail::x86::PatchRows& rows;
        std::int32_t words;
        const Finish& finish;
        std::int32_t channel, channels;
        typename Finish::Element* out;
        std::int32_t stride;
        detail::x86::ScaleTable<16> scales[Vectors];
        __m512i start[Vectors];

        template <int... P>
        MOTE_INLINE void run(std::int32_t position, std::integer_sequence<int, P...>) const noexcept {
            const std::ptrdiff_t row = rows.length;
            const unsigned char* x = rows.first + position * row;
            const unsigned char* w = rows.packed;
            const __m512i start0 = start[0], start1 = start[Vectors - 1];
            __m512i a[] = {(static_cast<void>(P), start0)...};
            [[maybe_unused]] __m512i b[] = {(static_cast<void>(P), start1)...};
            for (std::int32_t i = words; i > 0; --i, x += 4, w += Vectors * 64) {
                const __m512i w0 = detail::x86::load64(w);
                const __m512i four[] = {_mm512_set1_epi32(detail::x86::load_word(x + P * row))...};
                ((a[P] = _mm512_dpbusd_epi32(a[P], four[P], w0)), ...);
                if constexpr (Vectors == 2) {
                    const __m512i w1 = detail::x86::load64(w + 64);
                    ((b[P] = _mm512_dpbusd_epi32(b[P], four[P], w1)), ...);
                }
            }
            (write(a[P], 0, out + (position + P) * stride), ...);
            if constexpr (Vectors == 2) (write(b[P], 1, out + (position + P) * stride), ...);
        }
        MOTE_INLINE void write(__m512i sums, int vector, typename Finish::Element* to) const noexcept {
            const std::int32_t c = vector * 16;
            detail::x86::write_vector(finish, scales[vector], sums, channel + c,
                                      minimum(std::int32_t{16}, channels - c), to + c);
        }
    };
};

template <>
struct Kernel<conv, isa::x86_avx512_vnni> : detail::x86::RowConv<isa::x86_avx512_vnni> {};

template <>
struct Kernel<detail::x86::tap_tile, isa::x86_avx512_vnni> {
    static constexpr int widest = 32;

    template <int Width>
    static void add_weights(detail::x86::TapTile<Width>& tile, std::int32_t pair, const std::int8_t* a,
                            const std::int8_t* b, std::int32_t offset) noexcept {
        if constexpr (Width < widest) return Narrow::add_weights<Width>(tile, pair, a, b, offset);
        const Pairs w = interleaved(a, b);
        const __m512i offsets = _mm512_set1_epi16(static_cast<std::int16_t>(offset));
        std::int32_t* const start = tile.start;
        _mm512_storeu_si512(tile.weights() + pair * 64, w.low);
        _mm512_storeu_si512(tile.weights() + pair * 64 + 32, w.high);
        _mm512_storeu_si512(start, _mm512_dpwssd_epi32(detail::x86::load64(start), w.low, offsets));
        _mm512_storeu_si512(start + 16,
                            _mm512_dpwssd_epi32(detail::x86::load64(start + 16), w.high, offsets));
    }

    template <int Width, class Finish>
    MOTE_INLINE static void run(const detail::x86::TapTile<Width>& tile, const std::int8_t* const* taps,
                                std::int32_t pairs, std::int32_t channel, const Finish& finish,
                                typename Finish::Element* out) noexcept {
        if constexpr (Width < widest) {
            Narrow::run<Width>(tile, taps, pairs, channel, finish, out);
        } else {
            const std::int16_t* w = tile.weights();
            __m512i low = detail::x86::load64(tile.start), high = detail::x86::load64(tile.start + 16);
            for (std::int32_t i = 0; i < pairs; ++i, w += 64) {
                const Pairs x = interleaved(taps[2 * i] + channel, taps[2 * i + 1] + channel);
                low = _mm512_dpwssd_epi32(low, x.low, detail::x86::load64(w));
                high = _mm512_dpwssd_epi32(high, x.high, detail::x86::load64(w + 32));
            }
            write(finish, tile.scales, low, high, channel, out + channel);
        }
    }

private:
    using Narrow = Kernel<detail::x86::tap_tile, isa::x86_avx2>;

    struct Pairs {
        __m512i low, high;
    };

    MOTE_INLINE static Pairs interleaved(const std::int8_t* a, const std::int8_t* b) noexcept {
        const __m512i x = _mm512_cvtepi8_epi16(detail::x86::load32(a));
        const __m512i y = _mm512_cvtepi8_epi16(detail::x86::load32(b));
        return {_mm512_unpacklo_epi16(x, y), _mm512_unpackhi_epi16(x, y)};
    }

    template <class Finish>
    MOTE_INLINE static void write(const Finish& finish, const detail::x86::ScaleTable<32>& scales,
                                  __m512i low, __m512i high, std::int32_t channel,
                                  typename Finish::Element* out) noexcept {
        using detail::x86::load64;
        if constexpr (std::is_same_v<Finish, detail::x86::Int8Stage>) {
            if (scales.regular) {
                const __m512i words = _mm512_packs_epi32(
                    detail::x86::scaled(low, load64(scales.value), load64(scales.less_one)),
                    detail::x86::scaled(high, load64(scales.value + 16), load64(scales.less_one + 16)));
                const auto zero_point = static_cast<std::int16_t>(finish.zero_point);
                const __m256i bytes =
                    _mm512_cvtsepi16_epi8(_mm512_adds_epi16(words, _mm512_set1_epi16(zero_point)));
                const __m256i least = _mm256_set1_epi8(static_cast<char>(finish.low));
                const __m256i most = _mm256_set1_epi8(static_cast<char>(finish.high));
                return detail::x86::store32(out, _mm256_min_epi8(_mm256_max_epi8(bytes, least), most));
            }
        }
        std::int32_t sums[32];
        _mm512_storeu_si512(sums, low);
        _mm512_storeu_si512(sums + 16, high);
        detail::x86::finish_each<32>(finish, sums, channel, 32, out);
    }
};

template <>
struct Kernel<depthwise, isa::x86_avx512_vnni> : detail::x86::TapConv<isa::x86_avx512_vnni> {};

/// Products of int8, 64 at a time, and of floats, 16 at a time.
template <>
struct Kernel<dot, isa::x86_avx512_vnni> : Kernel<dot, isa::x86_avx2> {
    template <int Rows, class X, class Weights, class Accumulator>
    static void run(const X* x, std::int32_t offset, Weights weights, std::int32_t stride, std::int32_t n,
                    Accumulator* sums) noexcept {
        Kernel<dot, isa::x86_avx2>::run<Rows>(x, offset, weights, stride, n, sums);
    }
    template <int Rows>
    static void run(const std::int8_t* x, std::int32_t offset, const std::int8_t* weights,
                    std::int32_t stride, std::int32_t n, std::int32_t* sums) noexcept {
        bytes(x, offset, weights, stride, n, sums, std::make_integer_sequence<int, Rows>{});
    }
    template <int Rows>
    static void run(const float* x, std::int32_t, const float* weights, std::int32_t stride, std::int32_t n,
                    float* sums) noexcept {
        floats(x, weights, stride, n, sums, std::make_integer_sequence<int, Rows>{});
    }

private:
    template <int... Row>
    MOTE_INLINE static void bytes(const std::int8_t* x, std::int32_t offset, const std::int8_t* weights,
                                  std::int32_t stride, std::int32_t n, std::int32_t* sums,
                                  std::integer_sequence<int, Row...>) noexcept {
        const __m512i raised = _mm512_set1_epi8(-128), ones = _mm512_set1_epi8(1);
        __m512i products[] = {(static_cast<void>(Row), _mm512_setzero_si512())...};
        __m512i plain[] = {(static_cast<void>(Row), _mm512_setzero_si512())...}; // of the weights alone
        for (; n > 0; n -= 64, x += 64, weights += 64) {
            const __m512i a = _mm512_xor_si512(detail::x86::load64_first(x, n), raised);
            const __m512i w[] = {detail::x86::load64_first(weights + Row * stride, n)...};
            ((products[Row] = _mm512_dpbusd_epi32(products[Row], a, w[Row])), ...);
            ((plain[Row] = _mm512_dpbusd_epi32(plain[Row], ones, w[Row])), ...);
        }
        const __m512i rest = _mm512_set1_epi32(offset - 128);
        ((sums[Row] = wrapping_add(sums[Row], _mm512_reduce_add_epi32(_mm512_add_epi32(
                                                  products[Row], _mm512_mullo_epi32(plain[Row], rest))))),
         ...);
    }

    template <int... Row>
    MOTE_INLINE static void floats(const float* x, const float* weights, std::int32_t stride, std::int32_t n,
                                   float* sums, std::integer_sequence<int, Row...>) noexcept {
        __m512 lanes[] = {(static_cast<void>(Row), _mm512_setzero_ps())...};
        for (; n > 0; n -= 16, x += 16, weights += 16) {
            const auto mask = static_cast<__mmask16>(n >= 16 ? 0xFFFF : (1 << n) - 1);
            const __m512 a = _mm512_maskz_loadu_ps(mask, x);
            ((lanes[Row] =
                  _mm512_fmadd_ps(a, _mm512_maskz_loadu_ps(mask, weights + Row * stride), lanes[Row])),
             ...);
        }
        ((sums[Row] += _mm512_reduce_add_ps(lanes[Row])), ...);
    }
};

#endif

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
