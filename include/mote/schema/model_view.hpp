// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_MODEL_VIEW_HPP
#define MOTE_SCHEMA_MODEL_VIEW_HPP

#include "schema_generated.hpp"
#include "tensor_info.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {

/// What an operator is: a builtin one, or a custom one with its name.
struct OperatorCode {
    std::int32_t builtin = -1;
    const char* custom_name = nullptr; ///< with a closing zero; nullptr where the compiler reads the model
    Constant custom_text{};            ///< the same as bytes
    std::int32_t version = 1;
};

/// A subgraph where it lies in the file: its tensors, its operators in execution order, its inputs and
/// outputs.
template <class Table>
class SubgraphView {
public:
    using Indices = typename Table::template Vector<std::int32_t>;

    constexpr SubgraphView() noexcept = default;
    constexpr explicit SubgraphView(Table table) noexcept : table_(table) {}

    constexpr Indices inputs() const noexcept {
        return table_.template vector<std::int32_t>(schema::SubGraph::VT_INPUTS);
    }
    constexpr Indices outputs() const noexcept {
        return table_.template vector<std::int32_t>(schema::SubGraph::VT_OUTPUTS);
    }
    constexpr typename Table::Tables tensors() const noexcept {
        return table_.tables(schema::SubGraph::VT_TENSORS);
    }
    constexpr typename Table::Tables operators() const noexcept {
        return table_.tables(schema::SubGraph::VT_OPERATORS);
    }

private:
    Table table_{};
};

/// A .tflite model where its bytes lie, read through `Table` (FlatTable at run time, ByteTable in the
/// compiler). It does not own the bytes and copies nothing; indices are not checked here (check_model has
/// done so).
template <class Table>
class ModelView {
public:
    constexpr ModelView() noexcept = default;
    constexpr explicit ModelView(const unsigned char* data, std::size_t size = 0xffffffffu) noexcept
        : data_(data), root_(Table::root(data, size)) {}

    constexpr const unsigned char* data() const noexcept { return data_; }
    constexpr bool present() const noexcept { return root_.present(); }

    constexpr std::uint32_t version() const noexcept {
        return root_.template scalar<std::uint32_t>(schema::Model::VT_VERSION, 0);
    }
    constexpr std::size_t subgraph_count() const noexcept { return subgraphs().size(); }
    constexpr SubgraphView<Table> subgraph(std::size_t i) const noexcept {
        return SubgraphView<Table>(subgraphs()[i]);
    }
    constexpr typename Table::Tables operator_codes() const noexcept {
        return root_.tables(schema::Model::VT_OPERATOR_CODES);
    }
    constexpr typename Table::Tables buffers() const noexcept {
        return root_.tables(schema::Model::VT_BUFFERS);
    }

    /// The bytes of buffer `i`; empty for the buffers of tensors that are not constant.
    constexpr Constant buffer(std::size_t i) const noexcept {
        const auto bytes = buffers()[i].template vector<std::uint8_t>(schema::Buffer::VT_DATA);
        return bytes.size() == 0 ? Constant{} : Constant{bytes.data(), bytes.size()};
    }

    constexpr TensorInfo<Table> tensor(const SubgraphView<Table>& subgraph,
                                       std::int32_t index) const noexcept {
        const Table table = subgraph.tensors()[static_cast<std::size_t>(index)];
        const Constant bytes = buffer(table.template scalar<std::uint32_t>(schema::Tensor::VT_BUFFER, 0));
        return {table, index, bytes, stretch_of(subgraph, index)};
    }

    /// Code `i` of the model. Old files keep it in an 8-bit field that a newer one supersedes.
    constexpr OperatorCode operator_code(std::size_t i) const noexcept {
        const Table code = operator_codes()[i];
        const std::int32_t old =
            code.template scalar<std::int8_t>(schema::OperatorCode::VT_DEPRECATED_BUILTIN_CODE, 0);
        const std::int32_t wide =
            code.template scalar<std::int32_t>(schema::OperatorCode::VT_BUILTIN_CODE, 0);
        const auto name = code.template vector<std::uint8_t>(schema::OperatorCode::VT_CUSTOM_CODE);
        return {wide > old ? wide : old,
                code.text(schema::OperatorCode::VT_CUSTOM_CODE),
                {name.data(), name.size()},
                code.template scalar<std::int32_t>(schema::OperatorCode::VT_VERSION, 1)};
    }

