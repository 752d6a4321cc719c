// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_MODEL_VIEW_HPP
#define MOTE_SCHEMA_MODEL_VIEW_HPP

#include "format.hpp"
#include "tensor_info.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

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
    constexpr explicit SubgraphView(Table table) noexcept
        : table_(table),
          tensors_(table.tables(schema::SubGraph::VT_TENSORS)),
          operators_(table.tables(schema::SubGraph::VT_OPERATORS)) {}

    constexpr Indices inputs() const noexcept {
        return table_.template vector<std::int32_t>(schema::SubGraph::VT_INPUTS);
    }
    constexpr Indices outputs() const noexcept {
        return table_.template vector<std::int32_t>(schema::SubGraph::VT_OUTPUTS);
    }
    constexpr const typename Table::Tables& tensors() const noexcept { return tensors_; }
    constexpr const typename Table::Tables& operators() const noexcept { return operators_; }
    constexpr const Table& table() const noexcept { return table_; }

private:
    Table table_{};
    typename Table::Tables tensors_{};
    typename Table::Tables operators_{};
};

/// A .tflite model where its bytes lie, read through `Table` (FlatTable at run time, ByteTable in the
/// compiler). It does not own the bytes and copies nothing; indices are not checked here (check_model has
/// done so).
template <class Table>
class ModelView {
public:
    constexpr ModelView() noexcept = default;
    constexpr explicit ModelView(const unsigned char* data, std::size_t size = 0xffffffffu) noexcept
        : data_(data), root_(Table::root(data, size)), buffers_(root_.tables(schema::Model::VT_BUFFERS)) {}

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
    constexpr const typename Table::Tables& buffers() const noexcept { return buffers_; }

    /// The bytes of buffer `i`; empty for the buffers of tensors that are not constant.
    constexpr Constant buffer(std::size_t i) const noexcept { return buffer_at(buffers_, i); }

    constexpr TensorInfo<Table> tensor(const SubgraphView<Table>& subgraph,
                                       std::int32_t index) const noexcept {
        return {root_, buffers_, subgraph.table(), subgraph.tensors()[static_cast<std::size_t>(index)],
                index};
    }

    /// Code `i` of the model.
    MOTE_NOINLINE constexpr OperatorCode operator_code(std::size_t i) const noexcept {
        const Table code = operator_codes()[i];
        const auto name = code.template vector<std::uint8_t>(schema::OperatorCode::VT_CUSTOM_CODE);
        return {builtin_code(code),
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
    MOTE_NOINLINE constexpr Metadata metadata(const char* name) const noexcept {
        const auto entries = root_.tables(schema::Model::VT_METADATA);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (!equals(entries[i].template vector<std::int8_t>(schema::Metadata::VT_NAME), name)) continue;
            const std::uint32_t at =
                entries[i].template scalar<std::uint32_t>(schema::Metadata::VT_BUFFER, 0);
            return {at < buffers_.size() ? buffer(at) : Constant{}, true};
        }
        return {};
    }

private:
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
    typename Table::Tables buffers_{};
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
