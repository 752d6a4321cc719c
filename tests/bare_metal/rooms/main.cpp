// SPDX-License-Identifier: Apache-2.0
// Runs the doctest cases of a room. Words for doctest, such as `-tc=PATTERN`, go through QEMU's -append.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "../semihosting.hpp"

int main() {
    static char line[256];
    const char* words[16];
    int count = 0;
    if (board::command_line(line, sizeof line))
        for (char* word = std::strtok(line, " "); word != nullptr && count < 16; word = std::strtok(nullptr, " "))
            words[count++] = word;
    return doctest::Context(count, words).run();
}
