// SPDX-License-Identifier: Apache-2.0
#include "board.hpp"

#include "sketch.inc"

int main() {
    for (float x = 0; x < 6.28f; x += 0.1f)
        require(std::fabs(sine(x) - std::sin(x)) < 0.12f, "the sine");
    require(static_cast<bool>(same.load(g_model)), "the arena suffices");
}
