// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_IDENTIFIER_HPP
#define MOTE_CLI_IDENTIFIER_HPP

#include <string>

namespace cli {

/// The name nearest to some words that C++ lets a user give: no digit in front, no keyword, none of the
/// reserved underscores.
std::string identifier_for(const std::string& words);

/// What `mote embed` calls the array of a model, after its file; "model" for standard input.
std::string array_name_for(const std::string& path);

} // namespace cli

#endif
