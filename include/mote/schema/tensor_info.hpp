// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_TENSOR_INFO_HPP
#define MOTE_SCHEMA_TENSOR_INFO_HPP

#include "constant.hpp"
#include "format.hpp"
#include "open_extent.hpp"

#include "../core/element_type.hpp"
#include "../core/math.hpp"
#include "../core/shape.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// The bytes of buffer `i`; empty for the buffers of tensors that are not constant.
template <class Tables>
constexpr Constant buffer_at(const Tables& buffers, std::size_t i) noexcept {
    const auto bytes = buffers[i].template vector<std::uint8_t>(schema::Buffer::VT_DATA);
    return bytes.size() == 0 ? Constant{} : Constant{bytes.data(), bytes.size()};
}

/// What the model says of one tensor, read where it lies in the file.
template <class Table>
class TensorInfo {
public:
    using Scales = typename Table::template Vector<float>;
    using ZeroPoints = typename Table::template Vector<std::int64_t>;

    constexpr TensorInfo() noexcept = default;
    /// Tensor `index` of `subgraph`, which is a table of the file, as are `root`, the model, and `tensor`.
    constexpr TensorInfo(const Table& root, const typename Table::Tables& buffers, const Table& subgraph,
                         const Table& tensor, std::int32_t index) noexcept
        : model_(root),
          subgraph_(subgraph),
          table_(tensor),
          buffers_(buffers),
          index_(static_cast<int>(index)) {}

    /// Its index in the subgraph; -1 for an optional operand that is absent.
    constexpr int index() const noexcept { return index_; }
    constexpr bool present() const noexcept { return index_ >= 0; }
    /// Its name in the model; nullptr when it has none.
    constexpr const char* name() const noexcept { return table_.text(schema::Tensor::VT_NAME); }

    constexpr ElementType type() const noexcept {
        return static_cast<ElementType>(table_.template scalar<std::int8_t>(schema::Tensor::VT_TYPE, 0));
    }
    template <class T>
    constexpr bool is() const noexcept {
        return type() == element_type_of<T>;
    }

    /// The rank as the file has it, which may be more than a Shape can hold.
    constexpr std::size_t file_rank() const noexcept { return file_extents().size(); }
    /// The extents as the file has them.
    constexpr typename Table::template Vector<std::int32_t> file_extents() const noexcept {
        return table_.template vector<std::int32_t>(schema::Tensor::VT_SHAPE);
    }
    constexpr Shape shape() const noexcept {
        Shape shape;
        shape.rank = read_extents(shape.dims, Shape::max_rank);
        return shape;
    }
    /// Writes the first extents, at most `capacity`. Returns how many there are, but no more than max_rank.
    MOTE_NOINLINE constexpr int read_extents(std::int32_t* extents, int capacity) const noexcept {
        const auto found = file_extents();
        const int rank = static_cast<int>(minimum<std::size_t>(found.size(), Shape::max_rank));
        int open = 0;
        for (int axis = 0; axis < rank; ++axis) {
            const std::int32_t extent = found[static_cast<std::size_t>(axis)];
            if (extent < 0) ++open;
            if (axis < capacity) extents[axis] = extent;
        }
        if (open == 1) fill_open_extent(extents, minimum(rank, capacity), model_, subgraph_, index_);
        return rank;
    }
    MOTE_NOINLINE constexpr std::int32_t elements() const noexcept {
        const auto extents = file_extents();
        std::int32_t product = 1;
        for (std::size_t axis = 0; axis < extents.size() && axis < Shape::max_rank; ++axis) {
            if (extents[axis] < 0) return shape().elements();
            product *= extents[axis];
        }
        return product;
    }
    /// Bytes of the whole tensor; int4 elements share bytes.
    MOTE_NOINLINE constexpr std::uint32_t bytes() const noexcept {
        return static_cast<std::uint32_t>((static_cast<std::int64_t>(elements()) * bits_of(type()) + 7) / 8);
    }

    constexpr bool is_variable() const noexcept {
        return table_.template scalar<std::uint8_t>(schema::Tensor::VT_IS_VARIABLE, 0) != 0;
    }
    constexpr bool is_constant() const noexcept { return constant().size != 0; }
    /// The number of the buffer with its bytes.
    constexpr std::uint32_t buffer() const noexcept {
        return table_.template scalar<std::uint32_t>(schema::Tensor::VT_BUFFER, 0);
    }
    /// The bytes of that buffer; empty where the tensor is not constant.
    MOTE_NOINLINE constexpr Constant constant() const noexcept {
        return present() ? buffer_at(buffers_, buffer()) : Constant{};
    }

    /// True when both scale and zero point are given: otherwise the format counts a tensor as not quantised.
    constexpr bool is_quantized() const noexcept { return scales().size() > 0 && zero_points().size() > 0; }
    constexpr Scales scales() const noexcept {
        return quantization().template vector<float>(schema::QuantizationParameters::VT_SCALE);
    }
    constexpr ZeroPoints zero_points() const noexcept {
        return quantization().template vector<std::int64_t>(schema::QuantizationParameters::VT_ZERO_POINT);
    }
    /// The axis along which there is a scale per index, when there is more than one.
    constexpr std::int32_t quantized_dimension() const noexcept {
        return quantization().template scalar<std::int32_t>(
            schema::QuantizationParameters::VT_QUANTIZED_DIMENSION, 0);
    }
    /// The first (mostly only) scale; 0 when not quantised.
    constexpr float scale() const noexcept { return scales().size() > 0 ? scales()[0] : 0.0f; }
    /// The first (mostly only) zero point; 0 when not quantised.
    constexpr std::int64_t zero_point() const noexcept {
        return zero_points().size() > 0 ? zero_points()[0] : 0;
    }

private:
    constexpr Table quantization() const noexcept { return table_.table(schema::Tensor::VT_QUANTIZATION); }

    Table model_{};
    Table subgraph_{};
    Table table_{};
    typename Table::Tables buffers_{};
    int index_ = -1;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
