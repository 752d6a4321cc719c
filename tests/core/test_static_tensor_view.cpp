// SPDX-License-Identifier: Apache-2.0
#include "mote/core/static_tensor_view.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <utility>

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

TEST_CASE("a coordinate beyond its axis reads 0, and what is written there is lost") {
    std::int16_t data[] = {1, 2, 3, 4, 5, 6};
    const mote::StaticTensorView<std::int16_t, 2, 3> view(data, {});
    CHECK(view(1, 2) == 6);
    // The first two would be elements of other rows.
    for (const auto& [row, column] : {std::pair(0, 3), std::pair(1, -1), std::pair(2, 0), std::pair(-1, 0)}) {
        view(row, column) = 77;
        CHECK(view(row, column) == 0);
    }
    CHECK(view(std::size_t{1}, std::uint8_t{1}) == 5);
    view[6] = 77;
    CHECK(view[6] == 0);
    CHECK(view[5] == 6);
    for (int i = 0; i < 6; ++i) CHECK(data[i] == i + 1);
}

TEST_CASE("set and get are those of every view") {
    std::int8_t data[2] = {};
    const mote::StaticTensorView<std::int8_t, 2> view(data, {0.5f, 1});
    CHECK(view.set({3, -3}));
    CHECK(data[0] == 7);
    CHECK(view.set({1, 2, 3}) == mote::StatusCode::wrong_size);
    float back[2] = {};
    CHECK(view.get(back));
    CHECK(back[1] == -3.0f);
}
