// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_ARMV8_1M_MVE_HPP
#define MOTE_ISA_ARMV8_1M_MVE_HPP

#include "../kernels/arithmetic.hpp"
#include "../kernels/fold_rows.hpp"
#include "../kernels/fully_connected.hpp"
#include "../kernels/pairwise.hpp"
#include "armv7em_dsp.hpp"

#if defined(__ARM_FEATURE_MVE)
#include <arm_mve.h>
#endif

namespace mote {

namespace isa {
/// Cortex-M55 and up: vectors of 16 bytes (MVE, "Helium").
struct armv8_1m_mve : armv7em_dsp {
    using base = armv7em_dsp;
#if defined(__ARM_FEATURE_MVE)
    static constexpr bool supported = true;
#else
    static constexpr bool supported = false;
#endif
};
} // namespace isa

#if defined(__ARM_FEATURE_MVE)

// Predicates and low-overhead loops are in assembly: GCC 12 moves predicates through core registers at every
// use, and makes no loops that LETP ends.
namespace detail::mve {

using Int8Stage = Requantizer<numerics::reference, std::int8_t>;

/// To a multiple of `unit`, a power of two.
constexpr std::int32_t rounded_up(std::int32_t n, std::int32_t unit) noexcept {
    return (n + unit - 1) & -unit;
}

inline int32x4_t vector_of(std::int32_t a, std::int32_t b, std::int32_t c, std::int32_t d) noexcept {
    int32x4_t vector;
    asm("vmov %q0[2], %q0[0], %1, %3\n\t"
        "vmov %q0[3], %q0[1], %2, %4"
        : "=w"(vector)
        : "r"(a), "r"(b), "r"(c), "r"(d));
    return vector;
}

/// The first n bytes, zeros after them.
inline int8x16_t load_first(const std::int8_t* from, std::int32_t n) noexcept {
    int8x16_t vector;
    asm("vctp.8 %2\n\t"
        "vpst\n\t"
        "vldrbt.8 %q0, [%1]"
        : "=w"(vector)
        : "r"(from), "r"(n)
        : "p0", "memory");
    return vector;
}

/// The first n words, at most four.
inline int32x4_t load_first(const std::int32_t* from, std::int32_t n) noexcept {
    int32x4_t vector;
    asm("vctp.32 %2\n\t"
        "vpst\n\t"
        "vldrwt.32 %q0, [%1]"
        : "=w"(vector)
        : "r"(from), "r"(n)
        : "p0", "memory");
    return vector;
}

/// The low bytes of the first n lanes, to to[offsets[i]].
inline void scatter_first(std::int8_t* to, uint32x4_t offsets, int32x4_t lanes, std::int32_t n) noexcept {
    asm volatile("vctp.32 %3\n\t"
                 "vpst\n\t"
                 "vstrbt.32 %q2, [%0, %q1]"
                 :
                 : "r"(to), "w"(offsets), "w"(lanes), "r"(n)
                 : "p0", "memory");
}

/// 0, step, 2 * step...
inline uint32x4_t multiples_of(std::int32_t step) noexcept {
    return vmulq_n_u32(vidupq_n_u32(0, 1), static_cast<std::uint32_t>(step));
}

/// n bytes, none of them after the gap between `from` and `to`, if they overlap.
inline void copy(std::int8_t* to, const std::int8_t* from, std::int32_t n) noexcept {
    int8x16_t bytes;
    asm volatile("wlstp.8 lr, %[n], 2f\n"
                 "1:\n\t"
                 "vldrb.8 %q[bytes], [%[from]], #16\n\t"
                 "vstrb.8 %q[bytes], [%[to]], #16\n\t"
                 "letp lr, 1b\n"
                 "2:"
                 : [to] "+r"(to), [from] "+r"(from), [bytes] "=&w"(bytes)
                 : [n] "r"(n)
                 : "lr", "cc", "memory");
}

inline void fill(std::int8_t* to, std::int32_t value, std::int32_t n) noexcept {
    asm volatile("wlstp.8 lr, %[n], 2f\n"
                 "1:\n\t"
                 "vstrb.8 %q[bytes], [%[to]], #16\n\t"
                 "letp lr, 1b\n"
                 "2:"
                 : [to] "+r"(to)
                 : [n] "r"(n), [bytes] "w"(vdupq_n_s8(static_cast<std::int8_t>(value)))
                 : "lr", "cc", "memory");
}

/// 0, step, ... 7 * step.
inline uint16x8_t eight_multiples_of(std::int32_t step) noexcept {
    return vmulq_n_u16(vidupq_n_u16(0, 1), static_cast<std::uint16_t>(step));
}

/// `count` times, each so many bytes after the last: the first n bytes, at most eight, to to[places[i]].
inline void scatter(const std::int8_t* from, std::int32_t from_step, std::int8_t* to, std::int32_t to_step,
                    std::int32_t count, std::int32_t n, uint16x8_t places) noexcept {
    uint16x8_t bytes;
    asm volatile("vctp.16 %[n]\n\t"
                 "dls lr, %[count]\n"
                 "1:\n\t"
                 "vpstt\n\t"
                 "vldrbt.u16 %q[bytes], [%[from]]\n\t"
                 "vstrbt.16 %q[bytes], [%[to], %q[places]]\n\t"
                 "add %[from], %[from_step]\n\t"
                 "add %[to], %[to_step]\n\t"
                 "le lr, 1b"
                 : [from] "+&l"(from), [to] "+&r"(to), [bytes] "=&w"(bytes)
                 : [n] "r"(n), [count] "r"(count), [from_step] "r"(from_step), [to_step] "r"(to_step),
                   [places] "w"(places)
                 : "lr", "cc", "p0", "memory");
}

/// The same for n = 16; `places` are those of the first eight, the others lie `further` on.
inline void scatter_sixteen(const std::int8_t* from, std::int32_t from_step, std::int8_t* to,
                            std::int32_t to_step, std::int32_t count, uint16x8_t places,
                            std::int32_t further) noexcept {
    const uint16x8_t others = vaddq_n_u16(places, static_cast<std::uint16_t>(further));
    uint16x8_t low, high;
    asm volatile("dls lr, %[count]\n"
                 "1:\n\t"
                 "vldrb.u16 %q[low], [%[from]]\n\t"
                 "vldrb.u16 %q[high], [%[from], #8]\n\t"
                 "vstrb.16 %q[low], [%[to], %q[places]]\n\t"
                 "vstrb.16 %q[high], [%[to], %q[others]]\n\t"
                 "add %[from], %[from_step]\n\t"
                 "add %[to], %[to_step]\n\t"
                 "le lr, 1b"
                 : [from] "+&l"(from), [to] "+&r"(to), [low] "=&w"(low), [high] "=&w"(high)
                 : [count] "r"(count), [from_step] "r"(from_step), [to_step] "r"(to_step),
                   [places] "w"(places), [others] "w"(others)
                 : "lr", "cc", "memory");
}

/// A multiplier as `scaled` takes it: `left` and `right` are what of its shift is to either side.
struct Scale {
    explicit Scale(Multiplier m) noexcept
        : value(m.value), left(maximum<std::int32_t>(m.shift, 0)),
          right(vdupq_n_s32(minimum<std::int32_t>(m.shift, 0))) {}

