// SPDX-License-Identifier: Apache-2.0
#include "mote/core/static_tensor_view.hpp"

#include <doctest/doctest.h>

#include <cstdint>

TEST_CASE("coordinates find elements in row-major order") {
    std::int8_t data[2 * 3 * 4];
    for (int i = 0; i < 24; ++i) data[i] = static_cast<std::int8_t>(i);
    const mote::StaticTensorView<std::int8_t, 2, 3, 4> view(data, {0.5f, 1});
    static_assert(decltype(view)::rank == 3 && decltype(view)::size() == 24);
    for (int a = 0; a < 2; ++a)
        for (int b = 0; b < 3; ++b)
            for (int c = 0; c < 4; ++c) CHECK(view(a, b, c) == 12 * a + 4 * b + c);
    view(1, 2, 3) = -7;
    CHECK(data[23] == -7);
    CHECK(view.value(23) == -4.0f);
    CHECK(view.shape() == mote::Shape{{2, 3, 4}, 3});
}

TEST_CASE("a scalar has one element and no coordinates") {
    float data = 2.5f;
    const mote::StaticTensorView<float> view(&data, {});
    static_assert(decltype(view)::rank == 0 && decltype(view)::size() == 1);
    CHECK(view() == 2.5f);
}
