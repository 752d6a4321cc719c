// SPDX-License-Identifier: Apache-2.0
// Firmware for a Cortex-M4 that runs a model and checks it: main returns 0 where every result is as expected.
#include "../hello_world/hello_world_int8.h" // your model here: mote embed model.tflite >model.h

#include <mote/mote.hpp>
#include <mote/ops/fully_connected.hpp>

#include <cstdint>

// What start.cpp has of the board: where text goes.
extern "C" void board_print(const char* text);

namespace {

// `mote inspect model.tflite` prints the list of operators and the size of the arena. A global object, so
// that the linker counts its RAM and no stack holds it; it needs no constructor at start-up.
using Ops = mote::OpSet<mote::ops::FullyConnected<std::int8_t>>;
mote::MicroInterpreter<512, Ops> interpreter;

/// What the model answers on the desktop: some rows of ../hello_world/hello_world_int8_golden.csv.
struct Golden {
    std::int8_t input, output;
};
constexpr Golden golden[] = {{-128, 2},  {-112, 47}, {-96, 89}, {-80, 119}, {-64, 124}, {-48, 117},
                             {-32, 88},  {-16, 46},  {0, -2},   {16, -48},  {32, -93},  {48, -117},
                             {64, -128}, {80, -115}, {96, -88}, {112, -43}, {127, -3}};

/// Prints a number: printf would bring 20 KB along.
void print(int number) {
    char text[12];
    char* at = text + sizeof text;
    *--at = '\0';
    const bool negative = number < 0;
    unsigned rest = negative ? 0u - static_cast<unsigned>(number) : static_cast<unsigned>(number);
    do *--at = static_cast<char>('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (negative) *--at = '-';
    board_print(at);
}

/// Runs the model on one input, with the integers that it works on.
mote::Result<int> run(std::int8_t input) {
    const mote::TensorView<std::int8_t> in = interpreter.input<std::int8_t>(0);
    if (!in) return in.status();
    in[0] = input;
    if (const mote::Status s = interpreter.invoke(); !s) return s;
    const mote::TensorView<const std::int8_t> out = interpreter.output<std::int8_t>(0);
    if (!out) return out.status();
    return out[0];
}

int stop(mote::Status status) {
    board_print(status.message().c_str());
    board_print("\n");
    return 1;
}

} // namespace

int main() {
    // A model that is part of the firmware can be trusted to be whole; load(model) checks the bytes, for
    // models that come from elsewhere, and takes some KB more of flash.
    if (const mote::Status s = interpreter.load(mote::trusted(hello_world_int8)); !s) return stop(s);

    int wrong = 0;
    board_print("input output\n");
    for (const Golden& pair : golden) {
        const mote::Result<int> output = run(pair.input);
        if (!output) return stop(output.status());
        print(pair.input);
        board_print(" ");
        print(*output);
        board_print(*output == pair.output ? "\n" : " is wrong\n");
        if (*output != pair.output) ++wrong;
    }
    print(wrong);
    board_print(" wrong\n");
    return wrong == 0 ? 0 : 1;
}
