// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_JSON_HPP
#define MOTE_CLI_JSON_HPP

#include <nlohmann/json.hpp>

#include <string>

namespace cli {

/// Keeps the order in which members are added.
using Json = nlohmann::ordered_json;

// In a unit of their own: what they instantiate takes long to compile.

/// One JSON object on stdout. Bytes of a model's names that are not UTF-8 are replaced.
void print_json(const Json& object);

/// A number as its text has it, so that 0.1f is 0.1; a string for what JSON has no number for.
Json number_json(const std::string& text);

} // namespace cli

#endif
