// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_ISA_HPP
#define MOTE_CLI_ISA_HPP

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

/// An instruction set that this build has kernels for.
struct Isa {
    const char* name;
    std::unique_ptr<Runner> (*make_runner)(Mode);
    bool (*runs_here)(); ///< whether this CPU has it
};

/// Those that meson.build lists, each compiled with flags of its own.
const std::vector<Isa>& isas();

/// Their names, in words.
std::string isa_names();

/// A runner on the instruction set called `name`; a usage error when this build has none of that name, or
/// this CPU lacks it.
std::unique_ptr<Runner> make_runner(const std::string& name, Mode mode = Mode::ordinary);

} // namespace cli

#endif
