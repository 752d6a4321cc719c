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
constexpr bool has_external_buffer(const ModelView<Table>& model) noexcept {
    const auto& buffers = model.buffers();
    const std::size_t count = buffers.size();
    for (std::size_t i = 0; i < count; ++i)
        if (buffers[i].template scalar<std::uint64_t>(schema::Buffer::VT_OFFSET, 0) > 1) return true;
    return false;
}

/// Whether all parts of a shape have so few elements of `bits` bits that they can be counted: parts are
/// multiplied as well as all of it, so that an extent of 0 must not hide the others.
constexpr bool is_countable(const Shape& shape, int bits) noexcept {
    std::uint32_t elements = 1;
    for (int axis = 0; axis < shape.rank; ++axis) {
        if (shape[axis] < 0) return false;
        const std::uint64_t product =
            std::uint64_t{elements} * static_cast<std::uint32_t>(maximum(shape[axis], std::int32_t{1}));
        if (product > INT32_MAX) return false;
        elements = static_cast<std::uint32_t>(product);
        if (std::uint64_t{elements} * static_cast<unsigned>(bits) > std::uint64_t{max_bytes} * 8)
            return false;
    }
    return true;
}

template <class Table>
constexpr StatusCode check_tensor(const ModelView<Table>& model, const TensorInfo<Table>& tensor) noexcept {
    if (tensor.buffer() >= model.buffers().size()) return StatusCode::bad_buffer_index;
    const ElementType type = tensor.type();
    if (type < ElementType::float32 || type > ElementType::float8_e5m2) return StatusCode::bad_element_type;
    if (tensor.file_rank() > static_cast<std::size_t>(Shape::max_rank) ||
        !is_countable(tensor.shape(), bits_of(type)))
        return StatusCode::bad_shape;
    const std::size_t bytes = tensor.constant().size;
    return bytes != 0 && bytes < tensor.bytes() ? StatusCode::bad_buffer_size : StatusCode::ok;
}

/// Every index in [lowest, count): -1 as the lowest admits absent operands.
template <class Indices>
MOTE_NOINLINE constexpr Status check_indices(const Indices& indices, std::int32_t lowest,
                                             std::size_t count) noexcept {
    const std::size_t size = indices.size();
    for (std::size_t i = 0; i < size; ++i) {
        const std::int32_t index = indices[i];
        if (index < lowest || (index >= 0 && static_cast<std::size_t>(index) >= count))
            return Status(StatusCode::bad_tensor_index).at_tensor(static_cast<std::int16_t>(index));
    }
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
    const std::size_t tensors = subgraph.tensors().size();
    const std::size_t operators = subgraph.operators().size();
    if (tensors > max_model_items || operators > max_model_items) return StatusCode::model_too_large;
    for (std::size_t i = 0; i < tensors; ++i) {
        const StatusCode code = check_tensor(model, model.tensor(subgraph, static_cast<std::int32_t>(i)));
        if (code != StatusCode::ok) return Status(code).at_tensor(static_cast<int>(i));
    }
    for (std::size_t i = 0; i < operators; ++i)
        if (const Status s = check_operator(model, subgraph.operators()[i], tensors); !s)
            return s.at_operator(static_cast<int>(i));
    if (const Status s = check_indices(subgraph.inputs(), 0, tensors); !s) return s;
    return check_indices(subgraph.outputs(), 0, tensors);
}

} // namespace detail

/// Checks every index, shape and buffer size of a structurally valid model that reading it relies on. What an
/// operator needs beyond that (counts, types, options, quantisation) its op's prepare checks.
template <class Table>
MOTE_NOINLINE constexpr Status check_model(const ModelView<Table>& model) noexcept {
    if (model.version() != 3) return StatusCode::unsupported_version;
    if (model.subgraph_count() == 0) return StatusCode::invalid_model;
    if (detail::has_external_buffer(model)) return StatusCode::external_buffer;
    return detail::check_subgraph(model, model.subgraph(0));
}

} // namespace mote

#endif
