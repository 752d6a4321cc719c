// SPDX-License-Identifier: Apache-2.0
// One period of the sine on the console. Exits with 1 where the network is off by more than it should be.
#ifndef ARDUINO // whose IDE compiles every .cpp beside a sketch

#ifdef HELLO_WORLD_STATIC // the same program with the model prepared by the compiler
#include "hello_world_static.hpp"
using Sine = StaticSine;
#else
#include "hello_world.hpp"
#endif

#include <cmath>
#include <cstdio>

int main() {
    constexpr int steps = 100;
    constexpr float two_pi = 6.2831853f;
    constexpr float largest_mean_error = 0.06f;

    Sine sine;
    if (const mote::Status s = sine.load(); !s) {
        std::printf("load: %s\n", s.message().c_str());
        return 1;
    }

    std::printf("     x  predicted  sin(x)\n");
    float total_error = 0.0f;
    for (int i = 0; i <= steps; ++i) {
        const float x = two_pi * static_cast<float>(i) / steps;
        const mote::Result<float> y = sine.predict(x);
        if (!y) {
            std::printf("predict: %s\n", y.status().message().c_str());
            return 1;
        }
        std::printf("%6.3f  %9.3f  %6.3f\n", double{x}, double{*y}, double{std::sin(x)});
        total_error += std::fabs(*y - std::sin(x));
    }

    const float mean_error = total_error / (steps + 1);
    std::printf("mean error %.4f\n", double{mean_error});
    return mean_error <= largest_mean_error ? 0 : 1;
}

#endif
