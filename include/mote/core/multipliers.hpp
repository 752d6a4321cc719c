// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_MULTIPLIERS_HPP
#define MOTE_CORE_MULTIPLIERS_HPP

#include "../config.hpp"

#include <type_traits>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Where the multipliers of a filter's channels are between invokes, a policy. Results are the same.
namespace multipliers {
/// Computed once and kept: four bytes per channel of the tail, or of flash with the static interpreter.
struct stored {};
/// Computed anew from the model's scales whenever their operator runs, into scratch: eight bytes per operator
/// are kept, the head grows where the scratch is not free anyway, and each invoke takes about a hundred
/// instructions more per channel.
struct recomputed {};
} // namespace multipliers

/// Whether Config asks for multipliers::recomputed. Float scales are recomputed anyway, one by one.
template <class Config>
inline constexpr bool recomputes_multipliers =
    std::is_same_v<typename Config::Multipliers, multipliers::recomputed> &&
    !Config::Numerics::scales_in_float;

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
