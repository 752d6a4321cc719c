// SPDX-License-Identifier: Apache-2.0
#include "mote/memory/place.hpp"

#include <cstdint>
#include <initializer_list>

#include <doctest/doctest.h>

using mote::Place;
using mote::Region;

TEST_CASE("a place is a region and an offset in one word") {
    for (const Region region : {Region::head, Region::tail, Region::model, Region::external}) {
        for (const std::uint32_t offset : {0u, 1u, 0x12345678u, 0x3ffffffeu}) {
            const Place place(region, offset);
            CHECK(place.present());
            CHECK(place.region() == region);
            CHECK(place.offset() == offset);
            CHECK(Place::from_word(place.raw()).raw() == place.raw());
        }
    }
    static_assert(sizeof(Place) == 4);
    static_assert(!Place().present());
    static_assert(!Place::from_word(Place().raw()).present());
}

TEST_CASE("bases turn places into memory") {
    unsigned char head[8] = {}, tail[8] = {};
    const unsigned char model[8] = {};
    int mine = 0, other = 0;
    void* const externals[] = {&other, &mine};
    const mote::Bases bases{head, tail, model, externals};
    CHECK(bases.at(Place(Region::head, 3)) == head + 3);
    CHECK(bases.at(Place(Region::tail, 5)) == tail + 5);
    CHECK(bases.at(Place(Region::model, 7)) == model + 7);
    CHECK(bases.at(Place(Region::external, 1)) == &mine);
    CHECK(bases.at(Place()) == nullptr);
}
