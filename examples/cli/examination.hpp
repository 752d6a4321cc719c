// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_EXAMINATION_HPP
#define MOTE_CLI_EXAMINATION_HPP

#include "mote/core/status.hpp"
#include "mote/runtime/model_bytes.hpp"
#include "mote/runtime/preparation_memory.hpp"
#include "mote/schema/flat_table.hpp"
#include "mote/schema/node_view.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace cli {

using Model = mote::ModelView<mote::FlatTable>;
using Node = mote::NodeView<mote::FlatTable>;

/// A tensor's or scratch buffer's memory as a preparation has planned it.
struct Block {
    enum class Kind {
        head,  ///< at `offset` of the head while steps `first` to `last` run
        alias, ///< the memory of tensor `shares`, under another name
        state, ///< at `offset` among variables and state, always
    };
    static constexpr int none = -1;

    Kind kind = Kind::head;
    int tensor = none; ///< none: an operator's scratch or state
    int shares = none; ///< the tensor whose memory this one overlaps or is
    std::uint32_t size = 0;
    std::uint32_t offset = 0;
    int first = 0;
    int last = 0;
};

/// What a model needs of a device, and how its head is laid out, if `status` is ok; else why it is refused.
struct Examination {
    mote::Status status;
    mote::Requirement requirement;
    std::uint32_t state_bytes = 0;   ///< variables and operators' state, part of the tail
    std::uint32_t program_bytes = 0; ///< the rest of it
    std::uint64_t lower_bound =
        0; ///< bytes of tensors that live together, at most: the least head without overlaps
    std::vector<Block> blocks; ///< in the order in which they come to life
};

/// Prepares the model for all ops, as load() would.
Examination examine(mote::ModelBytes model);

/// Checks all that reading the model's tables relies on, whatever its operators.
mote::Status check_readable(mote::ModelBytes model);

/// For each operator whether load() runs it: it skips those whose results nobody needs.
std::vector<bool> needed_operators(const Model& model);

/// Which op implements an operator, if `status` is ok.
struct Choice {
    mote::Status status;
    std::vector<std::string> arguments; ///< C++ types that name its variant; none: it has but one
};
Choice choose_op(const Node& node);

} // namespace cli

#endif
