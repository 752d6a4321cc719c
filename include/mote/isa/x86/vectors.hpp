// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_X86_VECTORS_HPP
#define MOTE_ISA_X86_VECTORS_HPP

#include "../../core/numerics.hpp"
#include "../../kernels/arithmetic.hpp"
#include "../../kernels/requantize.hpp"

#include <cstddef>
#include <cstring>
#include <type_traits>

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

namespace mote::detail::x86 {

// All helpers are inlined by force: a linker that sees them compiled with different flags keeps any.

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
    const __m256i odd =
        _mm256_add_epi64(_mm256_mul_epi32(_mm256_srli_epi64(x, 32), _mm256_srli_epi64(value, 32)), half);
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
    const __m256i words =
        _mm256_adds_epi16(_mm256_packs_epi32(a, b), _mm256_set1_epi16(static_cast<std::int16_t>(zero_point)));
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
            const __m128i bytes = narrowed(scaled(a, load32(scales.value), load32(scales.less_one)),
                                           scaled(b, load32(scales.value + 8), load32(scales.less_one + 8)),
                                           finish.zero_point, finish.low, finish.high);
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

} // namespace mote::detail::x86

#endif

#endif
