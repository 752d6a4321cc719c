// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_CHECK_MODEL_HPP
#define MOTE_SCHEMA_CHECK_MODEL_HPP

#include "model_view.hpp"

#include "../core/math.hpp"
#include "../core/status.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

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

/// Elements of `count` parts of so many elements each; 0 where they, of `bits` bits, are more than can be
/// counted. No elements count as one, so that an extent of 0 does not hide the others: parts of a shape are
/// multiplied as well as all of it.
MOTE_NOINLINE constexpr std::uint32_t count_elements(std::int32_t count, std::uint32_t elements,
                                                     int bits) noexcept {
    if (count < 0) return 0;
    if (count == 0) return elements;
    const std::uint64_t product = std::uint64_t{elements} * static_cast<std::uint32_t>(count);
    if (product > INT32_MAX) return 0;
    elements = static_cast<std::uint32_t>(product);
    return std::uint64_t{elements} * static_cast<unsigned>(bits) > std::uint64_t{max_bytes} * 8 ? 0
                                                                                                : elements;
}

/// Whether all parts of a shape can be counted.
template <class Extents>
constexpr bool is_countable(const Extents& extents, std::size_t rank, int bits) noexcept {
    std::uint32_t elements = 1;
    for (std::size_t axis = 0; axis < rank && elements != 0; ++axis)
        elements = count_elements(extents[axis], elements, bits);
    return elements != 0;
}

/// The same for a tensor, one of whose extents may be open.
template <class Table>
constexpr bool is_countable(const TensorInfo<Table>& tensor, int bits) noexcept {
    const std::size_t rank = tensor.file_rank();
    if (rank > static_cast<std::size_t>(Shape::max_rank)) return false;
    return is_countable(tensor.file_extents(), rank, bits) || is_countable(tensor.shape().dims, rank, bits);
}

template <class Table>
constexpr StatusCode check_tensor(const ModelView<Table>& model, const TensorInfo<Table>& tensor) noexcept {
    if (tensor.buffer() >= model.buffers().size()) return StatusCode::bad_buffer_index;
    const ElementType type = tensor.type();
    if (type < ElementType::float32 || type > ElementType::float8_e5m2) return StatusCode::bad_element_type;
    if (!is_countable(tensor, bits_of(type))) return StatusCode::bad_shape;
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

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
