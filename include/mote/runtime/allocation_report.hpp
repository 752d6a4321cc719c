// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_ALLOCATION_REPORT_HPP
#define MOTE_RUNTIME_ALLOCATION_REPORT_HPP

#include "required_arena.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A block of the arena and who asked for it.
struct Allocation {
    enum class Kind : std::uint8_t {
        tensor,   ///< head: an activation; tail: a variable
        scratch,  ///< head: an operator's, for its step only
        state,    ///< tail: an operator's, kept
        params,   ///< tail: what an operator's op computed, with its header and operands
        table,    ///< tail: an operator's per-channel words
        graph_io, ///< tail: where the graph's inputs and outputs are
        profile,  ///< tail: the profiler's clock ticks
        bindings, ///< tail: the list of the user's buffers
        padding,  ///< tail: bytes lost to alignment
    };

    Kind kind = Kind::tensor;
    Region region = Region::head;
    std::uint32_t offset = 0; ///< bytes from the region's start
    std::uint32_t size = 0;   ///< bytes
    int operator_index =
        -1; ///< whose output, scratch, state or params; -1: the graph's. Inputs count as the first one's
    int tensor_index = -1; ///< of tensors
    int first_step = 0;    ///< of what lives in the head: first and last step of its life
    int last_step = 0;
};

namespace detail {

/// Calls `report` for what a finished preparation has laid out.
template <class Prepared, class Report>
class AllocationReport {
public:
    AllocationReport(const Prepared& prepared, Report& report) noexcept
        : prepared_(prepared), report_(report) {}

    void run() noexcept {
        const Records& records = prepared_.records();
        for (int i = 0; i < records.count(); ++i)
            if (records.is_head(i)) add_buffer(records[i]);
        prepared_.for_each_step([this](int step, std::int32_t words, std::int32_t table) {
            add(Allocation::Kind::params, (words - table) * 4, step);
            add(Allocation::Kind::table, table * 4, step);
        });
        const std::int32_t ticks = prepared_.profile_words();
        add(Allocation::Kind::graph_io, (prepared_.program_words() - prepared_.step_words() - ticks) * 4, -1);
        add(Allocation::Kind::profile, ticks * 4, -1);
        for (int i = 0; i < records.count(); ++i)
            if (records.is_state(i)) add_state(records[i], records.size_of_state(i));
        pad_to(prepared_.externals_offset());
        add(Allocation::Kind::bindings, static_cast<std::int32_t>(prepared_.binding_bytes()), -1);
        pad_to(prepared_.requirement().tail);
    }

private:
    void add(Allocation::Kind kind, std::int32_t bytes, int step, int tensor = -1) noexcept {
        if (bytes == 0) return;
        Allocation a;
        a.kind = kind;
        a.region = Region::tail;
        a.offset = tail_;
        a.size = static_cast<std::uint32_t>(bytes);
        a.operator_index = step;
        a.tensor_index = tensor;
        report_(a);
        tail_ += a.size;
    }
    void pad_to(std::uint32_t offset) noexcept {
        add(Allocation::Kind::padding, static_cast<std::int32_t>(offset - tail_), -1);
    }
    void add_state(const Buffer& buffer, std::uint32_t bytes) noexcept {
        pad_to(prepared_.state_offset() + buffer.offset);
        const bool own = buffer.id == Records::scratch_id;
        add(own ? Allocation::Kind::state : Allocation::Kind::tensor, static_cast<std::int32_t>(bytes),
            buffer.first, own ? -1 : buffer.id);
    }
    void add_buffer(const Buffer& buffer) noexcept {
        const bool scratch = buffer.id == Records::scratch_id;
        Allocation a;
        a.kind = scratch ? Allocation::Kind::scratch : Allocation::Kind::tensor;
        a.offset = buffer.offset;
        a.size = buffer.size;
        a.operator_index = buffer.first;
        a.tensor_index = scratch ? -1 : buffer.id;
        a.first_step = buffer.first;
        a.last_step = buffer.last;
        report_(a);
    }

    const Prepared& prepared_;
    Report& report_;
    std::uint32_t tail_ = 0;
};

} // namespace detail

/// Calls `report(const Allocation&)` for every block that the loaded model would have in the arena: all of
/// the tail, end to end, and every buffer of the head. Computed in `workspace` (8-byte aligned), which also
/// has to hold the program: without room for it, workspace_too_small.
template <class Ops, class Config = DefaultConfig, class Report>
Status report_allocations(ModelBytes bytes, Span<unsigned char> workspace, Report&& report,
                          Span<const BufferBinding> bindings = {}) noexcept {
    Status status;
    const Status examined = examine<Ops, Config>(bytes, workspace, bindings, [&](const auto& prepared) {
        if (prepared.has_program())
            detail::AllocationReport<std::decay_t<decltype(prepared)>, Report>(prepared, report).run();
        else
            status = Status::too_small(StatusCode::workspace_too_small, prepared.requirement().preparation,
                                       workspace.size);
    });
    return examined ? status : examined;
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
