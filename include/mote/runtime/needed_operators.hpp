// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_NEEDED_OPERATORS_HPP
#define MOTE_RUNTIME_NEEDED_OPERATORS_HPP

#include "../schema/node_view.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// The operators of a subgraph whose results somebody needs: the graph's caller, or an operator that is
/// needed and reads them. The others are skipped: a converter computes the shape operand of RESHAPE by SHAPE,
/// STRIDED_SLICE and PACK, and RESHAPE does not read it. Keeps a bit per tensor in memory of the caller's, or
/// nothing where every operator is needed.
class NeededOperators {
public:
    /// All operators.
    constexpr NeededOperators() noexcept = default;
    /// Those that `find` has found in `bits`, which are so many bytes.
    constexpr NeededOperators(const std::uint32_t* bits, std::size_t bytes, bool all) noexcept
        : bits_(bits), bytes_(bytes), all_(all) {}

    /// Bytes of a bit per tensor of the subgraph, in whole blocks of memory.
    template <class Table>
    static constexpr std::size_t bytes_for(const SubgraphView<Table>& subgraph) noexcept {
        return (subgraph.tensors().size() + 63) / 64 * 8;
    }

    /// Finds them by marking in `bits`, `bytes_for` bytes that are zero, the tensors that are needed, from
    /// the last operator to the first. `Ops` knows which operands an operator reads. The model has passed
    /// check_model.
    template <class Ops, class Table>
    static constexpr NeededOperators find(const ModelView<Table>& model, std::uint32_t* bits) noexcept {
        const SubgraphView<Table> subgraph = model.subgraph(0);
        NeededOperators needed(bits, bytes_for(subgraph), false);
        const auto outputs = subgraph.outputs();
        for (std::size_t i = 0; i < outputs.size(); ++i) mark(bits, outputs[i]);
        bool all = true;
        for (int i = static_cast<int>(subgraph.operators().size()) - 1; i >= 0; --i) {
            const NodeView<Table> node(model, subgraph, i);
            if (needed.contains(node))
                mark_inputs<Ops>(node, bits);
            else
                all = false;
        }
        // A graph without outputs is run as it stands: nothing could be needed.
        needed.all_ = all || outputs.size() == 0;
        return needed;
    }

    template <class Table>
    constexpr bool contains(const NodeView<Table>& node) const noexcept {
        if (all_) return true;
        const auto& outputs = node.outputs();
        for (std::size_t i = 0; i < outputs.size(); ++i)
            if (is_marked(outputs[i])) return true;
        return has_effects(node);
    }
    /// Bytes of the marks: while they are made, and as long as they are asked for, which is not at all where
    /// every operator is needed.
    constexpr std::size_t bytes_to_find() const noexcept { return bytes_; }
    constexpr std::size_t bytes_kept() const noexcept { return all_ ? 0 : bytes_; }

private:
    static constexpr std::uint32_t bit_of(std::int32_t tensor) noexcept {
        return std::uint32_t{1} << (static_cast<std::uint32_t>(tensor) % 32);
    }
    static constexpr void mark(std::uint32_t* bits, std::int32_t tensor) noexcept {
        bits[static_cast<std::size_t>(tensor) / 32] |= bit_of(tensor);
    }
    constexpr bool is_marked(std::int32_t tensor) const noexcept {
        return (bits_[static_cast<std::size_t>(tensor) / 32] & bit_of(tensor)) != 0;
    }

    template <class Ops, class Table>
    static constexpr void mark_inputs(const NodeView<Table>& node, std::uint32_t* bits) noexcept {
        const auto& inputs = node.inputs();
        std::uint32_t unread = ~Ops::inputs_read(node);
        for (std::size_t i = 0; i < inputs.size(); ++i, unread >>= 1)
            if (inputs[i] >= 0 && unread % 2 == 0) mark(bits, inputs[i]);
    }
    /// Whether running the operator does something beside writing its outputs, as far as the model tells.
    template <class Table>
    MOTE_NOINLINE static constexpr bool has_effects(const NodeView<Table>& node) noexcept {
        if (node.output_count() == 0) return true;
        switch (node.builtin()) {
        case schema::BuiltinOperator_CUSTOM:
        case schema::BuiltinOperator_CALL:
        case schema::BuiltinOperator_IF:
        case schema::BuiltinOperator_WHILE: return true;
        default: break;
        }
        for (int i = 0; i < node.input_count(); ++i)
            if (node.input(i).is_variable()) return true;
        return false;
    }

    const std::uint32_t* bits_ = nullptr; // a bit per tensor
    std::size_t bytes_ = 0;
    // Not told by a null pointer: some compiler flags keep pointers from being compared in constants.
    bool all_ = true;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