    std::int32_t value, left;
    int32x4_t right;
};

/// multiply_by_quantized_multiplier. The product is never -2^31, so that the correction, which makes the shift
/// round halves away from zero, cannot overflow; where nothing is shifted its mask is zero.
MOTE_INLINE int32x4_t scaled(int32x4_t x, const Scale& by) noexcept {
    x = vqrdmulhq_n_s32(vshlq_r_s32(x, by.left), by.value);
    const int32x4_t correction = vshrq_n_s32(vandq_s32(x, by.right), 31);
    return vrshlq_s32(vaddq_s32(x, correction), by.right);
}

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

/// The multipliers of up to four neighbouring channels; output stages of other kinds read theirs by themselves.
template <class Finish>
struct FourMultipliers {
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
    void load(std::int32_t channel, std::int32_t n) noexcept {
        if (from_.per_channel) unpack(from_, channel, n, four_);
    }
    Multiplier operator[](std::int32_t i) const noexcept { return four_[i]; }

private:
    const ChannelMultipliers& from_;
    Multiplier four_[4];
};

/// Stores the outputs of one channel, `stride` elements apart, up to four at a time. Copies of it would not be
/// kept in registers.
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
    ChannelOutput(const Int8Stage& finish, std::int32_t stride) noexcept
        : scale_(Multiplier{}), zero_point_(finish.zero_point), low_(vdupq_n_s32(finish.low)),
          high_(vdupq_n_s32(finish.high)), offsets_(multiples_of(stride)) {}

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
    ShortFilter(const std::int8_t* weights, std::int32_t n) noexcept
        : a(load_first(weights, n)), b(Vectors > 1 ? load_first(weights + 16, n - 16) : a),
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
    FullFilter(const std::int8_t* weights, std::int32_t) noexcept : at(weights) {}

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

/// One output channel of `count` patches. Of each all of the filter's vectors are read, and of patches up to a
/// multiple of four.
template <class Filter, class Patches, class Output, class Element>
MOTE_INLINE void short_channel(Patches patches, std::int32_t count, std::int32_t offset,
                               const Filter filter, std::int32_t bias, const Output& output,
                               std::int32_t stride, Element* out) noexcept {
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
/// First, the weights' sum times the offset joins the bias. It needs nearly all core registers, so it is never
/// inlined.
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
                 "movs %[d], #0\n" before                                                                    \
                 "1:\n\t"                                                                                    \
                 "vldrb.8 %q[by], [%[w]], #16\n\t"                                                           \
                 "vldrb.8 %q[even], [%[xa]], #16\n\t"                                                        \
                 "vmladava.s8 %[a], %q[by], %q[even]\n\t"                                                    \
                 "vldrb.8 %q[odd], [%[xb]], #16\n\t"                                                         \
                 "vmladava.s8 %[b], %q[by], %q[odd]\n\t"                                                     \
                 "vldrb.8 %q[even], [%[xc]], #16\n\t"                                                        \
                 "vmladava.s8 %[c], %q[by], %q[even]\n\t"                                                    \
                 "vldrb.8 %q[odd], [%[xd]], #16\n\t"                                                         \
                 "vmladava.s8 %[d], %q[by], %q[odd]\n\t" inside                                              \
                 "letp lr, 1b"                                                                               \
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

template <class X, class Weights>
inline constexpr bool are_int8 = std::is_same_v<X, std::int8_t>&& std::is_same_v<Weights, const std::int8_t*>;

} // namespace detail::mve

/// Gathers the patches of a few positions, padding as the zero point, each from a multiple of 16 bytes on; then
/// each filter passes over them.
template <>
struct Kernel<conv, isa::armv8_1m_mve> {
    template <class X, class Weights>
    static constexpr std::uint32_t scratch_bytes(const Window& w, std::int32_t filter_c) noexcept {
        if constexpr (detail::mve::are_int8<X, Weights>) {
            const Patching p(w, filter_c);
            // Four short patches are read together.
            return static_cast<std::uint32_t>(p.group_bytes() * p.groups + (p.pitch <= 128 ? 3 * p.pitch : 0));
        } else {
            return Otherwise::template scratch_bytes<X, Weights>(w, filter_c);
        }
    }

    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t filter_c, const X* x, std::int32_t offset, Weights weights,
                    Bias bias, const Finish& finish, typename Finish::Element* out, void* scratch) noexcept {
        if constexpr (detail::mve::are_int8<X, Weights>)
            blocks(w, Patching(w, filter_c), x, offset, weights, bias, finish, out,
                   static_cast<std::int8_t*>(scratch));
        else
            Otherwise::template run<Leaf, Accumulator>(w, filter_c, x, offset, weights, bias, finish, out,
                                                       scratch);
    }

private:
    using Otherwise = Kernel<conv, isa::armv7em_dsp>;

