// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_MVE_CHANNELS_HPP
#define MOTE_ISA_MVE_CHANNELS_HPP

#include "../core/numerics.hpp"
#include "../kernels/requantize.hpp"
#include "mve_vectors.hpp"

#if defined(__ARM_FEATURE_MVE) && defined(__OPTIMIZE__)

namespace mote::detail::mve {

using Int8Stage = Requantizer<numerics::reference, std::int8_t>;

/// multipliers[first + i] for i < n; four of them at once if they are of the usual kind.
MOTE_NOINLINE inline void unpack(const ChannelMultipliers& multipliers, std::int32_t first, std::int32_t n,
                                 Multiplier* to) noexcept {
    if (n == 4) {
        const auto word = vldrwq_u32(multipliers.packed + first);
        const auto scale = vreinterpretq_u32_u8(vldrbq_u8(multipliers.filter_scales + 4 * first));
        const auto from_least = vsubq_n_u32(scale, 0x00800000u);
        if (vmaxvq_u32(0, word) < 0xC0000000u && vmaxvq_u32(0, from_least) < 0x7F000000u) {
            int32x4x2_t both;
            both.val[0] = vreinterpretq_s32_u32(vorrq_n_u32(vbicq_n_u32(word, 0xC0000000u), 0x40000000u));
            both.val[1] = vreinterpretq_s32_u32(
                vaddq_n_u32(vaddq_u32(vshrq_n_u32(scale, 23), vshrq_n_u32(word, 30)),
                            static_cast<std::uint32_t>(multipliers.base_exponent - 127)));
            return vst2q_s32(&to->value, both);
        }
    }
    for (std::int32_t i = 0; i < n; ++i) to[i] = multipliers[first + i];
}

/// The multipliers of up to four neighbouring channels; output stages of other kinds read theirs by
/// themselves.
template <class Finish>
class FourMultipliers {
public:
    explicit FourMultipliers(const Finish&) noexcept {}
    void load(std::int32_t, std::int32_t) noexcept {}
    Multiplier operator[](std::int32_t) const noexcept { return {}; }
};

template <>
class FourMultipliers<Int8Stage> {
public:
    explicit FourMultipliers(const Int8Stage& finish) noexcept : from_(finish.multipliers) {
        if (from_.per_channel) return;
        for (Multiplier& m : four_) m = from_[0];
    }
    MOTE_INLINE void load(std::int32_t channel, std::int32_t n) noexcept {
        if (from_.per_channel) unpack(from_, channel, n, four_);
    }
    MOTE_INLINE Multiplier operator[](std::int32_t i) const noexcept { return four_[i]; }

private:
    const ChannelMultipliers& from_;
    Multiplier four_[4];
};

/// Stores the outputs of one channel, `stride` elements apart, up to four at a time. Copies of it would not
/// be kept in registers.
template <class Finish>
class ChannelOutput {
public:
    ChannelOutput(const Finish& finish, std::int32_t stride) noexcept : finish_(finish), stride_(stride) {}

    void open(std::int32_t channel, Multiplier) noexcept { channel_ = channel; }
    void store(int32x4_t sums, std::int32_t n, typename Finish::Element* out) const noexcept {
        std::int32_t each[4];
        vst1q_s32(each, sums);
        for (std::int32_t i = 0; i < n && i < 4; ++i, out += stride_) *out = finish_(each[i], channel_);
    }

private:
    Finish finish_;
    std::int32_t stride_;
    std::int32_t channel_ = 0;
};

template <>
class ChannelOutput<Int8Stage> {
public:
    MOTE_INLINE ChannelOutput(const Int8Stage& finish, std::int32_t stride) noexcept
        : scale_(Multiplier{}),
          zero_point_(finish.zero_point),
          low_(vdupq_n_s32(finish.low)),
          high_(vdupq_n_s32(finish.high)),
          offsets_(multiples_of(stride)) {}

    MOTE_INLINE void open(std::int32_t, Multiplier multiplier) noexcept { scale_ = Scale(multiplier); }
    MOTE_INLINE void store(int32x4_t sums, std::int32_t n, std::int8_t* out) const noexcept {
        const int32x4_t x = vaddq_n_s32(scaled(sums, scale_), zero_point_);
        scatter_first(out, offsets_, vminq_s32(vmaxq_s32(x, low_), high_), n);
    }

private:
    Scale scale_;
    std::int32_t zero_point_;
    int32x4_t low_, high_;
    uint32x4_t offsets_;
};

/// A filter of at most `Vectors` times 16 weights, zeros after them.
template <int Vectors>
struct ShortFilter {
    MOTE_INLINE ShortFilter(const std::int8_t* weights, std::int32_t n) noexcept
        : a(load_first(weights, n)),
          b(Vectors > 1 ? load_first(weights + 16, n - 16) : a),
          c(Vectors > 2 ? load_first(weights + 32, n - 32) : a) {}

