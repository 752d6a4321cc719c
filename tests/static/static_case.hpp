// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_STATIC_CASE_HPP
#define MOTE_TESTS_STATIC_CASE_HPP

#include "../support/corpus.hpp"

#include "mote/runtime/static_interpreter.hpp"

#include <memory>

namespace test {

/// A MicroInterpreter over all ops that runs a case's golden inputs. Built once, for all cases.
class MicroCase {
public:
    explicit MicroCase(mote::ModelBytes model);
    ~MicroCase();
    MicroCase(const MicroCase&) = delete;
    MicroCase& operator=(const MicroCase&) = delete;

    /// Runs invoke number `k` on its golden inputs: false when there are none (and it is not the first).
    bool run(int k);
    /// Output `i` of the last run.
    std::vector<unsigned char> output(int i) const;
    /// Input `i` of the case for invoke `k`.
    mote::Constant input(int k, int i) const;
    /// How TFLM's output `i` of invoke `k` differs from `bytes`, or nothing.
    std::string difference(int k, int i, const unsigned char* bytes) const;
    const mote::Requirement& requirement() const;

private:
    struct State;
    State* state_;
};

namespace detail {

template <class Net, int... I>
void set_inputs(Net& net, const MicroCase& micro, int k, std::integer_sequence<int, I...>) {
    (std::memcpy(net.template input<I>().data(), micro.input(k, I).data, micro.input(k, I).size), ...);
}

template <int I, class Net>
void check_output(Net& net, const MicroCase& micro, int k, const char* name) {
    const auto view = net.template output<I>();
    const std::vector<unsigned char> expected = micro.output(I);
    const auto* bytes = reinterpret_cast<const unsigned char*>(view.data());
    CHECK_MESSAGE(view.size() * sizeof(view[0]) == expected.size(), name);
    CHECK_MESSAGE(std::memcmp(bytes, expected.data(), expected.size()) == 0,
                  name << ": not MicroInterpreter's output " << I);
    const std::string difference = micro.difference(k, I, bytes);
    CHECK_MESSAGE(difference.empty(), name << ": " << difference);
}

template <class Net, int... I>
void check_outputs(Net& net, const MicroCase& micro, int k, const char* name,
                   std::integer_sequence<int, I...>) {
    (check_output<I>(net, micro, k, name), ...);
}

} // namespace detail

/// Runs a case's golden vectors through both interpreters: the same bytes from both, and TFLM's.
template <const auto& Model>
void check_static_case(const char* name) {
    using Net = mote::StaticInterpreter<Model>;
    const auto net = std::make_unique<Net>();
    MicroCase micro{mote::ModelBytes(Model)};
    CHECK_MESSAGE(Net::head_bytes == micro.requirement().head, name);
    CHECK_MESSAGE((mote::arena_bytes<Model>) == micro.requirement().arena_bytes(), name);
    for (int k = 0; micro.run(k); ++k) {
        detail::set_inputs(*net, micro, k, std::make_integer_sequence<int, Net::input_count>{});
        CHECK_MESSAGE(net->invoke(), name);
        detail::check_outputs(*net, micro, k, name, std::make_integer_sequence<int, Net::output_count>{});
    }
}

} // namespace test

#endif
