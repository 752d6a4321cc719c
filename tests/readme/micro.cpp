// SPDX-License-Identifier: Apache-2.0
#include "board.hpp"

#include "sketch.inc"

#ifdef README_FUZZ

#include "broken_models.hpp"

int main() {
    int running = 0;
    for_each_broken_model([&](mote::ModelBytes bytes) {
        g_model = bytes;
        setup();
        for (int i = 0; i < 3; ++i) loop();
        running += ready ? 1 : 0;
    });
    require(running > 100, "some changed models still run");
}

#else

int main() {
    setup();
    require(printed.count == 0, "the model loads");
    for (; board_milliseconds < 6283; board_milliseconds += 100) {
        loop();
        const double expected = std::sin(static_cast<double>(board_milliseconds) / 1000);
        require(std::fabs(std::stod(printed.last) - expected) < 0.12, "the sine");
    }
    require(printed.count == 63, "a line per loop");
}

#endif