    MOTE_INLINE std::int32_t total() const noexcept {
        std::int32_t sum = vaddvq_s8(a);
        if (Vectors > 1) sum = vaddvaq_s8(sum, b);
        if (Vectors > 2) sum = vaddvaq_s8(sum, c);
        return sum;
    }
    MOTE_INLINE std::int32_t times(const std::int8_t* x) const noexcept {
        std::int32_t sum = vmladavq_s8(a, vldrbq_s8(x));
        if (Vectors > 1) sum = vmladavaq_s8(sum, b, vldrbq_s8(x + 16));
        if (Vectors > 2) sum = vmladavaq_s8(sum, c, vldrbq_s8(x + 32));
        return sum;
    }

    int8x16_t a, b, c;
};

/// A filter of exactly `Vectors` times 16 weights, which stays in memory.
template <int Vectors>
struct FullFilter {
    MOTE_INLINE FullFilter(const std::int8_t* weights, std::int32_t) noexcept : at(weights) {}

    std::int32_t total() const noexcept {
        std::int32_t sum = 0;
        for (int i = 0; i < Vectors; ++i) sum = vaddvaq_s8(sum, vldrbq_s8(at + 16 * i));
        return sum;
    }

    const std::int8_t* at;
};

/// Patches as long as their filter's vectors, one after the other.
struct DensePatches {
    const std::int8_t* x;

    template <int Vectors>
    MOTE_INLINE int32x4_t next(const ShortFilter<Vectors>& filter) noexcept {
        constexpr std::int32_t step = 16 * Vectors;
        const std::int32_t a = filter.times(x), b = filter.times(x += step);
        const std::int32_t c = filter.times(x += step), d = filter.times(x += step);
        x += step;
        return vector_of(a, b, c, d);
    }

    template <int Vectors>
    MOTE_INLINE int32x4_t next(const FullFilter<Vectors>& filter) noexcept {
        static_assert(Vectors == 4 || Vectors == 8);
        constexpr std::int32_t step = 16 * Vectors;
        std::int32_t a, b, c, d;
        int8x16_t by, even, odd;
        const std::int8_t *xb = x + step, *xc = xb + step, *xd = xc + step;
#define MOTE_MVE_VECTOR(at, accumulating)                                                                    \
    "vldrb.8 %q[by], [%[w], #" at "]\n\t"                                                                    \
    "vldrb.8 %q[even], [%[xa], #" at "]\n\t"                                                                 \
    "vmladav" accumulating ".s8 %[a], %q[by], %q[even]\n\t"                                                  \
    "vldrb.8 %q[odd], [%[xb], #" at "]\n\t"                                                                  \
    "vmladav" accumulating ".s8 %[b], %q[by], %q[odd]\n\t"                                                   \
    "vldrb.8 %q[even], [%[xc], #" at "]\n\t"                                                                 \
    "vmladav" accumulating ".s8 %[c], %q[by], %q[even]\n\t"                                                  \
    "vldrb.8 %q[odd], [%[xd], #" at "]\n\t"                                                                  \
    "vmladav" accumulating ".s8 %[d], %q[by], %q[odd]\n\t"
#define MOTE_MVE_FOUR                                                                                        \
    MOTE_MVE_VECTOR("0", "") MOTE_MVE_VECTOR("16", "a") MOTE_MVE_VECTOR("32", "a") MOTE_MVE_VECTOR("48", "a")
#define MOTE_MVE_MORE                                                                                        \
    MOTE_MVE_VECTOR("64", "a")                                                                               \
    MOTE_MVE_VECTOR("80", "a") MOTE_MVE_VECTOR("96", "a") MOTE_MVE_VECTOR("112", "a")
#define MOTE_MVE_ALL(text)                                                                                   \
    asm volatile(text                                                                                        \
                 : [a] "=&Te"(a), [b] "=&Te"(b), [c] "=&Te"(c), [d] "=&Te"(d), [by] "=&w"(by),               \
                   [even] "=&w"(even), [odd] "=&w"(odd)                                                      \
                 : [xa] "r"(x), [xb] "r"(xb), [xc] "r"(xc), [xd] "r"(xd), [w] "r"(filter.at)                 \
                 : "memory")
        if constexpr (Vectors == 4)
            MOTE_MVE_ALL(MOTE_MVE_FOUR);
        else
            MOTE_MVE_ALL(MOTE_MVE_FOUR MOTE_MVE_MORE);
#undef MOTE_MVE_ALL
#undef MOTE_MVE_MORE
#undef MOTE_MVE_FOUR
#undef MOTE_MVE_VECTOR
        x = xd + step;
        return vector_of(a, b, c, d);
    }
};

/// Patches anywhere from `x` on; the number of starts is rounded up to a multiple of four.
struct ListedPatches {
    const std::int8_t* x;
    const std::uint32_t* starts;

