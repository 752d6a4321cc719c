// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_NATIVE_HPP
#define MOTE_ISA_NATIVE_HPP

#include "armv7em_dsp.hpp"
#include "neon.hpp"
#include "neon_dotprod.hpp"

namespace mote::isa {

#if defined(__ARM_FEATURE_SIMD32) && defined(__thumb2__)
using best = armv7em_dsp;
#elif defined(__aarch64__) && defined(__ARM_NEON) && !defined(__ARM_BIG_ENDIAN)
#if defined(__ARM_FEATURE_DOTPROD)
using best = neon_dotprod;
#else
using best = neon;
#endif
#else
using best = scalar;
#endif

/// The best ISA that the compiler's flags enable.
struct native : best {
    using base = best;
};

} // namespace mote::isa

#endif
