// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_FUZZ_FUZZ_MODEL_HPP
#define MOTE_TESTS_FUZZ_FUZZ_MODEL_HPP

#include <cstddef>
#include <cstdint>

/// Takes any bytes for a model: it must be refused, or load in the arena that it says it needs and run. Ends
/// the program where that is not so. The entry point of libFuzzer, and of mutations.cpp.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace test {

/// Whether the bytes are a model that can be prepared, and so worth mutating.
bool is_sound_model(const std::uint8_t* data, std::size_t size);

/// What became of the inputs so far.
struct FuzzCounts {
    unsigned long prepared = 0; ///< not refused
    unsigned long ran = 0;      ///< and neither too large nor too slow to run
};
extern FuzzCounts fuzz_counts;

} // namespace test

#endif