    MOTE_INLINE int32x4_t next(const ShortFilter<1>& filter) noexcept {
        std::int32_t a, b, c, d;
        int8x16_t even, odd;
        asm volatile("ldrd %[a], %[b], [%[starts]], #8\n\t"
                     "ldrd %[c], %[d], [%[starts]], #8\n\t"
                     "add %[a], %[x]\n\t"
                     "add %[b], %[x]\n\t"
                     "vldrb.8 %q[even], [%[a]]\n\t"
                     "vldrb.8 %q[odd], [%[b]]\n\t"
                     "vmladav.s8 %[a], %q[even], %q[by]\n\t"
                     "add %[c], %[x]\n\t"
                     "vldrb.8 %q[even], [%[c]]\n\t"
                     "vmladav.s8 %[b], %q[odd], %q[by]\n\t"
                     "add %[d], %[x]\n\t"
                     "vldrb.8 %q[odd], [%[d]]\n\t"
                     "vmladav.s8 %[c], %q[even], %q[by]\n\t"
                     "vmladav.s8 %[d], %q[odd], %q[by]"
                     : [a] "=&Te"(a), [b] "=&Te"(b), [c] "=&Te"(c), [d] "=&Te"(d), [even] "=&w"(even),
                       [odd] "=&w"(odd), [starts] "+&r"(starts)
                     : [x] "r"(x), [by] "w"(filter.a)
                     : "memory");
        return vector_of(a, b, c, d);
    }
};

/// One output channel of `count` patches. Of each all of the filter's vectors are read, and of patches up to
/// a multiple of four.
template <class Filter, class Patches, class Output, class Element>
MOTE_INLINE void short_channel(Patches patches, std::int32_t count, std::int32_t offset, const Filter filter,
                               std::int32_t bias, const Output& output, std::int32_t stride,
                               Element* out) noexcept {
    bias += offset * filter.total();
    for (; count > 0; count -= 4, out += 4 * stride)
        output.store(vaddq_n_s32(patches.next(filter), bias), count, out);
}

/// Patches `step` bytes apart, and a filter for them.
struct LongPatches {
    std::int32_t step, n;
    std::int32_t offset;
    std::int32_t bias;
    const std::int8_t* weights;
};

/// bias + products of four patches, of two if `twice` is 0, of one if the step is 0, with n > 0 weights. With
/// First, the weights' sum times the offset joins the bias. It needs nearly all core registers, so it is
/// never inlined.
template <bool First>
MOTE_NOINLINE int32x4_t long_products(const std::int8_t* x, LongPatches& by, std::int32_t step,
                                      std::int32_t twice) noexcept {
    const std::int8_t *xa = x, *xb = x + step, *xc = xa + twice, *xd = xb + twice, *w = by.weights;
    std::int32_t a, b, c, d, sum;
    int8x16_t weights, even, odd;
#define MOTE_MVE_LOOP(before, inside)                                                                        \
    asm volatile("dlstp.8 lr, %[n]\n\t"                                                                      \
                 "movs %[a], #0\n\t"                                                                         \
                 "movs %[b], #0\n\t"                                                                         \
                 "movs %[c], #0\n\t"                                                                         \
                 "movs %[d], #0\n" before "1:\n\t"                                                           \
                 "vldrb.8 %q[by], [%[w]], #16\n\t"                                                           \
                 "vldrb.8 %q[even], [%[xa]], #16\n\t"                                                        \
                 "vmladava.s8 %[a], %q[by], %q[even]\n\t"                                                    \
                 "vldrb.8 %q[odd], [%[xb]], #16\n\t"                                                         \
                 "vmladava.s8 %[b], %q[by], %q[odd]\n\t"                                                     \
                 "vldrb.8 %q[even], [%[xc]], #16\n\t"                                                        \
                 "vmladava.s8 %[c], %q[by], %q[even]\n\t"                                                    \
                 "vldrb.8 %q[odd], [%[xd]], #16\n\t"                                                         \
                 "vmladava.s8 %[d], %q[by], %q[odd]\n\t" inside "letp lr, 1b"                                \
                 : [a] "=&Te"(a), [b] "=&Te"(b), [c] "=&Te"(c), [d] "=&Te"(d), [sum] "=&Te"(sum),            \
                   [xa] "+&r"(xa), [xb] "+&r"(xb), [xc] "+&r"(xc), [xd] "+&r"(xd), [w] "+&r"(w),             \
                   [by] "=&w"(weights), [even] "=&w"(even), [odd] "=&w"(odd)                                 \
                 : [n] "r"(by.n)                                                                             \
                 : "lr", "cc", "memory")
    if constexpr (First) {
        MOTE_MVE_LOOP("movs %[sum], #0\n", "vaddva.s8 %[sum], %q[by]\n\t");
        by.bias += by.offset * sum;
    } else {
        MOTE_MVE_LOOP("", "");
    }
#undef MOTE_MVE_LOOP
    return vaddq_n_s32(vector_of(a, b, c, d), by.bias);
}

/// One output channel of `count` patches.
template <class Output, class Element>
MOTE_INLINE void long_channel(const std::int8_t* x, std::int32_t count, LongPatches& by, const Output& output,
                              std::int32_t stride, Element* out) noexcept {
    const std::int32_t step = count > 1 ? by.step : 0;
    int32x4_t sums = long_products<true>(x, by, step, count > 2 ? 2 * step : 0);
    for (;;) {
        output.store(sums, count, out);
        if ((count -= 4) <= 0) return;
        x += 4 * step;
        out += 4 * stride;
        sums = long_products<false>(x, by, step, 2 * step);
    }
}

} // namespace mote::detail::mve

#endif

#endif
