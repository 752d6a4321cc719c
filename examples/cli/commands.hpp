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

struct RunOptions {
    std::string model;
    std::vector<std::string> inputs;
    std::string output;
    std::string dump;
    std::string isa = "native";
    int invokes = 1;
    std::uint32_t seed = 1;
    std::optional<std::size_t> arena;
    bool json = false;
};
/// Runs a model on files or random inputs, prints what it needs and what came out.
int run(const RunOptions& options);

struct VerifyOptions {
    std::vector<std::string> paths;
    std::string isa = "native";
    bool preserve_all = false;
    bool json = false;
};
/// Runs the test vectors in models' metadata; one line for each model that fails, then a count.
int verify(const VerifyOptions& options);

struct InspectOptions {
    std::string model;
    bool json = false;
};
/// Prints operators, memory, work and the C++ lines for a model. 0 also where mote lacks an op: that is an
/// answer.
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
    bool json = false;
};
/// Writes a model as a C++ header.
int embed(const EmbedOptions& options);

struct BenchOptions {
    std::string model;
    std::string isa = "native";
    int repeat = 0;
    bool profile = false;
    bool json = false;
};
/// Measures invokes.
int bench(const BenchOptions& options);

} // namespace cli

#endif
