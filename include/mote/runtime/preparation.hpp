// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_PREPARATION_HPP
#define MOTE_RUNTIME_PREPARATION_HPP

#include "../core/span.hpp"
#include "../memory/check_plan.hpp"
#include "../memory/offline_plan.hpp"
#include "../ops/requests.hpp"
#include "../schema/check_model.hpp"
#include "../schema/node_view.hpp"
#include "../schema/operator_name.hpp"
#include "buffer_binding.hpp"
#include "records.hpp"
#include "step.hpp"

namespace mote {

/// What differs when the compiler prepares a model: it leaves tables to be filled later, in pieces that it
/// can chew, keeps the program in flash, and has no names for the Status.
struct PreparationMode {
    bool fills_tables = true;
    bool keeps_program_in_tail = true;
    bool names_operators = true;
};

/// Turns a checked model into a program: selects each operator's variant, lets it prepare, plans the head. A
/// pure function of the model, the op set and the bindings; the device runs it, or the compiler.
template <class Ops, class UserConfig, class TableReader>
class Preparation {
public:
    using Config = UserConfig;
    using Node = NodeView<TableReader>;

    constexpr Preparation(const ModelView<TableReader>& model, const PreparationMemory& memory,
                          Span<const BufferBinding> bindings = {}, PreparationMode mode = {}) noexcept
        : model_(model),
          subgraph_(model.subgraph(0)),
          memory_(memory),
          bindings_(bindings),
          records_(memory),
          mode_(mode),
          step_count_(static_cast<int>(subgraph_.operators().size())) {}

    /// Does all of it. After success `requirement` holds, and if `has_program` the words are the program: a
    /// step per operator, then the places of the graph's inputs and outputs, then a word per step for the
    /// profiler.
    constexpr Status run() noexcept {
        if (const Status s = read_offline_plan(); !s) return s;
        if (const Status s = define_inputs(); !s) return s;
        for (step_ = 0; step_ < step_count_; ++step_)
            if (const Status s = prepare_step(); !s) return s;
        if (const Status s = keep_outputs(); !s) return s;
        append_places();
        reserve(profile_words());
        return plan();
    }

    constexpr const Requirement& requirement() const noexcept { return requirement_; }
    /// False when there was no room for the planner's records: the requirement is then only a lower bound.
    constexpr bool is_exact() const noexcept { return records_.complete(); }
    /// False when there was no room for the program; what it needs is known all the same.
    constexpr bool has_program() const noexcept { return has_room(); }
    constexpr int step_count() const noexcept { return step_count_; }
    /// Words of the program up to the places of the graph's inputs and outputs.
    constexpr std::int32_t step_words() const noexcept { return step_words_; }
    constexpr std::int32_t program_words() const noexcept { return words_; }
    /// Where in the tail variables and state start, in bytes; then comes the list of the user's buffers.
    constexpr std::uint32_t state_offset() const noexcept {
        if (!mode_.keeps_program_in_tail) return 0;
        return align_up(static_cast<std::uint32_t>(words_) * 4, memory_alignment);
    }
    constexpr std::uint32_t externals_offset() const noexcept {
        return state_offset() + records_.state_bytes();
    }
    constexpr const Records& records() const noexcept { return records_; }
    constexpr std::int32_t profile_words() const noexcept {
        return Config::Profiler::enabled && mode_.keeps_program_in_tail ? step_count_ : 0;
    }
    constexpr std::uint32_t binding_bytes() const noexcept {
        return static_cast<std::uint32_t>(bindings_.size * sizeof(void*));
    }

    /// Calls `f(int step, std::int32_t words, std::int32_t table_words)` for each step of the program.
    template <class F>
    constexpr void for_each_step(F&& f) const {
        std::int32_t at = 0;
        for (int step = 0; step < step_count_ && has_program(); ++step) {
            const StepHeader header = StepHeader::from_word(memory_.words[at]);
            Ops::visit(header.kind, [&](auto variant) {
                f(step, header.words,
                  header.words - 1 - detail::fixed_words<decltype(variant), Config>(header));
            });
            at += header.words;
        }
    }

    // What Requests asks for.

