// SPDX-License-Identifier: Apache-2.0
#include "mote/memory/offline_plan.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include <doctest/doctest.h>

using mote::OfflinePlan;

namespace {

std::vector<unsigned char> bytes_of(std::initializer_list<std::int32_t> words) {
    std::vector<unsigned char> bytes;
    for (const std::int32_t word : words)
        for (int shift = 0; shift < 32; shift += 8)
            bytes.push_back(static_cast<unsigned char>(static_cast<std::uint32_t>(word) >> shift & 0xFF));
    return bytes;
}

bool is_valid(std::initializer_list<std::int32_t> words, std::size_t tensors) {
    const auto bytes = bytes_of(words);
    return OfflinePlan(bytes.data(), bytes.size()).is_valid(tensors, 1024, 8);
}

constexpr unsigned char two_offsets[] = {1, 0, 0, 0, 0, 0,    0,    0,    2,    0,
                                         0, 0, 0, 2, 0, 0x00, 0xFF, 0xFF, 0xFF, 0xFF};

} // namespace

TEST_CASE("an offline plan is read in constant expressions") {
    constexpr OfflinePlan plan(two_offsets, sizeof two_offsets);
    static_assert(plan.present() && plan.is_valid(2, 512, 16));
    static_assert(plan.offset(0) == 512);
    static_assert(plan.offset(1) == mote::Buffer::unplaced);
    CHECK_FALSE(plan.is_valid(2, 511, 16));
}

TEST_CASE("no plan is not present") {
    static_assert(!OfflinePlan().present());
    CHECK(OfflinePlan(two_offsets, 0).present());
}

TEST_CASE("one offset for each tensor, no fewer and no more") {
    CHECK(is_valid({1, 0, 3, 0, 64, -1}, 3));
    CHECK(is_valid({1, 0, 0}, 0));
    CHECK(is_valid({7, -9, 1, 0}, 1)); // the first two words mean nothing
    CHECK_FALSE(is_valid({1, 0, 3, 0, 64, -1}, 2));
    CHECK_FALSE(is_valid({1, 0, 3, 0, 64, -1}, 4));
    CHECK_FALSE(is_valid({1, 0, -1, 0, 64, -1}, 3));
    CHECK_FALSE(is_valid({1, 0, -1, 0, 64, -1}, static_cast<std::size_t>(-1)));
    CHECK_FALSE(is_valid({1, 0, 0x40000001, 0}, 0x40000001)); // times four, this is 4 in 32 bits
}

TEST_CASE("every truncation is refused, trailing bytes are not") {
    auto bytes = bytes_of({1, 0, 3, 0, 64, -1});
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK_FALSE(OfflinePlan(bytes.data(), size).is_valid(3, 1024, 8));
    bytes.push_back(1);
    CHECK(OfflinePlan(bytes.data(), bytes.size()).is_valid(3, 1024, 8));
    CHECK_FALSE(OfflinePlan(nullptr, 24).is_valid(3, 1024, 8));
}

TEST_CASE("offsets are -1 or aligned and within the limit") {
    CHECK(is_valid({1, 0, 2, 1024, 0}, 2));
    CHECK_FALSE(is_valid({1, 0, 2, 1032, 0}, 2));
    CHECK_FALSE(is_valid({1, 0, 2, 0, 0x40000000}, 2));
    CHECK_FALSE(is_valid({1, 0, 2, 0, -2}, 2));
    CHECK_FALSE(is_valid({1, 0, 2, 0, -8}, 2));
    CHECK_FALSE(is_valid({1, 0, 2, 4, 0}, 2));
    CHECK_FALSE(is_valid({1, 0, 2, 0, 65}, 2));
}

TEST_CASE("the bytes need no alignment") {
    auto bytes = bytes_of({1, 0, 2, 0x01020308, -1});
    bytes.insert(bytes.begin(), 0xEE);
    const OfflinePlan plan(bytes.data() + 1, bytes.size() - 1);
    CHECK(plan.is_valid(2, 0x7FFFFFFF, 8));
    CHECK(plan.offset(0) == 0x01020308);
    CHECK(plan.offset(1) == mote::Buffer::unplaced);
}
