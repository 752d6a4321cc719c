// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_QUANTIZATION_PARAMS_HPP
#define MOTE_CORE_QUANTIZATION_PARAMS_HPP

#include "../config.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Real value = scale * (element - zero_point), for tensors with one scale. Scale 0: not quantised.
struct Quantization {
    float scale = 0.0f;
    std::int32_t zero_point = 0;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
