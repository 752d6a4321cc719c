// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_NATIVE_HPP
#define MOTE_ISA_NATIVE_HPP

#include "armv7em_dsp.hpp"
#include "armv7m.hpp"
#include "armv8_1m_mve.hpp"
#include "neon.hpp"
#include "neon_dotprod.hpp"
#include "x86_avx2.hpp"
#include "x86_avx512_vnni.hpp"

#include <type_traits>

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail {
/// The first of a list of ISAs that the compiler's flags enable.
template <class Isa, class... Others>
struct FirstSupported : std::conditional_t<Isa::supported, FirstSupported<Isa>, FirstSupported<Others...>> {};
template <class Isa>
struct FirstSupported<Isa> {
    using Type = Isa;
};
} // namespace detail

namespace isa {

/// The best ISA of this machine, or scalar. Those that others descend from come after them.
using best = detail::FirstSupported<armv8_1m_mve, armv7em_dsp, armv7m, neon_dotprod, neon, x86_avx512_vnni,
                                    x86_avx2, scalar>::Type;

/// The best ISA that the compiler's flags enable.
struct native : best {
    using base = best;
};

} // namespace isa

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
