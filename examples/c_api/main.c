/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a handwritten digit, in C. Returns 0 where it is taken for the 4 that it is. */
#include "model.h"

#include <stdio.h>

/* From 0, paper, to 16, ink. */
/* clang-format off */
static const unsigned char image[64] = {
     0,  0,  0,  4, 15,  7,  0,  0,
     0,  0,  3, 15, 12,  0,  0,  0,
     0,  1, 14, 12,  0,  2, 11,  0,
     0, 10, 14,  0,  0, 13, 12,  0,
     0, 11, 15, 12, 15, 16,  5,  0,
     0,  4, 10,  8, 16, 11,  0,  0,
     0,  0,  0,  2, 16,  4,  0,  0,
     0,  0,  0,  6, 14,  0,  0,  0,
};
/* clang-format on */

static int stop(const char* what, const char* why) {
    printf("%s: %s\n", what, why);
    return 1;
}

int main(void) {
    size_t size, i, best = 0;
    int8_t* input;
    const int8_t* output;
    const char* error;

    if ((error = model_load()) != NULL) return stop("load", error);

    input = model_input(0, &size);
    if (input == NULL || size != sizeof image) return stop("input", "not an image of 64 bytes");
    for (i = 0; i < size; ++i)
        input[i] = (int8_t)((image[i] * 255 + 8) / 16 - 128); /* see ../digits/README.md */

    if ((error = model_invoke()) != NULL) return stop("invoke", error);

    output = model_output(0, &size);
    if (output == NULL || size != 10) return stop("output", "not ten numbers");
    for (i = 1; i < size; ++i)
        if (output[i] > output[best]) best = i;
    printf("the digit is a %d\n", (int)best);
    return best == 4 ? 0 : 1;
}
