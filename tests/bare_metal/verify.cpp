// SPDX-License-Identifier: Apache-2.0
// Runs the golden vectors of models that lie on the host, as `mote verify` does there. Usage: verify LIST, where LIST is a
// file that names one model a line. Models with operators that the op set lacks, or too large for the board, are skipped.
#include "golden.hpp"

#include "mote/ops/all_ops.hpp"

namespace {

#ifndef MOTE_VERIFY_OPS
#define MOTE_VERIFY_OPS mote::AllOps
#endif
using Ops = MOTE_VERIFY_OPS;

/// Models, and then arenas, of at most this size; planning takes a workspace beside them.
constexpr std::size_t model_capacity = MOTE_VERIFY_MODEL_BYTES;
constexpr std::size_t arena_capacity = MOTE_VERIFY_ARENA_BYTES;

__attribute__((section(".big_ram"))) alignas(16) unsigned char model_storage[model_capacity];
__attribute__((section(".big_ram"))) alignas(16) unsigned char arena_storage[arena_capacity];

enum class Outcome { passed, failed, unsupported, too_large };

bool is_supported(mote::ModelBytes model) {
    int missing = 0;
    const mote::Status read = mote::for_each_missing_op<Ops>(model, [&](const mote::Status&) { ++missing; });
    return !read || missing == 0; // what cannot be read is for load() to refuse
}

Outcome fail(const char* name, const mote::Status& status, board::Console& out) {
    out << name << ": refused: " << status.message().c_str() << '\n';
    return Outcome::failed;
}

/// In an arena of exactly the size that the model needs.
Outcome verify_model(mote::ModelBytes model, const char* name, board::Console& out) {
    if (!is_supported(model)) return Outcome::unsupported;
    const auto need = mote::requirement_of<Ops>(model, mote::Span<unsigned char>(arena_storage));
    if (need.status() == mote::StatusCode::workspace_too_small) return Outcome::too_large;
    if (!need) return fail(name, need.status(), out);
    if (need->arena_bytes() > arena_capacity) return Outcome::too_large;

    mote::ArenaRef arena({arena_storage, need->arena_bytes()});
    mote::Interpreter<Ops> interpreter(arena);
    if (const mote::Status s = interpreter.load(model); !s) return fail(name, s, out);
    return board::Golden(interpreter.model()).run(interpreter, name, out) ? Outcome::passed : Outcome::failed;
}

Outcome verify_file(const char* path, board::Console& out) {
    const char* const slash = std::strrchr(path, '/');
    const char* const name = slash == nullptr ? path : slash + 1;
    board::File file(path, board::File::read_binary);
    if (!file.is_open()) {
        out << name << ": cannot be opened\n";
        return Outcome::failed;
    }
    const std::size_t size = file.size();
    if (size > model_capacity) return Outcome::too_large;
    if (file.read(model_storage, size) != size) {
        out << name << ": cannot be read\n";
        return Outcome::failed;
    }
    return verify_model({model_storage, size}, name, out);
}

/// Reads the next line; false at the end.
template <std::size_t Capacity>
bool next_line(board::File& file, char (&line)[Capacity]) {
    std::size_t length = 0;
    while (length + 1 < Capacity && file.read(line + length, 1) == 1 && line[length] != '\n') ++length;
    line[length] = '\0';
    return length > 0;
}

int run_list(const char* list, board::Console& out) {
    board::File file(list, board::File::read_binary);
    if (!file.is_open()) {
        out << list << ": cannot be opened\n";
        return 2;
    }
    int counts[4] = {};
    static char line[256];
    while (next_line(file, line)) ++counts[static_cast<int>(verify_file(line, out))];
    out << counts[2] << " skipped for operators not in the op set, " << counts[3] << " for their size\n";
    out << counts[0] << " passed, " << counts[1] << " failed\n";
    return counts[1] > 0 || counts[0] == 0 ? 1 : 0;
}

} // namespace

int main() {
    board::Console out;
    static char words[256];
    const char* const space = board::command_line(words, sizeof words) ? std::strrchr(words, ' ') : nullptr;
    if (space == nullptr) {
        out << "usage: verify LIST\n";
        return 2;
    }
    return run_list(space + 1, out);
}
