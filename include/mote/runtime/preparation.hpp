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
#include "advice.hpp"
#include "buffer_binding.hpp"
#include "needed_operators.hpp"
#include "records.hpp"
#include "step.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// What differs when the compiler prepares a model: it leaves tables to be filled later, in pieces that it
/// can chew, keeps the program in flash, and has no names for the Status.
struct PreparationMode {
    bool fills_tables = true;
    bool keeps_program_in_tail = true;
    bool names_operators = true;
};

/// Turns a checked model into a program: selects each needed operator's variant, lets it prepare, plans the
/// head. A pure function of the model, the op set and the bindings; the device runs it, or the compiler.
template <class Ops, class UserConfig, class TableReader>
class Preparation {
public:
    using Config = UserConfig;
    using Node = NodeView<TableReader>;

    constexpr Preparation(const ModelView<TableReader>& whole, const NeededOperators& needed,
                          const PreparationMemory& memory, Span<const BufferBinding> bindings = {},
                          PreparationMode mode = {}) noexcept
        : model_(whole),
          subgraph_(whole.subgraph(0)),
          needed_(needed),
          bindings_(bindings),
          records_(memory),
          mode_(mode),
          step_count_(static_cast<int>(subgraph_.operators().size())) {}

    /// Does all of it. After success `requirement` holds, and if `has_program` the words are the program: a
    /// step per operator, then the places of the graph's inputs and outputs, then a word per step for the
    /// profiler.
    constexpr const Status& run() noexcept {
        if (check_bindings() && read_offline_plan() && define_inputs() && prepare_steps() && keep_outputs()) {
            append_places();
            words_ += profile_words();
            plan();
        }
        return status_;
    }

    constexpr const Requirement& requirement() const noexcept { return requirement_; }
    /// False when there was no room for the planner's records: the requirement is then only a lower bound.
    constexpr bool is_exact() const noexcept { return records_.complete(); }
    /// False when there was no room for the program; what it needs is known all the same.
    MOTE_NOINLINE constexpr bool has_program() const noexcept { return fits(words_, records_.count()); }
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
            const StepHeader header = StepHeader::from_word(word_at(at));
            f(step, header.words, header.words - layout_of<Ops, Config>(header.kind).fixed_words(header));
            at += header.words;
        }
    }

    // What Requests asks for.

    constexpr WordTable grant_table(std::int32_t words) noexcept {
        const std::int32_t start = words_;
        words_ += words;
        // Records for extras to come must not reach what the op writes meanwhile.
        const bool kept = mode_.fills_tables && fits(words_, records_.count() + operands_end_ - next_extra_);
        return WordTable(kept ? records_.memory().words + start : nullptr);
    }
    constexpr void grant_extra(std::uint32_t bytes, bool state) noexcept {
        MOTE_ASSERT(next_extra_ < operands_end_);
        // No bytes of scratch are no bytes of state: they take nothing.
        set_operand(next_extra_++, state || bytes == 0 ? records_.add_state(Records::scratch_id, bytes, step_)
                                                       : records_.add_head(Records::scratch_id, bytes, step_,
                                                                           Buffer::unplaced));
    }
    constexpr void grant_overlap(int input, std::uint32_t distance) noexcept {
        const int from = input_record(input);
        const int to = output_record();
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
        const int to = output_record();
        if (from < 0 || to < 0 || !records_.is_head(to) || records_.is_state(from)) return;
        const bool planned = records_[to].offset != Buffer::unplaced;
        if (records_.is_head(from) ? records_[from].offset != records_[to].offset : planned) return;
        extend(from, records_[to].last);
        records_.make_alias(to, from);
    }

