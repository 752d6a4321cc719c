// SPDX-License-Identifier: Apache-2.0
#include "mote/memory/arena.hpp"

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <doctest/doctest.h>

using mote::Arena;
using mote::ArenaRef;
using mote::Span;

static_assert(!std::is_copy_constructible_v<Arena<8>> && !std::is_copy_assignable_v<Arena<8>>);
static_assert(sizeof(Arena<48>) == 48 && alignof(Arena<48>) == 16);

TEST_CASE("an arena is its bytes, zero at first") {
    Arena<40> arena;
    CHECK(arena.bytes().size == 40);
    for (const unsigned char byte : arena.bytes()) CHECK(byte == 0);
}

TEST_CASE("a block is used from its first to its last multiple of eight") {
    alignas(8) unsigned char memory[64] = {};
    for (std::size_t skip = 0; skip < 9; ++skip) {
        for (std::size_t size = 0; skip + size <= 64; ++size) {
            const ArenaRef arena(Span<unsigned char>(memory + skip, size));
            const std::size_t begin = (skip + 7) / 8 * 8;
            const std::size_t end = (skip + size) / 8 * 8;
            CHECK(arena.free_tail().size == (end > begin ? end - begin : 0));
            if (end > begin) CHECK(arena.head() == memory + begin);
        }
    }
    CHECK(ArenaRef().free_tail().size == 0);
}

TEST_CASE("in one block tails stack up from the top and heads overlap at the bottom") {
    Arena<128> memory;
    ArenaRef arena(memory.bytes());
    REQUIRE(arena.is_one_block());
    CHECK(arena.fits(96, 32));
    CHECK_FALSE(arena.fits(104, 32));
    CHECK(arena.take(80, 32) == memory.bytes().data + 96);
    CHECK(arena.head_room() == 96);
    CHECK(arena.fits(8, 16));
    CHECK_FALSE(arena.fits(8, 24)); // the first model's head is in the way
    CHECK_FALSE(arena.fits(88, 16));
    CHECK(arena.take(8, 16) == memory.bytes().data + 80);
    CHECK(arena.head_used() == 80);
    CHECK(arena.tail_used() == 48);
    CHECK_FALSE(arena.fits(0, static_cast<std::size_t>(-1)));
}

TEST_CASE("the last tail can be given back, and all of them forgotten") {
    Arena<128> memory;
    ArenaRef arena(memory.bytes());
    unsigned char* const first = arena.take(16, 32);
    unsigned char* const second = arena.take(24, 8);
    arena.give_back(first, 32);
    CHECK(arena.tail_used() == 40);
    arena.give_back(second, 8);
    CHECK(arena.tail_used() == 32);
    CHECK(arena.head_used() == 24);
    arena.give_back(first, 32);
    CHECK(arena.tail_used() == 0);
    CHECK(arena.head_used() == 0);
    arena.take(16, 32);
    arena.clear();
    CHECK(arena.fits(96, 32));
}

TEST_CASE("head and tail in blocks of their own do not take from each other") {
    Arena<64> fast;
    Arena<128> slow;
    ArenaRef arena(fast.bytes(), slow.bytes());
    REQUIRE_FALSE(arena.is_one_block());
    CHECK(arena.fits(64, 128));
    CHECK_FALSE(arena.fits(72, 0));
    CHECK_FALSE(arena.fits(0, 136));
    CHECK(arena.take(64, 48) == slow.bytes().data + 80);
    CHECK(arena.head() == fast.bytes().data);
    CHECK(arena.head_room() == 64);
    CHECK(arena.fits(64, 80));
    CHECK_FALSE(arena.fits(64, 88));
}
