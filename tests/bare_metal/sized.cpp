// SPDX-License-Identifier: Apache-2.0
// The least program around an example's class, whose size check_sizes.py guards: no console, and the model's RAM in .bss.
#if defined(SIZED_HELLO_WORLD)
#include "hello_world.hpp"
Sine example;
#elif defined(SIZED_HELLO_WORLD_STATIC)
#include "hello_world_static.hpp"
StaticSine example;
#else
#include "digits.hpp"
Digits example;
#endif

#include <cstdint>

int main() {
    if (!example.load()) return 1;
#if defined(SIZED_HELLO_WORLD) || defined(SIZED_HELLO_WORLD_STATIC)
    static volatile float x; // so that the compiler knows neither input nor output
    const mote::Result<float> y = example.predict(x);
    if (!y) return 1;
    x = *y;
    return 0;
#else
    static std::uint8_t pixels[64];
    const mote::Result<Digits::Answer> answer = example.classify(pixels);
    return answer ? answer->digit : -1;
#endif
}