private:
    /// Notes the failure; false, which those who have failed return.
    MOTE_NOINLINE constexpr bool refuse(const Status& status) noexcept {
        status_ = status;
        return false;
    }
    MOTE_NOINLINE constexpr bool refuse(StatusCode code, std::int32_t tensor = -1) noexcept {
        return refuse(Status(code).at_tensor(static_cast<int>(tensor)));
    }

    // --- program words ---

    constexpr bool fits(std::int32_t words, int records) const noexcept {
        return records_.memory().fits(static_cast<std::size_t>(words), static_cast<std::size_t>(records));
    }
    constexpr std::uint32_t& word_at(std::int32_t at) const noexcept { return records_.memory().words[at]; }
    constexpr void set_word(std::int32_t at, std::uint32_t value) const noexcept {
        if (has_program()) word_at(at) = value;
    }
    constexpr void set_operand(std::int32_t at, int record) const noexcept {
        if (record >= 0) set_word(at, records_.provisional(record).raw());
    }

    /// Whether places can name all of the tail so far: else it is refused. No sum of its sizes wraps below
    /// that.
    constexpr bool tail_fits() noexcept {
        constexpr auto most_words = static_cast<std::int32_t>(max_bytes / 4);
        return (words_ <= most_words && records_.state_bytes() <= max_bytes &&
                externals_offset() <= max_bytes) ||
               refuse(StatusCode::model_too_large);
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
    constexpr int output_record() const noexcept { return records_.find(node_->outputs()[0]); }
    /// The tensor that a binding names; -1 when there is no such input or output.
    constexpr std::int32_t bound_tensor(const BufferBinding& binding) const noexcept {
        const auto sides = binding.side == BufferBinding::Side::input ? subgraph_.inputs()
                                                                      : subgraph_.outputs();
        return binding.index < sides.size() ? sides[binding.index] : -1;
    }
    /// The number of the binding that names the tensor, among the first `count`; -1 when none does.
    constexpr int binding_of(std::int32_t tensor, std::size_t count) const noexcept {
        for (std::size_t i = 0; i < count; ++i)
            if (bound_tensor(bindings_[i]) == tensor) return static_cast<int>(i);
        return -1;
    }
    constexpr int binding_of(std::int32_t tensor) const noexcept {
        return binding_of(tensor, bindings_.size);
    }
    constexpr Status check_binding(std::size_t i) const noexcept {
        const BufferBinding& binding = bindings_[i];
        const std::int32_t index = bound_tensor(binding);
        if (index < 0) return StatusCode::wrong_index;
        const auto info = tensor(index);
        const std::uint32_t bytes = info.bytes();
        Status status;
        if (binding_of(index, i) >= 0)
            status = StatusCode::bound_twice;
        else if (info.is_constant() || info.is_variable())
            status = StatusCode::redefined_tensor;
        else if (binding.size < bytes)
            status = Status::too_small(StatusCode::wrong_size, bytes, binding.size);
        else if (!binding.is_aligned(bits_of(info.type()) / 8))
            status = StatusCode::misaligned_buffer;
        return status.at_tensor(info.index());
    }

    /// A record for a tensor that comes to life at `step_`; -1 when lost or refused.
    MOTE_NOINLINE constexpr int define(std::int32_t index) noexcept {
        const int binding = binding_of(index);
        const auto info = tensor(index);
        if (bits_of(info.type()) == 0) return refuse(StatusCode::bad_element_type, index), -1;
        if (info.is_constant() || info.is_variable() || records_.find(index) >= 0)
            return refuse(StatusCode::redefined_tensor, index), -1;
        const auto id = static_cast<std::uint16_t>(index);
        if (binding >= 0) return records_.add_external(id, static_cast<std::uint32_t>(binding), step_);
        const int record = records_.add_head(id, info.bytes(), step_, planned_offset(index));
        if (record >= 0 && Config::preserve_all_tensors)
            records_[record].first = 0, extend(record, last_step());
        return record;
    }
    /// The tensor as an operand of step `step_`, which keeps it alive: the place of a constant, or the number
    /// of a record where a place will be. Absent where it is refused or records are lost.
    MOTE_NOINLINE constexpr Place use(std::int32_t index) noexcept {
        const auto info = tensor(index);
        if (bits_of(info.type()) == 0) return refuse(StatusCode::bad_element_type, index), Place();
        if (info.is_variable() && records_.find(index) < 0) {
            records_.add_state(static_cast<std::uint16_t>(index), info.bytes(), step_);
            if (!tail_fits()) return Place();
        }
        const Place place = provisional_place(info);
        if (place.region() == Region::head) extend(static_cast<int>(place.offset()), step_);
        if (!place.present() && records_.complete()) refuse(StatusCode::undefined_tensor, index);
        return place;
    }
    MOTE_NOINLINE constexpr Place provisional_place(const TensorInfo<TableReader>& info) const noexcept {
        if (!info.is_variable()) {
            const Constant constant = info.constant();
            if (constant.size != 0)
                return Place(Region::model, static_cast<std::uint32_t>(constant.data - model_.data()));
            if (info.elements() == 0) return Place(Region::model, 0);
        }
        const int record = records_.find(info.index());
        return record >= 0 ? records_.provisional(record) : Place();
    }
    /// Whether a later operator, or the graph's caller, reads the memory of `record`.
    constexpr bool is_used_later(int record) const noexcept {
        const auto contain = [&](const auto& indices) {
            for (std::size_t i = 0; i < indices.size(); ++i)
                if (indices[i] >= 0 && records_.find(indices[i]) == record) return true;
            return false;
        };
        for (int step = step_ + 1; step < step_count_; ++step)
            if (contain(Node(model_, subgraph_, step).inputs())) return true;
        return contain(subgraph_.outputs());
    }

    // --- the parts of run(), false when they have failed ---

    constexpr bool check_bindings() noexcept {
        for (std::size_t i = 0; i < bindings_.size; ++i)
            if (const Status s = check_binding(i); !s) return refuse(s.at_binding(i));
        return true;
    }

    constexpr bool read_offline_plan() noexcept {
        const auto metadata = model_.metadata("OfflineMemoryAllocation");
        if (!metadata.found) return true;
        std::size_t tensors = 0;
        for (std::size_t i = 0; i < model_.subgraph_count(); ++i)
            tensors += model_.subgraph(i).tensors().size();
        offline_ = OfflinePlan(metadata.bytes.data, metadata.bytes.size);
        return offline_.is_valid(tensors, max_bytes, memory_alignment) ||
               refuse(StatusCode::bad_offline_plan);
    }
    constexpr std::uint32_t planned_offset(std::int32_t index) const noexcept {
        // A plan made ahead reuses memory.
        if (!offline_.present() || Config::preserve_all_tensors) return Buffer::unplaced;
        return offline_.offset(static_cast<std::size_t>(index));
    }

    constexpr bool define_inputs() noexcept {
        const auto inputs = subgraph_.inputs();
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            if (records_.find(inputs[i]) >= 0) continue;
            const int record = define(inputs[i]);
            if (!status_) return false;
            if (Config::keep_inputs && records_.complete()) extend(record, last_step());
        }
        return true;
    }

    constexpr bool prepare_steps() noexcept {
        for (step_ = 0; step_ < step_count_; ++step_) {
            const Node node(model_, subgraph_, step_);
            if (!needed_.contains(node)) {
                skip_step();
                continue;
            }
            node_ = &node;
            const Result<int> kind = Ops::select(node);
            if (!kind)
                refuse(mode_.names_operators ? explained(kind.status(), node) : kind.status());
            else
                Ops::visit(*kind, [this, k = *kind](auto variant) {
                    this->template prepare_step<decltype(variant)>(k);
                });
            node_ = nullptr;
            if (status_) continue;
            return refuse(
                status_.at_operator(step_, mode_.names_operators ? detail::operator_name(node) : nullptr));
        }
        return true;
    }

    MOTE_NOINLINE constexpr Status explained(const Status& reason, const Node& node) const noexcept {
        return detail::explained(reason, node,
                                 detail::count_missing<Ops>(model_, subgraph_, needed_, step_ + 1));
    }
    /// A step that does nothing, so that steps and operators have the same numbers.
    constexpr void skip_step() noexcept {
        ++words_;
        if (has_program()) word_at(words_ - 1) = StepHeader{Ops::skipped, 1}.raw();
    }

    template <class Variant>
    MOTE_NOINLINE constexpr void prepare_step(int kind) noexcept {
        const std::int32_t start = words_;
        if (!begin_step(layout_of<Ops, Config>(kind))) return;
        Requests<Preparation> requests(*this);
        const auto params = Variant::prepare(*node_, requests);
        if (!params) return void(refuse(params.status()));
        if (end_step(start, kind)) detail::store_params(*params, &word_at(start + 1));
    }
    /// Lays the step's operands out behind room for its params.
    constexpr bool begin_step(const StepLayout& layout) noexcept {
        const Node& node = *node_;
        const int inputs = layout.inputs == variadic ? node.input_count() : layout.inputs;
        const int required = layout.inputs == variadic ? maximum(inputs, 1) : layout.required;
        bool is_whole = node.output_count() == layout.outputs && node.input_count() <= inputs;
        for (int i = 0; i < required; ++i) is_whole = is_whole && node.has_input(i);
        if (!is_whole) return refuse(StatusCode::bad_operand_count);

        const std::int32_t outputs_at = words_ + 1 + layout.param_words;
        const std::int32_t inputs_at = outputs_at + layout.outputs;
        next_extra_ = inputs_at + inputs;
        operands_end_ = next_extra_ + layout.extras;
        words_ = operands_end_;
        for (std::int32_t at = outputs_at; at < words_; ++at) set_word(at, Place().raw());
        std::uint32_t unread = ~Ops::inputs_read(node);
        for (int i = 0; i < inputs && status_; ++i, unread >>= 1)
            if (node.has_input(i) && unread % 2 == 0)
                set_word(inputs_at + i, use(node.inputs()[static_cast<std::size_t>(i)]).raw());
        for (int i = 0; i < layout.outputs && status_; ++i) {
            const std::int32_t index = node.outputs()[static_cast<std::size_t>(i)];
            set_operand(outputs_at + i, define(index));
        }
        return static_cast<bool>(status_);
    }
    /// Writes the step's header; true when there is room for it.
    constexpr bool end_step(std::int32_t start, int kind) noexcept {
        check_overlap();
        if (words_ - start > StepHeader::max_words) return refuse(StatusCode::model_too_large);
        if (!tail_fits()) return false;
        if (!has_program()) return false;
        word_at(start) = StepHeader{kind, words_ - start}.raw();
        return true;
    }
    /// An input may be there twice, under one name or several: the output overlaps it only where each time is
    /// permitted.
    constexpr void check_overlap() noexcept {
        const int to = overlaps_ > 0 ? output_record() : -1;
        int times = 0;
        for (int i = 0; i < node_->input_count() && to >= 0; ++i)
            if (input_record(i) == records_[to].shares) ++times;
        if (times > overlaps_) records_[to].shares = Buffer::none;
        overlaps_ = 0;
    }

    constexpr bool keep_outputs() noexcept {
        step_ = last_step();
        const auto outputs = subgraph_.outputs();
        for (std::size_t i = 0; i < outputs.size() && status_; ++i) use(outputs[i]);
        return static_cast<bool>(status_);
    }

    constexpr void append_places() noexcept {
        step_words_ = words_;
        const auto append = [this](const auto& indices) {
            for (std::size_t i = 0; i < indices.size(); ++i) {
                const std::int32_t at = words_++;
                set_word(at, provisional_place(tensor(indices[i])).raw());
            }
        };
        append(subgraph_.inputs());
        append(subgraph_.outputs());
    }

    // --- planning ---

    constexpr void plan() noexcept {
        const auto records_bytes =
            static_cast<std::uint32_t>(static_cast<std::size_t>(records_.count()) * sizeof(Buffer));
        requirement_.tail = align_up(externals_offset() + binding_bytes(), memory_alignment);
        requirement_.preparation =
            maximum(align_up(static_cast<std::uint32_t>(words_) * 4 + records_bytes, memory_alignment) +
                        static_cast<std::uint32_t>(needed_.bytes_kept()),
                    static_cast<std::uint32_t>(needed_.bytes_to_find()));
        if (!records_.complete()) return;

        records_.renumber_shares();
        const std::uint32_t head = Config::Planner::plan(records_.data(), records_.count(), memory_alignment);
        requirement_.head = align_up(head, memory_alignment);
        if (head > max_bytes)
            refuse(StatusCode::model_too_large);
        else if (offline_.present() && !plan_is_valid(records_.data(), records_.count()))
            refuse(StatusCode::bad_offline_plan);
        else if (has_program())
            place_all();
    }

    /// Replaces the numbers of records in the program by places.
    constexpr void place_all() noexcept {
        std::int32_t at = 0;
        for (int step = 0; step < step_count_; ++step) {
            const StepHeader header = StepHeader::from_word(word_at(at));
            const StepLayout& layout = layout_of<Ops, Config>(header.kind);
            const std::int32_t operands = at + 1 + layout.param_words;
            place_words(operands, operands + layout.operands_of(header));
            at += header.words;
        }
        place_words(step_words_, words_ - profile_words());
    }
    constexpr void place_words(std::int32_t first, std::int32_t last) noexcept {
        for (std::int32_t i = first; i < last; ++i) {
            const Place place = Place::from_word(word_at(i));
            if (place.region() != Region::head) continue;
            word_at(i) = records_.final_place(static_cast<int>(place.offset()), state_offset()).raw();
        }
    }

    ModelView<TableReader> model_;
    SubgraphView<TableReader> subgraph_;
    NeededOperators needed_;
    Span<const BufferBinding> bindings_;
    Records records_;
    PreparationMode mode_;
    OfflinePlan offline_{};
    Requirement requirement_{};
    Status status_{};
    const Node* node_ = nullptr; // of the step that is prepared
    std::int32_t words_ = 0;     // of the program so far
    std::int32_t step_words_ = 0;
    std::int32_t next_extra_ = 0; // where in the program
    std::int32_t operands_end_ = 0;
    int overlaps_ = 0; // permissions that the step's output has got for the input it shares with
    int step_count_ = 0;
    int step_ = 0;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
