// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_NODE_VIEW_HPP
#define MOTE_SCHEMA_NODE_VIEW_HPP

#include "model_view.hpp"

#include "../core/result.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// One operator with its tensors and options: all that an op's prepare sees of the model. Indices of operands
/// are the operator's own (input 0, output 0, ...); an operand past the end or marked optional is
/// `!present()`.
template <class TableReader>
class NodeView {
public:
    using Table = TableReader;
    using Tensor = TensorInfo<Table>;
    using Indices = typename SubgraphView<Table>::Indices;

    constexpr NodeView(const ModelView<Table>& whole, const SubgraphView<Table>& subgraph, int index) noexcept
        : model_(whole),
          subgraph_(subgraph),
          table_(subgraph.operators()[static_cast<std::size_t>(index)]),
          inputs_(table_.template vector<std::int32_t>(schema::Operator::VT_INPUTS)),
          outputs_(table_.template vector<std::int32_t>(schema::Operator::VT_OUTPUTS)),
          index_(index) {}

    /// Its place in the order of execution.
    constexpr int index() const noexcept { return index_; }
    constexpr OperatorCode code() const noexcept { return model_.operator_code(code_index()); }
    /// The builtin operator of that code alone.
    constexpr std::int32_t builtin() const noexcept {
        return builtin_code(model_.operator_codes()[code_index()]);
    }

    constexpr const Indices& inputs() const noexcept { return inputs_; }
    constexpr const Indices& outputs() const noexcept { return outputs_; }
    constexpr int input_count() const noexcept { return static_cast<int>(inputs().size()); }
    constexpr int output_count() const noexcept { return static_cast<int>(outputs().size()); }
    constexpr bool has_input(int i) const noexcept { return index_at(inputs_, i) >= 0; }
    constexpr Tensor input(int i) const noexcept { return tensor_at(inputs_, i); }
    constexpr Tensor output(int i) const noexcept { return tensor_at(outputs_, i); }

    /// The element type of input `i`, that of a default tensor where there is none.
    constexpr ElementType input_type(int i) const noexcept { return type_at(inputs_, i); }
    constexpr ElementType output_type(int i) const noexcept { return type_at(outputs_, i); }

    /// The option table as `Options` (of mote::options); bad_option when the operator carries none,
    /// another's, or one out of range.
    template <class Options>
    constexpr Result<Options> options() const noexcept {
        const Table table = options_of_type(static_cast<int>(Options::table));
        const Options found = Options::decode(table);
        if (!table.present() || !found.valid()) return StatusCode::bad_option;
        return found;
    }
    /// The same for operators whose options may be missing: then they have their defaults.
    template <class Options>
    constexpr Result<Options> options_or_default() const noexcept {
        if (options_type() == 0) return Options::decode(Table());
        return options<Options>();
    }
    /// A custom operator's options: bytes of its own format.
    constexpr Constant custom_options() const noexcept {
        const auto bytes = table_.template vector<std::uint8_t>(schema::Operator::VT_CUSTOM_OPTIONS);
        return {bytes.data(), bytes.size()};
    }

    /// Where bytes of the model lie in it.
    constexpr std::uint32_t offset_of(const unsigned char* bytes) const noexcept {
        return static_cast<std::uint32_t>(bytes - model_.data());
    }

private:
    constexpr std::uint32_t code_index() const noexcept {
        return table_.template scalar<std::uint32_t>(schema::Operator::VT_OPCODE_INDEX, 0);
    }
    constexpr int options_type() const noexcept {
        return table_.template scalar<std::uint8_t>(schema::Operator::VT_BUILTIN_OPTIONS_TYPE, 0);
    }
    /// The option table if it is one of that type, else one that is not present.
    MOTE_NOINLINE constexpr Table options_of_type(int type) const noexcept {
        return options_type() == type ? table_.table(schema::Operator::VT_BUILTIN_OPTIONS) : Table();
    }

    static constexpr std::int32_t index_at(const Indices& indices, int i) noexcept {
        return static_cast<std::size_t>(i) < indices.size() ? indices[static_cast<std::size_t>(i)] : -1;
    }
    MOTE_NOINLINE constexpr Tensor tensor_at(const Indices& indices, int i) const noexcept {
        const std::int32_t index = index_at(indices, i);
        return index < 0 ? Tensor() : model_.tensor(subgraph_, index);
    }

    MOTE_NOINLINE constexpr ElementType type_at(const Indices& indices, int i) const noexcept {
        return tensor_at(indices, i).type();
    }

    ModelView<Table> model_;
    SubgraphView<Table> subgraph_;
    Table table_;
    Indices inputs_;
    Indices outputs_;
    int index_;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
