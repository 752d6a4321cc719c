// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/strided_copy.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <vector>

namespace {

using Copy = mote::Kernel<mote::strided_copy, mote::isa::scalar>;

std::vector<std::uint32_t> table(const std::vector<std::int32_t>& axes) {
    std::vector<std::uint32_t> words;
    for (const std::int32_t word : axes) words.push_back(static_cast<std::uint32_t>(word));
    return words;
}

/// What the kernel makes of the elements 0, 1, 2, ... of type T; sizes in `box` and `axes` are bytes.
template <class T>
std::vector<int> copied(const mote::StridedBox& box, const std::vector<std::int32_t>& axes, std::size_t out) {
    std::vector<T> from(64);
    std::iota(from.begin(), from.end(), T{0});
    std::vector<T> to(out + 1, T{99});
    const std::vector<std::uint32_t> words = table(axes);
    Copy::run(box, words.data(), reinterpret_cast<const unsigned char*>(from.data()),
              reinterpret_cast<unsigned char*>(to.data()));
    CHECK(to.back() == T{99});
    return std::vector<int>(to.begin(), to.end() - 1);
}

using Ints = std::vector<int>;

} // namespace

TEST_CASE("one cell is one move") {
    CHECK(copied<std::int8_t>({5, 3, 0, 1}, {}, 3) == Ints{5, 6, 7});
    CHECK(copied<std::int32_t>({8, 8, 0, 4}, {}, 2) == Ints{2, 3});
    CHECK(copied<std::int8_t>({0, 0, 0, 1}, {}, 0) == Ints{});
}

TEST_CASE_TEMPLATE("elements of every size", T, std::int8_t, std::int16_t, std::int32_t, std::int64_t) {
    constexpr std::int32_t size = sizeof(T);
    const auto element = static_cast<std::uint16_t>(size);
    const auto bytes = [&](std::int32_t elements) { return static_cast<std::uint32_t>(elements * size); };

    CHECK(copied<T>({bytes(1), bytes(1), 1, element}, {3, 2 * size}, 3) == Ints{1, 3, 5});
    CHECK(copied<T>({bytes(6), bytes(1), 1, element}, {4, -2 * size}, 4) == Ints{6, 4, 2, 0});
    // [3, 4] transposed: rows of 3, each one element after the row before.
    CHECK(copied<T>({0, bytes(1), 2, element}, {3, 4 * size, 4, size}, 12) ==
          Ints{0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11});
    // Cells of two elements, every other one of [4, 2], from the last.
    CHECK(copied<T>({bytes(6), bytes(2), 1, element}, {2, -4 * size}, 4) == Ints{6, 7, 2, 3});
}

TEST_CASE("a jump on an outer axis undoes the inner ones") {
    // [2, 3, 4] -> axes 2, 1, 0: strides 12 innermost, then 4 over 3, then 1 over 4: 1 - 2 * 4.
    Ints expected;
    for (int c = 0; c < 4; ++c)
        for (int b = 0; b < 3; ++b)
            for (int a = 0; a < 2; ++a) expected.push_back(a * 12 + b * 4 + c);
    CHECK(copied<std::int8_t>({0, 1, 3, 1}, {2, 12, 3, 4, 4, 1 - 8}, 24) == expected);
}

TEST_CASE("forward copies may go to the same memory") {
    std::vector<std::int16_t> memory(16);
    std::iota(memory.begin(), memory.end(), std::int16_t{0});
    auto* bytes = reinterpret_cast<unsigned char*>(memory.data());
    const std::vector<std::uint32_t> axes = table({2, 6, 2, 16});
    Copy::run({0, 4, 2, 2}, axes.data(), bytes, bytes); // cells {0,1} {3,4} {8,9} {11,12}
    CHECK(std::vector<std::int16_t>(memory.begin(), memory.begin() + 8) ==
          std::vector<std::int16_t>{0, 1, 3, 4, 8, 9, 11, 12});
}
