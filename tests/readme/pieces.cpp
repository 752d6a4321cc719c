// SPDX-License-Identifier: Apache-2.0
#include "board.hpp"

#include "sketch.inc"

alignas(16) extern const unsigned char g_model[] = {
#include "bytes.inc"
};
extern const unsigned g_model_len = sizeof g_model;

int main() {
    require(static_cast<bool>(load()), "the model loads");
    require(interpreter.input<std::int8_t>(0).data() == input, "the input is the application's own");
    require(static_cast<bool>(interpreter.invoke()), "it runs");
    require(printed.count == 0, "nothing is missing");
}
