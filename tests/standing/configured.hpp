// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_STANDING_CONFIGURED_HPP
#define MOTE_TESTS_STANDING_CONFIGURED_HPP

#include <cstddef>

/// What a part of a program sees of the mote that it is compiled with.
struct Seen {
    char message[256]; ///< that an op is missing
    std::size_t status_bytes;
    bool runs;
};

Seen with_words();
Seen without_words();
Seen with_flatbuffers();
Seen with_flatbuffers_without_words();

#endif
