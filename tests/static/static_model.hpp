// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_STATIC_MODEL_HPP
#define MOTE_TESTS_STATIC_MODEL_HPP

#include "../support/corpus.hpp"

#include "mote/runtime/static_interpreter.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <type_traits>

namespace test {

/// A MicroInterpreter over all ops for a model of one input and one output. Built once, for all models.
class MicroModel {
public:
    explicit MicroModel(mote::ModelBytes model);
    ~MicroModel();
    MicroModel(const MicroModel&) = delete;
    MicroModel& operator=(const MicroModel&) = delete;

    /// The output for these input bytes.
    std::vector<unsigned char> run(const std::vector<unsigned char>& input);
    std::uint32_t head() const;

private:
    struct State;
    State* state_;
};

/// Feeds both interpreters the same three inputs of random bytes and, where there is a golden one, TFLM's:
/// the same output bytes from both, and TFLM's.
template <const auto& Model>
void check_static_model(const std::string& golden) {
    using Net = mote::StaticInterpreter<Model>;
    const auto net = std::make_unique<Net>();
    MicroModel micro{mote::ModelBytes(Model)};
    CHECK(Net::head_bytes == micro.head());
    const auto in = net->template input<0>();
    const auto out = net->template output<0>();
    const std::size_t in_bytes = in.size() * sizeof(in[0]), out_bytes = out.size() * sizeof(out[0]);
    const auto run = [&](const std::vector<unsigned char>& input) {
        std::memcpy(in.data(), input.data(), in_bytes);
        CHECK(net->invoke());
        const auto* bytes = reinterpret_cast<const unsigned char*>(out.data());
        const std::vector<unsigned char> got(bytes, bytes + out_bytes);
        CHECK(got == micro.run(input));
        return got;
    };

    const cli::AlignedBytes golden_in = read_file(golden + "/g.inv0.in0.bin");
    const cli::AlignedBytes golden_out = read_file(golden + "/g.inv0.out0.bin");
    if (golden_in.size() == in_bytes && golden_out.size() == out_bytes &&
        !std::is_same_v<typename Net::template OutputElement<0>, float>)
        CHECK(run({golden_in.data(), golden_in.data() + in_bytes}) ==
              std::vector<unsigned char>(golden_out.data(), golden_out.data() + out_bytes));
    std::uint32_t state = 1;
    for (int round = 0; round < 3; ++round) {
        std::vector<unsigned char> input(in_bytes);
        for (std::size_t i = 0; i < in_bytes; ++i) {
            state ^= state << 13, state ^= state >> 17, state ^= state << 5;
            // The high byte of a float stays small, so that there are no NaNs to compare.
            input[i] =
                static_cast<unsigned char>(sizeof(in[0]) == 4 && i % 4 == 3 ? state & 0x3e : state & 0xff);
        }
        run(input);
    }
}

} // namespace test

#endif
