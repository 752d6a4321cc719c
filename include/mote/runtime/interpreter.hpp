// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_INTERPRETER_HPP
#define MOTE_RUNTIME_INTERPRETER_HPP

#include "../memory/arena.hpp"
#include "../schema/check_flatbuffer.hpp"
#include "../schema/operator_name.hpp"
#include "config.hpp"
#include "model_bytes.hpp"
#include "op_set.hpp"
#include "preparation.hpp"
#include "tensor_access.hpp"
#include "workspace.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Runs one model at a time in an arena of somebody else's. All of an interpreter's code is here and does not
/// depend on the arena's size; MicroInterpreter adds the storage. It holds no global state: two interpreters
/// with arenas of their own may run in two threads. Those that share an arena share the memory of their
/// inputs and outputs: ask one for its inputs, write them, invoke it and read its outputs before the next
/// one's turn, every time anew.
template <class Ops, class UserConfig = DefaultConfig>
class Interpreter {
public:
    using OpSet = Ops;
    using Config = UserConfig;

    constexpr explicit Interpreter(ArenaRef& arena) noexcept : arena_(&arena) {
        static_assert(detail::IsaFacts<typename Config::Isa>::supported,
                      "the compiler's flags do not enable this ISA");
    }
    Interpreter(const Interpreter&) = delete;
    Interpreter& operator=(const Interpreter&) = delete;

    /// Verifies, prepares and plans the model, whose bytes must outlive its use: an array, ModelBytes, or
    /// trusted(model). `bindings` puts graph inputs and outputs in the caller's memory. On failure nothing is
    /// loaded and another load may follow. Loading again gives back what the last load took.
    template <class Model>
    Status load(const Model& model, Span<const BufferBinding> bindings = {}) noexcept {
        constexpr bool is_model = std::is_convertible_v<const Model&, ModelBytes>;
        static_assert(is_model, "mote: load takes an array of bytes, mote::trusted(array), or a pointer with "
                                "a size: load(pointer, size)");
        if constexpr (std::is_base_of_v<TrustedModel, Model>)
            return load_trusted(model, bindings);
        else if constexpr (is_model)
            return load_unknown(model, bindings);
        else
            return {};
    }
    Status load(ModelBytes model, Span<const BufferBinding> bindings = {}) noexcept {
        return load_unknown(model, bindings);
    }
    /// The model at a pointer, as firmware links it that declares `extern const unsigned char g_model[];`.
    template <class Byte, class = detail::IfByte<Byte>>
    Status load(const Byte* model, std::size_t size, Span<const BufferBinding> bindings = {}) noexcept {
        return load_unknown({model, size}, bindings);
    }

    /// Forgets the model and gives its memory back.
    void unload() noexcept {
        if (is_loaded() && arena_ != nullptr) arena_->give_back(bases_.tail(), tail_bytes_);
        bases_ = {};
        step_count_ = 0;
    }
    bool is_loaded() const noexcept { return bases_.model() != nullptr; }

    /// Runs all operators on what the inputs hold. Inputs share memory with other tensors: write them before
    /// every invoke, unless Config::keep_inputs. With `tap`, calls `tap(const StepAccess&)` after each
    /// operator.
    Status invoke() noexcept { return invoke(NoTap{}); }
    template <class Tap>
    Status invoke(Tap&& tap) noexcept {
        if (!is_loaded()) return StatusCode::not_loaded;
        MOTE_ASSERT(starts_run()); // else another interpreter has used the head since the inputs were written
        rewind();
        if constexpr (std::is_same_v<std::decay_t<Tap>, NoTap> && !Config::Profiler::enabled) {
            return run_to(places());
        } else {
            for (int i = step_count_; i > 0; --i)
                if (const Status s = step(tap); !s) return s;
            return {};
        }
    }

    /// Runs one operator and returns, so that a loop can do other things in between. After the last one, or a
    /// failure, the next is the first again.
    Status step() noexcept { return step(NoTap{}); }
    template <class Tap>
    Status step(Tap&& tap) noexcept {
        if (!is_loaded()) return StatusCode::not_loaded;
        if (step_count_ == 0) return {};
        MOTE_ASSERT(step_ == 0 ? starts_run() : has_head()); // else another has used the head meanwhile
        [[maybe_unused]] const int at = step_;
        [[maybe_unused]] const std::uint32_t start = Config::Profiler::now();
        const Status status = run_to(cursor_ + StepHeader::from_word(*cursor_).words);
        if constexpr (Config::Profiler::enabled) ticks()[at] = Config::Profiler::now() - start;
        if (!status) return status;
        if constexpr (!std::is_same_v<std::decay_t<Tap>, NoTap>)
            if (StepHeader::from_word(*cursor_).kind != Ops::skipped)
                tap(StepAccess(node(step_), bases_, operands_of<Ops, Config>(cursor_)));
        advance();
        return {};
    }
    /// The operator that `step` runs next.
    int next_step() const noexcept { return step_; }
    int step_count() const noexcept { return step_count_; }

