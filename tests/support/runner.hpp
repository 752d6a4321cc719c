// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_SUPPORT_RUNNER_HPP
#define MOTE_TESTS_SUPPORT_RUNNER_HPP

#include "model_builder.hpp"

namespace test {

/// A model loaded in an arena of exactly the size it needs; inputs and outputs as vectors.
template <class Ops, class Config = mote::DefaultConfig>
class Runner {
public:
    explicit Runner(Model model) : model_(std::move(model)), status_(session_.open(model_.bytes())) {}

    /// What load said.
    mote::Status status() const { return status_; }
    const mote::Requirement& requirement() const { return session_.requirement(); }
    mote::Interpreter<Ops, Config>& interpreter() { return session_.interpreter(); }
    mote::Status invoke() { return interpreter().invoke(); }

    /// False when the input is not there, of another type or size.
    template <class T>
    bool set(int i, const std::vector<T>& values) {
        const auto input = interpreter().template input<T>(i);
        if (!input || input.size() != values.size()) return false;
        for (std::size_t at = 0; at < values.size(); ++at) input[at] = values[at];
        return true;
    }
    template <class T>
    std::vector<T> get(int i) {
        const auto output = interpreter().template output<T>(i);
        return std::vector<T>(output.begin(), output.end());
    }

private:
    Model model_;
    cli::Session<Ops, Config> session_;
    mote::Status status_;
};

/// The code with which `Ops` refuses the model, or ok.
template <class Ops>
mote::StatusCode load_code(const Model& model) {
    return Runner<Ops>(model).status().code();
}

} // namespace test

#endif
