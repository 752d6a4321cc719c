// SPDX-License-Identifier: Apache-2.0
// A libFuzzer target: both verifiers say the same of any bytes.
#include "../schema/both_verifiers.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const test::Verdicts found = test::verdicts(data, size);
    if (found.ours != found.theirs) std::abort();
    return 0;
}
