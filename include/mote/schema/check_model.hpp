// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_CHECK_MODEL_HPP
#define MOTE_SCHEMA_CHECK_MODEL_HPP

#include "model_view.hpp"

#include "../core/math.hpp"
#include "../core/status.hpp"

namespace mote {

/// Largest count of tensors and of operators in a subgraph: indices are kept in 15 bits, signed.
inline constexpr std::size_t max_model_items = 32766;
/// Largest tensor and largest arena, in bytes: places are kept in 30 bits.
inline constexpr std::uint32_t max_bytes = (1u << 30) - 16;

namespace detail {

template <class Table>
constexpr Status check_buffers(const ModelView<Table>& model) noexcept {
    const auto buffers = model.buffers();
    for (std::size_t i = 0; i < buffers.size(); ++i)
        if (buffers[i].template scalar<std::uint64_t>(schema::Buffer::VT_OFFSET, 0) > 1)
            return StatusCode::external_buffer;
    return {};
}

template <class Table>
constexpr Status check_shape(const TensorInfo<Table>& tensor) noexcept {
    if (tensor.file_rank() > static_cast<std::size_t>(Shape::max_rank)) return StatusCode::bad_shape;
    const Shape shape = tensor.shape();
    // Parts of a shape are multiplied as well as all of it, so that an extent of 0 must not hide the others.
    std::int64_t elements = 1;
    for (int axis = 0; axis < shape.rank; ++axis) {
        if (shape[axis] < 0) return StatusCode::bad_shape;
        elements *= maximum(shape[axis], std::int32_t{1});
        if (elements > INT32_MAX || elements * bits_of(tensor.type()) > std::int64_t{max_bytes} * 8)
            return StatusCode::bad_shape;
    }
    return {};
}

template <class Table>
constexpr Status check_tensor(const ModelView<Table>& model, const SubgraphView<Table>& subgraph,
                              int index) noexcept {
    const Table table = subgraph.tensors()[static_cast<std::size_t>(index)];
    if (table.template scalar<std::uint32_t>(schema::Tensor::VT_BUFFER, 0) >= model.buffers().size())
        return StatusCode::bad_buffer_index;
    const TensorInfo<Table> tensor = model.tensor(subgraph, index);
    if (tensor.type() < ElementType::float32 || tensor.type() > ElementType::float8_e5m2)
        return StatusCode::bad_element_type;
    if (const Status s = check_shape(tensor); !s) return s;
    if (tensor.is_constant() && tensor.constant().size < tensor.bytes()) return StatusCode::bad_buffer_size;
    return {};
}

/// Every index in [lowest, count): -1 as the lowest admits absent operands.
template <class Indices>
constexpr Status check_indices(const Indices& indices, std::int32_t lowest, std::size_t count) noexcept {
    for (std::size_t i = 0; i < indices.size(); ++i)
        if (indices[i] < lowest || (indices[i] >= 0 && static_cast<std::size_t>(indices[i]) >= count))
            return Status(StatusCode::bad_tensor_index).at_tensor(static_cast<std::int16_t>(indices[i]));
    return {};
}

template <class Table>
constexpr Status check_operator(const ModelView<Table>& model, const Table& op,
                                std::size_t tensors) noexcept {
    const std::uint32_t code = op.template scalar<std::uint32_t>(schema::Operator::VT_OPCODE_INDEX, 0);
    if (code >= model.operator_codes().size()) return StatusCode::bad_operator_code;
    const auto inputs = op.template vector<std::int32_t>(schema::Operator::VT_INPUTS);
    if (const Status s = check_indices(inputs, -1, tensors); !s) return s;
    return check_indices(op.template vector<std::int32_t>(schema::Operator::VT_OUTPUTS), 0, tensors);
}

template <class Table>
constexpr Status check_subgraph(const ModelView<Table>& model, const SubgraphView<Table>& subgraph) noexcept {
    const auto tensors = subgraph.tensors();
    const auto operators = subgraph.operators();
    if (tensors.size() > max_model_items || operators.size() > max_model_items)
        return StatusCode::model_too_large;
    for (std::size_t i = 0; i < tensors.size(); ++i)
        if (const Status s = check_tensor(model, subgraph, static_cast<int>(i)); !s)
            return s.at_tensor(static_cast<int>(i));
    for (std::size_t i = 0; i < operators.size(); ++i)
        if (const Status s = check_operator(model, operators[i], tensors.size()); !s)
            return s.at_operator(static_cast<int>(i));
    if (const Status s = check_indices(subgraph.inputs(), 0, tensors.size()); !s) return s;
    return check_indices(subgraph.outputs(), 0, tensors.size());
}

} // namespace detail

/// Checks every index, shape and buffer size of a structurally valid model that reading it relies on. What an
/// operator needs beyond that (counts, types, options, quantisation) its op's prepare checks.
template <class Table>
constexpr Status check_model(const ModelView<Table>& model) noexcept {
    if (model.version() != 3) return StatusCode::unsupported_version;
    if (model.subgraph_count() == 0) return StatusCode::invalid_model;
    if (const Status s = detail::check_buffers(model); !s) return s;
    return detail::check_subgraph(model, model.subgraph(0));
}

} // namespace mote

#endif