    constexpr WordTable grant_table(std::int32_t words) noexcept {
        const std::int32_t start = words_;
        reserve(words);
        // Records for extras to come must not reach what the op writes meanwhile.
        const int records = records_.count() + step_operands_ - next_extra_;
        const bool kept = memory_.fits(static_cast<std::size_t>(words_), static_cast<std::size_t>(records));
        return WordTable(kept && mode_.fills_tables ? memory_.words + start : nullptr);
    }
    constexpr void grant_extra(std::uint32_t bytes, bool state) noexcept {
        MOTE_ASSERT(next_extra_ < step_operands_);
        // No bytes of scratch are no bytes of state: they take nothing.
        const int record = state || bytes == 0
                               ? records_.add_state(Records::scratch_id, bytes, step_)
                               : records_.add_head(Records::scratch_id, bytes, step_, Buffer::unplaced);
        set_operand(next_extra_++, record);
    }
    constexpr void grant_overlap(int input, std::uint32_t distance) noexcept {
        const int from = input_record(input);
        const int to = records_.find(node_->outputs()[0]);
        if (Config::preserve_all_tensors || from < 0 || !is_free(to) || !records_.is_head(from)) return;
        Buffer& output = records_[to];
        if (output.shares != from) {
            if (output.shares != Buffer::none && !is_used_later(output.shares)) return;
            output.shares = static_cast<std::uint16_t>(from);
            output.distance = 0;
            overlaps_ = 0;
        }
        output.distance = maximum(output.distance, distance);
        ++overlaps_;
    }
    constexpr void grant_alias(int input) noexcept {
        const int from = input_record(input);
        const int to = records_.find(node_->outputs()[0]);
        if (from < 0 || to < 0 || !records_.is_head(to) || records_.is_state(from)) return;
        const bool planned = records_[to].offset != Buffer::unplaced;
        if (records_.is_head(from) ? records_[from].offset != records_[to].offset : planned) return;
        extend(from, records_[to].last);
        records_.make_alias(to, from);
    }

private:
    // --- program words ---

    constexpr bool has_room() const noexcept {
        return memory_.fits(static_cast<std::size_t>(words_), static_cast<std::size_t>(records_.count()));
    }
    constexpr void reserve(std::int32_t words) noexcept { words_ += words; }
    constexpr void set_word(std::int32_t at, std::uint32_t word) noexcept {
        if (has_room()) memory_.words[at] = word;
    }
    constexpr void set_operand(int i, int record) noexcept {
        if (record >= 0) set_word(step_start_operands_ + i, records_.provisional(record).raw());
    }

    // --- tensors ---

    constexpr TensorInfo<TableReader> tensor(std::int32_t index) const noexcept {
        return model_.tensor(subgraph_, index);
    }
    constexpr int last_step() const noexcept { return step_count_; }
    constexpr bool is_free(int record) const noexcept {
        return record >= 0 && records_.is_head(record) && records_[record].offset == Buffer::unplaced;
    }
    constexpr void extend(int record, int step) noexcept {
        Buffer& buffer = records_[record];
        if (buffer.size != 0)
            buffer.last = static_cast<std::uint16_t>(maximum(static_cast<int>(buffer.last), step));
    }
    constexpr int input_record(int input) const noexcept {
        return node_->has_input(input) ? records_.find(node_->inputs()[static_cast<std::size_t>(input)]) : -1;
    }
    constexpr int binding_of(BufferBinding::Side side, std::size_t index) const noexcept {
        for (std::size_t i = 0; i < bindings_.size; ++i)
            if (bindings_[i].side == side && bindings_[i].index == index) return static_cast<int>(i);
        return -1;
    }
    constexpr int output_binding(std::int32_t index) const noexcept {
        const auto outputs = subgraph_.outputs();
        for (std::size_t i = 0; i < outputs.size(); ++i)
            if (outputs[i] == index) return binding_of(BufferBinding::Side::output, i);
        return -1;
    }

    /// A record for a tensor that comes to life at `step`.
    constexpr Status define(std::int32_t index, int step, int binding) noexcept {
        const auto info = tensor(index);
        if (bits_of(info.type()) == 0) return Status(StatusCode::bad_element_type).at_tensor(index);
        if (info.is_constant() || info.is_variable() || records_.find(index) >= 0)
            return Status(StatusCode::redefined_tensor).at_tensor(index);
        const auto id = static_cast<std::uint16_t>(index);
        if (binding >= 0) {
            records_.add_external(id, static_cast<std::uint32_t>(binding), step);
            return check_binding(bindings_[static_cast<std::size_t>(binding)], info).at_tensor(index);
        }
        const int record = records_.add_head(id, info.bytes(), step, planned_offset(index));
        if (record >= 0 && Config::preserve_all_tensors)
            records_[record].first = 0, extend(record, last_step());
        return {};
    }
    static constexpr Status check_binding(const BufferBinding& binding,
                                          const TensorInfo<TableReader>& info) noexcept {
        if (binding.size < info.bytes())
            return Status::too_small(StatusCode::wrong_size, info.bytes(), binding.size);
        return binding.is_aligned(bits_of(info.type()) / 8) ? StatusCode::ok : StatusCode::misaligned_buffer;
    }
    /// The tensor as an operand of step `step_`, which keeps it alive.
    constexpr Result<Place> use(std::int32_t index) noexcept {
        const auto info = tensor(index);
        if (bits_of(info.type()) == 0) return Status(StatusCode::bad_element_type).at_tensor(index);
        if (info.is_variable() && records_.find(index) < 0)
            records_.add_state(static_cast<std::uint16_t>(index), info.bytes(), step_);
        const Place place = provisional_place(info);
        if (!place.present() && records_.complete())
            return Status(StatusCode::undefined_tensor).at_tensor(index);
        if (place.region() == Region::head) extend(static_cast<int>(place.offset()), step_);
        return place;
    }
    /// The place of a constant, the number of a record where a place will be, or no place.
    constexpr Place provisional_place(const TensorInfo<TableReader>& info) const noexcept {
        if (!info.is_variable() && (info.is_constant() || info.elements() == 0))
            return Place(Region::model, info.is_constant()
                                            ? static_cast<std::uint32_t>(info.constant().data - model_.data())
                                            : 0);
        const int record = records_.find(info.index());
        return record >= 0 ? records_.provisional(record) : Place();
    }
    /// Whether a later operator, or the graph's caller, reads the memory of `record`.
    constexpr bool is_used_later(int record) const noexcept {
        for (int step = step_ + 1; step < step_count_; ++step) {
            const Node node(model_, subgraph_, step);
            for (int i = 0; i < node.input_count(); ++i)
                if (node.has_input(i) && records_.find(node.inputs()[static_cast<std::size_t>(i)]) == record)
                    return true;
        }
        const auto outputs = subgraph_.outputs();
        for (std::size_t i = 0; i < outputs.size(); ++i)
            if (records_.find(outputs[i]) == record) return true;
        return false;
    }

