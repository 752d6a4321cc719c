// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_REQUIRED_ARENA_HPP
#define MOTE_RUNTIME_REQUIRED_ARENA_HPP

#include "../schema/check_flatbuffer.hpp"
#include "../schema/flat_table.hpp"
#include "config.hpp"
#include "model_bytes.hpp"
#include "op_set.hpp"
#include "preparation.hpp"
#include "workspace.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Prepares a model in `workspace` (8-byte aligned) without loading it, and calls `visit(const Preparation&)`
/// when its needs are known. The model's own failures are those of load(); workspace_too_small says that the
/// planner's records, 20 bytes for each tensor in RAM, do not fit.
template <class Ops, class Config = DefaultConfig, class Visit>
Status examine(ModelBytes bytes, Span<unsigned char> workspace, Span<const BufferBinding> bindings,
               Visit&& visit) noexcept {
    if (const Status s = check_flatbuffer(bytes.data, bytes.size); !s) return s;
    const ModelView<FlatTable> model(bytes.data);
    if (const Status s = check_model(model); !s) return s;
    const Workspace<Ops> room(model, workspace);
    if (!room.suffices())
        return Status::too_small(StatusCode::workspace_too_small, room.least().preparation, workspace.size,
                                 false);
    Preparation<Ops, Config, FlatTable> prepared(model, room.needed(), room.memory(), bindings);
    if (const Status s = prepared.run(); !s) return s;
    if (!prepared.is_exact())
        return Status::too_small(StatusCode::workspace_too_small,
                                 static_cast<std::size_t>(prepared.records().count()) * sizeof(Buffer),
                                 workspace.size);
    visit(prepared);
    return {};
}

/// What running the model needs, head and tail apart, computed in `workspace` (8-byte aligned).
template <class Ops, class Config = DefaultConfig>
Result<Requirement> requirement_of(ModelBytes bytes, Span<unsigned char> workspace,
                                   Span<const BufferBinding> bindings = {}) noexcept {
    Requirement found;
    if (const Status s = examine<Ops, Config>(bytes, workspace, bindings,
                                              [&](const auto& prepared) { found = prepared.requirement(); });
        !s)
        return s;
    return found;
}

/// The bytes of arena that the model needs, exactly: an arena of this size loads it, a smaller one does not.
/// Nothing is allocated; `WorkspaceBytes` of stack hold the planner's records, 20 bytes for each tensor in
/// RAM.
template <class Ops, class Config = DefaultConfig, std::size_t WorkspaceBytes = 2048>
Result<std::uint32_t> required_arena_bytes(ModelBytes bytes) noexcept {
    alignas(8) unsigned char workspace[WorkspaceBytes];
    const Result<Requirement> found = requirement_of<Ops, Config>(bytes, workspace);
    if (!found) return found.status();
    return found->arena_bytes();
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
