// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_MVE_VECTORS_HPP
#define MOTE_ISA_MVE_VECTORS_HPP

#include "../config.hpp"
#include "../core/fixed_point.hpp"
#include "../core/math.hpp"

#include <cstdint>
#include <type_traits>

#if defined(__ARM_FEATURE_MVE) && defined(__OPTIMIZE__)

#include <arm_mve.h>

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace isa {
struct armv8_1m_mve;
}

// Predicates and low-overhead loops are in assembly: GCC 12 moves predicates through core registers at every
// use, and makes no loops that LETP ends.
namespace detail::mve {

/// To a multiple of `unit`, a power of two.
constexpr std::int32_t rounded_up(std::int32_t n, std::int32_t unit) noexcept {
    return (n + unit - 1) & -unit;
}

MOTE_INLINE int32x4_t vector_of(std::int32_t a, std::int32_t b, std::int32_t c, std::int32_t d) noexcept {
    int32x4_t vector;
    asm("vmov %q0[2], %q0[0], %1, %3\n\t"
        "vmov %q0[3], %q0[1], %2, %4"
        : "=w"(vector)
        : "r"(a), "r"(b), "r"(c), "r"(d));
    return vector;
}

/// The first n bytes, zeros after them.
MOTE_INLINE int8x16_t load_first(const std::int8_t* from, std::int32_t n) noexcept {
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
MOTE_INLINE int32x4_t load_first(const std::int32_t* from, std::int32_t n) noexcept {
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
MOTE_INLINE void scatter_first(std::int8_t* to, uint32x4_t offsets, int32x4_t lanes,
                               std::int32_t n) noexcept {
    asm volatile("vctp.32 %3\n\t"
                 "vpst\n\t"
                 "vstrbt.32 %q2, [%0, %q1]"
                 :
                 : "r"(to), "w"(offsets), "w"(lanes), "r"(n)
                 : "p0", "memory");
}

/// 0, step, 2 * step...
MOTE_INLINE uint32x4_t multiples_of(std::int32_t step) noexcept {
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
MOTE_INLINE uint16x8_t eight_multiples_of(std::int32_t step) noexcept {
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
    MOTE_INLINE explicit Scale(Multiplier m) noexcept
        : value(m.value),
          left(maximum<std::int32_t>(m.shift, 0)),
          right(vdupq_n_s32(minimum<std::int32_t>(m.shift, 0))) {}

    std::int32_t value, left;
    int32x4_t right;
};

/// multiply_by_quantized_multiplier. The product is never -2^31, so that the correction, which makes the
/// shift round halves away from zero, cannot overflow; where nothing is shifted its mask is zero.
MOTE_INLINE int32x4_t scaled(int32x4_t x, const Scale& by) noexcept {
    x = vqrdmulhq_n_s32(vshlq_r_s32(x, by.left), by.value);
    const int32x4_t correction = vshrq_n_s32(vandq_s32(x, by.right), 31);
    return vrshlq_s32(vaddq_s32(x, correction), by.right);
}

/// The operands that these kernels are for.
template <class X, class Weights>
inline constexpr bool are_int8 = std::is_same_v<X, std::int8_t>&& std::is_same_v<Weights, const std::int8_t*>;

} // namespace detail::mve

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif

#endif