    /// How much is gathered: at most 1.5 KiB where four positions fit, so that a channel's multiplier is read for many positions where
    /// there are few products.
    struct Patching {
        std::int32_t filter_c, depth, pitch, groups, all, positions;

        constexpr Patching(const Window& w, std::int32_t c) noexcept
            : filter_c(c),
              depth(w.filter_h * w.filter_w * c),
              pitch(detail::mve::rounded_up(depth, 16)),
              groups(w.in_c / c),
              all(w.batches * w.out_h * w.out_w),
              positions(minimum(all, most(pitch * groups))) {}

        constexpr std::int32_t group_bytes() const noexcept {
            return (positions > 2 ? detail::mve::rounded_up(positions, 4) : positions) * pitch;
        }
        /// The patches are the input's pixels, in order.
        constexpr bool is_pixel(const Window& w) const noexcept {
            return depth == w.in_c && w.stride_h == 1 && w.stride_w == 1 && w.out_h == w.in_h &&
                   w.out_w == w.in_w;
        }

    private:
        static constexpr std::int32_t most(std::int32_t bytes) noexcept {
            if (bytes > 640) return bytes > 1280 ? 1 : 2;
            return clamp<std::int32_t>(1536 / bytes, 4, 32) & ~3;
        }
    };

    template <class Finish>
    static void blocks(const Window& w, const Patching& p, const std::int8_t* x, std::int32_t offset,
                       const std::int8_t* weights, const std::int32_t* bias, const Finish& finish,
                       typename Finish::Element* out, std::int8_t* scratch) noexcept {
        const bool pixels = p.is_pixel(w);
        Gatherer gatherer(w, p, x, -offset);
        std::int32_t count;
        for (std::int32_t left = p.all; left > 0; left -= count, out += count * w.out_c) {
            count = minimum(left, p.positions);
            if (pixels && p.pitch == p.depth)
                detail::mve::copy(scratch, x, count * p.depth), x += count * p.depth;
            else if (pixels)
                for (std::int32_t i = 0; i < count; ++i, x += p.depth)
                    detail::mve::copy(scratch + i * p.pitch, x, p.depth);
            else
                for (std::int32_t i = 0; i < count; ++i) gatherer.next(scratch + i * p.pitch);
            multiply(p, count, offset, scratch, w.out_c, weights, bias, finish, out);
        }
    }

    template <class Finish>
    static void multiply(const Patching& p, std::int32_t count, std::int32_t offset,
                         const std::int8_t* patches, std::int32_t channels, const std::int8_t* weights,
                         const std::int32_t* bias, const Finish& finish,
                         typename Finish::Element* out) noexcept {
        using namespace detail::mve;
        if (p.depth == 128)
            return filters<FullFilter<8>>(p, count, offset, patches, channels, weights, bias, finish, out);
        if (p.depth == 64)
            return filters<FullFilter<4>>(p, count, offset, patches, channels, weights, bias, finish, out);
        if (p.depth > 48)
            return filters<void>(p, count, offset, patches, channels, weights, bias, finish, out);
        if (p.depth > 32)
            return filters<ShortFilter<3>>(p, count, offset, patches, channels, weights, bias, finish, out);
        if (p.depth > 16)
            return filters<ShortFilter<2>>(p, count, offset, patches, channels, weights, bias, finish, out);
        filters<ShortFilter<1>>(p, count, offset, patches, channels, weights, bias, finish, out);
    }

