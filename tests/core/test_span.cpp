// SPDX-License-Identifier: Apache-2.0
#include "mote/core/span.hpp"

#include <type_traits>

#include <doctest/doctest.h>

using mote::Span;

namespace {

constexpr int primes[] = {2, 3, 5, 7};

constexpr int sum(Span<const int> values) {
    int total = 0;
    for (const int value : values) total += value;
    return total;
}

} // namespace

TEST_CASE("a span covers an array or a part of it") {
    static_assert(Span<const int>(primes).size == 4);
    static_assert(Span<const int>(primes).data == primes);
    static_assert(Span<const int>(primes)[2] == 5);
    static_assert(sum(primes) == 17);
    static_assert(sum({primes + 1, 2}) == 8);
    static_assert(Span<const int>(primes).end() - Span<const int>(primes).begin() == 4);
    CHECK(sum({primes, 0}) == 0);
}

TEST_CASE("an empty span has no data") {
    static_assert(Span<int>().data == nullptr && Span<int>().size == 0);
    static_assert(Span<int>().begin() == Span<int>().end());
    CHECK(sum({}) == 0);
}

TEST_CASE("a span does not copy: writing through it writes the array") {
    int values[] = {1, 2, 3};
    const Span<int> span(values);
    span[1] = 20;
    for (int& value : span) ++value;
    CHECK(values[0] == 2);
    CHECK(values[1] == 21);
    CHECK(sum(span) == 27);
}

TEST_CASE("writable becomes readable, never the other way round") {
    static_assert(std::is_convertible_v<Span<int>, Span<const int>>);
    static_assert(!std::is_convertible_v<Span<const int>, Span<int>>);
    static_assert(std::is_trivially_copyable_v<Span<int>>);
    CHECK(sizeof(Span<int>) == 2 * sizeof(void*));
}
