// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/pad_rows.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <vector>

namespace {

using Pad = mote::Kernel<mote::pad_rows, mote::isa::scalar>;
using Bytes = std::vector<unsigned char>;

Bytes padded(const mote::PaddedRows& p, const std::vector<std::uint32_t>& axes, const Bytes& value,
             std::size_t out) {
    Bytes from(32);
    std::iota(from.begin(), from.end(), static_cast<unsigned char>(1));
    Bytes to(out + 1, 0xEE);
    Pad::run(p, axes.data(), value.data(), from.data(), to.data());
    CHECK(to.back() == 0xEE);
    to.pop_back();
    return to;
}

} // namespace

TEST_CASE("filling of one byte") {
    CHECK(padded({0, 0, 3, 0, 1, 0, 1}, {}, {9}, 3) == Bytes{1, 2, 3});
    CHECK(padded({2, 1, 3, 0, 1, 0, 1}, {}, {9}, 6) == Bytes{9, 9, 1, 2, 3, 9});
    CHECK(padded({1, 2, 2, 1, 1, 0, 1}, {3, 1}, {9}, 11) == Bytes{9, 1, 2, 9, 3, 4, 9, 5, 6, 9, 9});
    CHECK(padded({0, 0, 1, 2, 1, 0, 1}, {2, 1, 2, 3}, {9}, 9) == Bytes{1, 9, 2, 9, 9, 9, 3, 9, 4});
}

TEST_CASE("filling of elements whose bytes differ, and alike") {
    CHECK(padded({4, 2, 2, 1, 2, 0, 1}, {2, 2}, {7, 8}, 12) == Bytes{7, 8, 7, 8, 1, 2, 7, 8, 3, 4, 7, 8});
    CHECK(padded({4, 0, 4, 0, 4, 0, 1}, {}, {5, 5, 5, 5}, 8) == Bytes{5, 5, 5, 5, 1, 2, 3, 4});
    CHECK(padded({8, 8, 8, 0, 8, 0, 1}, {}, {1, 0, 0, 0, 0, 0, 0, 2}, 24) ==
          Bytes{1, 0, 0, 0, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6, 7, 8, 1, 0, 0, 0, 0, 0, 0, 2});
}

TEST_CASE("without rows all is filling") {
    CHECK(padded({5, 3, 1, 1, 1, 0, 0}, {0, 1}, {4}, 5) == Bytes{4, 4, 4, 4, 4});
    CHECK(padded({0, 0, 1, 0, 1, 0, 0}, {}, {4}, 0) == Bytes{});
}

TEST_CASE("the output may begin below the input, by the filling before its last row") {
    Bytes memory{0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 0, 0};
    const std::vector<std::uint32_t> axes{3, 2};
    const unsigned char value = 9;
    Pad::run({1, 2, 2, 1, 1, 0, 1}, axes.data(), &value, memory.data() + 5, memory.data());
    CHECK(memory == Bytes{9, 1, 2, 9, 9, 3, 4, 9, 9, 5, 6, 9, 9});
}
