// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_NATIVE_HPP
#define MOTE_ISA_NATIVE_HPP

#include "armv7em_dsp.hpp"
#include "armv7m.hpp"
#include "x86_avx2.hpp"
#include "x86_avx512_vnni.hpp"

namespace mote::isa {

#if defined(__ARM_FEATURE_SIMD32) && defined(__thumb2__) && defined(__OPTIMIZE__)
using best = armv7em_dsp;
#elif defined(__thumb2__) && defined(__ARM_FEATURE_SAT)
using best = armv7m;
#elif defined(__AVX512F__) && defined(__AVX512BW__) && defined(__AVX512VL__) && defined(__AVX512DQ__) &&     \
    defined(__AVX512VNNI__) && defined(__AVX2__) && defined(__FMA__)
using best = x86_avx512_vnni;
#elif defined(__AVX2__) && defined(__FMA__)
using best = x86_avx2;
#else
using best = scalar;
#endif

/// The best ISA that the compiler's flags enable.
struct native : best {
    using base = best;
};

} // namespace mote::isa

#endif