    /// Sets variable tensors and operators' state to what they were after load, and starts from the first
    /// step.
    void reset() noexcept {
        rewind();
        if (state_begin_ == state_end_ || !is_loaded()) return;
        std::memset(bases_.tail() + state_begin_, 0, state_end_ - state_begin_);
        for (int i = step_count_; i > 0; --i) {
            reset_variables(node(step_), bases_, operands_of<Ops, Config>(cursor_));
            advance();
        }
    }

    int input_count() const noexcept {
        return is_loaded() ? static_cast<int>(subgraph().inputs().size()) : 0;
    }
    int output_count() const noexcept {
        return is_loaded() ? static_cast<int>(subgraph().outputs().size()) : 0;
    }

    /// Graph input `i`, typed. Empty, with the reason in its status, when there is none or its type differs.
    template <class T>
    TensorView<T> input(int i = 0) noexcept {
        if (!is_loaded()) return Status(StatusCode::not_loaded);
        return input_tensor(i).template as<T>();
    }
    /// Graph output `i`, typed; read it before the next invoke.
    template <class T>
    TensorView<const T> output(int i = 0) const noexcept {
        if (!is_loaded()) return Status(StatusCode::not_loaded);
        return output_tensor(i).template as<const T>();
    }
    /// Graph input `i` as bytes, with what the model says of it; not `present()` when there is none.
    TensorAccess input_tensor(int i) const noexcept {
        if (i < 0 || i >= input_count()) return {};
        MOTE_ASSERT(takes_head());
        return graph_tensor(subgraph().inputs(), i, 0);
    }
    /// Graph output `i` likewise.
    TensorAccess output_tensor(int i) const noexcept {
        if (i < 0 || i >= output_count()) return {};
        // Else another interpreter has used the head since this one ran.
        MOTE_ASSERT(has_head() || !lies_in_head(input_count() + i));
        return graph_tensor(subgraph().outputs(), i, input_count());
    }

    /// Moves the caller's buffer number `i`, in the order of load's bindings, to other memory of the same
    /// size. The caller answers for it: use it between invokes.
    Status rebind(int i, void* data) noexcept {
        if (!is_loaded()) return StatusCode::not_loaded;
        if (i < 0 || i >= binding_count_) return StatusCode::wrong_index;
        if (reinterpret_cast<std::uintptr_t>(data) % memory_alignment != 0 || data == nullptr)
            return StatusCode::misaligned_buffer;
        externals()[i] = data;
        return {};
    }

    /// What the profiler's clock advanced by while operator `i` ran last.
    std::uint32_t profile(int i) const noexcept {
        static_assert(Config::Profiler::enabled, "Config::Profiler does not profile");
        return i >= 0 && i < step_count_ ? ticks()[i] : 0;
    }

    /// Bytes of the arena's head and tail that the loaded model takes; 0 when none is loaded.
    std::uint32_t head_bytes() const noexcept { return is_loaded() ? head_bytes_ : 0; }
    std::uint32_t tail_bytes() const noexcept { return is_loaded() ? tail_bytes_ : 0; }

    /// The loaded model; not `present()` when none is.
    ModelView<FlatTable> model() const noexcept {
        return is_loaded() ? ModelView<FlatTable>(bases_.model()) : ModelView<FlatTable>();
    }

protected:
    /// For MicroInterpreter, whose members are all zero until it loads.
    constexpr Interpreter() noexcept = default;
    void set_arena(ArenaRef* arena) noexcept { arena_ = arena; }

private:
    using Prepared = Preparation<Ops, Config, FlatTable>;

    SubgraphView<FlatTable> subgraph() const noexcept {
        return ModelView<FlatTable>(bases_.model()).subgraph(0);
    }
    NodeView<FlatTable> node(int i) const noexcept {
        const ModelView<FlatTable> model(bases_.model());
        return {model, model.subgraph(0), i};
    }
    std::uint32_t* program() const noexcept { return reinterpret_cast<std::uint32_t*>(bases_.tail()); }
    const std::uint32_t* places() const noexcept { return program() + step_words_; }
    std::uint32_t* ticks() const noexcept { return program() + step_words_ + input_count() + output_count(); }

    void** externals() const noexcept { return reinterpret_cast<void**>(bases_.tail() + state_end_); }

    using Indices = SubgraphView<FlatTable>::Indices;
    /// Tensor `i` of the graph's inputs or outputs, whose places start with number `first`.
    MOTE_NOINLINE TensorAccess graph_tensor(Indices indices, int i, int first) const noexcept {
        const ModelView<FlatTable> model(bases_.model());
        const Place place = Place::from_word(places()[first + i]);
        return {model.tensor(model.subgraph(0), indices[static_cast<std::size_t>(i)]),
                static_cast<unsigned char*>(bases_.at(place))};
    }

    // The rule of shared arenas, for MOTE_ASSERT. MicroInterpreter's arena is nobody else's.

