// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/sigmoid_argument.hpp"

#include <doctest/doctest.h>

#include <cmath>

TEST_CASE("the int8 radius is 15 divided by the step") {
    using mote::SigmoidArgumentS8;
    CHECK(SigmoidArgumentS8{{1 << 30, 28}, 0}.radius() == 7); // the shift of a step in [1, 2)
    CHECK(SigmoidArgumentS8{{1 << 30, 0}, 0}.radius() == 15 << 27);
    CHECK(SigmoidArgumentS8{{1 << 30, 30}, 0}.radius() == 1);
    CHECK(SigmoidArgumentS8{{1 << 30, 31}, 0}.radius() == 0);
    CHECK(SigmoidArgumentS8{{1 << 30, -1}, 0}.radius() == 2147483647);
    CHECK(SigmoidArgumentS8{{0, 0}, 0}.radius() > 255);
}

TEST_CASE("the int16 argument is rounded, halves up, and cannot overflow") {
    using mote::SigmoidArgumentS16;
    constexpr SigmoidArgumentS16 half{3, 1};
    static_assert(half(5) == 8 && half(-5) == -7 && half(0) == 0);
    static_assert(SigmoidArgumentS16{32767, 0}(-32768) == -1073709056);
    static_assert(SigmoidArgumentS16{32767, 31}(32767) == 0);
    CHECK(SigmoidArgumentS16{32767, 31}(-32768) == 0);
    CHECK(SigmoidArgumentS16{24576, 13}(-1234) == -3702);
}

TEST_CASE("the sigmoid is interpolated between entries and limited beyond them") {
    CHECK(mote::look_up_sigmoid<9>(0, 65534) == 32768 << 9);
    CHECK(mote::look_up_sigmoid<9>(-(254 << 9), 65534) == 65534 << 9);
    CHECK(mote::look_up_sigmoid<9>(255 << 9, 65534) == 65534 << 9);
    CHECK(mote::look_up_sigmoid<8>(255 << 8, 65535) == 65535 << 8);
    CHECK(mote::look_up_sigmoid<8>(-2147483647, 65535) == 65535 << 8);
    int wrong = 0;
    for (int i = 0; i < 255 << 8; ++i) {
        const double exact = 16777216 / (1 + std::exp(-i / (24 * 256.0)));
        wrong += std::fabs(mote::look_up_sigmoid<8>(i, 65535) - exact) > 512 ? 1 : 0;
        wrong += mote::look_up_sigmoid<8>(i, 65535) != mote::look_up_sigmoid<8>(-i, 65535) ? 1 : 0;
    }
    CHECK(wrong == 0);
}
