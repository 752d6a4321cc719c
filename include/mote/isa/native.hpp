// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_NATIVE_HPP
#define MOTE_ISA_NATIVE_HPP

#include "../core/kernel.hpp"

namespace mote::isa {

/// The best ISA that the compiler's flags enable.
struct native : scalar {
    using base = scalar;
};

} // namespace mote::isa

#endif
