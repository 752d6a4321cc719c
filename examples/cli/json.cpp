// SPDX-License-Identifier: Apache-2.0
#include "json.hpp"

#include <iostream>

namespace cli {

void print_json(const Json& object) {
    std::cout << object.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

Json number_json(const std::string& text) {
    const Json number = Json::parse(text, nullptr, false);
    return number.is_discarded() ? Json(text) : number;
}

} // namespace cli
