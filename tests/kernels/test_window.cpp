// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/window.hpp"

#include "window_test.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using mote::Taps;
using mote::Window;

TEST_CASE("taps are those that fall inside the input") {
    for (int stride = 1; stride <= 3; ++stride)
        for (int pad = 0; pad <= 4; ++pad)
            for (int dilation = 1; dilation <= 3; ++dilation)
                for (int filter = 1; filter <= 5; ++filter)
                    for (int extent = 1; extent <= 6; ++extent)
                        for (int position = 0; position < 5; ++position) {
                            const Taps taps(position, stride, pad, dilation, filter, extent);
                            int first = -1, count = 0;
                            for (int tap = 0; tap < filter; ++tap) {
                                const int at = position * stride - pad + tap * dilation;
                                if (at < 0 || at >= extent) continue;
                                if (first < 0) first = tap;
                                ++count;
                            }
                            REQUIRE(taps.count() == count);
                            if (count == 0) continue;
                            REQUIRE(taps.first == first);
                            REQUIRE(taps.last == first + count);
                            REQUIRE(taps.start(dilation) == position * stride - pad + first * dilation);
                        }
}

TEST_CASE("rows and columns of a window have their own strides, paddings and dilations") {
    const Window w = test::window(1, {9, 3, 2, 2, true}, {6, 2, 3, 1, true}, 1, 1);
    CHECK(w.in_image() == 54);
    CHECK(w.out_image() == 10);
    REQUIRE(w.pad_h == 2);
    REQUIRE(w.pad_w == 0);
    CHECK(mote::rows_of(w, 0).first == 1);
    CHECK(mote::rows_of(w, 0).start(w.dilation_h) == 0);
    CHECK(mote::rows_of(w, 4).last == 2);
    CHECK(mote::columns_of(w, 1).start(w.dilation_w) == 3);
    CHECK(mote::columns_of(w, 1).count() == 2);
}

TEST_CASE("elementwise windows need no distance, 1x1 ones that of a pixel") {
    const Window same = test::window(2, {5, 1, 1, 1, false}, {7, 1, 1, 1, false}, 4, 4);
    CHECK(mote::window_overlap(same, 1, 1) == 4);
    const Window wider = test::window(1, {5, 1, 1, 1, false}, {7, 1, 1, 1, false}, 4, 10);
    CHECK(mote::window_overlap(wider, 1, 1) == 10 + 34 * 6);
    const Window narrower = test::window(1, {5, 1, 1, 1, false}, {7, 1, 1, 1, false}, 10, 4);
    CHECK(mote::window_overlap(narrower, 2, 2) == 8);
}

TEST_CASE("the overlap is never less than what the order of reads and writes needs") {
    for (int batches = 1; batches <= 3; batches += 2)
        for (const int in_c : {1, 3, 8})
            for (const int out_c : {1, 4, 9})
                for (const Window& w : test::windows(batches, in_c, out_c))
                    for (const int bytes : {1, 4}) {
                        const std::int64_t all = std::int64_t{w.batches} * w.out_image() * bytes;
                        const std::int64_t granted = mote::window_overlap(w, bytes, bytes);
                        CHECK(granted >= (std::min)(test::least_distance(w, bytes, bytes), all));
                        CHECK(granted <= all);
                    }
}

TEST_CASE("without padding and with one image the overlap is exact") {
    for (const test::Axis& y : {test::Axis{6, 3, 1, 1, false}, test::Axis{6, 2, 2, 1, false}})
        for (const test::Axis& x : {test::Axis{8, 2, 1, 1, false}, test::Axis{9, 3, 2, 2, false}}) {
            const Window w = test::window(1, y, x, 4, 4);
            CHECK(mote::window_overlap(w, 1, 1) == test::least_distance(w, 1, 1));
        }
}
