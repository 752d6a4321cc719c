// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_WORKSPACE_HPP
#define MOTE_RUNTIME_WORKSPACE_HPP

#include "../core/span.hpp"
#include "../schema/flat_table.hpp"
#include "needed_operators.hpp"
#include "preparation_memory.hpp"

#include <cstring>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// One block of memory in which a device prepares a model: marks of what is needed at its end, if there is
/// anything that is not, and program and records in the rest.
template <class Ops>
class Workspace {
public:
    /// `block` is 8-byte aligned; the model has passed check_model. Nothing is written where it does not
    /// suffice.
    Workspace(const ModelView<FlatTable>& whole, Span<unsigned char> block) noexcept
        : block_(block), marks_(NeededOperators::bytes_for(whole.subgraph(0))) {
        block_.size &= ~std::size_t{memory_alignment - 1};
        if (!suffices()) return;
        unsigned char* const marks = block_.data + block_.size - marks_;
        std::memset(marks, 0, marks_);
        needed_ = NeededOperators::find<Ops>(whole, reinterpret_cast<std::uint32_t*>(marks));
    }

    /// Whether there was room for the marks.
    bool suffices() const noexcept { return marks_ <= block_.size; }
    const NeededOperators& needed() const noexcept { return needed_; }
    PreparationMemory memory() const noexcept {
        return PreparationMemory::of(block_.data, block_.size - needed_.bytes_kept());
    }
    /// What the marks alone need.
    Requirement least() const noexcept { return {0, 0, static_cast<std::uint32_t>(marks_)}; }

private:
    Span<unsigned char> block_;
    std::size_t marks_;
    NeededOperators needed_{};
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
