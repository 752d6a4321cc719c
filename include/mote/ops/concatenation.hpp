// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_CONCATENATION_HPP
#define MOTE_OPS_CONCATENATION_HPP

#include "../schema/options.hpp"
#include "moved_types.hpp"

#include <cstring>

namespace mote::ops {

namespace detail {

template <class Types>
struct Concatenation : Operands<variadic> {
    static constexpr int words_per_input = 1; // bytes of one of its chunks

    /// The output is `chunks` times a chunk of each input.
    struct Params {
        std::uint32_t chunks;
        std::uint32_t inputs;
    };

    template <class Node>
    static constexpr bool accepts(const Node& node) noexcept {
        bool all = true;
        for (int i = 0; i < node.input_count(); ++i) all = all && MovedTypes<Types>::accept(node, i);
        return all;
    }

    template <class Node, class Requests>
    static constexpr Result<Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options<options::Concatenation>();
        if (!o) return o.status();
        if (o->activation != options::Activation::none) return StatusCode::unsupported_feature;
        const Shape out = node.output(0).shape();
        const int axis = static_cast<int>(o->axis < 0 ? o->axis + out.rank : o->axis);
        if (axis < 0 || axis >= out.rank) return StatusCode::bad_option;
        if (const Status s = check_inputs(node, axis); !s) return s;
        const auto chunks = static_cast<std::uint32_t>(out.product(0, axis));
        const WordTable table = requests.table(node.input_count());
        for (int i = 0; i < node.input_count(); ++i) table.set(i, chunk_bytes(node, i, chunks));
        permit_overlap(node, chunks, requests);
        return Params{chunks, static_cast<std::uint32_t>(node.input_count())};
    }

    template <class Config>
    static void eval(const Params& p, const EvalContext& context) noexcept {
        const std::uint32_t* const bytes = context.table(static_cast<std::int32_t>(p.inputs));
        auto* to = context.template output<unsigned char>(0);
        for (std::uint32_t chunk = 0; chunk < p.chunks; ++chunk) {
            for (std::uint32_t i = 0; i < p.inputs; ++i) {
                std::memmove(to,
                             context.template input<unsigned char>(static_cast<int>(i)) + chunk * bytes[i],
                             bytes[i]);
                to += bytes[i];
            }
        }
    }

private:
    template <class Node>
    static constexpr Status check_inputs(const Node& node, int axis) noexcept {
        const Shape out = node.output(0).shape();
        std::int64_t extent = 0;
        for (int i = 0; i < node.input_count(); ++i) {
            Shape in = node.input(i).shape();
            if (in.rank != out.rank)
                return Status(StatusCode::shape_mismatch).at_tensor(node.input(i).index());
            extent += in[axis];
            in[axis] = out[axis];
            if (in != out) return Status(StatusCode::shape_mismatch).at_tensor(node.input(i).index());
            if (!fits(node.input(i), node.output(0)))
                return Status(StatusCode::bad_quantization).at_tensor(node.input(i).index());
        }
        return extent == out[axis] ? StatusCode::ok : StatusCode::shape_mismatch;
    }
    /// 8-bit elements are not rescaled on the way. Those of 16 bits are taken as they are: their scales may
    /// differ.
    template <class Tensor>
    static constexpr bool fits(const Tensor& in, const Tensor& out) noexcept {
        if (in.template is<std::int16_t>()) return in.zero_point() == 0 && out.zero_point() == 0;
        return whole_bytes_of(in.type()) != 1 || same_quantization(in, out);
    }

    template <class Node>
    static constexpr std::uint32_t chunk_bytes(const Node& node, int i, std::uint32_t chunks) noexcept {
        return chunks > 0 ? node.input(i).bytes() / chunks : 0;
    }

    /// Any one input may lie in the output, whose chunks before those not yet read then reach up to them. The
    /// largest is asked for first.
    template <class Node, class Requests>
    static constexpr void permit_overlap(const Node& node, std::uint32_t chunks,
                                         Requests& requests) noexcept {
        if (node.output(0).bytes() == 0) return;
        int largest = 0;
        for (int i = 1; i < node.input_count(); ++i)
            if (node.input(i).bytes() > node.input(largest).bytes()) largest = i;
        const std::uint32_t step = node.output(0).bytes() / chunks;
        const auto permit = [&](int input) {
            std::uint32_t distance = (chunks - 1) * (step - chunk_bytes(node, input, chunks));
            for (int i = 0; i < input; ++i) distance += chunk_bytes(node, i, chunks);
            requests.overlap(input, distance);
        };
        permit(largest);
        for (int i = 0; i < node.input_count(); ++i)
            if (i != largest) permit(i);
    }
};

} // namespace detail

/// CONCATENATION of any number of inputs along any axis, for every type of whole bytes or for those named. No
/// fused activation; 8-bit inputs must have the output's scale and zero point, 16-bit ones the zero point 0.
template <class... Types>
struct Concatenation : Op<schema::BuiltinOperator_CONCATENATION, detail::Concatenation<TypeList<Types...>>> {
};

} // namespace mote::ops

#endif
