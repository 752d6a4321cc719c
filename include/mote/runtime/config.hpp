// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_CONFIG_HPP
#define MOTE_RUNTIME_CONFIG_HPP

#include "../core/kernel.hpp"
#include "../core/multipliers.hpp"
#include "../core/numerics.hpp"
#include "../memory/greedy_planner.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// No profiling, at no cost. A profiler of the user's own has `enabled = true` and `static std::uint32_t
/// now()`, a clock of any unit that may wrap; the interpreter then keeps four bytes per operator in the tail.
struct no_profiler {
    static constexpr bool enabled = false;
    static std::uint32_t now() noexcept { return 0; }
};

/// The policies of an interpreter. To change one, derive and hide it:
/// `struct Mine : mote::DefaultConfig { static constexpr bool keep_inputs = true; };`
struct DefaultConfig {
    /// Whose kernels run.
    using Isa = isa::native;
    /// How accumulators become outputs.
    using Numerics = numerics::reference;
    /// Whether the multipliers of filters with a scale per channel are multipliers::stored or, to save RAM
    /// for instructions, multipliers::recomputed.
    using Multipliers = multipliers::stored;
    /// How the head is laid out: greedy_planner or linear_planner.
    using Planner = greedy_planner;
    using Profiler = no_profiler;
    /// Every tensor keeps memory of its own, so that all can be read after invoke; no plan of the model's is
    /// obeyed.
    static constexpr bool preserve_all_tensors = false;
    /// Inputs keep their memory throughout, so that they need not be written anew before every invoke.
    static constexpr bool keep_inputs = false;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