    /// All output channels, with filters of one type, or of any number of weights for void.
    template <class Filter, class Finish>
    static void filters(const Patching& p, std::int32_t count, std::int32_t offset,
                        const std::int8_t* patches, std::int32_t channels, const std::int8_t* weights,
                        const std::int32_t* bias, const Finish& finish,
                        typename Finish::Element* out) noexcept {
        using namespace detail::mve;
        FourMultipliers<Finish> multipliers(finish);
        ChannelOutput<Finish> output(finish, channels);
        LongPatches by{p.pitch, p.depth, offset, 0, weights};
        const std::int32_t group_channels = channels / p.groups;
        std::int32_t last = group_channels;
        for (std::int32_t c = 0; c < channels; ++c, ++out, by.weights += p.depth) {
            if (c == last) last += group_channels, patches += p.group_bytes();
            if ((c & 3) == 0) multipliers.load(c, minimum<std::int32_t>(channels - c, 4));
            by.bias = bias != nullptr ? *bias++ : 0;
            output.open(c, multipliers[c & 3]);
            if constexpr (std::is_void_v<Filter>)
                long_channel(patches, count, by, output, channels, out);
            else
                short_channel(DensePatches{patches}, count, offset, Filter(by.weights, p.depth), by.bias,
                              output, channels, out);
        }
    }

    /// Copies patches, position after position in memory order.
    class Gatherer {
    public:
        Gatherer(const Window& w, const Patching& p, const std::int8_t* x, std::int32_t padding) noexcept
            : w_(w), p_(p), x_(x), padding_(padding), dense_(w.dilation_w * w.in_c == p.filter_c),
              step_x_(w.stride_w * w.in_c), step_y_(w.dilation_h * w.in_w * w.in_c),
              length_(w.filter_w * p.filter_c), rows_(0, 0, 0, 1, 0, 0) {
            start_row();
        }

        /// The next position's, one for each group, p.group_bytes() apart.
        void next(std::int8_t* to) noexcept {
            if (column_ >= first_whole_ && column_ <= last_whole_)
                whole(to);
            else
                clipped(to);
            from_ += step_x_;
            if (++column_ == w_.out_w) {
                column_ = 0;
                ++row_;
                start_row();
            }
        }

    private:
        void whole(std::int8_t* to) const noexcept {
            const std::int8_t* from = from_;
            for (std::int32_t row = w_.filter_h; row > 0; --row, from += step_y_, to += length_)
                detail::mve::copy(to, from, length_);
        }
        MOTE_NOINLINE void clipped(std::int8_t* to) const noexcept {
            const Taps columns = columns_of(w_, column_);
            const std::int8_t* from =
                x_ + (rows_.start(w_.dilation_h) * w_.in_w + columns.start(w_.dilation_w)) * w_.in_c;
            for (std::int32_t g = 0; g < p_.groups; ++g, from += p_.filter_c, to += p_.group_bytes()) {
                detail::mve::fill(to, padding_, p_.depth);
                patch(columns, from, to);
            }
        }
        void patch(const Taps& columns, const std::int8_t* from, std::int8_t* to) const noexcept {
            const std::int32_t runs = dense_ ? columns.count() != 0 : columns.count();
            const std::int32_t length = dense_ ? columns.count() * p_.filter_c : p_.filter_c;
            to += (rows_.first * w_.filter_w + columns.first) * p_.filter_c;
            for (std::int32_t row = 0; row < rows_.count(); ++row, from += step_y_, to += length_)
                for (std::int32_t run = 0; run < runs; ++run)
                    detail::mve::copy(to + run * length, from + run * w_.dilation_w * w_.in_c, length);
        }
        /// Looks for the positions of a row whose patches are copied in whole rows.
        void start_row() noexcept {
            if (row_ == w_.out_h) {
                row_ = 0;
                x_ += w_.in_image();
            }
            rows_ = rows_of(w_, row_);
            from_ = x_ + (rows_.origin * w_.in_w - w_.pad_w) * w_.in_c;
            const std::int32_t most = w_.in_w + w_.pad_w - w_.filter_w;
            first_whole_ = ceil_div<std::int32_t>(w_.pad_w, w_.stride_w);
            last_whole_ = dense_ && rows_.count() == w_.filter_h && most >= 0 ? most / w_.stride_w : -1;
        }

        const Window& w_;
        const Patching& p_;
        const std::int8_t* x_;    // of this image
        const std::int8_t* from_; // where this position's first tap is, or would be
        std::int32_t padding_;
        bool dense_; // without groups and dilation: a filter's row is a part of the input's
        std::int32_t step_x_, step_y_, length_;
        std::int32_t first_whole_, last_whole_;
        std::int32_t row_ = 0, column_ = 0;
        Taps rows_;
    };
};

/// Transposes the input of some neighbouring positions: a strip for each channel, column after column, in which
/// the taps of a position are together, so that one instruction multiplies up to 16 of them. Then each filter,
/// with its weights in that order, passes over its channel's strip. Since only a few channels have strips at a
/// time, outputs wait in scratch until the input has been read.
template <>
struct Kernel<depthwise, isa::armv8_1m_mve> {
    template <class X, class Weights>
    static constexpr std::uint32_t scratch_bytes(const Window& w, std::int32_t multiplier) noexcept {
        if constexpr (detail::mve::are_int8<X, Weights>) {
            const Strips strips(w);
            if (strips.suit) return static_cast<std::uint32_t>(strips.end(w));
        }
        return Otherwise::template scratch_bytes<X, Weights>(w, multiplier);
    }

    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t multiplier, const X* x, std::int32_t offset,
                    Weights weights, Bias bias, const Finish& finish, typename Finish::Element* out,
                    void* scratch) noexcept {
        if constexpr (detail::mve::are_int8<X, Weights>) {
            const Strips strips(w);
            if (strips.suit)
                return blocks(w, strips, multiplier, x, offset, weights, bias, finish, out,
                              static_cast<std::int8_t*>(scratch));
        }
        Otherwise::template run<Leaf, Accumulator>(w, multiplier, x, offset, weights, bias, finish, out,
                                                   scratch);
    }

private:
    using Otherwise = Kernel<depthwise, isa::armv7em_dsp>;

