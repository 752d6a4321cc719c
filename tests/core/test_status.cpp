// SPDX-License-Identifier: Apache-2.0
#include "mote/core/status.hpp"

#include <cstdint>
#include <type_traits>

#include <doctest/doctest.h>

using mote::Status;
using mote::StatusCode;

// A Status travels in registers or a few words of stack: four words and, with words, 32 bytes for them.
static_assert(sizeof(StatusCode) == 1);
static_assert(sizeof(Status) == 16 + 32);
static_assert(std::is_trivially_copyable_v<Status>);
static_assert(std::is_trivially_destructible_v<Status>);
static_assert(std::is_nothrow_default_constructible_v<Status>);
static_assert(sizeof(mote::StatusMessage) == 256);

namespace {

constexpr Status refuse_negative(int value) {
    if (value < 0) return StatusCode::value_out_of_range;
    return {};
}

} // namespace

TEST_CASE("a Status is ok until a code says otherwise, in constant expressions too") {
    static_assert(Status());
    static_assert(Status(StatusCode::ok));
    static_assert(Status() == StatusCode::ok && !(Status() != StatusCode::ok));
    static_assert(refuse_negative(0));
    static_assert(!refuse_negative(-1));
    static_assert(refuse_negative(-1) == StatusCode::value_out_of_range);
    static_assert(refuse_negative(-1) != StatusCode::bad_shape);
    constexpr Status s = StatusCode::bad_shape;
    static_assert(s.code() == StatusCode::bad_shape);
    static_assert(s.operator_index() == -1 && s.tensor_index() == -1);
    static_assert(s.needed() == 0 && s.available() == 0);
    CHECK_FALSE(s);
}

TEST_CASE("a Status does not become a number by itself") {
    static_assert(!std::is_convertible_v<Status, bool>);
    static_assert(!std::is_convertible_v<Status, int>);
    static_assert(std::is_convertible_v<StatusCode, Status>);
    CHECK(static_cast<bool>(Status()));
}

TEST_CASE("where it happened: the first to know wins") {
    constexpr Status bad(StatusCode::bad_option);
    static_assert(bad.at_operator(3).operator_index() == 3);
    static_assert(bad.at_operator(3).tensor_index() == -1);
    static_assert(bad.at_operator(3).at_operator(4).operator_index() == 3);
    static_assert(bad.at_tensor(7).tensor_index() == 7);
    static_assert(bad.at_tensor(7).at_tensor(8).tensor_index() == 7);
    static_assert(bad.at_tensor(7).at_operator(0).tensor_index() == 7);
    static_assert(bad.at_tensor(7).at_operator(0).operator_index() == 0);
    static_assert(bad.at_operator(32765).operator_index() == 32765);
    CHECK(bad.at_operator(3, "CONV_2D").at_operator(4, "PAD").operator_index() == 3);
    CHECK(bad.at_operator(3) == StatusCode::bad_option);
}

TEST_CASE("a binding is named by its number, as large as they get") {
    constexpr Status bad(StatusCode::wrong_index);
    static_assert(bad.binding_index() == -1);
    static_assert(bad.at_binding(0).binding_index() == 0);
    static_assert(bad.at_binding(7).binding_index() == 7);
    static_assert(bad.at_binding(7).operator_index() == -1);
    static_assert(bad.at_binding(7).at_tensor(3).tensor_index() == 3);
    static_assert(bad.at_binding(~std::size_t{0}).binding_index() == 32000);
    static_assert(bad.at_operator(3).binding_index() == -1);
    CHECK(bad.at_binding(1) == StatusCode::wrong_index);
}

TEST_CASE("what went well happened nowhere") {
    static_assert(Status().at_operator(3).operator_index() == -1);
    static_assert(Status().at_tensor(3).tensor_index() == -1);
    CHECK(Status().at_operator(3, "PAD").at_tensor(1));
}

TEST_CASE("too_small says how much there was and how much would do") {
    constexpr Status s = Status::too_small(StatusCode::arena_too_small, 20480, 16384);
    static_assert(s == StatusCode::arena_too_small);
    static_assert(s.needed() == 20480 && s.available() == 16384);
    static_assert(s.at_operator(2).needed() == 20480);
    static_assert(Status::too_small(StatusCode::wrong_size, 8, 9).code() == StatusCode::wrong_size);
    CHECK_FALSE(s);
}
