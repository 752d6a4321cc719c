// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_BENCHMARKS_BARE_METAL_RECOMPUTED_HPP
#define MOTE_BENCHMARKS_BARE_METAL_RECOMPUTED_HPP

#include "mote/runtime/config.hpp"

/// The least RAM: see mote::multipliers::recomputed.
struct Recomputed : mote::DefaultConfig {
    using Multipliers = mote::multipliers::recomputed;
};

#endif
