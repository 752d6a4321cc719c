// SPDX-License-Identifier: Apache-2.0
#include "../support/corpus.hpp"

#include "mote/ops/all_ops.hpp"

#include <doctest/doctest.h>

namespace {

/// The cases of the corpus whose operators mote has: a number that only grows, so that none is skipped
/// unseen.
constexpr int supported_cases = 647;

struct PreserveAll : mote::DefaultConfig {
    static constexpr bool preserve_all_tensors = true;
};

bool is_supported(mote::ModelBytes model) {
    int missing = 0;
    const mote::Status read = mote::for_each_missing_op<mote::AllOps>(model, [&](const mote::Status& s) {
        if (s == mote::StatusCode::missing_op) ++missing;
    });
    return read && missing == 0;
}

template <class Config>
int run_corpus() {
    const std::string folder = test::data_folder("conformance");
    int run = 0;
    for (const std::string& name : test::files_in(folder, "", ".tflite")) {
        const cli::AlignedBytes bytes = test::read_file(folder + "/" + name);
        const mote::ModelBytes model(bytes.data(), bytes.size());
        if (!is_supported(model)) continue;
        ++run;
        const std::string failure = cli::verify_model<mote::AllOps, Config>(model);
        CHECK_MESSAGE(failure.empty(), name << ": " << failure);
    }
    return run;
}

} // namespace

TEST_CASE("every case of the corpus whose operators mote has gives TFLM's results") {
    const int run = run_corpus<mote::DefaultConfig>();
    MESSAGE(run << " cases run, the others use operators that are not there yet");
    CHECK(run >= supported_cases);
}

TEST_CASE("keeping all tensors changes no result") { CHECK(run_corpus<PreserveAll>() >= supported_cases); }