    /// What a block has, and where it is in scratch: where positions begin in a strip (32 bits each), eight
    /// filters, the strips, the outputs.
    struct Strips {
        std::int32_t reach_h, reach_w;       // rows and columns of the input under a filter
        std::int32_t rows = 1, columns;      // positions of a block; more than one row only of whole rows
        std::int32_t height, width;          // of a strip
        std::int32_t channels;               // strips at a time
        std::int32_t span;                   // elements from a position's first tap to its last
        std::int32_t beyond;                 // bytes that may be read after the strips
        bool suit;

        constexpr explicit Strips(const Window& w) noexcept
            : reach_h((w.filter_h - 1) * w.dilation_h + 1),
              reach_w((w.filter_w - 1) * w.dilation_w + 1),
              columns(w.out_w > 24 ? even_share(w.out_w) : w.out_w),
              height(reach_h),
              width(0),
              channels(minimum<std::int32_t>(w.in_c, 16)),
              span(0),
              beyond(0),
              suit(reach_h * reach_w <= 512) {
            while (!fits(w, height)) {
                if (channels > 8)
                    channels = 8;
                else if (columns > 1)
                    columns = columns > 4 ? (columns - 1) & ~3 : columns - 1,
                    channels = minimum<std::int32_t>(w.in_c, 16);
                else
                    break;
            }
            if (columns == w.out_w)
                while (grows(w)) ++rows, height += w.stride_h;
            width = (columns - 1) * w.stride_w + reach_w;
            span = (reach_w - 1) * height + reach_h;
            beyond = span <= 16 ? 16 : 3 * w.stride_w * height;
        }

        constexpr std::int32_t strip() const noexcept { return height * width; }
        constexpr std::int32_t positions() const noexcept {
            return detail::mve::rounded_up(rows * columns, 4);
        }
        constexpr std::int32_t filters_at() const noexcept { return 4 * positions(); }
        constexpr std::int32_t filter() const noexcept { return detail::mve::rounded_up(span, 16); }
        constexpr std::int32_t strips_at() const noexcept { return filters_at() + 8 * filter(); }
        constexpr std::int32_t outputs_at() const noexcept {
            return strips_at() + channels * strip() + beyond;
        }
        constexpr std::int32_t end(const Window& w) const noexcept {
            return outputs_at() + rows * columns * w.out_c;
        }

    private:
        static constexpr std::int32_t even_share(std::int32_t n) noexcept {
            return detail::mve::rounded_up(ceil_div(n, ceil_div<std::int32_t>(n, 24)), 4);
        }
        constexpr bool fits(const Window& w, std::int32_t high) const noexcept {
            const std::int32_t wide = (columns - 1) * w.stride_w + reach_w;
            const std::int32_t positions = ((high - reach_h) / w.stride_h + 1) * columns;
            return channels * high * wide + positions * w.out_c <= clamp<std::int32_t>(512 + 16 * w.out_c, 768, 1536);
        }
        /// One row more still fits, and does not spread the taps of short filters over more than 16 elements.
        constexpr bool grows(const Window& w) const noexcept {
            const std::int32_t higher = height + w.stride_h;
            return rows < w.out_h && rows * columns < 16 && (reach_w - 1) * higher + reach_h <= 16 &&
                   fits(w, higher);
        }
    };

    template <class Finish>
    static void blocks(const Window& w, const Strips& s, std::int32_t multiplier, const std::int8_t* x,
                       std::int32_t offset, const std::int8_t* weights, const std::int32_t* bias,
                       const Finish& finish, typename Finish::Element* out, std::int8_t* scratch) noexcept {
        list(w, s, scratch);
        for (std::int32_t b = 0; b < w.batches; ++b, x += w.in_image(), out += w.out_image())
            for (std::int32_t y = 0; y < w.out_h; y += s.rows)
                for (std::int32_t column = 0; column < w.out_w; column += s.columns) {
                    const Block block{y, column, minimum(s.rows, w.out_h - y),
                                      minimum(s.columns, w.out_w - column)};
                    auto* const to = out + (y * w.out_w + column) * w.out_c;
                    constexpr bool waits = sizeof *out == 1;
                    auto* const first = waits ? reinterpret_cast<typename Finish::Element*>(scratch + s.outputs_at()) : to;
                    for (std::int32_t c = 0; c < w.in_c; c += s.channels) {
                        const std::int32_t n = minimum(s.channels, w.in_c - c);
                        transpose(w, s, block, x + c, n, -offset, scratch + s.strips_at());
                        multiply(w, s, block, ChannelRange{c * multiplier, (c + n) * multiplier}, multiplier,
                                 offset, weights, bias, finish, first, scratch);
                    }
                    if constexpr (waits) detail::mve::copy(to, first, block.rows * block.columns * w.out_c);
                }
    }

