// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_COMMANDS_HPP
#define MOTE_CLI_COMMANDS_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cli {

// The sub-commands, each in a file of its own: what the command line can ask of it, and the function that
// does it. It returns the exit status or throws a Failure. `json`: one object on stdout instead of text.

/// Which kernels run: isa.hpp has the names.
struct KernelOptions {
    std::string isa = "native";
    std::string numerics = "reference";
};

struct RunOptions {
    std::string model;
    std::vector<std::string> inputs;
    std::string output;
    std::string output_npy;
    std::string dump;
    KernelOptions kernels;
    int invokes = 1;
    std::uint32_t seed = 1;
    std::optional<std::size_t> arena;
    bool json = false;
};
/// Runs a model on files or random inputs, prints what it needs and what came out.
int run(const RunOptions& options);

struct VerifyOptions {
    std::vector<std::string> paths;
    KernelOptions kernels;
    bool preserve_all = false;
    bool json = false;
};
/// Runs the test vectors in models' metadata; one line for each model that fails, then counts. Models without
/// vectors are skipped.
int verify(const VerifyOptions& options);

struct InspectOptions {
    std::string model;
    bool json = false;
};
/// Prints operators, the C++ lines for a model, memory, work and an estimate of what targets take for it;
/// what can be said of it also when it cannot run.
int inspect(const InspectOptions& options);

struct PlanOptions {
    std::string model;
    std::string svg;
    bool json = false;
};
/// Prints the memory plan, and draws it.
int plan(const PlanOptions& options);

struct EmbedOptions {
    std::string model;
    std::string name;
    std::string output;
    bool force = false;
    bool json = false;
};
/// Writes a model as a C++ header; one that cannot run only with `force`.
int embed(const EmbedOptions& options);

struct BenchOptions {
    std::string model;
    KernelOptions kernels;
    int repeat = 0;
    bool profile = false;
    bool json = false;
};
/// Measures invokes.
int bench(const BenchOptions& options);

} // namespace cli

#endif
