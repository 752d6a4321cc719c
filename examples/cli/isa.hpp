// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_ISA_HPP
#define MOTE_CLI_ISA_HPP

#include "commands.hpp"
#include "runner.hpp"

#include <memory>
#include <string>
#include <vector>

namespace cli {

/// How a runner treats its model.
enum class Mode {
    ordinary,
    preserving, ///< every tensor keeps memory of its own
    profiling,  ///< notes the time of each operator
};

/// Kernels that this build has: an instruction set's, for one way of rounding.
struct KernelSet {
    const char* isa;
    const char* numerics;
    std::unique_ptr<Runner> (*make_runner)(Mode);
    bool (*runs_here)(); ///< whether this CPU has the instruction set
};

/// Those that meson.build lists, each compiled with flags of its own; a better instruction set after those it
/// descends from.
const std::vector<KernelSet>& kernel_sets();

/// Names for --isa and --numerics, in words.
std::string isa_names();
std::string numerics_names();

/// What the command line asks for; "native" is the best instruction set that this CPU has among those of the
/// build. A usage error when this build has no such kernels, or this CPU lacks their instructions.
const KernelSet& choose_kernels(const KernelOptions& wanted);

} // namespace cli

#endif
