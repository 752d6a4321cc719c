// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/reduce.hpp"

#include "mote/core/numerics.hpp"
#include "mote/isa/native.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

namespace {

using Extents = std::vector<std::uint32_t>;

struct Same {
    std::int32_t operator()(std::int32_t sum) const { return sum; }
};

std::vector<std::int32_t> expected(const Extents& extents, const std::vector<std::int32_t>& x) {
    std::size_t outputs = 1;
    for (std::size_t i = 0; i < extents.size(); i += 2) outputs *= extents[i];
    std::vector<std::int32_t> out(outputs);
    for (std::size_t i = 0; i < x.size(); ++i) {
        std::size_t rest = i, to = 0, step = 1;
        for (std::size_t k = extents.size(); k-- > 0;) {
            if (k % 2 == 0) to += rest % extents[k] * step, step *= extents[k];
            rest /= extents[k];
        }
        out[to] += x[i];
    }
    return out;
}

const std::vector<Extents> cases = {
    {1, 1, 1},
    {1, 7, 1},
    {3, 4, 1},
    {1, 4, 3},
    {2, 3, 16},
    {2, 3, 37},
    {1, 5, 3, 2, 1},
    {2, 3, 2, 4, 5},
    {1, 2, 3, 2, 3, 2, 1},
    {2, 2, 3, 2, 2, 3, 18},
    {1, 2, 3, 2, 3, 2, 3, 2, 3},
    {2, 1, 3, 2, 1, 2, 2, 3, 1},
};

} // namespace

TEST_CASE_TEMPLATE("reduce: up to four groups of axes, also in place", Isa, mote::isa::scalar,
                   mote::isa::native) {
    for (const Extents& extents : cases) {
        std::size_t n = 1;
        for (const std::uint32_t extent : extents) n *= extent;
        std::vector<std::int32_t> x;
        for (std::size_t i = 0; i < n; ++i) x.push_back(static_cast<std::int32_t>(i * i % 1009) - 500);
        const auto want = expected(extents, x);
        const int reduced = static_cast<int>(extents.size() / 2);
        std::vector<std::int32_t> out(want.size());
        using Kernel = mote::Kernel<mote::reduce, Isa>;
        Kernel::template run<Isa, mote::FoldSum>(extents.data(), reduced, x.data(), Same{}, out.data());
        CHECK(out == want);
        Kernel::template run<Isa, mote::FoldSum>(
            extents.data(), reduced, static_cast<const std::int32_t*>(x.data()), Same{}, x.data());
        x.resize(want.size());
        CHECK(x == want);
    }
}

TEST_CASE("strided loops go through all positions and back to the first") {
    mote::StridedLoops<4> loops;
    std::int32_t offset = 7;
    CHECK_FALSE(loops.next(offset));
    CHECK(offset == 7);
    loops.add(2, 1);
    loops.add(3, 10);
    std::vector<std::int32_t> seen = {offset};
    while (loops.next(offset)) seen.push_back(offset);
    CHECK(seen == std::vector<std::int32_t>{7, 8, 17, 18, 27, 28});
    CHECK(offset == 7);
}

TEST_CASE("a scaled sum loses its zero points, is scaled, moved and limited") {
    // A multiplier of one half.
    const mote::ScaledSum<mote::numerics::reference, std::int8_t> scaled{{0x40000000, 0}, 30, -3};
    CHECK(scaled(30) == -3);
    CHECK(scaled(50) == 7);
    CHECK(scaled(31) == -2); // halves up
    CHECK(scaled(1000) == 127);
    CHECK(scaled(-1000) == -128);
    CHECK(mote::DividedSum{4.0f}(10.0f) == 2.5f);
}
