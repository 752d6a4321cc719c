// SPDX-License-Identifier: Apache-2.0
#include "isa.hpp"

#include "failure.hpp"
#include "nearest.hpp"

namespace cli {
namespace {

void add_once(std::vector<std::string>& names, const std::string& name) {
    for (const std::string& known : names)
        if (known == name) return;
    names.push_back(name);
}

/// The names of one kind, each once, in the order of the build's list.
std::vector<std::string> names_of(const char* KernelSet::*kind) {
    std::vector<std::string> names;
    for (const KernelSet& set : kernel_sets()) add_once(names, set.*kind);
    return names;
}

std::vector<std::string> isas() {
    std::vector<std::string> names = names_of(&KernelSet::isa);
    names.emplace_back("native");
    return names;
}

void check_name(const char* option, const std::string& name, const std::vector<std::string>& known) {
    for (const std::string& one : known)
        if (name == one) return;
    throw usage_error(std::string(option) + " " + name + ": this build has " + joined(known) +
                      did_you_mean(name, known));
}

const KernelSet& best_set(const std::string& numerics) {
    const KernelSet* best = nullptr;
    for (const KernelSet& set : kernel_sets())
        if (numerics == set.numerics && set.runs_here()) best = &set;
    if (best == nullptr) throw usage_error("--numerics " + numerics + ": this CPU runs no kernels of it");
    return *best;
}

} // namespace

std::string isa_names() { return joined(isas()); }
std::string numerics_names() { return joined(names_of(&KernelSet::numerics)); }

const KernelSet& choose_kernels(const KernelOptions& wanted) {
    check_name("--isa", wanted.isa, isas());
    check_name("--numerics", wanted.numerics, names_of(&KernelSet::numerics));
    if (wanted.isa == "native") return best_set(wanted.numerics);
    std::vector<std::string> others;
    for (const KernelSet& set : kernel_sets()) {
        if (wanted.numerics != set.numerics) continue;
        others.emplace_back(set.isa);
        if (wanted.isa != set.isa) continue;
        if (!set.runs_here()) throw usage_error("--isa " + wanted.isa + ": this CPU lacks it");
        return set;
    }
    throw usage_error("--isa " + wanted.isa + ": this build has --numerics " + wanted.numerics + " for " +
                      joined(others) + " only");
}

} // namespace cli
