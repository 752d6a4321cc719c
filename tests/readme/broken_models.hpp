// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_README_BROKEN_MODELS_HPP
#define MOTE_TESTS_README_BROKEN_MODELS_HPP

#include SOUND_MODEL

#include "../../examples/cli/xorshift.hpp"

#include <mote/runtime/model_bytes.hpp>

/// Calls `use(ModelBytes)` for no model at all, for hello_world_int8 cut anywhere, and for it with some bytes changed,
/// each in memory of its exact size.
template <class Use>
void for_each_broken_model(Use&& use) {
    constexpr std::size_t size = sizeof hello_world_int8;
    use(mote::ModelBytes());
    for (std::size_t bytes = 0; bytes < size; bytes += 7) {
        const std::unique_ptr<unsigned char[]> cut(new unsigned char[bytes]);
        std::memcpy(cut.get(), hello_world_int8, bytes);
        use(mote::ModelBytes(cut.get(), bytes));
    }
    cli::Xorshift32 random(1);
    for (int round = 0; round < 20000; ++round) {
        const std::unique_ptr<unsigned char[]> changed(new unsigned char[size]);
        std::memcpy(changed.get(), hello_world_int8, size);
        for (int changes = 1 + round % 4; changes > 0; --changes)
            changed[random.next() % size] = static_cast<unsigned char>(random.next() >> 8);
        use(mote::ModelBytes(changed.get(), size));
    }
}

#endif
