// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_PAIRWISE_HPP
#define MOTE_KERNELS_PAIRWISE_HPP

#include "../core/kernel.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// out[i] = function(a[i], b[i]) for i < n, going forward; an operand that is `held` stays at its first
/// element instead. `out` may be an operand that is not held, or start below it. No requirement on alignment
/// or n.
struct pairwise;

template <>
struct Kernel<pairwise, isa::scalar> {
    template <class Function, class T, class Out>
    static void run(Function function, const T* a, const T* b, Out* out, std::int32_t n) noexcept {
        for (std::int32_t i = 0; i < n; ++i) out[i] = function(a[i], b[i]);
    }

    template <class Function, class T, class Out>
    static void run(Function function, const T* a, bool a_held, const T* b, bool b_held, Out* out,
                    std::int32_t n) noexcept {
        const std::int32_t a_step = a_held ? 0 : 1;
        const std::int32_t b_step = b_held ? 0 : 1;
        for (std::int32_t i = 0; i < n; ++i, a += a_step, b += b_step) out[i] = function(*a, *b);
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