    /// Positions of output, the first of them and how many.
    struct Block {
        std::int32_t y, x, rows, columns;
    };

    /// Makes the lists in scratch.
    static void list(const Window& w, const Strips& s, std::int8_t* scratch) noexcept {
        auto* starts = reinterpret_cast<std::uint32_t*>(scratch);
        auto* const end = starts + s.positions();
        for (std::int32_t y = 0; y < s.rows; ++y)
            for (std::int32_t x = 0; x < s.columns; ++x)
                *starts++ = static_cast<std::uint32_t>(x * w.stride_w * s.height + y * w.stride_h);
        while (starts != end) *starts++ = 0;
        detail::mve::fill(scratch + s.filters_at(), 0, 8 * s.filter());
    }

    static void transpose(const Window& w, const Strips& s, const Block& block, const std::int8_t* x,
                          std::int32_t channels, std::int32_t padding, std::int8_t* strips) noexcept {
        const std::int32_t first_y = block.y * w.stride_h - w.pad_h, first_x = block.x * w.stride_w - w.pad_w;
        const std::int32_t height = (block.rows - 1) * w.stride_h + s.reach_h;
        const std::int32_t width = (block.columns - 1) * w.stride_w + s.reach_w;
        const std::int32_t top = maximum<std::int32_t>(0, -first_y), left = maximum<std::int32_t>(0, -first_x);
        const std::int32_t bottom = minimum(height, w.in_h - first_y);
        const std::int32_t right = minimum(width, w.in_w - first_x);
        if (top != 0 || left != 0 || bottom != height || right != width)
            detail::mve::fill(strips, padding, channels * s.strip());
        if (right <= left) return;
        x += ((first_y + top) * w.in_w + first_x + left) * w.in_c;
        strips += left * s.height;
        for (std::int32_t y = top; y < bottom; ++y, x += w.in_w * w.in_c) {
            if (w.in_c == 1)
                one_channel(x, right - left, s.height, strips + y);
            else
                all_channels(x, w.in_c, right - left, channels, s, strips + y);
        }
    }

    static void one_channel(const std::int8_t* x, std::int32_t n, std::int32_t height,
                            std::int8_t* to) noexcept {
        const uint16x8_t places = detail::mve::eight_multiples_of(height);
        const std::int32_t full = n >> 3;
        if (full != 0) detail::mve::scatter(x, 8, to, 8 * height, full, 8, places);
        if ((n & 7) != 0)
            detail::mve::scatter(x + 8 * full, 0, to + 8 * full * height, 0, 1, n & 7, places);
    }

    static void all_channels(const std::int8_t* x, std::int32_t step, std::int32_t n, std::int32_t channels,
                             const Strips& s, std::int8_t* to) noexcept {
        const uint16x8_t places = detail::mve::eight_multiples_of(s.strip());
        if (channels == 16) return detail::mve::scatter_sixteen(x, step, to, s.height, n, places, 8 * s.strip());
        for (; channels > 0; channels -= 8, x += 8, to += 8 * s.strip())
            detail::mve::scatter(x, step, to, s.height, n, channels, places);
    }

    template <class Finish>
    static void multiply(const Window& w, const Strips& s, const Block& block, ChannelRange channels,
                         std::int32_t multiplier, std::int32_t offset, const std::int8_t* weights,
                         const std::int32_t* bias, const Finish& finish, typename Finish::Element* out,
                         std::int8_t* scratch) noexcept {
        using namespace detail::mve;
        FourMultipliers<Finish> multipliers(finish);
        ChannelOutput<Finish> output(finish, w.out_c);
        const auto* starts = reinterpret_cast<const std::uint32_t*>(scratch);
        std::int8_t* const filters = scratch + s.filters_at();
        const std::int8_t* strip = scratch + s.strips_at();
        const std::int32_t count = block.rows * block.columns;
        const std::int32_t filter_bytes = s.filter(), strip_bytes = s.strip(), stride = w.out_c;
        LongPatches by{w.stride_w * s.height, s.span, offset, 0, filters};
        std::int32_t left = multiplier;
        if (bias != nullptr) bias += channels.first;
        out += channels.first;
        for (std::int32_t c = channels.first, i = 0; c < channels.end; ++c, ++i, ++out) {
            if (left-- == 0) left = multiplier - 1, strip += strip_bytes;
            if ((i & 3) == 0) multipliers.load(c, minimum<std::int32_t>(channels.end - c, 4));
            if ((i & 7) == 0) {
                reorder(w, s, weights + c, channels.end - c, filters);
                by.weights = filters;
            }
            by.bias = bias != nullptr ? *bias++ : 0;
            output.open(c, multipliers[i & 3]);
            if (filter_bytes == 16)
                short_channel(ListedPatches{strip, starts}, count, offset, ShortFilter<1>(by.weights, 16),
                              by.bias, output, stride, out);
            else
                long_channel(strip, count, by, output, stride, out);
            by.weights += filter_bytes;
        }
    }

