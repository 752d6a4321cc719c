// SPDX-License-Identifier: Apache-2.0
#include "isa.hpp"

#include "failure.hpp"

namespace cli {

std::string isa_names() {
    std::string names;
    for (const Isa& isa : isas()) names += (names.empty() ? "" : ", ") + std::string(isa.name);
    return names;
}

std::unique_ptr<Runner> make_runner(const std::string& name, Mode mode) {
    for (const Isa& isa : isas()) {
        if (name != isa.name) continue;
        if (!isa.runs_here()) throw usage_error("--isa " + name + ": this CPU lacks it");
        return isa.make_runner(mode);
    }
    throw usage_error("--isa " + name + ": this build has " + isa_names());
}

} // namespace cli
