// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_VERSION_HPP
#define MOTE_VERSION_HPP

#include "config.hpp"

/// mote's version as a number to compare: major * 10000 + minor * 100 + patch.
#define MOTE_VERSION 100

namespace mote {
inline namespace MOTE_NAMESPACE {

/// mote's version in words.
inline constexpr char version[] = "0.1.0";

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
