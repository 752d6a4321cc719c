// SPDX-License-Identifier: Apache-2.0
// Compiled once for each instruction set and numerics of meson.build, with its flags, their tags as
// MOTE_CLI_ISA and MOTE_CLI_NUMERICS and the name of the function that isas.cpp calls as
// MOTE_CLI_MAKE_RUNNER.
#include "isa.hpp"
#include "session.hpp"

#include "mote/ops/all_ops.hpp"

#include <chrono>
#include <type_traits>

namespace cli {

// The configurations have internal linkage, and so has what is instantiated with them: a unit's interpreters
// are its own, whatever the flags of the others.
namespace {

struct Ordinary : mote::DefaultConfig {
    using Isa = mote::isa::MOTE_CLI_ISA;
    using Numerics = mote::numerics::MOTE_CLI_NUMERICS;
};

struct Preserving : Ordinary {
    static constexpr bool preserve_all_tensors = true;
};

struct NanosecondClock {
    [[maybe_unused]] static constexpr bool enabled = true; // without Timed nothing asks
    static std::uint32_t now() noexcept {
        const auto time = std::chrono::steady_clock::now().time_since_epoch();
        return static_cast<std::uint32_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(time).count());
    }
};

struct Timed : Ordinary {
    using Profiler = NanosecondClock;
};
/// Only the reference is profiled: every configuration compiles all ops anew.
using Profiling =
    std::conditional_t<std::is_same_v<Ordinary::Numerics, mote::numerics::reference>, Timed, Ordinary>;

template <class Config>
class SessionRunner final : public Runner {
public:
    mote::Status open(mote::ModelBytes model, std::optional<std::size_t> arena_bytes) override {
        return session_.open(model, arena_bytes);
    }
    const mote::Requirement& requirement() const override { return session_.requirement(); }
    mote::ModelView<mote::FlatTable> model() const override { return interpreter().model(); }

    int input_count() const override { return interpreter().input_count(); }
    int output_count() const override { return interpreter().output_count(); }
    mote::TensorAccess input_tensor(int i) const override { return interpreter().input_tensor(i); }
    mote::TensorAccess output_tensor(int i) const override { return interpreter().output_tensor(i); }

    mote::Status invoke() override { return session_.interpreter().invoke(); }
    mote::Status invoke(const Tap& tap) override { return session_.interpreter().invoke(tap); }
    std::uint32_t nanoseconds(int i) const override {
        if constexpr (Config::Profiler::enabled)
            return interpreter().profile(i);
        else
            return static_cast<void>(i), 0;
    }

private:
    const mote::Interpreter<mote::AllOps, Config>& interpreter() const { return session_.interpreter(); }

    Session<mote::AllOps, Config> session_;
};

template <class Config>
std::unique_ptr<Runner> make() {
    return std::make_unique<SessionRunner<Config>>();
}

} // namespace

std::unique_ptr<Runner> MOTE_CLI_MAKE_RUNNER(Mode mode);

std::unique_ptr<Runner> MOTE_CLI_MAKE_RUNNER(Mode mode) {
    switch (mode) {
    case Mode::preserving: return make<Preserving>();
    case Mode::profiling: return make<Profiling>();
    default: return make<Ordinary>();
    }
}

} // namespace cli
