// SPDX-License-Identifier: Apache-2.0
#include "mote/schema/constant.hpp"

#include <cstdint>

#include <doctest/doctest.h>

using mote::Constant;

namespace {

constexpr unsigned char bytes[] = {0xAA, 0x01, 0x00, 0x00, 0x00, 0xFE, 0xFF,
                                   0xFF, 0xFF, 0x00, 0x00, 0x80, 0x3F};
constexpr Constant unaligned{bytes + 1, 12};

} // namespace

TEST_CASE("elements are read at any address, in constant expressions too") {
    static_assert(unaligned.at<std::int32_t>(0) == 1);
    static_assert(unaligned.at<std::int32_t>(1) == -2);
    static_assert(unaligned.at<float>(2) == 1.0f);
    static_assert(unaligned.at<std::int8_t>(4) == -2);
    static_assert(unaligned.at<std::int64_t>(0) == -8589934591);
    static_assert(unaligned.at<std::uint16_t>(5) == 0x3F80);
    CHECK(unaligned.at<std::int32_t>(1) == -2);
    CHECK(unaligned.at<float>(2) == 1.0f);
}

TEST_CASE("a tensor that is not constant has no bytes") {
    static_assert(Constant().data == nullptr && Constant().size == 0);
    CHECK(unaligned.size == 12);
}
