// SPDX-License-Identifier: Apache-2.0
#include "mote/core/unaligned.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <cstring>
#include <type_traits>

TEST_CASE("64-bit elements are read from any address") {
    const std::int64_t values[] = {0, -1, INT64_MAX, INT64_MIN, 0x0123456789abcdef};
    alignas(8) unsigned char bytes[sizeof values + 8];
    for (std::size_t shift = 0; shift < 8; ++shift) {
        std::memcpy(bytes + shift, values, sizeof values);
        const mote::Unaligned<std::int64_t> read(bytes + shift);
        for (std::int32_t i = 0; i < 5; ++i) CHECK(read[i] == values[i]);
    }
}

TEST_CASE("an absent constant is known as a null pointer is") {
    const unsigned char byte = 0;
    CHECK_FALSE(mote::Unaligned<std::int64_t>() != nullptr);
    CHECK_FALSE(mote::Unaligned<std::int64_t>(nullptr) != nullptr);
    CHECK(mote::Unaligned<std::int64_t>(&byte) != nullptr);
}

TEST_CASE("only what a file may misalign is read that way") {
    CHECK(std::is_same_v<mote::ConstantPointer<std::int64_t>, mote::Unaligned<std::int64_t>>);
    CHECK(std::is_same_v<mote::ConstantPointer<std::int32_t>, const std::int32_t*>);
    CHECK(std::is_same_v<mote::ConstantPointer<float>, const float*>);
}
