// SPDX-License-Identifier: Apache-2.0
// Parts of one program that are compiled with different settings: each keeps its own mote.
#include "configured.hpp"

#include <cstdio>
#include <cstring>

int main() {
    const Seen seen[] = {with_words(), without_words(), with_flatbuffers(), with_flatbuffers_without_words()};
    bool good = true;
    for (int i = 0; i < 4; ++i) {
        const bool words = i % 2 == 0;
        good = good && seen[i].runs && (std::strstr(seen[i].message, "RELU") != nullptr) == words;
        good = good && (seen[i].status_bytes > seen[1].status_bytes) == words;
        std::printf("%d: %s, %zu bytes of Status, %s\n", i, seen[i].message, seen[i].status_bytes,
                    seen[i].runs ? "runs" : "does not run");
    }
    return good ? 0 : 1;
}
