// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_BROADCAST_HPP
#define MOTE_KERNELS_BROADCAST_HPP

#include "../core/shape.hpp"
#include "pairwise.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// One axis of two operands that are combined element by element: along it an operand moves, or is held and
/// so repeated. At least one moves. Kept as one word of a table.
struct BroadcastAxis {
    std::int32_t extent; // below 2^30
    bool a_moves;
    bool b_moves;

    static constexpr BroadcastAxis from_word(std::uint32_t word) noexcept {
        return {static_cast<std::int32_t>(word >> 2), (word & 2) != 0, (word & 1) != 0};
    }
    constexpr std::uint32_t to_word() const noexcept {
        return static_cast<std::uint32_t>(extent) << 2 | (a_moves ? 2u : 0u) | (b_moves ? 1u : 0u);
    }
};

/// out = function(a, b) along `count` axes, from one to Shape::max_rank, the outermost first. Goes forward
/// through `out`, which may be an operand that moves along every axis, or start below it.
struct broadcast;

template <>
struct Kernel<broadcast, isa::scalar> {
    template <class Isa, class Function, class T, class Out>
    static void run(const std::uint32_t* axes, int count, const Function& function, const T* a, const T* b,
                    Out* out) noexcept {
        struct {
            std::int32_t left;
            const T* a;
            const T* b;
        } loops[Shape::max_rank - 1];
        const BroadcastAxis row = BroadcastAxis::from_word(axes[count - 1]);
        int depth = 0;
        for (;;) {
            for (; depth < count - 1; ++depth)
                loops[depth] = {BroadcastAxis::from_word(axes[depth]).extent, a, b};
            if (row.a_moves && row.b_moves)
                Kernel<pairwise, Isa>::run(function, a, b, out, row.extent);
            else
                Kernel<pairwise, Isa>::run(function, a, !row.a_moves, b, !row.b_moves, out, row.extent);
            // Past what the row has used; the loops around it go back where an operand is held.
            a += row.a_moves ? row.extent : 1;
            b += row.b_moves ? row.extent : 1;
            out += row.extent;
            do {
                if (depth == 0) return;
                --depth;
            } while (--loops[depth].left == 0);
            const BroadcastAxis axis = BroadcastAxis::from_word(axes[depth]);
            if (!axis.a_moves) a = loops[depth].a;
            if (!axis.b_moves) b = loops[depth].b;
            ++depth;
        }
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