    /// The buffer that the model's metadata holds under `name`; `found` false when there is none. An entry
    /// without data is found, and empty.
    struct Metadata {
        Constant bytes{};
        bool found = false;
    };
    constexpr Metadata metadata(const char* name) const noexcept {
        const auto entries = root_.tables(schema::Model::VT_METADATA);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (!equals(entries[i].template vector<std::int8_t>(schema::Metadata::VT_NAME), name)) continue;
            const std::uint32_t at =
                entries[i].template scalar<std::uint32_t>(schema::Metadata::VT_BUFFER, 0);
            return {at < buffers().size() ? buffer(at) : Constant{}, true};
        }
        return {};
    }

private:
    /// What a -1 among a tensor's extents stands for: only RESHAPE may leave one open, for its input to fill.
    constexpr std::int32_t stretch_of(const SubgraphView<Table>& subgraph,
                                      std::int32_t index) const noexcept {
        const Table table = subgraph.tensors()[static_cast<std::size_t>(index)];
        const auto extents = table.template vector<std::int32_t>(schema::Tensor::VT_SHAPE);
        // Negative ones by their highest byte: this is done for every tensor, and there is hardly ever one.
        int open = 0;
        const std::size_t rank = extents.size();
        for (std::size_t axis = 0; axis < rank; ++axis)
            if (extents.data()[4 * axis + 3] > 0x7f) ++open;
        if (open != 1) return -1;
        std::int64_t rest = 1;
        for (std::size_t axis = 0; axis < rank; ++axis) {
            if (extents[axis] != -1) rest *= extents[axis];
            if (rest <= 0 || rest > INT32_MAX) return -1;
        }
        return reshaped_elements(subgraph, index, static_cast<std::int32_t>(rest));
    }
    /// Elements of the input of the RESHAPE that writes tensor `index`, divided by `rest`; -1 without one.
    constexpr std::int32_t reshaped_elements(const SubgraphView<Table>& subgraph, std::int32_t index,
                                             std::int32_t rest) const noexcept {
        const auto operators = subgraph.operators();
        for (std::size_t i = 0; i < operators.size(); ++i) {
            const auto inputs = operators[i].template vector<std::int32_t>(schema::Operator::VT_INPUTS);
            const auto outputs = operators[i].template vector<std::int32_t>(schema::Operator::VT_OUTPUTS);
            if (outputs.size() != 1 || outputs[0] != index || inputs.size() == 0) continue;
            const std::uint32_t code =
                operators[i].template scalar<std::uint32_t>(schema::Operator::VT_OPCODE_INDEX, 0);
            if (code >= operator_codes().size() ||
                operator_code(code).builtin != schema::BuiltinOperator_RESHAPE)
                continue;
            if (inputs[0] < 0 || static_cast<std::size_t>(inputs[0]) >= subgraph.tensors().size()) continue;
            return elements_over(subgraph.tensors()[static_cast<std::size_t>(inputs[0])], rest);
        }
        return -1;
    }
    static constexpr std::int32_t elements_over(Table tensor, std::int32_t rest) noexcept {
        const Shape shape = TensorInfo<Table>(tensor, 0, {}).shape();
        std::int64_t elements = 1;
        for (int axis = 0; axis < shape.rank; ++axis) {
            elements *= shape[axis];
            if (elements <= 0 || elements > INT32_MAX) return -1;
        }
        // Both fit in 32 bits, where dividing needs no library.
        const auto all = static_cast<std::int32_t>(elements);
        return all % rest == 0 ? all / rest : -1;
    }

    template <class Characters>
    static constexpr bool equals(const Characters& a, const char* b) noexcept {
        std::size_t i = 0;
        while (i < a.size() && b[i] != '\0' && a[i] == b[i]) ++i;
        return i == a.size() && b[i] == '\0';
    }
    constexpr typename Table::Tables subgraphs() const noexcept {
        return root_.tables(schema::Model::VT_SUBGRAPHS);
    }

    const unsigned char* data_ = nullptr;
    Table root_{};
};

} // namespace mote

#endif
