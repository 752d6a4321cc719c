// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_NATIVE_HPP
#define MOTE_ISA_NATIVE_HPP

#include "armv7em_dsp.hpp"
#include "armv8_1m_mve.hpp"

namespace mote::isa {

#if defined(__ARM_FEATURE_MVE)
using best = armv8_1m_mve;
#elif defined(__ARM_FEATURE_SIMD32) && defined(__thumb2__)
using best = armv7em_dsp;
#else
using best = scalar;
#endif

/// The best ISA that the compiler's flags enable.
struct native : best {
    using base = best;
};

} // namespace mote::isa

#endif
