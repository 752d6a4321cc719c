// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_COMMAND_HPP
#define MOTE_CLI_COMMAND_HPP

#include "failure.hpp"
#include "isa.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <functional>
#include <iostream>
#include <string>

namespace cli {

/// What the parsed command line asks for; returns the exit status.
using Action = std::function<int()>;

// Each adds its sub-command, which sets `action` when it is the one that is named.
void add_run(CLI::App& app, Action& action);
void add_verify(CLI::App& app, Action& action);
void add_inspect(CLI::App& app, Action& action);
void add_plan(CLI::App& app, Action& action);
void add_embed(CLI::App& app, Action& action);
void add_bench(CLI::App& app, Action& action);

/// Keeps the order in which members are added.
using Json = nlohmann::ordered_json;

/// One JSON object on stdout. Bytes of a model's names that are not UTF-8 are replaced.
inline void print_json(const Json& object) {
    std::cout << object.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

inline void add_json_option(CLI::App& command, bool& json) {
    command.add_flag("--json", json, "Print one JSON object instead of text");
}
inline void add_model_argument(CLI::App& command, std::string& model) {
    command.add_option("model", model, "The .tflite file")->required()->type_name("MODEL");
}
inline void add_isa_option(CLI::App& command, std::string& isa) {
    command.add_option("--isa", isa, "Instruction set whose kernels run: " + isa_names())->capture_default_str();
}

} // namespace cli

#endif
