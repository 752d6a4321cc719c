// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/fold_rows.hpp"

#include "mote/isa/native.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

namespace {

template <class T>
std::vector<T> some(std::size_t n) {
    std::vector<T> values;
    for (std::size_t i = 0; i < n; ++i)
        values.push_back(static_cast<T>(static_cast<int>(i * 83 % 256) - 128));
    return values;
}

/// Sums of these values are exact in float, in any order.
template <class Isa, class T>
void check(std::int32_t rows, std::int32_t columns, std::int32_t stride) {
    const auto x = some<T>(static_cast<std::size_t>(rows * stride + columns));
    std::vector<mote::Folded<T>> sums(static_cast<std::size_t>(columns) + 1, 10);
    auto largest = sums;
    auto want_sums = sums;
    auto want_largest = sums;
    for (std::int32_t r = 0; r < rows; ++r)
        for (std::int32_t c = 0; c < columns; ++c) {
            const auto value = static_cast<mote::Folded<T>>(x[static_cast<std::size_t>(r * stride + c)]);
            want_sums[static_cast<std::size_t>(c)] += value;
            want_largest[static_cast<std::size_t>(c)] =
                std::max(want_largest[static_cast<std::size_t>(c)], value);
        }
    using Kernel = mote::Kernel<mote::fold_rows, Isa>;
    Kernel::template run<mote::FoldSum>(x.data(), stride, rows, columns, sums.data());
    Kernel::template run<mote::FoldLargest>(x.data(), stride, rows, columns, largest.data());
    CHECK(sums == want_sums);
    CHECK(largest == want_largest);
}

} // namespace

TEST_CASE_TEMPLATE("fold_rows: sums and largest", Isa, mote::isa::scalar, mote::isa::native) {
    for (const std::int32_t rows : {0, 1, 2, 9})
        for (const std::int32_t columns : {0, 1, 3, 4, 5, 8, 15, 16})
            for (const std::int32_t gap : {0, 3}) {
                check<Isa, std::int8_t>(rows, columns, columns + gap);
                check<Isa, std::int16_t>(rows, columns, columns + gap);
                check<Isa, float>(rows, columns, columns + gap);
            }
}

TEST_CASE_TEMPLATE("fold_rows: integer sums wrap", Isa, mote::isa::scalar, mote::isa::native) {
    const std::vector<std::int16_t> x(5, 32767);
    std::vector<std::int32_t> sums = {std::numeric_limits<std::int32_t>::max(), 0, 0, 0, -1};
    mote::Kernel<mote::fold_rows, Isa>::template run<mote::FoldSum>(x.data(), 5, 1, 5, sums.data());
    CHECK(sums == std::vector<std::int32_t>{std::numeric_limits<std::int32_t>::min() + 32766, 32767, 32767,
                                            32767, 32766});
}

TEST_CASE("the largest of nothing is the lowest value") {
    CHECK(mote::FoldLargest::start<std::int8_t> == -128);
    CHECK(mote::FoldLargest::start<std::int16_t> == -32768);
    CHECK(mote::FoldLargest::start<float> == std::numeric_limits<float>::lowest());
}