    /// n filters, at most eight, in the order of the strips.
    static void reorder(const Window& w, const Strips& s, const std::int8_t* weights, std::int32_t n,
                        std::int8_t* filters) noexcept {
        const uint16x8_t places = detail::mve::eight_multiples_of(s.filter());
        for (std::int32_t y = 0; y < w.filter_h; ++y, weights += w.filter_w * w.out_c, filters += w.dilation_h)
            detail::mve::scatter(weights, w.out_c, filters, w.dilation_w * s.height, w.filter_w, n, places);
    }
};

namespace detail::mve {

/// Sums of n products of x + offset with up to three rows of weights, lane by lane: `second` and `third` are
/// how far these rows are from the first.
MOTE_NOINLINE inline int32x4_t row_products(const std::int8_t* x, const std::int8_t* weights,
                                            std::int32_t second, std::int32_t third, std::int32_t n,
                                            std::int32_t offset) noexcept {
    const std::int8_t *wb = weights + second, *wc = weights + third;
    std::int32_t a, b, c, total_a, total_b, total_c;
    int8x16_t values, even, odd;
    asm volatile("wlstp.8 lr, %[n], 2f\n"
                 "1:\n\t"
                 "vldrb.8 %q[x], [%[from]], #16\n\t"
                 "vldrb.8 %q[even], [%[wa]], #16\n\t"
                 "vmladava.s8 %[a], %q[x], %q[even]\n\t"
                 "vldrb.8 %q[odd], [%[wb]], #16\n\t"
                 "vaddva.s8 %[ta], %q[even]\n\t"
                 "vmladava.s8 %[b], %q[x], %q[odd]\n\t"
                 "vldrb.8 %q[even], [%[wc]], #16\n\t"
                 "vaddva.s8 %[tb], %q[odd]\n\t"
                 "vmladava.s8 %[c], %q[x], %q[even]\n\t"
                 "vaddva.s8 %[tc], %q[even]\n\t"
                 "letp lr, 1b\n"
                 "2:"
                 : [a] "=&Te"(a), [b] "=&Te"(b), [c] "=&Te"(c), [ta] "=&Te"(total_a), [tb] "=&Te"(total_b),
                   [tc] "=&Te"(total_c), [from] "+&r"(x), [wa] "+&r"(weights), [wb] "+&r"(wb), [wc] "+&r"(wc),
                   [x] "=&w"(values), [even] "=&w"(even), [odd] "=&w"(odd)
                 : [n] "r"(n), "0"(0), "1"(0), "2"(0), "3"(0), "4"(0), "5"(0)
                 : "lr", "cc", "memory");
    return vector_of(a + offset * total_a, b + offset * total_b, c + offset * total_c, 0);
}

} // namespace detail::mve

template <>
struct Kernel<dot, isa::armv8_1m_mve> : Kernel<dot, isa::armv7em_dsp> {
    template <int Rows, class X, class Weights, class Accumulator>
    static void run(const X* x, std::int32_t offset, Weights weights, std::int32_t stride, std::int32_t n,
                    Accumulator* accumulators) noexcept {
        if constexpr (std::is_same_v<X, std::int16_t> && std::is_pointer_v<Weights> &&
                      !std::is_same_v<Accumulator, float>) {
            if (offset == 0) {
                for (int row = 0; row < Rows; ++row, weights += stride) add(x, weights, n, accumulators[row]);
                return;
            }
        }
        Kernel<dot, isa::scalar>::run<Rows>(x, offset, weights, stride, n, accumulators);
    }

    template <int Rows>
    static void run(const std::int8_t* x, std::int32_t offset, const std::int8_t* weights,
                    std::int32_t stride, std::int32_t n, std::int32_t* accumulators) noexcept {
        for (int row = 0; row < Rows; row += 3, weights += 3 * stride) {
            std::int32_t sums[4];
            vst1q_s32(sums, detail::mve::row_products(x, weights, Rows - row > 1 ? stride : 0,
                                                      Rows - row > 2 ? 2 * stride : 0, n, offset));
            for (int i = 0; i < 3 && row + i < Rows; ++i)
                accumulators[row + i] = wrapping_add(accumulators[row + i], sums[i]);
        }
    }

private:
#define MOTE_MVE_DOT(load, multiply, ...)                                                                    \
    int16x8_t values, by;                                                                                    \
    asm volatile("wlstp.16 lr, %[n], 2f\n"                                                                   \
                 "1:\n\t"                                                                                    \
                 "vldrh.16 %q[values], [%[x]], #16\n\t" load "\n\t" multiply ", %q[values], %q[by]\n\t"      \
                 "letp lr, 1b\n"                                                                             \
                 "2:"                                                                                        \
                 : [x] "+&r"(x), [w] "+&l"(weights), [values] "=&w"(values), [by] "=&w"(by), __VA_ARGS__     \
                 : [n] "r"(n)                                                                                \
                 : "lr", "cc", "memory")
    static void add(const std::int16_t* x, const std::int8_t* weights, std::int32_t n,
                    std::int32_t& sum) noexcept {
        std::int32_t total = sum;
        MOTE_MVE_DOT("vldrb.s16 %q[by], [%[w]], #8", "vmladava.s16 %[total]", [total] "+&Te"(total));
        sum = total;
    }
    static void add(const std::int16_t* x, const std::int16_t* weights, std::int32_t n,
                    std::int32_t& sum) noexcept {
        std::int32_t total = sum;
        MOTE_MVE_DOT("vldrh.16 %q[by], [%[w]], #16", "vmladava.s16 %[total]", [total] "+&Te"(total));
        sum = total;
    }
    static void add(const std::int16_t* x, const std::int8_t* weights, std::int32_t n,
                    std::int64_t& sum) noexcept {
        std::int64_t total = sum;
        MOTE_MVE_DOT("vldrb.s16 %q[by], [%[w]], #8", "vmlaldava.s16 %Q[total], %R[total]",
                     [total] "+&r"(total));
        sum = total;
    }
#undef MOTE_MVE_DOT
};

