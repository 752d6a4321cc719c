// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_SQUEEZE_HPP
#define MOTE_OPS_SQUEEZE_HPP

#include "../schema/options.hpp"
#include "relabel.hpp"

namespace mote::ops {

namespace detail {

template <class Types>
struct Squeeze : Relabel<1, 1, Types> {
    using Base = Relabel<1, 1, Types>;

    template <class Node, class Requests>
    static constexpr Result<typename Base::Params> prepare(const Node& node, Requests& requests) noexcept {
        const auto o = node.template options_or_default<options::Squeeze>();
        if (!o) return o.status();
        const Shape in = node.input(0).shape();
        const Result<std::uint32_t> dropped = dropped_axes(in, *o);
        if (!dropped) return dropped.status();
        if (!keeps_the_rest(in, *dropped, node.output(0).shape())) return StatusCode::shape_mismatch;
        return Base::prepare(node, requests);
    }

private:
    /// A bit for each axis that goes.
    static constexpr Result<std::uint32_t> dropped_axes(const Shape& in, const options::Squeeze& o) noexcept {
        std::uint32_t dropped = 0;
        for (int axis = 0; axis < in.rank && o.count == 0; ++axis)
            if (in[axis] == 1) dropped |= 1u << axis;
        for (int i = 0; i < o.count; ++i) {
            const int axis = static_cast<int>(o.dims[i] < 0 ? o.dims[i] + in.rank : o.dims[i]);
            if (axis < 0 || axis >= in.rank) return StatusCode::bad_option;
            if (in[axis] != 1) return StatusCode::shape_mismatch;
            dropped |= 1u << axis;
        }
        return dropped;
    }
    /// The other axes in their order, and perhaps further ones of extent 1.
    static constexpr bool keeps_the_rest(const Shape& in, std::uint32_t dropped, const Shape& out) noexcept {
        int kept = 0;
        for (int axis = 0; axis < in.rank; ++axis)
            if ((dropped >> axis & 1u) == 0 && (kept >= out.rank || out[kept++] != in[axis])) return false;
        return out.product(kept, out.rank) == 1;
    }
};

} // namespace detail

/// SQUEEZE for every element type, or for those named: drops axes of extent 1, the listed ones or all.
template <class... Types>
struct Squeeze : Op<schema::BuiltinOperator_SQUEEZE, detail::Squeeze<TypeList<Types...>>> {};

} // namespace mote::ops

#endif
