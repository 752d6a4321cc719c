// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_BENCHMARKS_BARE_METAL_CHAIN_OPS_HPP
#define MOTE_BENCHMARKS_BARE_METAL_CHAIN_OPS_HPP

#include "mote/ops/op.hpp"
#include "mote/runtime/op_set.hpp"

/// int32: y = x + a parameter + Kind, for one element: an operator with a word of params and five instructions of its own,
/// among others like it that the interpreter has to tell apart.
template <int Kind>
struct ChainOp : mote::Operands<1> {
    static constexpr char custom_name[] = {'C', 'h', 'a', 'i', 'n', '0' + Kind, '\0'};
    struct Params {
        std::int32_t addend;
    };
    template <class Node>
    static constexpr bool accepts(const Node& node) {
        return mote::has_types<std::int32_t>(node);
    }
    template <class Node, class Requests>
    static constexpr mote::Result<Params> prepare(const Node& node, Requests&) {
        return Params{node.index()};
    }
    template <class Config>
    static void eval(const Params& p, const mote::EvalContext& context) {
        *context.output<std::int32_t>(0) = *context.input<std::int32_t>(0) + p.addend + Kind;
    }
};

using ChainOps = mote::OpSet<ChainOp<0>, ChainOp<1>, ChainOp<2>, ChainOp<3>, ChainOp<4>, ChainOp<5>, ChainOp<6>, ChainOp<7>>;

#endif