template <>
struct Kernel<fully_connected, isa::armv8_1m_mve> : Kernel<fully_connected, isa::armv7em_dsp> {
    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const ProductShape& shape, const X* x, std::int32_t x_offset, Weights weights,
                    std::int32_t weight_offset, Bias bias, const Finish& finish,
                    typename Finish::Element* out) noexcept {
        if constexpr (detail::mve::are_int8<X, Weights> &&
                      std::is_same_v<Finish, detail::mve::Int8Stage>)
            if (weight_offset == 0 && !finish.multipliers.per_channel) {
                for (std::int32_t row = 0; row < shape.rows; ++row, x += shape.depth, out += shape.channels)
                    one(shape, x, x_offset, weights, bias, finish, out);
                return;
            }
        Kernel<fully_connected, isa::armv7em_dsp>::run<Leaf, Accumulator>(shape, x, x_offset, weights,
                                                                          weight_offset, bias, finish, out);
    }

private:
    static void one(const ProductShape& shape, const std::int8_t* x, std::int32_t offset,
                    const std::int8_t* weights, const std::int32_t* bias,
                    const detail::mve::Int8Stage& finish, std::int8_t* out) noexcept {
        using namespace detail::mve;
        ChannelOutput<Int8Stage> output(finish, 1);
        output.open(0, finish.multipliers[0]);
        const std::int32_t depth = shape.depth;
        for (std::int32_t left = shape.channels; left > 0; left -= 3, weights += 3 * depth, out += 3) {
            int32x4_t sums = row_products(x, weights, left > 1 ? depth : 0, left > 2 ? 2 * depth : 0, depth,
                                          offset);
            if (bias != nullptr) {
                sums = vaddq_s32(sums, load_first(bias, minimum<std::int32_t>(left, 3)));
                bias += 3;
            }
            output.store(sums, minimum<std::int32_t>(left, 3), out);
        }
    }
};

template <>
struct Kernel<fold_rows, isa::armv8_1m_mve> : Kernel<fold_rows, isa::armv7em_dsp> {
    template <class Fold, class T>
    static void run(const T* x, std::int32_t stride, std::int32_t rows, std::int32_t columns,
                    Folded<T>* results) noexcept {
        if constexpr (std::is_same_v<T, std::int8_t>)
            for (; columns >= 4; columns -= 4, x += 4, results += 4) {
                int32x4_t folded = vldrwq_s32(results);
                const std::int8_t* from = x;
                for (std::int32_t r = 0; r < rows; ++r, from += stride)
                    folded = add(Fold{}, folded, vldrbq_s32(from));
                vstrwq_s32(results, folded);
            }
        Kernel<fold_rows, isa::armv7em_dsp>::run<Fold>(x, stride, rows, columns, results);
    }

private:
    static int32x4_t add(FoldSum, int32x4_t a, int32x4_t b) noexcept { return vaddq_s32(a, b); }
    static int32x4_t add(FoldLargest, int32x4_t a, int32x4_t b) noexcept { return vmaxq_s32(a, b); }
};

template <>
struct Kernel<pairwise, isa::armv8_1m_mve> : Kernel<pairwise, isa::armv7em_dsp> {
    using Kernel<pairwise, isa::armv7em_dsp>::run;

    static void run(QuantizedSum<numerics::reference, std::int8_t> function, const std::int8_t* a,
                    const std::int8_t* b, std::int8_t* out, std::int32_t n) noexcept {
        using namespace detail::mve;
        const Scale y_scale(function.y_multiplier.get()), scale(function.multiplier.get());
        const int32x4_t low = vdupq_n_s32(function.low), high = vdupq_n_s32(function.high);
        for (; n >= 4; n -= 4, a += 4, b += 4, out += 4) {
            const int32x4_t x = vsubq_n_s32(vldrbq_s32(a), function.x_zero_point);
            const int32x4_t y = vsubq_n_s32(vldrbq_s32(b), function.y_zero_point);
            int32x4_t sum = scaled(vshlq_n_s32(y, function.shift), y_scale);
            sum = vmlaq_n_s32(vmulq_n_s32(sum, function.y_sign), x, function.x_factor);
            sum = vaddq_n_s32(scaled(sum, scale), function.zero_point);
            vstrbq_s32(out, vminq_s32(vmaxq_s32(sum, low), high));
        }
        Kernel<pairwise, isa::armv7em_dsp>::run(function, a, b, out, n);
    }
};

#endif

} // namespace mote

#endif
