// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_X86_AVX2_HPP
#define MOTE_ISA_X86_AVX2_HPP

#include "../core/numerics.hpp"
#include "../kernels/arithmetic.hpp"
#include "../kernels/depthwise.hpp"
#include "../kernels/dot.hpp"
#include "../kernels/pairwise.hpp"
#include "../kernels/patch_conv.hpp"
#include "../kernels/requantize.hpp"

#include <cstddef>
#include <cstring>
#include <new>
#include <utility>

namespace mote {

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

} // namespace mote

#if defined(__AVX2__) && defined(__FMA__)

// GCC 12 takes its own "any value" in these headers for a mistake.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <immintrin.h>
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

namespace mote {

// All helpers are inlined by force: a linker that sees them compiled with different flags keeps any.
namespace detail::x86 {

using Int8Stage = Requantizer<numerics::reference, std::int8_t>;

template <class T>
MOTE_INLINE __m128i load16(const T* from) noexcept {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
}
template <class T>
MOTE_INLINE __m256i load32(const T* from) noexcept {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}
template <class T>
MOTE_INLINE void store16(T* to, __m128i x) noexcept {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), x);
}
template <class T>
MOTE_INLINE void store32(T* to, __m256i x) noexcept {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), x);
}

/// The first `n` of 16 bytes, zeros after them; n may be negative.
MOTE_INLINE __m128i load_first(const std::int8_t* from, std::int32_t n) noexcept {
    if (n >= 16) return load16(from);
    std::int8_t bytes[16] = {};
    if (n > 0) std::memcpy(bytes, from, static_cast<std::size_t>(n));
    return load16(bytes);
}

/// Four bytes as they are in memory.
MOTE_INLINE std::int32_t load_word(const void* from) noexcept {
    std::int32_t word;
    std::memcpy(&word, from, sizeof word);
    return word;
}

MOTE_INLINE unsigned char* cache_line(const void* scratch) noexcept {
    const auto address = reinterpret_cast<std::uintptr_t>(scratch);
    return reinterpret_cast<unsigned char*>((address + 63) & ~std::uintptr_t{63});
}

constexpr std::uint32_t whole_lines(std::int32_t bytes) noexcept {
    return align_up(static_cast<std::uint32_t>(bytes), std::uint32_t{64});
}

/// Where lane i of two vectors of N / 2 sums comes from among N channels, so that the instruction that packs
/// the vectors to one of 16-bit elements leaves them in order.
template <int N>
constexpr int packed_order(int i) noexcept {
    const int lane = i % (N / 2);
    return lane / 4 * 8 + i / (N / 2) * 4 + lane % 4;
}

/// Multipliers of N channels from `channel` on, lane i being Order(i)'s, in the form that `scaled` takes.
template <int N>
struct ScaleTable {
    std::int32_t value[N];
    std::int32_t less_one[N]; // the shift to the right, minus one
    bool regular;             // all of them have that form

    template <class Finish>
    void fill(const Finish&, std::int32_t, std::int32_t, int (*)(int)) noexcept {
        regular = false;
    }
    /// `n` of the channels exist.
    void fill(const Int8Stage& finish, std::int32_t channel, std::int32_t n, int (*order)(int)) noexcept {
        regular = finish.low >= -128 && finish.high <= 127 && finish.zero_point >= -128 &&
                  finish.zero_point <= 127;
        for (int i = 0; i < N; ++i) {
            value[i] = less_one[i] = 0;
            if (order(i) >= n) continue;
            const Multiplier m = finish.multipliers[channel + order(i)];
            if (m.value == 0) continue;
            if (m.value < 0 || m.shift >= 0 || m.shift < -31) regular = false;
            value[i] = m.value;
            less_one[i] = -m.shift - 1;
        }
    }
};

/// x * value / 2^31, halves up; value >= 0.
MOTE_INLINE __m256i high_product(__m256i x, __m256i value) noexcept {
    const __m256i half = _mm256_set1_epi64x(std::int64_t{1} << 30);
    const __m256i even = _mm256_add_epi64(_mm256_mul_epi32(x, value), half);
    const __m256i odd = _mm256_add_epi64(
        _mm256_mul_epi32(_mm256_srli_epi64(x, 32), _mm256_srli_epi64(value, 32)), half);
    return _mm256_blend_epi32(_mm256_srli_epi64(even, 31), _mm256_slli_epi64(odd, 1), 0xAA);
}

