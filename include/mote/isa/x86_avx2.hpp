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

/// Lane i of two vectors of N / 2 sums is this one of N channels, so that the instruction that packs the
/// vectors to one of 16-bit elements leaves them in order.
template <int N>
struct Packed {
    constexpr int operator()(int i) const noexcept {
        const int lane = i % (N / 2);
        return lane / 4 * 8 + i / (N / 2) * 4 + lane % 4;
    }
};

/// Lane i is channel i.
struct Natural {
    constexpr int operator()(int i) const noexcept { return i; }
};

/// Multipliers of N lanes in the form that `scaled` takes.
template <int N>
struct ScaleTable {
    std::int32_t value[N];
    std::int32_t less_one[N]; // the shift to the right, minus one
    bool regular;             // all of them have that form

    template <class Finish, class Order>
    MOTE_INLINE void fill(const Finish&, std::int32_t, std::int32_t, Order) noexcept {
        regular = false;
    }
    /// Lane i is channel `first` + order(i), if that is below `end`.
    template <class Order>
    MOTE_INLINE void fill(const Int8Stage& finish, std::int32_t first, std::int32_t end,
                          Order order) noexcept {
        regular = finish.low >= -128 && finish.high <= 127 && finish.zero_point >= -128 &&
                  finish.zero_point <= 127;
        if (first + N <= end && finish.multipliers.per_channel && unpack(finish.multipliers, first, order))
            return;
        for (int i = 0; i < N; ++i) {
            value[i] = less_one[i] = 0;
            const std::int32_t channel = first + order(i);
            if (channel >= end) continue;
            const Multiplier m = finish.multipliers[channel];
            if (m.value == 0) continue;
            if (m.value < 0 || m.shift >= 0 || m.shift < -31) regular = false;
            value[i] = m.value;
            less_one[i] = -m.shift - 1;
        }
    }

private:
    /// What unpack_multiplier does, for eight at a time; false where one of them is not of the usual form.
    template <class Order>
    MOTE_INLINE bool unpack(const ChannelMultipliers& multipliers, std::int32_t first, Order order) noexcept {
        std::int32_t values[N], shifts[N];
        __m256i usual = _mm256_set1_epi32(-1);
        for (int i = 0; i < N; i += 8) {
            const __m256i word = load32(multipliers.packed + first + i);
            const __m256i scale = load32(multipliers.filter_scales + (first + i) * 4);
            const __m256i correction = _mm256_srli_epi32(word, 30), exponent = _mm256_srai_epi32(scale, 23);
            const __m256i base = _mm256_set1_epi32(126 - multipliers.base_exponent); // so -1 - shift
            const __m256i right = _mm256_sub_epi32(base, _mm256_add_epi32(exponent, correction));
            const __m256i mantissa = _mm256_and_si256(word, _mm256_set1_epi32(0x3FFFFFFF));
            store32(values + i, _mm256_or_si256(mantissa, _mm256_set1_epi32(0x40000000)));
            store32(shifts + i, right);
            usual = _mm256_and_si256(usual, within(correction, 0, 2));
            usual = _mm256_and_si256(usual, within(exponent, 1, 254));
            usual = _mm256_and_si256(usual, within(right, 0, 30));
        }
        if (_mm256_movemask_epi8(usual) != -1) return false;
        for (int i = 0; i < N; ++i) {
            value[i] = values[order(i)];
            less_one[i] = shifts[order(i)];
        }
        return true;
    }
    MOTE_INLINE static __m256i within(__m256i x, std::int32_t low, std::int32_t high) noexcept {
        return _mm256_and_si256(_mm256_cmpgt_epi32(x, _mm256_set1_epi32(low - 1)),
                                _mm256_cmpgt_epi32(_mm256_set1_epi32(high + 1), x));
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
        const int c = Packed<N>{}(i);
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
            scales.fill(finish, c, c + n, detail::x86::Packed<16>{});
            alignas(32) std::int32_t start[16] = {};
            if (bias != nullptr)
                for (int i = 0; i < 16; ++i)
                    if (const int from = detail::x86::Packed<16>{}(i); from < n) start[i] = bias[c + from];
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
        for (std::int32_t i = 0; i < depth; i += 16, to += 512) {
            const auto row = [=](int lane) {
                const int c = detail::x86::Packed<16>{}(lane);
                const std::int32_t n = c < channels ? depth - i : 0;
                return _mm256_cvtepi8_epi16(detail::x86::load_first(n > 0 ? weights + c * depth + i : weights, n));
            };
            detail::x86::store_transposed({row(0), row(1), row(2), row(3), row(4), row(5), row(6), row(7)}, to,
                                          64);
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

namespace detail::x86 {

/// PatchConv, but where patches are what lies in memory side by side, a block is copied as one.
template <class Isa>
struct RowConv : PatchConv<Isa> {
    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t filter_c, const X* x, std::int32_t offset, Weights weights,
                    Bias bias, const Finish& finish, typename Finish::Element* out, void* scratch) noexcept {
        if constexpr (Product::template available<X, Weights> && std::is_same_v<Accumulator, std::int32_t>)
            if (is_plain(w, filter_c)) return rows(w, x, offset, weights, bias, finish, out, scratch);
        PatchConv<Isa>::template run<Leaf, Accumulator>(w, filter_c, x, offset, weights, bias, finish, out,
                                                        scratch);
    }

private:
    using Product = Kernel<patch_product, Isa>;

    static bool is_plain(const Window& w, std::int32_t filter_c) noexcept {
        return w.filter_h == 1 && w.filter_w == 1 && w.stride_h == 1 && w.stride_w == 1 && w.pad_h == 0 &&
               w.pad_w == 0 && w.in_h == w.out_h && w.in_w == w.out_w && filter_c == w.in_c &&
               filter_c % 4 == 0;
    }

    template <class Finish>
    static void rows(const Window& w, const std::int8_t* x, std::int32_t offset, const std::int8_t* weights,
                     const std::int32_t* bias, const Finish& finish, typename Finish::Element* out,
                     void* scratch) noexcept {
        const std::int32_t depth = w.in_c;
        std::int32_t count = Product::most_positions(depth);
        for (std::int32_t left = w.batches * w.out_h * w.out_w; left > 0; left -= count) {
            count = minimum(count, left);
            typename Product::Writer writer(scratch, count, 0, offset);
            writer.copy(x, depth);
            writer.close();
            writer.copy(x + depth, (count - 1) * depth);
            Product::run(PatchBlock{scratch, count, depth, offset}, weights, bias,
                         ChannelRange{0, w.out_c}, finish, out, w.out_c);
            x += count * depth;
            out += count * w.out_c;
        }
    }
};

} // namespace detail::x86

template <>
struct Kernel<conv, isa::x86_avx2> : detail::x86::RowConv<isa::x86_avx2> {};

namespace detail::x86 {

/// A tile of a depthwise convolution: its channels' multipliers, what their sums start from, and, behind it,
/// the weights of one pair of taps after the other, interleaved and widened. Width 8 has 16 lanes, too.
template <int Width>
struct alignas(64) TapTile {
    static constexpr int lanes = Width < 16 ? 16 : Width;

    ScaleTable<lanes> scales;
    std::int32_t start[lanes];

    std::int16_t* weights() noexcept { return reinterpret_cast<std::int16_t*>(this + 1); }
    const std::int16_t* weights() const noexcept { return reinterpret_cast<const std::int16_t*>(this + 1); }
    static constexpr std::uint32_t bytes(std::int32_t pairs) noexcept {
        return whole_lines(static_cast<std::int32_t>(sizeof(TapTile)) + pairs * lanes * 4);
    }
};

/// One tile of channels at one position:
///
///     static constexpr int widest;  // tile to prefer; 16 and 8 are there, too
///     template <int Width> static void add_weights(TapTile<Width>&, pair, const int8_t* a, const int8_t* b,
///                                                  offset);
///     template <int Width, class Finish>
///     static void run(const TapTile<Width>&, const int8_t* const* taps, pairs, channel, finish, out);
struct tap_tile;

} // namespace detail::x86

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

namespace detail::x86 {

/// Depthwise convolution by tiles of taps. Taps outside the input read a row of zero points, so that all
/// positions are alike and the offset's part is constant. Where channels are few, neighbouring positions
/// share a tile; one input channel makes an ordinary convolution.
template <class Isa>
struct TapConv {
    template <class X, class Weights>
    static constexpr std::uint32_t scratch_bytes(const Window& w, std::int32_t multiplier) noexcept {
        if constexpr (available<X, Weights>) {
            if (is_conv(w))
                return whole_lines(w.filter_h * w.filter_w * w.out_c) +
                       Kernel<conv, Isa>::template scratch_bytes<X, Weights>(w, 1);
            if (multiplier == 1 && w.in_c >= 8) {
                const Plan plan(w);
                if (w.in_c >= widest) return plan.template bytes<widest>(w);
                return w.in_c >= 16 ? plan.template bytes<16>(w) : plan.template bytes<8>(w);
            }
        }
        return 0;
    }

    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t multiplier, const X* x, std::int32_t offset,
                    Weights weights, Bias bias, const Finish& finish, typename Finish::Element* out,
                    void* scratch) noexcept {
        if constexpr (available<X, Weights> && std::is_same_v<Accumulator, std::int32_t>) {
            if (is_conv(w)) return as_conv<Leaf>(w, x, offset, weights, bias, finish, out, scratch);
            if (multiplier == 1 && w.in_c >= 8) {
                const Run<Finish> run{w, Plan(w), x, offset, weights, bias, finish, out};
                if (w.in_c >= widest) return run.template all<widest>(cache_line(scratch));
                if (w.in_c >= 16) return run.template all<16>(cache_line(scratch));
                return run.template all<8>(cache_line(scratch));
            }
        }
        Kernel<depthwise, isa::scalar>::run<Leaf, Accumulator>(w, multiplier, x, offset, weights, bias,
                                                               finish, out, scratch);
    }

private:
    using Tile = Kernel<tap_tile, Isa>;
    static constexpr int widest = Tile::widest;

    template <class X, class Weights>
    static constexpr bool available =
        std::is_same_v<X, std::int8_t>&& std::is_same_v<Weights, const std::int8_t*>;

    static constexpr bool is_conv(const Window& w) noexcept { return w.in_c == 1 && w.out_c >= 4; }

    template <class Leaf, class Finish>
    static void as_conv(const Window& w, const std::int8_t* x, std::int32_t offset,
                        const std::int8_t* weights, const std::int32_t* bias, const Finish& finish,
                        typename Finish::Element* out, void* scratch) noexcept {
        const std::int32_t taps = w.filter_h * w.filter_w;
        auto* const filters = static_cast<std::int8_t*>(scratch);
        for (std::int32_t tap = 0; tap < taps; ++tap)
            for (std::int32_t c = 0; c < w.out_c; ++c) filters[c * taps + tap] = *weights++;
        Kernel<conv, Isa>::template run<Leaf, std::int32_t>(
            w, 1, x, offset, static_cast<const std::int8_t*>(filters), bias, finish, out,
            static_cast<unsigned char*>(scratch) + whole_lines(taps * w.out_c));
    }

    /// What is where in the scratch memory, and where the columns are whose taps are all inside.
    struct Plan {
        std::int32_t taps, pairs;
        std::uint32_t steps, outside, tiles; // after the taps' addresses
        std::int32_t first, end;

        constexpr explicit Plan(const Window& w) noexcept
            : taps(w.filter_h * w.filter_w),
              pairs((taps + 1) / 2),
              steps(whole_lines(pairs * 2 * static_cast<std::int32_t>(sizeof(void*)))),
              outside(2 * steps),
              tiles(outside + whole_lines(maximum(std::int32_t{w.in_c}, std::int32_t{64}))),
              first(minimum(ceil_div(std::int32_t{w.pad_w}, std::int32_t{w.stride_w}), std::int32_t{w.out_w})),
              end(first) {
            const std::int32_t room = w.in_w + w.pad_w - (w.filter_w - 1) * w.dilation_w;
            if (room > 0) end = minimum(ceil_div(room, std::int32_t{w.stride_w}), std::int32_t{w.out_w});
            end = maximum(first, end);
        }
        template <int Width>
        constexpr std::uint32_t bytes(const Window& w) const noexcept {
            const auto count = static_cast<std::uint32_t>(ceil_div(std::int32_t{w.in_c}, std::int32_t{Width}));
            return 64 + tiles + count * TapTile<Width>::bytes(pairs) + TapTile<widest>::bytes(pairs);
        }
    };

    template <class Finish>
    struct Run {
        const Window& w;
        Plan plan;
        const std::int8_t* x;
        std::int32_t offset;
        const std::int8_t* weights;
        const std::int32_t* bias;
        const Finish& finish;
        typename Finish::Element* out;

        template <int Width>
        void all(unsigned char* scratch) const noexcept {
            const Row<Width> row = prepare<Width>(scratch);
            const std::int8_t* image = x;
            typename Finish::Element* to = out;
            for (std::int32_t b = 0; b < w.batches; ++b, image += w.in_image())
                for (std::int32_t y = 0; y < w.out_h; ++y) {
                    for (std::int32_t column = 0; column < plan.first; ++column, to += w.out_c)
                        find(row, image, y, column), position(row, to);
                    if (plan.first < plan.end) {
                        find(row, image, y, plan.first);
                        to = inner(row, to);
                    }
                    for (std::int32_t column = plan.end; column < w.out_w; ++column, to += w.out_c)
                        find(row, image, y, column), position(row, to);
                }
        }

        /// The places in scratch memory.
        template <int Width>
        struct Row {
            const std::int8_t** taps;
            std::ptrdiff_t* steps;
            std::int8_t* outside;
            unsigned char* tiles;
            TapTile<widest>* shared; // for `neighbours` positions side by side, if that is above 1
            std::int32_t neighbours;

            const TapTile<Width>& tile(std::int32_t i, std::int32_t pairs) const noexcept {
                const auto at = static_cast<std::uint32_t>(i) * TapTile<Width>::bytes(pairs);
                return *reinterpret_cast<const TapTile<Width>*>(tiles + at);
            }
        };

        template <int Width>
        Row<Width> prepare(unsigned char* scratch) const noexcept {
            Row<Width> row{reinterpret_cast<const std::int8_t**>(scratch),
                           reinterpret_cast<std::ptrdiff_t*>(scratch + plan.steps),
                           reinterpret_cast<std::int8_t*>(scratch + plan.outside),
                           scratch + plan.tiles,
                           nullptr,
                           1};
            std::memset(row.outside, static_cast<int>(-offset), plan.tiles - plan.outside);
            unsigned char* at = row.tiles;
            for (std::int32_t done = 0; done < w.in_c; done += Width, at += TapTile<Width>::bytes(plan.pairs))
                fill(*new (at) TapTile<Width>, start_of<Width>(done), Width);
            if (w.in_c < widest && widest % w.in_c == 0 && w.stride_w == 1) {
                row.shared = new (at) TapTile<widest>;
                fill(*row.shared, 0, w.in_c);
                if (row.shared->scales.regular) row.neighbours = widest / w.in_c;
            }
            return row;
        }
        /// The last tile ends where the channels do.
        template <int Width>
        std::int32_t start_of(std::int32_t channel) const noexcept {
            return minimum(channel, w.in_c - Width);
        }

        /// For channels from `channel` on, `period` of them over and over.
        template <int Width>
        void fill(TapTile<Width>& tile, std::int32_t channel, std::int32_t period) const noexcept {
            constexpr int lanes = TapTile<Width>::lanes;
            const auto order = [period](int i) { return Packed<lanes>{}(i) % period; };
            const std::int32_t width = Width;
            tile.scales.fill(finish, channel, w.in_c, order);
            for (int i = 0; i < lanes; ++i)
                tile.start[i] = bias == nullptr || Packed<lanes>{}(i) >= width ? 0 : bias[channel + order(i)];
            for (std::int32_t pair = 0; pair < plan.pairs; ++pair) {
                std::int8_t two[2][Width] = {};
                for (std::int32_t k = 0; k < 2 && 2 * pair + k < plan.taps; ++k)
                    for (std::int32_t i = 0; i < width; i += period)
                        std::memcpy(two[k] + i, weights + (2 * pair + k) * w.in_c + channel,
                                    static_cast<std::size_t>(period));
                Tile::template add_weights<Width>(tile, pair, two[0], two[1], offset);
            }
        }

        /// Finds the taps of a position, and how far they move from one column to the next.
        template <int Width>
        void find(const Row<Width>& row, const std::int8_t* image, std::int32_t y,
                  std::int32_t column) const noexcept {
            std::int32_t i = 0;
            std::int32_t in_y = y * w.stride_h - w.pad_h;
            for (std::int32_t fy = 0; fy < w.filter_h; ++fy, in_y += w.dilation_h) {
                std::int32_t in_x = column * w.stride_w - w.pad_w;
                for (std::int32_t fx = 0; fx < w.filter_w; ++fx, in_x += w.dilation_w, ++i) {
                    const bool inside = in_y >= 0 && in_y < w.in_h && in_x >= 0 && in_x < w.in_w;
                    row.taps[i] = inside ? image + (in_y * w.in_w + in_x) * w.in_c : row.outside;
                    row.steps[i] = inside ? w.stride_w * w.in_c : 0;
                }
            }
            if (i == plan.pairs * 2) return;
            row.taps[i] = row.outside;
            row.steps[i] = 0;
        }

        template <int Width>
        MOTE_INLINE void position(const Row<Width>& row, typename Finish::Element* to) const noexcept {
            for (std::int32_t i = 0, done = 0; done < w.in_c; ++i, done += Width)
                Tile::template run<Width>(row.tile(i, plan.pairs), row.taps, plan.pairs, start_of<Width>(done),
                                          finish, to);
        }
        /// All columns inside.
        template <int Width>
        typename Finish::Element* inner(const Row<Width>& row, typename Finish::Element* to) const noexcept {
            std::int32_t left = plan.end - plan.first;
            for (const std::int32_t n = row.neighbours; n > 1 && left >= n; left -= n, to += n * w.out_c) {
                Tile::template run<widest>(*row.shared, row.taps, plan.pairs, 0, finish, to);
                advance(row, n);
            }
            for (; left > 0; --left, to += w.out_c) {
                position(row, to);
                advance(row, 1);
            }
            return to;
        }
        template <int Width>
        MOTE_INLINE void advance(const Row<Width>& row, std::int32_t columns) const noexcept {
            for (std::int32_t i = 0; i < plan.pairs * 2; ++i) row.taps[i] += row.steps[i] * columns;
        }
    };
};

} // namespace detail::x86

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
            ((lanes[Row] = _mm256_add_epi32(
                  lanes[Row], _mm256_madd_epi16(shifted, words(weights + Row * stride + i)))),
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
        const bool fits = sum.low >= -128 && sum.high <= 127 && sum.zero_point >= -128 && sum.zero_point <= 127;
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
            return scale_(_mm256_add_epi32(_mm256_mullo_epi32(_mm256_sub_epi32(x, x_zero_), x_factor_),
                                           scaled_y));
        }

    private:
        __m256i x_zero_, y_zero_, x_factor_, y_sign_;
        detail::x86::SmallScale scale_y_, scale_;
    };
};

} // namespace mote

#endif

#endif