    // --- the parts of run() ---

    constexpr Status read_offline_plan() noexcept {
        const auto metadata = model_.metadata("OfflineMemoryAllocation");
        if (!metadata.found) return {};
        std::size_t tensors = 0;
        for (std::size_t i = 0; i < model_.subgraph_count(); ++i)
            tensors += model_.subgraph(i).tensors().size();
        offline_ = OfflinePlan(metadata.bytes.data, metadata.bytes.size);
        return offline_.is_valid(tensors, max_bytes, memory_alignment) ? StatusCode::ok
                                                                       : StatusCode::bad_offline_plan;
    }
    constexpr std::uint32_t planned_offset(std::int32_t index) const noexcept {
        // A plan made ahead reuses memory.
        if (!offline_.present() || Config::preserve_all_tensors) return Buffer::unplaced;
        return offline_.offset(static_cast<std::size_t>(index));
    }

    constexpr Status define_inputs() noexcept {
        const auto inputs = subgraph_.inputs();
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            if (records_.find(inputs[i]) >= 0) continue;
            if (const Status s = define(inputs[i], 0, binding_of(BufferBinding::Side::input, i)); !s)
                return s;
            if (Config::keep_inputs && records_.complete()) extend(records_.find(inputs[i]), last_step());
        }
        return {};
    }

    constexpr Status prepare_step() noexcept {
        const Node node(model_, subgraph_, step_);
        node_ = &node;
        const Result<int> kind = Ops::select(node);
        Status status = kind.status();
        if (status)
            Ops::visit(*kind,
                       [&](auto variant) { status = prepare_variant<decltype(variant)>(node, *kind); });
        node_ = nullptr;
        return status.at_operator(step_,
                                  status || !mode_.names_operators ? nullptr : detail::operator_name(node));
    }

    template <class Variant>
    constexpr Status prepare_variant(const Node& node, int kind) noexcept {
        using Params = typename Variant::Params;
        constexpr std::int32_t param_words = detail::param_words<Params>;
        const int inputs = Variant::inputs == variadic ? node.input_count() : Variant::inputs;
        if (const Status s = check_counts<Variant>(node); !s) return s;

        const std::int32_t start = words_;
        step_start_operands_ = start + 1 + param_words;
        step_operands_ = Variant::outputs + inputs + Variant::template extras<Config>;
        next_extra_ = Variant::outputs + inputs;
        reserve(1 + param_words + step_operands_);
        if (const Status s = place_operands(node, Variant::outputs, inputs); !s) return s;

        Requests<Preparation> requests(*this);
        const Result<Params> params = Variant::prepare(node, requests);
        if (!params) return params.status();
        check_overlap(node);
        if (words_ - start > StepHeader::max_words) return StatusCode::model_too_large;
        set_word(start, StepHeader{kind, words_ - start}.raw());
        if (has_room()) detail::store_params(*params, memory_.words + start + 1);
        return {};
    }

    /// An input may be there twice, under one name or several: the output overlaps it only where each time is
    /// permitted.
    constexpr void check_overlap(const Node& node) noexcept {
        const int to = overlaps_ > 0 ? records_.find(node.outputs()[0]) : -1;
        int times = 0;
        for (int i = 0; i < node.input_count() && to >= 0; ++i)
            if (input_record(i) == records_[to].shares) ++times;
        if (times > overlaps_) records_[to].shares = Buffer::none;
        overlaps_ = 0;
    }

