// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/broadcast.hpp"

#include "mote/isa/native.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

namespace {

using Axes = std::vector<mote::BroadcastAxis>;

/// Every element by its coordinates.
std::vector<std::int32_t> expected(const Axes& axes, const std::vector<std::int32_t>& a,
                                   const std::vector<std::int32_t>& b) {
    std::size_t n = 1;
    for (const auto& axis : axes) n *= static_cast<std::size_t>(axis.extent);
    std::vector<std::int32_t> out;
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t rest = i, at_a = 0, at_b = 0, step_a = 1, step_b = 1;
        for (std::size_t k = axes.size(); k-- > 0;) {
            const auto extent = static_cast<std::size_t>(axes[k].extent);
            const std::size_t position = rest % extent;
            rest /= extent;
            if (axes[k].a_moves) at_a += position * step_a, step_a *= extent;
            if (axes[k].b_moves) at_b += position * step_b, step_b *= extent;
        }
        out.push_back(a[at_a] * 3 - b[at_b]);
    }
    return out;
}

std::vector<std::int32_t> operand(const Axes& axes, bool mote::BroadcastAxis::*moves, std::int32_t first) {
    std::size_t n = 1;
    for (const auto& axis : axes) n *= axis.*moves ? static_cast<std::size_t>(axis.extent) : 1;
    std::vector<std::int32_t> values;
    for (std::size_t i = 0; i < n; ++i) values.push_back(first + static_cast<std::int32_t>(i * i));
    return values;
}

constexpr mote::BroadcastAxis both(std::int32_t n) { return {n, true, true}; }
constexpr mote::BroadcastAxis only_a(std::int32_t n) { return {n, true, false}; }
constexpr mote::BroadcastAxis only_b(std::int32_t n) { return {n, false, true}; }

const std::vector<Axes> cases = {
    {both(1)},
    {both(33)},
    {only_a(7)},
    {only_b(5)},
    {only_a(3), both(4)},
    {both(3), only_b(4)},
    {only_a(3), only_b(4)},
    {only_b(2), both(3), only_b(5)},
    {both(2), only_a(3), both(4), only_b(2)},
    {only_a(2), only_b(2), only_a(3), only_b(1), only_a(2), only_b(3), both(2), only_a(2)},
};

} // namespace

TEST_CASE("a broadcast axis survives as a word") {
    for (const mote::BroadcastAxis axis : {both(1), only_a((1 << 30) - 1), only_b(12345)}) {
        const auto copy = mote::BroadcastAxis::from_word(axis.to_word());
        CHECK(copy.extent == axis.extent);
        CHECK(copy.a_moves == axis.a_moves);
        CHECK(copy.b_moves == axis.b_moves);
    }
}

TEST_CASE_TEMPLATE("broadcast: one axis to eight", Isa, mote::isa::scalar, mote::isa::native) {
    const auto function = [](std::int32_t x, std::int32_t y) { return x * 3 - y; };
    for (const Axes& axes : cases) {
        std::vector<std::uint32_t> words;
        for (const auto& axis : axes) words.push_back(axis.to_word());
        const auto a = operand(axes, &mote::BroadcastAxis::a_moves, 5);
        const auto b = operand(axes, &mote::BroadcastAxis::b_moves, -40);
        const auto want = expected(axes, a, b);
        std::vector<std::int32_t> out(want.size());
        mote::Kernel<mote::broadcast, Isa>::template run<Isa>(words.data(), static_cast<int>(words.size()),
                                                              function, a.data(), b.data(), out.data());
        CHECK(out == want);

        if (a.size() != out.size()) continue;
        auto in_place = a;
        mote::Kernel<mote::broadcast, Isa>::template run<Isa>(
            words.data(), static_cast<int>(words.size()), function,
            static_cast<const std::int32_t*>(in_place.data()), b.data(), in_place.data());
        CHECK(in_place == want);
    }
}