/// TFLM's two roundings for shifts to the right of at least one. A negative number less one makes halves go
/// away from zero.
MOTE_INLINE __m256i scaled(__m256i x, __m256i value, __m256i less_one) noexcept {
    const __m256i product = high_product(x, value);
    const __m256i away = _mm256_add_epi32(product, _mm256_srai_epi32(product, 31));
    const __m256i doubled = _mm256_srav_epi32(away, less_one);
    return _mm256_srai_epi32(_mm256_sub_epi32(doubled, _mm256_set1_epi32(-1)), 1);
}

/// The same for one multiplier with any shift to the right.
class SmallScale {
public:
    explicit SmallScale(SmallMultiplier m) noexcept
        : value_(_mm256_set1_epi32(m.get().value)),
          away_(_mm256_set1_epi32(m.get().shift != 0 ? -1 : 0)),
          half_(_mm256_set1_epi32(m.get().shift != 0 ? 1 : 0)),
          right_(_mm_cvtsi32_si128(-m.get().shift)),
          less_one_(_mm_cvtsi32_si128(m.get().shift != 0 ? -m.get().shift - 1 : 0)) {}

    MOTE_INLINE __m256i operator()(__m256i x) const noexcept {
        const __m256i product = high_product(x, value_);
        const __m256i away =
            _mm256_add_epi32(product, _mm256_and_si256(_mm256_srai_epi32(product, 31), away_));
        return _mm256_add_epi32(_mm256_sra_epi32(away, right_),
                                _mm256_and_si256(_mm256_sra_epi32(away, less_one_), half_));
    }

private:
    __m256i value_, away_, half_;
    __m128i right_, less_one_;
};

/// 16 elements within int8 from numbers of 32 bits in packed order.
MOTE_INLINE __m128i narrowed(__m256i a, __m256i b, std::int32_t zero_point, std::int32_t low,
                             std::int32_t high) noexcept {
    const __m256i words = _mm256_adds_epi16(_mm256_packs_epi32(a, b),
                                            _mm256_set1_epi16(static_cast<std::int16_t>(zero_point)));
    const __m256i bytes = _mm256_permute4x64_epi64(_mm256_packs_epi16(words, words), 0x08);
    const __m128i low8 = _mm_set1_epi8(static_cast<char>(low));
    const __m128i high8 = _mm_set1_epi8(static_cast<char>(high));
    return _mm_min_epi8(_mm_max_epi8(_mm256_castsi256_si128(bytes), low8), high8);
}

/// N sums of channels from `channel` on, in packed order, of which `n` exist; one by one.
template <int N, class Finish>
inline void finish_each(const Finish& finish, const std::int32_t* sums, std::int32_t channel, std::int32_t n,
                        typename Finish::Element* out) noexcept {
    for (int i = 0; i < N; ++i) {
        const int c = packed_order<N>(i);
        if (c < n) out[c] = finish(sums[i], channel + c);
    }
}

template <class Finish>
MOTE_INLINE void write_tile(const Finish& finish, const ScaleTable<16>& scales, __m256i a, __m256i b,
                            std::int32_t channel, std::int32_t n, typename Finish::Element* out) noexcept {
    if constexpr (std::is_same_v<Finish, Int8Stage>) {
        if (scales.regular) {
            const __m128i bytes =
                narrowed(scaled(a, load32(scales.value), load32(scales.less_one)),
                         scaled(b, load32(scales.value + 8), load32(scales.less_one + 8)), finish.zero_point,
                         finish.low, finish.high);
            if (n == 16) return store16(out, bytes);
            std::int8_t all[16];
            store16(all, bytes);
            std::memcpy(out, all, static_cast<std::size_t>(n));
            return;
        }
    }
    std::int32_t sums[16];
    store32(sums, a);
    store32(sums + 8, b);
    finish_each<16>(finish, sums, channel, n, out);
}