    template <class Variant>
    static constexpr Status check_counts(const Node& node) noexcept {
        if (node.output_count() != Variant::outputs) return StatusCode::bad_operand_count;
        if (Variant::inputs != variadic && node.input_count() > Variant::inputs)
            return StatusCode::bad_operand_count;
        const int required = Variant::inputs == variadic ? maximum(node.input_count(), 1) : Variant::required;
        for (int i = 0; i < required; ++i)
            if (!node.has_input(i)) return StatusCode::bad_operand_count;
        return {};
    }

    constexpr Status place_operands(const Node& node, int outputs, int inputs) noexcept {
        for (int i = 0; i < step_operands_; ++i) set_word(step_start_operands_ + i, Place().raw());
        for (int i = 0; i < inputs; ++i) {
            if (!node.has_input(i)) continue;
            const Result<Place> place = use(node.inputs()[static_cast<std::size_t>(i)]);
            if (!place) return place.status();
            set_word(step_start_operands_ + outputs + i, (*place).raw());
        }
        for (int i = 0; i < outputs; ++i) {
            const std::int32_t index = node.outputs()[static_cast<std::size_t>(i)];
            if (const Status s = define(index, step_, output_binding(index)); !s) return s;
            set_operand(i, records_.find(index));
        }
        return {};
    }

    constexpr Status keep_outputs() noexcept {
        step_ = last_step();
        const auto outputs = subgraph_.outputs();
        for (std::size_t i = 0; i < outputs.size(); ++i)
            if (const Result<Place> place = use(outputs[i]); !place) return place.status();
        return {};
    }

    constexpr void append_places() noexcept {
        step_words_ = words_;
        const auto append = [this](const auto& indices) {
            for (std::size_t i = 0; i < indices.size(); ++i) {
                reserve(1);
                set_word(words_ - 1, provisional_place(tensor(indices[i])).raw());
            }
        };
        append(subgraph_.inputs());
        append(subgraph_.outputs());
    }

    // --- planning ---

    constexpr Status plan() noexcept {
        const auto records_bytes =
            static_cast<std::uint32_t>(static_cast<std::size_t>(records_.count()) * sizeof(Buffer));
        requirement_.tail = align_up(externals_offset() + binding_bytes(), memory_alignment);
        requirement_.preparation =
            align_up(static_cast<std::uint32_t>(words_) * 4 + records_bytes, memory_alignment);
        if (!records_.complete()) return {};

        records_.renumber_shares();
        const std::uint32_t head = Config::Planner::plan(records_.data(), records_.count(), memory_alignment);
        if (head > max_bytes) return StatusCode::model_too_large;
        if (offline_.present() && !plan_is_valid(records_.data(), records_.count()))
            return StatusCode::bad_offline_plan;
        requirement_.head = align_up(head, memory_alignment);
        if (has_room()) place_all();
        return {};
    }

    /// Replaces the numbers of records in the program by places.
    constexpr void place_all() noexcept {
        std::int32_t at = 0;
        for (int step = 0; step < step_count_; ++step) {
            const StepHeader header = StepHeader::from_word(memory_.words[at]);
            Ops::visit(header.kind, [&](auto variant) {
                using Variant = decltype(variant);
                const std::int32_t first = at + 1 + detail::param_words<typename Variant::Params>;
                place_words(first, first + Variant::outputs + detail::inputs_of<Variant, Config>(header) +
                                       Variant::template extras<Config>);
            });
            at += header.words;
        }
        const auto places = static_cast<std::int32_t>(subgraph_.inputs().size() + subgraph_.outputs().size());
        place_words(step_words_, step_words_ + places);
    }
    constexpr void place_words(std::int32_t first, std::int32_t last) noexcept {
        for (std::int32_t i = first; i < last; ++i) {
            const Place place = Place::from_word(memory_.words[i]);
            if (place.region() != Region::head) continue;
            memory_.words[i] = records_.final_place(static_cast<int>(place.offset()), state_offset()).raw();
        }
    }

    ModelView<TableReader> model_;
    SubgraphView<TableReader> subgraph_;
    PreparationMemory memory_;
    Span<const BufferBinding> bindings_;
    Records records_;
    PreparationMode mode_;
    OfflinePlan offline_{};
    Requirement requirement_{};
    const Node* node_ = nullptr;
    std::int32_t words_ = 0;
    std::int32_t step_words_ = 0;
    std::int32_t step_start_operands_ = 0;
    int step_operands_ = 0;
    int next_extra_ = 0;
    int overlaps_ = 0; // permissions that the step's output has got for the input it shares with
    int step_count_ = 0;
    int step_ = 0;
};

} // namespace mote

#endif
