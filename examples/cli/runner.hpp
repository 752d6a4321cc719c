// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_RUNNER_HPP
#define MOTE_CLI_RUNNER_HPP

#include "mote/core/status.hpp"
#include "mote/runtime/model_bytes.hpp"
#include "mote/runtime/preparation_memory.hpp"
#include "mote/runtime/tensor_access.hpp"
#include "mote/schema/flat_table.hpp"
#include "mote/schema/model_view.hpp"

#include <cstdint>
#include <functional>
#include <optional>

namespace cli {

/// An interpreter of all ops for one instruction set, behind an interface: the kernels are in translation
/// units with flags of their own. Members are those of mote::Interpreter unless they say otherwise.
class Runner {
public:
    using Tap = std::function<void(const mote::StepAccess&)>;

    virtual ~Runner() = default;

    /// Loads `model` in an arena of `arena_bytes`, or of exactly what it needs.
    virtual mote::Status open(mote::ModelBytes model, std::optional<std::size_t> arena_bytes = {}) = 0;
    virtual const mote::Requirement& requirement() const = 0;
    virtual mote::ModelView<mote::FlatTable> model() const = 0;

    virtual int input_count() const = 0;
    virtual int output_count() const = 0;
    virtual mote::TensorAccess input_tensor(int i) const = 0;
    virtual mote::TensorAccess output_tensor(int i) const = 0;

    virtual mote::Status invoke() = 0;
    virtual mote::Status invoke(const Tap& tap) = 0;
    /// What operator `i` took last; 0 unless it was made for profiling.
    virtual std::uint32_t nanoseconds(int i) const = 0;
};

} // namespace cli

#endif