/// Columns of a matrix of 8 x 8 words as rows.
MOTE_INLINE void transpose(__m256i (&r)[8]) noexcept {
    __m256i pairs[8], fours[8];
    for (int i = 0; i < 8; i += 2) {
        pairs[i] = _mm256_unpacklo_epi32(r[i], r[i + 1]);
        pairs[i + 1] = _mm256_unpackhi_epi32(r[i], r[i + 1]);
    }
    for (int i = 0; i < 8; i += 4)
        for (int k = 0; k < 2; ++k) {
            fours[i + 2 * k] = _mm256_unpacklo_epi64(pairs[i + k], pairs[i + k + 2]);
            fours[i + 2 * k + 1] = _mm256_unpackhi_epi64(pairs[i + k], pairs[i + k + 2]);
        }
    for (int i = 0; i < 4; ++i) {
        r[i] = _mm256_permute2x128_si256(fours[i], fours[i + 4], 0x20);
        r[i + 4] = _mm256_permute2x128_si256(fours[i], fours[i + 4], 0x31);
    }
}

/// A block of patches, each a row of its own: a header of 64 bytes with the rows' length in bytes, the rows,
/// room to write beyond the last one, and room for the packed weights of a tile of channels.
struct PatchRows {
    unsigned char* first;
    std::ptrdiff_t length;
    unsigned char* packed;

    explicit PatchRows(const PatchBlock& block) noexcept {
        unsigned char* const header = cache_line(block.data);
        first = header + 64;
        length = load_word(header);
        packed = first + whole_lines(static_cast<std::int32_t>(length) * block.positions + 64);
    }
    static constexpr std::uint32_t bytes(std::int32_t row, std::int32_t positions,
                                         std::int32_t packed) noexcept {
        return 128 + whole_lines(row * positions + 64) + whole_lines(packed);
    }
    /// Where row `position` starts; those before have been written.
    static unsigned char* start(const void* block, std::int32_t position) noexcept {
        unsigned char* const header = cache_line(block);
        return header + 64 + (position == 0 ? 0 : position * load_word(header));
    }
    /// Row 0 says how long all are.
    static void note_length(const void* block, const void* end) noexcept {
        unsigned char* const header = cache_line(block);
        const auto bytes = static_cast<std::int32_t>(static_cast<const unsigned char*>(end) - header - 64);
        std::memcpy(header, &bytes, sizeof bytes);
    }
};

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
            scales.fill(finish, c, n, detail::x86::packed_order<16>);
            alignas(32) std::int32_t start[16] = {};
            if (bias != nullptr)
                for (int i = 0; i < 16; ++i)
                    if (const int from = detail::x86::packed_order<16>(i); from < n) start[i] = bias[c + from];
            const Tile<Finish> tile{rows, (block.depth + 1) / 2, start, finish, scales, c, n, out + c, stride};
            std::int32_t p = 0;
            for (; p + 4 <= block.positions; p += 4) tile.run(p, std::make_integer_sequence<int, 4>{});
            for (; p < block.positions; ++p) tile.run(p, std::make_integer_sequence<int, 1>{});
        }
    }

private:
    /// Eight channels are the rows of a matrix whose words are pairs of elements.
    static void pack(const std::int8_t* weights, std::int32_t depth, std::int32_t channels,
                     unsigned char* to) noexcept {
        for (std::int32_t i = 0; i < depth; i += 16, to += 512)
            for (int vector = 0; vector < 2; ++vector) {
                __m256i rows[8];
                for (int lane = 0; lane < 8; ++lane) {
                    const int c = detail::x86::packed_order<16>(vector * 8 + lane);
                    rows[lane] = c < channels ? _mm256_cvtepi8_epi16(detail::x86::load_first(
                                                    weights + c * depth + i, depth - i))
                                              : _mm256_setzero_si256();
                }
                detail::x86::transpose(rows);
                for (int k = 0; k < 8; ++k) detail::x86::store32(to + k * 64 + vector * 32, rows[k]);
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
struct Kernel<conv, isa::x86_avx2> : PatchConv<isa::x86_avx2> {};

} // namespace mote

#endif

#endif
