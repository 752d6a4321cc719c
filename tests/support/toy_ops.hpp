// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_SUPPORT_TOY_OPS_HPP
#define MOTE_TESTS_SUPPORT_TOY_OPS_HPP

#include "mote/mote.hpp"

namespace test {

/// Custom ops for tests of the runtime: a user's own ops, each its only variant.

/// float: y = x + 1, in place where it may.
struct AddOne : mote::Operands<1> {
    static constexpr const char* custom_name = "AddOne";
    struct Params {
        std::int32_t elements;
    };
    template <class Node>
    static constexpr bool accepts(const Node& node) {
        return mote::has_types<float>(node);
    }
    template <class Node, class Requests>
    static constexpr mote::Result<Params> prepare(const Node& node, Requests& requests) {
        if (node.input(0).elements() != node.output(0).elements()) return mote::StatusCode::shape_mismatch;
        requests.overlap(0);
        return Params{node.input(0).elements()};
    }
    template <class Config>
    static void eval(const Params& p, const mote::EvalContext& context) {
        for (std::int32_t i = 0; i < p.elements; ++i)
            context.output<float>(0)[i] = context.input<float>(0)[i] + 1;
    }
};

/// float: y = x; fails at eval where an element is negative.
struct FailIfNegative : mote::Operands<1> {
    static constexpr const char* custom_name = "FailIfNegative";
    struct Params {};
    template <class Node>
    static constexpr bool accepts(const Node& node) {
        return mote::has_types<float>(node);
    }
    template <class Node, class Requests>
    static constexpr mote::Result<Params> prepare(const Node&, Requests&) {
        return Params{};
    }
    template <class Config>
    static mote::Status eval(const Params&, const mote::EvalContext& context) {
        if (*context.input<float>(0) < 0) return mote::StatusCode::value_out_of_range;
        *context.output<float>(0) = *context.input<float>(0);
        return {};
    }
};

/// int8: the variable, input 1, grows by input 0; y is its new value.
struct Accumulate : mote::Operands<2> {
    static constexpr const char* custom_name = "Accumulate";
    struct Params {
        std::int32_t elements;
    };
    template <class Node>
    static constexpr bool accepts(const Node& node) {
        return mote::has_types<std::int8_t>(node);
    }
    template <class Node, class Requests>
    static constexpr mote::Result<Params> prepare(const Node& node, Requests&) {
        if (!node.input(1).is_variable()) return mote::StatusCode::not_variable;
        return Params{node.input(0).elements()};
    }
    template <class Config>
    static void eval(const Params& p, const mote::EvalContext& context) {
        for (std::int32_t i = 0; i < p.elements; ++i) {
            std::int8_t& sum = context.variable<std::int8_t>(1)[i];
            sum = static_cast<std::int8_t>(sum + context.input<std::int8_t>(0)[i]);
            context.output<std::int8_t>(0)[i] = sum;
        }
    }
};

/// int32: y = how often it ran, counted in state of its own; dirties 64 bytes of scratch, reads its table.
struct CountCalls : mote::Operands<1, 1, 1, 2> {
    static constexpr const char* custom_name = "CountCalls";
    struct Params {
        std::int32_t step;
    };
    template <class Node>
    static constexpr bool accepts(const Node&) {
        return true;
    }
    template <class Node, class Requests>
    static constexpr mote::Result<Params> prepare(const Node&, Requests& requests) {
        const mote::WordTable table = requests.table(3);
        requests.state(4);
        requests.scratch(64);
        for (int i = 0; i < 3; ++i) table.set(i, static_cast<std::uint32_t>(i - 1));
        return Params{-1};
    }
    template <class Config>
    static void eval(const Params& p, const mote::EvalContext& context) {
        const std::uint32_t* table = context.table(3);
        for (int i = 0; i < 64; ++i) context.extra<unsigned char>(1)[i] = 0xEE;
        auto& count = *context.extra<std::int32_t>(0);
        count += static_cast<std::int32_t>(table[0] + table[1] + table[2]) - p.step;
        *context.output<std::int32_t>(0) = count;
    }
};

using ToyOps = mote::OpSet<AddOne, FailIfNegative, Accumulate, CountCalls>;

} // namespace test

#endif
