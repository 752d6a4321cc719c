// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_OPEN_EXTENT_HPP
#define MOTE_SCHEMA_OPEN_EXTENT_HPP

#include "format.hpp"

#include "../config.hpp"
#include "../core/shape.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// The builtin operator that a table of the model's operator codes means. Old files keep it in an 8-bit field
/// that a newer one supersedes.
template <class Table>
constexpr std::int32_t builtin_code(const Table& code) noexcept {
    const std::int32_t old =
        code.template scalar<std::int8_t>(schema::OperatorCode::VT_DEPRECATED_BUILTIN_CODE, 0);
    const std::int32_t wide = code.template scalar<std::int32_t>(schema::OperatorCode::VT_BUILTIN_CODE, 0);
    return wide > old ? wide : old;
}

namespace detail {

/// Product of the extents of a tensor, without -1s if `skips_open`; 0 where it is not positive or not an
/// int32.
template <class Table>
constexpr std::int32_t product_of_extents(const Table& tensor, bool skips_open) noexcept {
    const auto extents = tensor.template vector<std::int32_t>(schema::Tensor::VT_SHAPE);
    std::int32_t product = 1;
    for (std::size_t axis = 0; axis < extents.size() && axis < Shape::max_rank; ++axis) {
        const std::int32_t extent = extents[axis];
        if (extent == -1 && skips_open) continue;
        if (extent <= 0 || product > INT32_MAX / extent) return 0;
        product *= extent;
    }
    return product;
}

/// The input of the RESHAPE that writes tensor `index`; not present where none does.
template <class Table>
constexpr Table reshaped_tensor(const Table& model, const Table& subgraph, std::int32_t index) noexcept {
    const auto tensors = subgraph.tables(schema::SubGraph::VT_TENSORS);
    const auto codes = model.tables(schema::Model::VT_OPERATOR_CODES);
    const auto operators = subgraph.tables(schema::SubGraph::VT_OPERATORS);
    for (std::size_t i = 0; i < operators.size(); ++i) {
        const auto inputs = operators[i].template vector<std::int32_t>(schema::Operator::VT_INPUTS);
        const auto outputs = operators[i].template vector<std::int32_t>(schema::Operator::VT_OUTPUTS);
        if (outputs.size() != 1 || outputs[0] != index || inputs.size() == 0) continue;
        const auto code = operators[i].template scalar<std::uint32_t>(schema::Operator::VT_OPCODE_INDEX, 0);
        if (code >= codes.size() || builtin_code(codes[code]) != schema::BuiltinOperator_RESHAPE) continue;
        const auto input = static_cast<std::size_t>(inputs[0]); // -1 is beyond all tensors
        if (input < tensors.size()) return tensors[input];
    }
    return {};
}

} // namespace detail

/// Replaces the one extent of tensor `index` that is negative by what it stands for, if it is among `count`.
/// Only RESHAPE may leave one open, as -1, for its input to fill; otherwise the shape stays as it is.
template <class Table>
MOTE_NOINLINE constexpr void fill_open_extent(std::int32_t* extents, int count, const Table& model,
                                              const Table& subgraph, std::int32_t index) noexcept {
    const auto tensors = subgraph.tables(schema::SubGraph::VT_TENSORS);
    const std::int32_t rest = detail::product_of_extents(tensors[static_cast<std::size_t>(index)], true);
    const Table input = detail::reshaped_tensor(model, subgraph, index);
    if (rest == 0 || !input.present()) return;
    const std::int32_t all = detail::product_of_extents(input, false);
    if (all == 0 || all % rest != 0) return;
    for (int axis = 0; axis < count; ++axis)
        if (extents[axis] == -1) extents[axis] = all / rest;
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
