// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_STATIC_MODEL_HPP
#define MOTE_RUNTIME_STATIC_MODEL_HPP

#include "../schema/byte_table.hpp"
#include "../schema/check_model.hpp"
#include "needed_operators.hpp"
#include "static_bytes.hpp"

/// What the compiler finds out about a model, an array of constexpr bytes, before it prepares it.
namespace mote::detail {

/// What is wrong with the bytes before any operator is looked at.
template <const auto& Bytes>
constexpr Status check_static_model() noexcept {
    constexpr ModelBytes bytes = static_bytes<Bytes>();
    if (bytes.size == 0) return {}; // the compiler has said why
    if (bytes.size < 8 || load_le<std::uint32_t>(bytes.data + 4) != 0x334c4654u)
        return StatusCode::invalid_model; // "TFL3"
    return check_model(ModelView<ByteTable>(bytes.data, bytes.size));
}

template <const auto& Bytes>
inline constexpr Status checked_static_model = check_static_model<Bytes>();

/// A bit per tensor of the model, which has passed check_model: whether it is needed.
template <const auto& Bytes, class Ops>
struct NeededTensors {
    static constexpr ModelBytes bytes = static_bytes<Bytes>();
    static constexpr ModelView<ByteTable> model{bytes.data, bytes.size};
    static constexpr std::size_t words =
        maximum<std::size_t>(NeededOperators::bytes_for(model.subgraph(0)) / 4, 1);

    std::uint32_t bits[words] = {};
    bool are_all;

    constexpr NeededTensors() noexcept : are_all(NeededOperators::find<Ops>(model, bits).bytes_kept() == 0) {}
};
template <const auto& Bytes, class Ops>
inline constexpr NeededTensors<Bytes, Ops> needed_tensors{};

template <const auto& Bytes, class Ops>
constexpr NeededOperators find_needed_operators() noexcept {
    if constexpr (!checked_static_model<Bytes>) {
        return {};
    } else {
        constexpr const NeededTensors<Bytes, Ops>& found = needed_tensors<Bytes, Ops>;
        return {found.bits, NeededOperators::bytes_for(found.model.subgraph(0)), found.are_all};
    }
}

/// The operators of the model that are needed; all of one that check_model refuses.
template <const auto& Bytes, class Ops>
inline constexpr NeededOperators needed_operators = find_needed_operators<Bytes, Ops>();

} // namespace mote::detail

#endif
