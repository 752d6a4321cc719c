// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_DSP_PAIRS_HPP
#define MOTE_ISA_DSP_PAIRS_HPP

#include "../config.hpp"

#include <cstdint>
#include <cstring>

#if defined(__ARM_FEATURE_SIMD32) && defined(__thumb2__) && defined(__OPTIMIZE__)

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail::dsp {

/// Four bytes at any address.
inline std::uint32_t load4(const std::int8_t* from) noexcept {
    std::uint32_t word;
    std::memcpy(&word, from, sizeof word);
    return word;
}

/// The even and the odd elements of four int8, as two int16 each.
struct Pairs {
    std::uint32_t even, odd;
};

inline Pairs widened(std::uint32_t bytes) noexcept {
    Pairs pairs;
    asm("sxtb16 %0, %1" : "=r"(pairs.even) : "r"(bytes));
    asm("sxtb16 %0, %1, ror #8" : "=r"(pairs.odd) : "r"(bytes));
    return pairs;
}

/// The same, plus `offset` in both halves.
inline Pairs shifted(std::uint32_t bytes, std::uint32_t offset) noexcept {
    Pairs pairs;
    asm("sxtab16 %0, %1, %2" : "=r"(pairs.even) : "r"(offset), "r"(bytes));
    asm("sxtab16 %0, %1, %2, ror #8" : "=r"(pairs.odd) : "r"(offset), "r"(bytes));
    return pairs;
}

/// `offset` in both halves of a word.
inline std::uint32_t both_halves(std::int32_t offset) noexcept {
    return (static_cast<std::uint32_t>(offset) & 0xffffu) * 0x10001u;
}

/// sum + a.low * b.low + a.high * b.high, modulo 2^32.
inline std::int32_t add_products(std::uint32_t a, std::uint32_t b, std::int32_t sum) noexcept {
    asm("smlad %0, %1, %2, %0" : "+r"(sum) : "r"(a), "r"(b));
    return sum;
}

} // namespace detail::dsp

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif

#endif
