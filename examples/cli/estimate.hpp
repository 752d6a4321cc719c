// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_ESTIMATE_HPP
#define MOTE_CLI_ESTIMATE_HPP

#include "examination.hpp"
#include "json.hpp"

#include <ostream>
#include <vector>

namespace cli {

// Pairs are of -O2 and -Os.

/// What a kind of operator takes on a target: fitted to measurements of whole models by estimate_table.py.
struct KindEstimate {
    const char* op;
    const char* type;    ///< of the first input
    const char* weights; ///< their type; empty for an operator without multiply-accumulates
    struct Instructions {
        double fixed, per_multiply_accumulate, per_input, per_output; ///< elements of the first of each
    } instructions[2];
    double code[2][2]; ///< bytes with MicroInterpreter, with StaticInterpreter
};

struct TargetEstimate {
    const char* name;  ///< "Cortex-M4F"
    const char* board; ///< in results.json
    double base[2][2]; ///< bytes of the interpreter alone, and what kinds that are quantised share
    double quantized[2][2];
    std::vector<KindEstimate> kinds;
};

/// What a model takes on each target, about. `not_measured` are the operators of subgraph 0 that are not in
/// it because no measured model has their kind.
struct Estimate {
    struct Target {
        const char* name;
        const char* board;
        double instructions[2];
        double micro_code[2];
        double static_code[2];
    };
    std::vector<Target> targets;
    std::vector<int> not_measured;
};

/// `program_bytes`: of the prepared program, which StaticInterpreter keeps in flash.
Estimate estimate(const Model& model, std::uint32_t program_bytes);

/// As a table, with words on where it comes from.
void print_estimate(std::ostream& out, const Estimate& estimate, const Model& model);
Json estimate_json(const Estimate& estimate);

} // namespace cli

#endif
