// SPDX-License-Identifier: Apache-2.0
#include "fuzz_model.hpp"

#include "mote/mote.hpp"
#include "mote/ops/all_ops.hpp"
#include "mote/schema/byte_table.hpp"
#include "mote/schema/check_flatbuffer.hpp"
#include "mote/schema/check_model.hpp"

#include "../../examples/cli/session.hpp"
#include "../../examples/cli/xorshift.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

namespace {

constexpr std::size_t largest_arena = 4 << 20;
constexpr double most_work = 2e6;

using mote::FlatTable;
using mote::Status;
using mote::StatusCode;
using Interpreter = mote::Interpreter<mote::AllOps>;

void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "fuzz: not so: %s\n", what);
    std::abort();
}

/// Memory of exactly these bytes, so that a sanitizer sees any access past them.
class ExactBytes {
public:
    ExactBytes(std::size_t size, unsigned char fill) : bytes_(new unsigned char[size]), size_(size) {
        std::memset(bytes_.get(), fill, size);
    }
    ExactBytes(const std::uint8_t* data, std::size_t size) : ExactBytes(size, 0) {
        if (size > 0) std::memcpy(bytes_.get(), data, size);
    }
    unsigned char* data() const { return bytes_.get(); }
    mote::Span<unsigned char> span() const { return {bytes_.get(), size_}; }

private:
    std::unique_ptr<unsigned char[]> bytes_;
    std::size_t size_;
};

mote::Result<mote::Requirement> need_of(mote::ModelBytes model) {
    cli::AlignedBytes workspace = cli::workspace_for(model.size);
    return mote::requirement_of<mote::AllOps>(model, workspace.span());
}

/// A loaded model in an arena that held `fill`.
class Run {
public:
    Run(mote::ModelBytes model, std::size_t arena_bytes, unsigned char fill)
        : memory_(arena_bytes, fill),
          arena_(memory_.span()),
          interpreter_(arena_),
          status_(interpreter_.load(model)) {}

    Status status() const { return status_; }
    Interpreter& interpreter() { return interpreter_; }

    /// The same inputs for the same seed: sane ones, or any bytes at all. Bools are 0 or 1 all the same.
    void set_inputs(std::uint32_t seed, bool sane) {
        cli::Xorshift32 random(seed);
        for (int i = 0; i < interpreter_.input_count(); ++i) {
            const mote::TensorAccess input = interpreter_.input_tensor(i);
            const bool by_type = sane || input.info.is<bool>();
            if (input.present())
                random.fill(by_type ? input.info.type() : mote::ElementType::int8, input.data, input.size());
        }
    }
    std::vector<unsigned char> outputs() {
        std::vector<unsigned char> bytes;
        for (int i = 0; i < interpreter_.output_count(); ++i) {
            const mote::TensorAccess output = interpreter_.output_tensor(i);
            if (output.present()) bytes.insert(bytes.end(), output.data, output.data + output.size());
        }
        return bytes;
    }

private:
    ExactBytes memory_;
    mote::ArenaRef arena_;
    Interpreter interpreter_;
    Status status_;
};

/// Steps of the innermost loops, roughly and rather too many: each output element may see all of every
/// operand.
double work_of(const mote::ModelView<FlatTable>& model) {
    double work = 0;
    const auto subgraph = model.subgraph(0);
    for (int step = 0; step < static_cast<int>(subgraph.operators().size()); ++step) {
        const mote::NodeView<FlatTable> node(model, subgraph, step);
        double read = 1;
        double written = 1;
        for (int i = 0; i < node.input_count(); ++i) read += node.has_input(i) ? node.input(i).elements() : 0;
        for (int i = 0; i < node.output_count(); ++i) written += node.output(i).elements();
        work += read * written;
    }
    return work;
}

/// Both runs do the same, although their memory did not hold the same before.
void check_invoke(Run& a, Run& b, std::uint32_t seed, bool sane) {
    a.set_inputs(seed, sane);
    b.set_inputs(seed, sane);
    const Status status = a.interpreter().invoke();
    require(b.interpreter().invoke().code() == status.code(), "both invokes end alike");
    if (status) require(a.outputs() == b.outputs(), "outputs do not depend on what the arena held");
}

/// A model that fits takes exactly the arena that it is said to take, runs, and runs again.
void check_sound(mote::ModelBytes model, std::size_t arena_bytes) {
    const std::size_t less = arena_bytes < 8 ? 0 : arena_bytes - 8;
    require(arena_bytes == 0 || Run(model, less, 0).status() == StatusCode::arena_too_small,
            "nothing less will do");
    if (arena_bytes > largest_arena) return;
    Run a(model, arena_bytes, 0);
    Run b(model, arena_bytes, 0xff);
    require(static_cast<bool>(a.status()) && static_cast<bool>(b.status()), "the arena asked for will do");
    if (work_of(a.interpreter().model()) > most_work) return;
    ++test::fuzz_counts.ran;
    check_invoke(a, b, 1, true);
    check_invoke(a, b, 2, false);
    a.interpreter().reset();
    b.interpreter().reset();
    check_invoke(a, b, 3, true);
}

/// The compiler's reader takes any bytes too, and finds the same wrong in all that are structurally valid.
void check_readers(mote::ModelBytes model) {
    const Status status = mote::check_model(mote::ModelView<mote::ByteTable>(model.data, model.size));
    if (!mote::check_flatbuffer(model.data, model.size)) return;
    const Status expected = mote::check_model(mote::ModelView<FlatTable>(model.data, model.size));
    require(status.code() == expected.code(), "both readers agree what is wrong");
    require(status.tensor_index() == expected.tensor_index(), "and where");
}

} // namespace

test::FuzzCounts test::fuzz_counts;

bool test::is_sound_model(const std::uint8_t* data, std::size_t size) {
    return static_cast<bool>(need_of(mote::ModelBytes(ExactBytes(data, size).data(), size)));
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ExactBytes bytes(data, size);
    const mote::ModelBytes model(bytes.data(), size);
    check_readers(model);
    const auto need = need_of(model);
    if (need) {
        ++test::fuzz_counts.prepared;
        check_sound(model, need->arena_bytes());
        return 0;
    }
    const Status status = need.status();
    require(status.message().text[0] != '\0', "a refusal says why");
    require(Run(model, largest_arena / 64, 0).status().code() == status.code(), "load refuses alike");
    return 0;
}
