// SPDX-License-Identifier: Apache-2.0
// Reads the digits of the test set and counts. Exits with 1 where too many are wrong.
#ifndef ARDUINO // whose IDE compiles every .cpp beside a sketch

#include "digits.hpp"
#include "digits_test.h"

#include <cstdio>

int main() {
    constexpr float smallest_accuracy = 0.97f;

    Digits digits;
    if (const mote::Status s = digits.load(); !s) {
        std::printf("load: %s\n", s.message().c_str());
        return 1;
    }

    int counts[10][10] = {}; // [the digit it is][the digit it is taken for]
    int images = 0;
    int right = 0;
    for (const auto& record : digits_test) {
        const mote::Result<Digits::Answer> answer = digits.classify(record);
        if (!answer) {
            std::printf("classify: %s\n", answer.status().message().c_str());
            return 1;
        }
        const int label = record[64];
        ++counts[label][answer->digit];
        ++images;
        if (answer->digit == label) ++right;
    }

    std::printf("is  taken for\n  ");
    for (int digit = 0; digit < 10; ++digit) std::printf("%4d", digit);
    for (int label = 0; label < 10; ++label) {
        std::printf("\n%d ", label);
        for (const int count : counts[label]) std::printf("%4d", count);
    }

    const float accuracy = static_cast<float>(right) / static_cast<float>(images);
    std::printf("\n%d of %d right: accuracy %.4f\n", right, images, double{accuracy});
    return accuracy >= smallest_accuracy ? 0 : 1;
}

#endif