    bool has_head() const noexcept { return arena_ == nullptr || arena_->is_head_of(this); }
    bool takes_head() const noexcept { return arena_ == nullptr || arena_->use_head(this); }
    bool lies_in_head(int place) const noexcept {
        return Place::from_word(places()[place]).region() == Region::head;
    }
    /// Takes the head; false where it was another's and inputs lie in it.
    bool starts_run() const noexcept {
        bool fine = has_head();
        if (!fine) {
            fine = true;
            for (int i = 0; i < input_count(); ++i) fine = fine && !lies_in_head(i);
        }
        return takes_head() && fine;
    }

    Status load_unknown(ModelBytes model, Span<const BufferBinding> bindings) noexcept {
        unload();
        if (const Status s = check_flatbuffer(model.data, model.size); !s) return s;
        return load_verified(model, bindings);
    }
    Status load_trusted(ModelBytes model, Span<const BufferBinding> bindings) noexcept {
        unload();
        if (const Status s = check_alignment(model.data); !s) return s;
        return load_verified(model, bindings);
    }
    MOTE_NOINLINE Status load_verified(ModelBytes bytes, Span<const BufferBinding> bindings) noexcept {
        const ModelView<FlatTable> model(bytes.data);
        Status status = check_model(model);
        if (!status) return status;
        // In one block, what is prepared lies where the head does.
        MOTE_ASSERT(!arena_->is_one_block() || takes_head());
        const Span<unsigned char> room = arena_->free_tail();
        const Workspace<Ops> workspace(model, room);
        if (!workspace.suffices()) return too_small(workspace.least(), false);
        Prepared prepared(model, workspace.needed(), workspace.memory(), bindings);
        status = prepared.run();
        if (!status) return status;
        const Requirement& need = prepared.requirement();
        if (!prepared.has_program() || !arena_->fits(need.head, need.tail)) {
            status = too_small(need, prepared.is_exact());
            return status;
        }
        install(bytes.data, prepared, room.data, bindings);
        reset();
        return status;
    }

    Status too_small(const Requirement& need, bool exact) const noexcept {
        std::size_t available = arena_->free_tail().size;
        std::size_t needed = maximum(need.tail, need.preparation);
        if (arena_->is_one_block()) {
            const std::size_t head = maximum<std::size_t>(need.head, arena_->head_used());
            needed = maximum<std::size_t>(head + need.tail, need.preparation);
        } else if (needed <= available) {
            needed = need.head;
            available = arena_->head_room();
        }
        return Status::too_small(StatusCode::arena_too_small, needed, available, exact);
    }

    void install(const unsigned char* model, const Prepared& prepared, const unsigned char* program,
                 Span<const BufferBinding> bindings) noexcept {
        const Requirement& need = prepared.requirement();
        head_bytes_ = need.head;
        tail_bytes_ = need.tail;
        state_begin_ = prepared.state_offset();
        state_end_ = prepared.externals_offset();
        unsigned char* const tail = arena_->take(need.head, need.tail);
        bases_ = {arena_->head(), tail, model, reinterpret_cast<void**>(tail + state_end_)};
        move_up(program, prepared.program_words());
        binding_count_ = static_cast<int>(bindings.size);
        for (int i = 0; i < binding_count_; ++i) externals()[i] = bindings[static_cast<std::size_t>(i)].data;
        step_words_ = prepared.step_words();
        step_count_ = prepared.step_count();
    }
    /// Moves the program from where it was prepared to where it stays, which is there or above. No memmove:
    /// few programs have another use for its few hundred bytes.
    void move_up(const unsigned char* from, std::int32_t words) noexcept {
        const auto* const source = reinterpret_cast<const std::uint32_t*>(from);
        while (words-- > 0) program()[words] = source[words];
    }

    void rewind() noexcept {
        cursor_ = program();
        step_ = 0;
    }
    void advance() noexcept {
        cursor_ += StepHeader::from_word(*cursor_).words;
        if (++step_ == step_count_) rewind();
    }
    /// Runs the steps from the next one to `end`, without going past them: after a failure the next step is
    /// the first.
    MOTE_INLINE Status run_to(const std::uint32_t* end) noexcept {
        Status status;
        const std::uint32_t* const stopped = run_steps<Ops, Config>(bases_, cursor_, end, status);
        return stopped == end ? status : fail(status, stopped);
    }
    Status fail(const Status& status, const std::uint32_t* stopped) noexcept {
        for (; cursor_ != stopped; ++step_) cursor_ += StepHeader::from_word(*cursor_).words;
        const int at = step_;
        rewind();
        return status.at_operator(at, detail::operator_name(node(at)));
    }
    ArenaRef* arena_ = nullptr; // MicroInterpreter has one only while it loads
    Bases bases_{};             // its model is nullptr where none is loaded
    const std::uint32_t* cursor_ = nullptr;
    std::uint32_t head_bytes_ = 0;
    std::uint32_t tail_bytes_ = 0;
    std::uint32_t state_begin_ = 0; // of variables and state, in bytes of the tail
    std::uint32_t state_end_ = 0;
    std::int32_t step_words_ = 0;
    int binding_count_ = 0;
    int step_count_ = 0;
    int step_ = 0;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
