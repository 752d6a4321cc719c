// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_JSON_HPP
#define MOTE_CLI_JSON_HPP

#include <nlohmann/json.hpp>

#include <iostream>

namespace cli {

/// Keeps the order in which members are added.
using Json = nlohmann::ordered_json;

/// One JSON object on stdout. Bytes of a model's names that are not UTF-8 are replaced.
inline void print_json(const Json& object) {
    std::cout << object.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

} // namespace cli

#endif
