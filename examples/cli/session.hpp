// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_SESSION_HPP
#define MOTE_CLI_SESSION_HPP

#include "aligned_bytes.hpp"

#include "mote/mote.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace cli {

/// A workspace in which any model of `model_bytes` bytes can be planned: no tensor takes fewer bytes of a
/// file than its record does of this, by far.
inline AlignedBytes workspace_for(std::size_t model_bytes) { return AlignedBytes(4096 + 8 * model_bytes); }

/// A model loaded in an arena on the heap, exactly as large as it needs unless told otherwise.
template <class Ops, class Config = mote::DefaultConfig>
class Session {
public:
    /// Without `arena_bytes`: exactly what the model needs. When that is more, the Status says how much,
    /// exactly.
    mote::Status open(mote::ModelBytes model, std::optional<std::size_t> arena_bytes = {}) {
        AlignedBytes workspace = workspace_for(model.size);
        const auto need = mote::requirement_of<Ops, Config>(model, workspace.span());
        if (!need) return need.status();
        requirement_ = *need;
        storage_ = AlignedBytes(arena_bytes.value_or(need->arena_bytes()));
        arena_ = mote::ArenaRef(storage_.span());
        const mote::Status loaded = interpreter_.load(model);
        if (loaded != mote::StatusCode::arena_too_small) return loaded;
        return mote::Status::too_small(loaded.code(), need->arena_bytes(), storage_.size());
    }

    const mote::Requirement& requirement() const { return requirement_; }
    mote::Interpreter<Ops, Config>& interpreter() { return interpreter_; }
    const mote::Interpreter<Ops, Config>& interpreter() const { return interpreter_; }

private:
    mote::Requirement requirement_{};
    AlignedBytes storage_;
    mote::ArenaRef arena_;
    mote::Interpreter<Ops, Config> interpreter_{arena_};
};

} // namespace cli

#endif
