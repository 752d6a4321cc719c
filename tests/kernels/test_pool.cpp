// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/pool.hpp"

#include "mote/isa/native.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

namespace {

struct Sum {
    std::int32_t operator()(std::int32_t sum, std::int32_t elements) const { return sum * 100 + elements; }
};

/// The sums of windows and how many elements they have, one by one.
std::vector<std::int32_t> expected(const mote::PoolWindow& w, const std::vector<std::int32_t>& x) {
    std::vector<std::int32_t> out;
    for (int b = 0; b < w.batches; ++b)
        for (int oy = 0; oy < w.out_h; ++oy)
            for (int ox = 0; ox < w.out_w; ++ox)
                for (int c = 0; c < w.channels; ++c) {
                    std::int32_t sum = 0, elements = 0;
                    for (int i = 0; i < w.filter_h * w.filter_w; ++i) {
                        const int y = oy * w.stride_h - w.pad_h + i / w.filter_w;
                        const int column = ox * w.stride_w - w.pad_w + i % w.filter_w;
                        if (y < 0 || y >= w.in_h || column < 0 || column >= w.in_w) continue;
                        sum += x[static_cast<std::size_t>(((b * w.in_h + y) * w.in_w + column) * w.channels +
                                                          c)];
                        ++elements;
                    }
                    out.push_back(sum * 100 + elements);
                }
    return out;
}

} // namespace

TEST_CASE_TEMPLATE("pool: windows at edges, several blocks of channels", Isa, mote::isa::scalar,
                   mote::isa::native) {
    const mote::PoolWindow windows[] = {
        {1, 4, 4, 1, 2, 2, 2, 2, 2, 2, 0, 0},  {2, 5, 3, 17, 5, 3, 3, 3, 1, 1, 1, 1},
        {1, 3, 3, 33, 3, 3, 7, 5, 1, 1, 3, 2}, {3, 7, 2, 4, 2, 2, 1, 1, 5, 1, 0, 0},
        {1, 6, 5, 16, 3, 2, 2, 3, 2, 3, 0, 0},
    };
    for (const mote::PoolWindow& w : windows) {
        std::vector<std::int32_t> x;
        for (int i = 0; i < w.batches * w.in_h * w.in_w * w.channels; ++i) x.push_back(i * 83 % 256 - 128);
        const auto want = expected(w, x);
        std::vector<std::int32_t> out(want.size());
        mote::Kernel<mote::pool, Isa>::template run<Isa, mote::FoldSum>(w, x.data(), Sum{}, out.data());
        CHECK(out == want);
    }
}

TEST_CASE("a pool window is a window's") {
    const mote::PoolWindow w = mote::PoolWindow::of({1, 2, 3, 4, 5, 6, 4, 7, 8, 9, 10, 1, 1, 11, 12});
    CHECK(w.batches == 1);
    CHECK(w.in_h == 2);
    CHECK(w.in_w == 3);
    CHECK(w.channels == 4);
    CHECK(w.out_h == 5);
    CHECK(w.out_w == 6);
    CHECK(w.filter_h == 7);
    CHECK(w.filter_w == 8);
    CHECK(w.stride_h == 9);
    CHECK(w.stride_w == 10);
    CHECK(w.pad_h == 11);
    CHECK(w.pad_w == 12);
}

TEST_CASE("a window's mean rounds halves away from zero, then is limited") {
    const mote::WindowMean<std::int8_t> mean{-20, 30};
    CHECK(mean(5, 2) == 3);
    CHECK(mean(-5, 2) == -3);
    CHECK(mean(7, 3) == 2);
    CHECK(mean(-7, 3) == -2);
    CHECK(mean(0, 4) == 0);
    CHECK(mean(100, 3) == 30);
    CHECK(mean(-100, 3) == -20);
    const mote::WindowMean<float> real{0.0f, 6.0f};
    CHECK(real(5.0f, 2) == 2.5f);
    CHECK(real(-5.0f, 2) == 0.0f);
    const mote::WindowLargest<std::int16_t> largest{-1, 1000};
    CHECK(largest(-2, 9) == -1);
    CHECK(largest(32767, 9) == 1000);
}
